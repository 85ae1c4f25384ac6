using System.Text.Json;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of other systems; <c>Data/cases/retention.json</c> names the source of each.</summary>
public class RetentionCaseTests
{
    private static readonly YearMonth Month = new(2027, 1);
    private static readonly RevenueRules Mrr = new() { Measure = RecurringMeasure.Mrr };

    [Fact]
    [Case("chartmogul-gross-churn")]
    public void GrossChurnIsLostRevenueOverTheOpening()
    {
        JsonElement inputs = Inputs("chartmogul-gross-churn");
        ArrBridge line = Line(inputs.Decimal("start")) with
        {
            Churn = -inputs.Decimal("churn"),
            Contraction = -inputs.Decimal("contraction"),
            Expansion = inputs.Decimal("expansion"),
        };

        Close("chartmogul-gross-churn", ChurnCalculator.GrossRevenueChurn(line));
    }

    [Fact]
    [Case("chartmogul-movements")]
    public void MovementsAreClassifiedByWhatTheAccountPaidBefore()
    {
        Subscription gold = new()
        {
            Account = "A",
            Term = DateSpan.Between(new(2027, 1, 5), new(2027, 4, 5)),
            Amount = 2_000m,
            Interval = RecurringInterval.Annual,
        };
        Subscription silver = new()
        {
            Account = "A", Term = DateSpan.Between(new(2027, 2, 5), new(2027, 3, 5)), Amount = 60m,
        };
        Subscription again = new() { Account = "A", Term = DateSpan.From(new(2027, 6, 1)), Amount = 75m };

        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(
            RevenueHistory.Of([gold, silver, again], new YearMonth(2027, 6), Mrr));

        Assert.Equal(166.67m, lines[0].New);
        Assert.Equal(60m, lines[1].Expansion);
        Assert.Equal(-60m, lines[2].Contraction);
        Assert.Equal(-166.67m, lines[3].Churn);
        Assert.Equal(75m, lines[5].Reactivation);
    }

    [Fact]
    [Case("chartmogul-ltv")]
    public void LifetimeValueIsRevenuePerAccountOverChurn()
    {
        JsonElement inputs = Inputs("chartmogul-ltv");

        Close(
            "chartmogul-ltv",
            LifetimeValueCalculator.Simple(inputs.Decimal("arpa"), inputs.Decimal("monthly_churn")));
        Assert.Null(LifetimeValueCalculator.Simple(100m, churn: 0m)); // the source shows zero here
    }

    [Fact]
    [Case("chargebee-grr")]
    public void GrrIsCappedAtOne()
    {
        JsonElement inputs = Inputs("chargebee-grr");

        RetentionTotals year = Year([
            ("A", inputs.Decimal("start"), inputs.Decimal("end_existing")),
        ]);

        Close("chargebee-grr", year.Grr);
    }

    [Fact]
    [Case("displayr-fake-2018")]
    public void LogosAndRevenueChurnDifferently()
    {
        JsonElement expected = TestData.Case("displayr-fake-2018").GetProperty("expected");

        RetentionTotals year = Year([("A", 1_000m, 0m), ("B", 10_000m, 10_000m)]);

        Close(expected.Decimal("customer_churn"), 1m - year.LogoRetention, 1e-7m);
        Close(expected.Decimal("revenue_churn"), 1m - year.Grr, 1e-7m);
        Close(expected.Decimal("nrr"), year.Nrr, 1e-7m);
        Assert.Equal(expected.Decimal("churn_amount"), year.Ending - year.Opening);
    }

    [Fact]
    [Case("mrr-playbook-cust1")]
    public void PeriodsOfACustomerBecomeMovements()
    {
        JsonElement example = TestData.Case("mrr-playbook-cust1");
        Subscription[] periods =
        [
            .. example.GetProperty("inputs").GetProperty("periods").EnumerateArray().Select(period => new Subscription
            {
                Account = "1",
                Term = DateSpan.Between(FirstDay(period[0]), FirstDay(period[1])),
                Amount = period[2].GetDecimal(),
            }),
        ];

        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(
            RevenueHistory.Of(periods, new YearMonth(2019, 8), Mrr));

        Assert.Equal(
            example.GetProperty("expected").EnumerateArray().Select(step =>
                $"{step[0].GetString()} {step[1].GetString()} {step[2].GetDecimal()}"),
            lines.SelectMany(Steps));

        static IEnumerable<string> Steps(ArrBridge line) =>
            new[]
            {
                ("new", line.New), ("upgrade", line.Expansion), ("downgrade", line.Contraction), ("churn", line.Churn),
                ("reactivation", line.Reactivation),
            }
            .Where(step => step.Item2 != 0m)
            .Select(step => FormattableString.Invariant($"{line.Period} {step.Item1} {step.Item2}"));
    }

