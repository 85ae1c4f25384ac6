using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class LifetimeValueCalculatorTests
{
    private static readonly LifetimeValueTerms Terms = new()
    {
        RevenuePerAccount = 100_000m,
        GrossMargin = 0.8m,
        Retention = 0.9m,
        DiscountRate = 0.1m,
        DiscountedLifetime = 6,
    };

    // Gupta and Lehmann, Customers as Assets (2003), table 1: the multiple of the margin, r / (1 + i - r).
    [Theory]
    [InlineData("0.60", "0.10", "1.20")]
    [InlineData("0.70", "0.12", "1.67")]
    [InlineData("0.80", "0.14", "2.35")]
    [InlineData("0.90", "0.16", "3.46")]
    [InlineData("0.90", "0.10", "4.50")]
    public void MultiplesOfTheMarginAreThePublishedOnes(string retention, string discountRate, string multiple) =>
        Assert.Equal(
            decimal.Parse(multiple),
            decimal.Round(
                LifetimeValueCalculator.Discounted(
                    1m, 1m, decimal.Parse(retention), decimal.Parse(discountRate), FirstPayment.AfterOnePeriod)!.Value,
                2));

    [Fact]
    public void EachMethodHasItsFormula()
    {
        Assert.Equal(
            [1_000_000m, 800_000m, 440_000m, 480_000m],
            LifetimeValueCalculator.Compare(Terms).Select(estimate => estimate.Value));
        Assert.All(LifetimeValueCalculator.Compare(Terms), estimate => Assert.Null(estimate.UndefinedReason));
    }

    [Fact]
    public void AValueIsUndefinedWhereItsFormulaIs()
    {
        Assert.Equal(
            [
                "Simple: undefined, no account leaves",
                "Margin: undefined, no account leaves",
                "Discounted: undefined, no account leaves and the discount rate is zero",
                "ExpectedLifetime: undefined, no discounted lifetime is given",
            ],
            LifetimeValueCalculator.Compare(
                Terms with { Retention = 1m, DiscountRate = 0m, DiscountedLifetime = null })
                .Select(estimate => estimate.ToString()));
        Assert.Equal(880_000m, LifetimeValueCalculator.Discounted(100_000m, 0.8m, 1m, 0.1m));
    }

    // Fader and Hardie, How to Project Customer Retention (2007), figure 1: survival of the high-end segment in years
    // 0 to 7.
    [Fact]
    public void ASurvivalCurveIsSummed()
    {
        double[] survival = [1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];

        Assert.Equal(5.417m, LifetimeValueCalculator.OfSurvival(1m, 1m, survival));
        Assert.Equal(0m, LifetimeValueCalculator.OfSurvival(1m, 1m, []));
        Assert.Equal(
            survival.Select((share, year) => share / Math.Pow(1.1, year)).Sum(),
            (double)LifetimeValueCalculator.OfSurvival(1m, 1m, survival.ToList(), 0.1m),
            1e-12);
    }

    [Fact]
    public void CohortsHaveRealizedAndRemainingValue()
    {
        AccountMonth Month(string account, int month, decimal amount) =>
            new() { Account = account, Month = new YearMonth(2027, month), Amount = amount };
        CohortTriangle triangle = CohortCalculator.Triangle(RevenueHistory.Of(
            [Month("A", 1, 100m), Month("B", 1, 60m), Month("A", 2, 120m), Month("C", 2, 50m)]))[0];
        ValueList<CohortLifetimeValue> lines =
            LifetimeValueCalculator.ByCohort(triangle, 0.5m, periodsPerAmount: 1m, retention: 0.9m);

        Assert.Equal(2, lines.Count);
        Assert.Equal((2L, 2, 70m), (lines[0].StartedCount, lines[0].AgeCount, lines[0].Realized));
        Assert.Equal(60m * 0.9m / 0.1m / 2m, lines[0].Remaining);
        Assert.Equal(70m + 270m, lines[0].LifetimeValue);
        Assert.Equal(25m, lines[1].Realized);
        CohortLifetimeValue ofArr = LifetimeValueCalculator.ByCohort(triangle, 0.6m, periodsPerAmount: 12m)[0];
        Assert.Equal(7m, ofArr.Realized);
        Assert.Null(ofArr.Remaining);
        Assert.Null(ofArr.LifetimeValue);
        Assert.Null(LifetimeValueCalculator.ByCohort(triangle, 0.5m, 1m, retention: 1.1m)[0].Remaining);
    }

    // Revenue that falls by the retention each month has the value of constant retention, however long it is observed.
    [Property]
    public bool ACohortUnderConstantRetentionHasTheDiscountedValue(byte observed, Fraction margin, Fraction rate)
    {
        int months = (observed % 12) + 1;
        AccountMonth[] revenue = [.. Enumerable.Range(0, months).Select(age => new AccountMonth
        {
            Account = "A", Month = new YearMonth(2027, 1).PlusMonths(age), Amount = 4_096m / (1 << age),
        })];
        CohortLifetimeValue line = LifetimeValueCalculator.ByCohort(
            CohortCalculator.Triangle(RevenueHistory.Of(revenue))[0], margin, 1m, rate, retention: 0.5m)[0];
        decimal? value = LifetimeValueCalculator.Discounted(4_096m, margin, 0.5m, rate);
        return line.AgeCount == months && Math.Abs(line.LifetimeValue!.Value - value!.Value) < 1e-12m;
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        Refusal.With(
            "churn was 5; a fraction between 0 and 1 (for 5% write 0.05 or 5.Percent) is expected.",
            () => LifetimeValueCalculator.Margin(100m, 0.8m, 5m));
        Refusal.With(
            "discountedLifetime was NaN; a finite number, zero or more, is expected.",
            () => LifetimeValueCalculator.OfLifetime(100m, 0.8m, double.NaN));
        Refusal.With(
            "survival was 0.6 in period 2; a share between 0 and 0.5, which does not rise, is expected.",
            () => LifetimeValueCalculator.OfSurvival(100m, 0.8m, [1, 0.5, 0.6]));
        Refusal.By<ArgumentException>("terms", () => LifetimeValueCalculator.Compare(
            Terms with { RevenuePerAccount = decimal.MaxValue }));
        Refusal.With(
            "DiscountedLifetime was -1; a finite number, zero or more, is expected.",
            () => Terms with { DiscountedLifetime = -1 });
    }

    [Property]
    public bool ValueRisesWithRetentionAndMargin(Fraction margin, Fraction retention, Fraction rate, Fraction more)
    {
        decimal up = Math.Min(retention + more.Value, 1m);
        decimal thick = Math.Min(margin + more.Value, 1m);
        decimal? value = LifetimeValueCalculator.Discounted(1_000m, margin, retention, rate);
        return IsAtLeast(LifetimeValueCalculator.Discounted(1_000m, margin, up, rate), value)
            && IsAtLeast(LifetimeValueCalculator.Discounted(1_000m, thick, retention, rate), value)
            && IsAtLeast(
                LifetimeValueCalculator.Margin(1_000m, margin, 1m - up),
                LifetimeValueCalculator.Margin(1_000m, margin, 1m - retention))
            && LifetimeValueCalculator.OverPeriods(1_000m, thick, up, rate, 20)
                >= LifetimeValueCalculator.OverPeriods(1_000m, margin, retention, rate, 20) - 1e-15m;
    }

    [Property]
    public bool ValueFallsWithTheDiscountRate(Fraction margin, Fraction retention, Fraction rate, Fraction more)
    {
        decimal dear = Math.Min(rate + more.Value, 1m);
        double[] survival = [1, (double)retention.Value, (double)retention.Value / 2];
        return IsAtLeast(
                LifetimeValueCalculator.Discounted(1_000m, margin, retention, rate),
                LifetimeValueCalculator.Discounted(1_000m, margin, retention, dear))
            && LifetimeValueCalculator.OverPeriods(1_000m, margin, retention, rate, 20)
                >= LifetimeValueCalculator.OverPeriods(1_000m, margin, retention, dear, 20) - 1e-15m
            && LifetimeValueCalculator.OfSurvival(1_000m, margin, survival, rate)
                >= LifetimeValueCalculator.OfSurvival(1_000m, margin, survival, dear);
    }

    [Property]
    public bool ConstantRetentionIsTheSumOverManyPeriods(Fraction margin, Fraction share, Fraction rate)
    {
        decimal retention = share * 0.9m;
        decimal sum = LifetimeValueCalculator.OverPeriods(1_000m, margin, retention, rate, 600);
        return Math.Abs(LifetimeValueCalculator.Discounted(1_000m, margin, retention, rate)!.Value - sum) < 1e-15m;
    }

    [Property]
    public bool WithoutDiscountTheMarginMethodIsTheDiscountedOne(Fraction margin, Fraction retention) =>
        LifetimeValueCalculator.Discounted(1_000m, margin, retention, 0m)
            == LifetimeValueCalculator.Margin(1_000m, margin, 1m - retention);

    // The survival of constant retention gives the value of constant retention.
    [Property]
    public bool SurvivalSharesMeetTheDiscountedMethod(Fraction margin, Fraction share, Fraction rate)
    {
        double retention = 0.9 * (double)share.Value;
        double[] survival = new double[600];
        survival[0] = 1;
        for (int t = 1; t < survival.Length; t++)
        {
            survival[t] = survival[t - 1] * retention;
        }

        decimal? value = LifetimeValueCalculator.Discounted(1_000m, margin, (decimal)retention, rate);
        return Math.Abs(LifetimeValueCalculator.OfSurvival(1_000m, margin, survival, rate) - value!.Value) < 1e-8m;
    }

    // Undefined values are without limit.
    private static bool IsAtLeast(decimal? one, decimal? other) => one is null || one >= other;
}
