using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

/// <summary>
/// Plans stated in money, rates by the attainment of other measures, factors by deal, and thresholds of the
/// year.
/// </summary>
public class PlanConventionTests
{
    private static readonly Tier[] FiveThenSeven = [Tier.Between(0m, 100_000m, 0.05m), Tier.AtLeast(100_000m, 0.07m)];

    [Fact]
    public void RatesArePaidWithoutATarget()
    {
        var plan =
            new CompPlan { Role = "AE", Components = [PayComponent.OfRates(CompMeasure.NewArr, FiveThenSeven)] };
        CompLedger ledger = CompLedger.Of(
            "Ada", plan, CompMaker.Credit("D-1", 1, 10, 80_000m), CompMaker.Credit("D-2", 2, 10, 40_000m));

        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Year(2027));

        Assert.Equal([4_000m, 2_400m], run.Take(2).Select(statement => statement.Earned)); // 20,000 at 5% and at 7%
        Assert.Equal(
            "new ARR 40,000, from 80,000 to 120,000 of the period; pay to date 6,400.00, previously 4,000.00; "
                + "0-100,000 at 0.05; 100,000+ at 0.07",
            run[1].Lines[0].Explanation);
        Assert.Null(plan.OnTargetEarnings);
        Assert.Null(plan.TargetVariable);
        Assert.Null(plan.Quota);
        ComponentAttainment attainment = run[1].Attainments[0];
        Assert.Equal((120_000m, null, null), (attainment.Credited, attainment.Target, attainment.TargetPay));
        Assert.Equal("new ARR: 120,000, 6,400.00 earned", attainment.ToString());
        Assert.Empty(CompPlanCheckCalculator.Check(plan));
        Refusal.By<ArgumentException>("plan", () => EffectiveRateCalculator.Curve(plan, 0m, 2m, 3));
    }

    [Fact]
    public void APlanOfOnlyAResidualIsValid()
    {
        var plan = new CompPlan
        {
            Role = "Partner",
            Residual = new Residual { Rate = 0.1m, Basis = ResidualBasis.ActiveArrMonthly },
        };
        CompLedger ledger = CompLedger.Of("Ada", plan, CompMaker.Credit("D-1", 1, 10, 12_000m));

        Assert.Equal(
            [100m, 100m],
            StatementCalculator.Run(ledger, DateSpan.Year(2027)).Take(2).Select(statement => statement.Earned));
        Assert.Empty(CompPlanCheckCalculator.Check(plan));
        Refusal.With(
            "CompPlan \"AE\": Components was empty; a component, a residual, a trigger or a SPIFF is expected.",
            () => new CompPlan { Role = "AE" }.Validate());
        Refusal.With(
            "CompPlan \"AE\": OnTargetEarnings was null; on-target earnings, of which a component with a target is a "
                + "share, "
                + "are expected.",
            () => new CompPlan
            {
                Role = "AE",
                Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(1m) }],
            }.Validate());
    }

    [Fact]
    public void ATargetStatesItsPeriod()
    {
        Assert.Equal(400_000m, PayTarget.PerQuarter(100_000m).PerYearAmount);
        Assert.Equal(1_200_000m, PayTarget.PerMonth(100_000m).PerYearAmount);
        Assert.Equal("100,000 a quarter", PayTarget.PerQuarter(100_000m).ToString());
        Refusal.By<ArgumentException>("shares", () => PayTarget.PerYear(1m).Seasonal(0.5m, 0.5m));
        Assert.Throws<InvalidOperationException>(() => PayTarget.PerMonth(1m).Seasonal(0.25m, 0.25m, 0.25m, 0.25m));
    }

    // 5% to 100,000 in a quarter, 6% to 125,000 and 7% above once the quota of the year, 400,000, is reached: 5,000 +
    // 1,500 + 1,750 for 150,000.
    [Theory]
    [InlineData(0, 7_500)]
    [InlineData(250_000, 7_500)]
    [InlineData(300_000, 8_250)] // the first 100,000 of the quarter reach the quota of the year
    [InlineData(400_000, 8_250)]
    public void QuarterlyTiersWaitForTheQuotaOfTheYear(int before, int earned)
    {
        var plan = new CompPlan
        {
            Role = "AE",
            Components =
            [
                PayComponent.OfRates(
                    CompMeasure.NewArr,
                    Tier.Between(0m, 100_000m, 0.05m),
                    Tier.Between(100_000m, 125_000m, 0.06m),
                    Tier.AtLeast(125_000m, 0.07m)) with
                {
                    Period = MeasurementPeriod.Quarter,
                    AcceleratesFrom = PayTarget.PerQuarter(100_000m),
                },
            ],
        };
        CompCredit[] credits =
        [
            CompMaker.Credit("D-1", 2, 10, before),
            CompMaker.Credit("D-2", 4, 10, 90_000m),
            CompMaker.Credit("D-3", 5, 10, 60_000m),
        ];

        ValueList<CompStatement> run = StatementCalculator.Run(
            CompLedger.Of("Ada", plan, credits), DateSpan.Year(2027));

        Assert.Equal(earned, run.Skip(3).Sum(statement => statement.Earned));
    }

    [Fact]
    public void RevenueIsPaidAtTheAttainmentOfBookingsAndRevenue()
    {
        CompMeasure revenue = CompMeasure.Custom("revenue");
        CompMeasure bookings = CompMeasure.Custom("bookings");
        var plan = new CompPlan
        {
            Role = "AE",
            OnTargetEarnings = 200_000m,
            PayMix = PayMix.OfPercent(50, 50),
            Components =
            [
                new PayComponent
                {
                    Measure = revenue,
                    Target = PayTarget.PerYear(1_000_000m),
                    Curve = PayoutCurve.Of(
                        Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m, TierMode.RetroactiveToFirstUnit)),
                    AttainedBy =
                        new AttainmentBasis { Measures = [bookings, revenue], Target = PayTarget.PerYear(2_000_000m) },
                },
            ],
        };
        CompCredit[] credits =
        [
            CompMaker.Credit("D-1", 1, 10, 400_000m) with { Measure = revenue },
            CompMaker.Credit("D-2", 2, 10, 1_600_000m) with { Measure = bookings },
            CompMaker.Credit("D-3", 3, 10, 100_000m) with { Measure = revenue },
        ];

        ValueList<CompStatement> run = StatementCalculator.Run(
            CompLedger.Of("Ada", plan, credits), DateSpan.Year(2027));

        // 10% of 400,000. Once both measures are at 100%, the rate doubles, for earlier revenue as well.
        Assert.Equal([40_000m, 40_000m, 20_000m], run.Take(3).Select(statement => statement.Earned));
        ValueList<CompStatement> reversed = StatementCalculator.Run(
            CompLedger.Of("Ada", plan, credits.Zip(
                [3, 2, 1], (credit, month) => credit with { Date = new LocalDate(2027, month, 10) })),
            DateSpan.Year(2027));
        Assert.Equal(100_000m, reversed.Sum(statement => statement.Earned));
        Assert.EndsWith(
            "revenue 100,000, 500,000 of the period at the average rate of 2,100,000, 105% of 2,000,000; "
                + "pay to date 100,000.00, previously 80,000.00; "
                + "100,000.00 at target, 1x from 0% to 100%, 2x of everything from 100%",
            run[2].Lines[0].Explanation,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ProductAndTermChangeTheRateAndNotTheAttainment()
    {
        var plan = new CompPlan
        {
            Role = "AE",
            Components =
            [
                PayComponent.OfRates(CompMeasure.NewArr, FiveThenSeven) with
                {
                    RateFactors =
                    [
                        new RateFactor { Factor = 1.5m, Product = "AI Integration" },
                        new RateFactor { Factor = 1.2m, MinTermMonths = 36 },
                    ],
                },
            ],
        };
        CompCredit credit = CompMaker.Credit("D-1", 1, 10, 50_000m);
        CompLedger ledger = CompLedger.Of(
            "Ada",
            plan,
            credit,
            credit with { Deal = "D-2", Product = "ai integration", TermMonths = 36 },
            credit with { Deal = "D-3", TermMonths = 36 });

        CompStatement january = StatementCalculator.Run(ledger, DateSpan.Year(2027))[0];

        // The tiers pay 8,500 for three credits. Each earns a third, times its factor: 8,500 / 3 x (1 + 1.5 + 1.2).
        // After two credits, 5,000 / 2 x (1 + 1.5) is earned.
        Assert.Equal(10_483.33m, january.Earned);
        Assert.Equal([2_500m, 3_750m, 4_233.33m], january.Lines.Select(line => line.Earned));
        Assert.Contains("paid 1.5x", january.Lines[1].Explanation, StringComparison.Ordinal);
        Assert.Equal(150_000m, january.Attainments[0].Credited);
    }

    [Fact]
    public void AResidualOfTierUpgradesExcludesOtherExpansions()
    {
        var plan = new CompPlan
        {
            Role = "AE",
            Residual = new Residual { Rate = 0.1m, Basis = ResidualBasis.TierUpgrades },
        };
        CompCredit won = CompMaker.Credit("D-1", 1, 10, 1_000m) with { Account = "A" };
        CompCredit expansion =
            CompMaker.Credit("D-2", 2, 10, 500m) with { Account = "A", Measure = CompMeasure.ExpansionArr };
        CompCredit upgrade = expansion with { Deal = "D-3", Trigger = ExpansionTriggerKind.VolumeTierUpgrade };

        Assert.Equal(
            50m,
            StatementCalculator.Run(CompLedger.Of("Ada", plan, won, expansion, upgrade), DateSpan.Year(2027))
                .Sum(statement => statement.Earned));
    }

    [Fact]
    public void APlanThatPaysLessForExpansionIsFound()
    {
        var plan = new CompPlan
        {
            Role = "AE",
            Components = [PayComponent.OfRates(CompMeasure.NewArr, Tier.AtLeast(0m, 0.1m))],
            Residual = new Residual { Rate = 0.04m },
        };

        CompPlanFinding finding = Assert.Single(CompPlanCheckCalculator.Check(plan));
        Assert.Equal((CompPlanCheck.ExpansionPaidLess, 0.4m), (finding.Check, finding.Measured));
        Assert.Empty(CompPlanCheckCalculator.Check(plan with { Residual = new Residual { Rate = 0.1m } }));
        Assert.Empty(CompPlanCheckCalculator.Check(plan with { Residual = null }));
    }
}