    [Fact]
    [Case("mrr-playbook-2019-07")]
    public void AMonthHasRatesWithAndWithoutReactivation()
    {
        JsonElement inputs = Inputs("mrr-playbook-2019-07");
        JsonElement expected = TestData.Case("mrr-playbook-2019-07").GetProperty("expected");
        ArrBridge july = Line(inputs.Decimal("start")) with
        {
            New = inputs.Decimal("new"),
            Reactivation = inputs.Decimal("reactivation"),
            Contraction = inputs.Decimal("downgrade"),
        };

        Assert.Equal(inputs.Decimal("end"), july.Closing);
        Close(expected.Decimal("nrr_excl"), RetentionCalculator.Nrr(july), 1e-6m);
        Close(expected.Decimal("nrr_incl"), RetentionCalculator.Nrr(july, includesReactivation: true), 1e-6m);
        Close(expected.Decimal("grr"), RetentionCalculator.Grr(july), 1e-6m);
        Close(expected.Decimal("qr_excl"), EfficiencyCalculator.QuickRatio(july), 1e-6m);
        Close(expected.Decimal("qr_incl"), EfficiencyCalculator.QuickRatio(july, includesReactivation: true), 1e-6m);
    }

    [Fact]
    [Case("stripe-mrr")]
    public void YearlyPlansCountATwelfth()
    {
        JsonElement inputs = Inputs("stripe-mrr");
        decimal[] monthly = inputs.Decimals("monthly");
        decimal[] yearly = inputs.Decimals("yearly");

        Close(
            "stripe-mrr",
            (monthly[0] * RecurringRevenueCalculator.Normalize(monthly[1], RecurringInterval.Monthly, Mrr))
                + (yearly[0] * RecurringRevenueCalculator.Normalize(yearly[1], RecurringInterval.Annual, Mrr)));
    }

    [Fact]
    [Case("annualize-churn")]
    public void MonthlyChurnCompounds()
    {
        JsonElement example = TestData.Case("annualize-churn");
        foreach ((decimal monthly, JsonElement yearly) in Inputs("annualize-churn").Decimals("monthly")
            .Zip(example.GetProperty("expected").EnumerateArray()))
        {
            Close(yearly.GetDecimal(), ChurnCalculator.Annualize(monthly, 12), example.Decimal("abs_tol"));
        }
    }

    [Fact]
    [Case("ltv-margin")]
    public void LifetimeValueIsOfGrossMargin()
    {
        JsonElement inputs = Inputs("ltv-margin");

        Close(
            TestData.Case("ltv-margin").GetProperty("expected").Decimal("ltv"),
            LifetimeValueCalculator.Margin(
                inputs.Decimal("arpu"), inputs.Decimal("gross_margin"), inputs.Decimal("churn")),
            1e-9m);
    }

    [Fact]
    [Case("cac")]
    public void AcquisitionCostIsPerNewAccount()
    {
        JsonElement inputs = Inputs("cac");

        Close(
            "cac",
            CacCalculator.Cac(
                inputs.Decimal("s_and_m"), inputs.GetProperty("new_customers").GetInt64()));
    }

    [Fact]
    [Case("quick-ratio")]
    public void QuickRatioIsAddedOverLost()
    {
        JsonElement inputs = Inputs("quick-ratio");

        Close("quick-ratio", EfficiencyCalculator.QuickRatio(Line(100m) with
        {
            New = inputs.Decimal("new"),
            Expansion = inputs.Decimal("expansion"),
            Churn = -inputs.Decimal("churn"),
            Contraction = -inputs.Decimal("contraction"),
        }));
    }

    [Fact]
    [Case("magic-number")]
    public void MagicNumberIsAnnualizedGrowthPerCost()
    {
        JsonElement inputs = Inputs("magic-number");

        Close("magic-number", EfficiencyCalculator.MagicNumber(
            inputs.Decimal("q"), inputs.Decimal("q_prev"), inputs.Decimal("sm_prev")));
    }

    [Fact]
    [Case("burn-multiple")]
    public void BurnMultipleIsBurnPerNetNewArr()
    {
        JsonElement inputs = Inputs("burn-multiple");

        Close("burn-multiple", EfficiencyCalculator.BurnMultiple(
            inputs.Decimal("net_burn"), inputs.Decimal("net_new_arr")));
    }

    private static JsonElement Inputs(string id) => TestData.Case(id).GetProperty("inputs");

    private static void Close(string id, decimal? actual) =>
        Close(TestData.Case(id).Decimal("expected"), actual, TestData.Case(id).Decimal("abs_tol"));

    private static void Close(decimal expected, decimal? actual, decimal tolerance) =>
        Assert.InRange(actual!.Value, expected - tolerance, expected + tolerance);

    private static ArrBridge Line(decimal opening) =>
        new() { Period = new BridgePeriod("2027-01", Month, Month), Opening = opening };

    private static LocalDate FirstDay(JsonElement month) =>
        NodaTime.Text.YearMonthPattern.Iso.Parse(month.GetString()!).Value.OnDayOfMonth(1);

    private static RetentionTotals Year(IEnumerable<(string Account, decimal Start, decimal End)> accounts) =>
        RetentionCalculator.ClosedCohort(RevenueHistory.Of(
            accounts.SelectMany(account => new[]
            {
                new AccountMonth { Account = account.Account, Month = Month, Amount = account.Start },
                new AccountMonth { Account = account.Account, Month = Month.PlusMonths(12), Amount = account.End },
            })))[0];
}
