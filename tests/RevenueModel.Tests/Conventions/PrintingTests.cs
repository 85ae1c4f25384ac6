using System.Globalization;
using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Conventions;

/// <summary>Every public record has a readable text that is the same in every culture.</summary>
public partial class PrintingTests
{
    private static readonly LocalDate Today = new(2026, 10, 5);

    private static readonly SalesProcess Process = SalesProcess.Of(
        new PipelineStage { Name = "Discovery", WinProbability = 0.125m },
        new PipelineStage { Name = "Proposal", WinProbability = 0.4m, ForecastCategory = ForecastCategory.Commit });

    private static readonly Opportunity Open = new()
    {
        Id = "D-1",
        Account = "Acme",
        Stage = "Proposal",
        Segment = "SMB",
        Motion = DealMotion.Expansion,
        Timeline = DealTimeline.Open(new LocalDate(2024, 1, 31), expectedClose: new LocalDate(2026, 12, 31)),
        Amount = 1_234_567.89m,
        BuyerEngagement = BuyerEngagement.Both,
        RegulatoryTrigger = new RegulatoryTrigger { Name = "NIS2", Deadline = new LocalDate(2027, 1, 17) },
    };

    private static readonly Opportunity Won = Open with
    {
        Id = "D-2",
        Timeline = DealTimeline.Won(new LocalDate(2026, 1, 31), new LocalDate(2026, 3, 15)),
    };

    private static readonly Opportunity Lost = Open with
    {
        Id = "D-3",
        Timeline = DealTimeline.Lost(new LocalDate(2026, 1, 31), new LocalDate(2026, 5, 15)),
        BuyerEngagement = BuyerEngagement.IT,
        Amount = 654_321.5m,
    };

    private static readonly Opportunity[] Deals = [Open, Won, Lost];

    private static readonly DualBuyerRates Rates = DualBuyerCalculator.Solve(0.225m, 0.4m, 2.375m);

    private static readonly InstallBasePolicy Policy =
        new() { AboveEnterpriseCustomers = 1_200, ExpansionShare = 0.705m };

    private static readonly TierSchedule Tiers = TierSchedule.Of(
        TierBoundary.ToLowerTier,
        Tier.Between(0m, 1_000.5m, 0.125m, flatAmount: 2_500.5m),
        Tier.Interpolated(1_000.5m, 2_000m, 12_345.67m),
        Tier.AtLeast(2_000m, 1.5m, TierMode.RetroactiveOnOverage));

    private static readonly PayoutCurve Curve = PayoutCurve
        .Of(Tier.Between(0m, 1m, 0.75m), Tier.AtLeast(1m, 1.5m, TierMode.RetroactiveToFirstUnit))
        .WithThreshold(0.505m, ThresholdRule.PaysAboveThreshold)
        .WithCap(2.125m);

    private static readonly CompPlan Plan = new()
    {
        Role = "Account executive",
        OnTargetEarnings = 187_500.5m,
        PayMix = PayMix.Of(0.525m, 0.475m),
        Components =
        [
            new PayComponent
            {
                Measure = CompMeasure.NewArr,
                Weight = 0.625m,
                Target = PayTarget.PerYear(1_234_567.5m),
                Curve = Curve,
                Period = MeasurementPeriod.Quarter,
                AmountCap = 98_765.5m,
            },
            new PayComponent
            {
                Measure = CompMeasure.GrossRetention,
                Weight = 0.375m,
                Target = PayTarget.Level(0.945m),
            },
        ],
        Ramp = Ramp.Of(RampMonth.Of(0.125m, 0.995m)),
    };

    private static readonly CompCredit Credit = new()
    {
        Date = Today,
        Measure = CompMeasure.NewArr,
        Amount = -12_345.67m,
        Deal = "D-1",
        Share = 0.335m,
        IsOverlay = true,
    };

    private static object[] Compensation()
    {
        CreditShare share = CreditShare.Of("Kim", 0.125m, isOverlay: true);
        CompLedger ledger = CompLedger.Of(
            "Kim",
            [CompAssignment.Of(Plan, DateSpan.Year(2026))],
            [.. Enumerable.Range(0, 1_001).Select(i => Credit with { Id = $"{i}" })]);
        return
        [
            Tiers, Tiers.Tiers[0], Tiers.Tiers[1], default(Tier), TierCalculator.Breakdown(Tiers, 1_500.5m),
            TierCalculator.Breakdown(Tiers, 1_500.5m)[0], DateSpan.Year(2027), DateSpan.From(Today), default(DateSpan),
            Curve, PayoutCurve.Linear, new PayoutPoint(1.125m, 1.505m),
            ComponentTerms.Of(1_234_567.5m, 98_765.5m, Curve, 123_456.7m),
            Plan, Plan.Components[0], Plan.Components[1], Plan.PayMix, CompMeasure.NewArr,
            PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(1_200_000.5m, 1_800_000m)),
            PublishedMeasure.Of(CompMeasure.Activations),
            new PublishedCompPlan
            {
                Role = "Account executive",
                OnTargetEarnings = Band.Between(150_000.5m, 190_000m),
                PayMix = Plan.PayMix,
                Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(1_200_000.5m, 1_800_000m))],
            },
            new DealTeamCoverage { PeoplePerDeal = 2, WinRateLossWithOne = 0.405m, RequiredFromSegment = "SMB" },
            Plan.Ramp,
            Plan.Ramp.Months[0],
            default(Ramp),
            VestingSchedule.Of(0.555m, 0.445m),
            default(VestingSchedule),
            Draw.NonRecoverable(24_000.5m, months: 3),
            new Clawback { WindowMonths = 6, Share = 0.505m },
            new Residual { Rate = 0.0125m, Basis = ResidualBasis.ActiveArrMonthly },
            new WindfallRule { Limit = 0.505m, ReducedShare = 0.125m },
            new Spiff
            {
                Name = "Push",
                Measure = CompMeasure.NewArr,
                Window = default,
                Rate = 0.015m,
                AmountPerDeal = 1_500.5m,
                Budget = 5_000.5m,
            },
            new CreditGate { Name = "Both buyers", Segments = ["SMB"] },
            ExpansionTrigger.AtRate(ExpansionTriggerKind.NewSite, 0.015m),
            ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, 1_500.5m),
            Credit, share, new SplitCredit(share, Credit), default(SplitCredit),
            CompEvent.Invoiced(Today, "D-1", 1_234.5m), CompEvent.BuyersEngaged(Today, "D-1", BuyerEngagement.Both),
            CompEvent.MilestoneReached(Today, "D-1", "Pilot"), CompEvent.Churned(Today, "Acme"),
            ledger, ledger.Assignments[0],
        ];
    }

    private static object[] Records()
    {
        RevenueArchitecture iot = PublishedArchitectures.IndustrialIot2027;
        RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, Deals);
        Keyed<SnapshotGroup, SnapshotTotals> group = SnapshotCalculator.Group(snapshot, (SnapshotDimensions)63)[^1];
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(Process, Deals);
        RegulatoryPipeline regulatory = RegulatoryDeadlineCalculator.Measure(Deals);
        return
        [
            iot, ipaas, iot.BuyerMotion!, iot.Channel!, ipaas.Channel!, iot.Channel!.Expansion[0], iot.Forecast!,
            iot.Forecast!.Vendors[0], iot.Segmentation, iot.Segmentation.Segments[0],
            SegmentCalculator.ByAcv(iot.Segmentation, 60_000.5m),
            SegmentCalculator.ByAcv(iot.Segmentation, 0.5m),
            SegmentCalculator.Classify(iot.Segmentation, 51, 680_000m),
            PublishedCoverage.Of(iot.Segmentation.Segments[2]),
            snapshot, group, group.Key, group.Value, SnapshotCalculator.Total(snapshot),
            forecast, forecast.Total, forecast.Cells, forecast.Cells[0], forecast.Cells[0].Key, forecast.Rollup(),
            InstallBaseCalculator.CompareMix(Policy, 1_500, forecast),
            InstallBaseCalculator.CompareMix(Policy, 1_100, forecast),
            InstallBaseCalculator.SplitTarget(Policy, 1_500, 1_234_567.89m),
            InstallBaseCalculator.SplitTarget(Policy, 1_100, 1_234_567.89m),
            Policy,
            Rates,
            DualBuyerCalculator.RaiseShare(Rates, 0.6m, 1_234_567.89m),
            DualBuyerCalculator.Measure(Deals),
            StageConversionCalculator.Measure(
                ["Discovery", "Proposal"],
                [new StageHistory { Stages = ["Discovery", "Proposal"], Outcome = DealOutcome.Won }]),
            new StageHistory { Stages = ["Discovery", "Proposal"], Outcome = DealOutcome.Won },
            WinRateCalculator.Measure(Deals), WinRateCalculator.Measure(Deals).CountInterval!.Value,
            Open, Won, Lost, Open.Timeline, Won.Timeline, default(DealTimeline), Open.RegulatoryTrigger!,
            Process, Process.Stages[0], new StageConversion { Name = "Proposal", ConversionRate = 0.125m },
            StageCalculator.ByStage(Process, Deals)[1],
            CycleCalculator.Measure(Deals), regulatory, regulatory.Quarters[0], VelocityCalculator.Measure(Deals),
            AgingCalculator.OlderThanAnyClosed(Deals, Today),
            Band.Between(0.125m, 1_234.5m), Band.AtLeast(-1.5), new Citation("iPaaS 2027", "2.1"),
            FiscalCalendar.StartingIn(2), new Keyed<LocalDate, decimal>(Today, 1.5m), RoundingPolicy.Cents,
            YearQuarter.Containing(Today), new ConfidenceInterval(0.1255, 0.2775, 0.955),
            (ValueList<LocalDate>)[Today], (ValueList<double>)[1.5, -2.25],
            iot.FindCompPlan("Mid-Market AE")!,
            ipaas.FindCompPlan("Enterprise AE")!,
            ipaas.FindCompPlan("CSM")!.Measures[0],
            iot.FindCompPlan("IT Solutions Consultant")!.Coverage! with { WinRateLossWithOne = 0.425m },
            iot.FindCompPlan("Mid-Market AE")!.PlanAt(0.55m),
            iot.FindCompPlan("Mid-Market AE")!.PlanAt(0.55m).Residual!,
            .. RetentionRecords(), .. SurvivalRecords(), .. ScoringRecords(), .. TimingRecords(),
            .. BacktestRecords(), .. Compensation(),
            .. Pricing(),
            .. PricingDecisions(),
            .. Invoices(),
            ipaas.Pricing!, ipaas.Pricing!.PureUsage, ipaas.Pricing!.PredictableTiers,
            .. TeamRecords(iot.Segmentation.Segments),
            .. Statements(iot.FindCompPlan("Mid-Market AE")!.PlanAt(0.55m)),
        ];
    }

    private static IEnumerable<object> Statements(CompPlan plan)
    {
        CompCredit credit = new()
        {
            Date = new LocalDate(2027, 1, 15),
            Measure = CompMeasure.NewArr,
            Amount = 123_456.78m,
            Share = 0.625m,
            Deal = "D-1",
            Segment = "Mid-Market Industrial",
            BuyerEngagement = BuyerEngagement.Both,
        };
        CompPlan vesting = plan with
        {
            Vesting = VestingSchedule.Of(0.55m, 0.45m),
            Draw = Draw.Recoverable(60_000.5m),
            Clawback = new Clawback { WindowMonths = 12, Share = 0.5m },
            PaymentTrigger = PaymentTrigger.CashReceived,
        };
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(vesting, DateSpan.Year(2027))],
            [
                credit,
                credit with { Deal = "D-2", BuyerEngagement = BuyerEngagement.IT },
                credit with { Deal = "D-3", Measure = CompMeasure.ExpansionArr },
            ],
            [
                CompEvent.CashReceived(new LocalDate(2027, 2, 1), "D-1", 50_000.5m),
                CompEvent.Churned(new LocalDate(2027, 3, 1), "D-1"),
            ]);
        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Year(2027));
        CompStatement next = StatementCalculator.Next(
            ledger.With([credit with { Amount = -1.5m }]), DateSpan.Of(new YearMonth(2028, 1)), run.AsSpan());
        IEnumerable<CompStatement> all = run.Append(next);
        return
        [
            ledger, .. all, .. all.SelectMany(statement => statement.Lines), .. all.SelectMany(statement =>
                statement.Schedule),
            run[0].Attainments[0], run[0].Withheld[0],
        ];
    }

    private static IEnumerable<object> TeamRecords(ValueList<Segment> segments)
    {
        PayComponent component = new()
        {
            Measure = CompMeasure.NewArr,
            Target = PayTarget.PerYear(1_234_567.89m),
            Curve = PayoutCurve.Of(
                Tier.Between(0m, 0.905m, 0.5m), Tier.AtLeast(0.905m, 1.125m, TierMode.RetroactiveToFirstUnit)),
        };
        CompPlan plan = new()
        {
            Role = "AE",
            OnTargetEarnings = 98_765.43m,
            PayMix = PayMix.OfPercent(50, 50),
            Components = [component],
        };
        CompPlan linear = plan with { Components = [component with { Curve = PayoutCurve.Linear }] };
        AttainmentDistribution normal = AttainmentDistribution.Normal(0.9125, 0.3575);
        TeamMember member = new()
        {
            Plan = plan,
            HeadCount = 1_200,
            Attainment = normal,
            Measures = [MeasureAttainment.Of(CompMeasure.NewArr, normal)],
        };
        TeamExpense team = TeamExpenseCalculator.Expect([member], normal);
        CompPlanComparison comparison = CompPlanComparisonCalculator.Compare(plan, linear, [12_345.67m, -0.5m]);
        return
        [
            normal, AttainmentDistribution.LogNormal(0.9125, 0.3575), AttainmentDistribution.Uniform(0.125, 1.625),
            AttainmentDistribution.Triangular(0.125, 0.5, 1.625), AttainmentDistribution.Empirical(0.125, 1.625),
            AttainmentDistribution.Certain(0.125), member, member.Measures[0], team, team.Members[0],
            EffectiveRateCalculator.Curve(plan, 0.125m, 1.5m, 2)[1],
            comparison,
            comparison.Deals[0],
            comparison.BreakEvens[0],
            new CompPlanNorms(),
            .. CompPlanCheckCalculator.Check(plan, [segments[0], segments[2]]).Select(finding => (object)finding),
        ];
    }

    [Fact]
    public void RecordsPrintTheSameInEveryCulture()
    {
        string[] invariant = Culture.In("", Print);
        foreach (string culture in Culture.Names)
        {
            bool isInvariant = string.Equals(
                "-1.5",
                Culture.In(culture, () => (-1.5m).ToString(CultureInfo.CurrentCulture)),
                StringComparison.Ordinal);
            Assert.False(isInvariant, culture + " prints numbers as no culture does, so that nothing is tested");
            Assert.Equal(invariant, Culture.In(culture, Print));
        }

        static string[] Print() => [.. Records().Select(record => record.ToString()!)];
    }

    [Fact]
    public void RecordsPrintTheirOwnText() => Assert.All(Records(), record =>
    {
        string text = record.ToString()!;
        Assert.NotEmpty(text);
        Assert.DoesNotContain(" { ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RevenueModel.", text, StringComparison.Ordinal);
    });

    [Fact]
    public void MessagesAreTheSameInEveryCulture()
    {
        string[] invariant = Culture.In("", Messages);
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(invariant, Culture.In(culture, Messages));
        }

        static string[] Messages() =>
        [
            Message(() => Open with { Amount = -1_234.5m }),
            Message(() => Process.Stages[0] with { WinProbability = 12.5m }),
            Message(() => Band.Between(1.5m, -1.5m)),
            Message(() => DealTimeline.Won(Today, Today.PlusDays(-1))),
            Message(() => RoundingPolicy.Cents.ToMinorUnits(-0.001m)),
            Message(() => YearQuarter.Of(-2027, 1)),
            Message(() => ProportionCalculator.Wilson(-1.5, 2.5)),
            Message(() => DualBuyerCalculator.Solve(0.9m, 0.5m, 2.5m)),
            Message(() => SegmentCalculator.ByAcv(PublishedArchitectures.Ipaas2027.Segmentation, -0.5m)),
            Message(() => AllocationCalculator.ByLargestRemainder(1m, [-0.5m], RoundingPolicy.Cents)),
            Message(() => QuantileCalculator.Quantile([3, -1], 0.5m)),
            Message(() => PipelineSnapshot.Of(Process, [Open with { Amount = 0.001m }])),
            Message(() => Tier.Between(1.5m, 1.5m, 1m)),
            Message(() => TierSchedule.Of(Tier.Between(0m, 1.5m, 1m), Tier.AtLeast(2.5m, 1m))),
            Message(() => TierCalculator.Amount(TierSchedule.Of(Tier.Between(0m, 1.5m, 1m)), 2.5m)),
            Message(() => DateSpan.Between(Today, Today)),
            Message(() => ProrationCalculator.Fraction(DateSpan.From(Today), default)),
            Message(() => PayMix.Of(0.5m, 0.25m)),
            Message(() => PayMix.OfPercent(-50, 150)),
            Message(() => VestingSchedule.Of(0.5m, 0.25m)),
            Message(() => Curve.WithCap(0.5m)),
            Message(() => PayoutCurve.Of(Tier.Between(0m, 1.5m, 1m))),
            Message(() => CompPlanCheckCalculator.Check(Plan with { Components = [Plan.Components[0]] })),
            Message(() =>
                QuotaCalculator.Terms(Plan, Plan.Components[0], DateSpan.Year(2026), DateSpan.Year(2027), Today)),
            Message(() => CreditSplitCalculator.Split(Credit, [])),
            Message(() => CreditSplitCalculator.Split(
                Credit with { Share = 1m, IsOverlay = false }, [CreditShare.Of("Kim", 0.5m)])),
            Message(() => CompAssignment.Of(Plan with { Effective = DateSpan.Year(2026) }, DateSpan.Year(2027))),
            Message(() => CompLedger.Of("Kim", [CompAssignment.Of(Plan, DateSpan.Year(2027))], [Credit])),
            Message(() => CompLedger.Of("Kim", [CompAssignment.Of(Plan), CompAssignment.Of(Plan)])),
            Message(() => PriceModel.Percentage(12.5m)),
            Message(() => PriceModel.Volume(PriceTier.UpTo(10.5m, 1m), PriceTier.UpTo(1.5m, 1m))),
            Message(() => RatingCalculator.Amount(PriceModel.Graduated(PriceTier.UpTo(1_000.5m, 1m)), 1_234.5m)),
            Message(
                () => RatingCalculator.Amount(PriceModel.Capacity(["api"], CapacityTier.Of(1m, 1_000.5m)), 1_234.5m)),
            Message(() => PriceModel.Packages(PackageTier.Beyond(10.5m, 1.5m), PackageTier.Beyond(1m, 1m))),
            Message(() => RandomSource.Of(1).Trial(0).Triangular(0, 1.5, 0.5, 2)),
            Message(() => CrpsCalculator.OfPoints([1.5, 0.5], [0.5, 0.5], 1)),
            Message(() => PinballLossCalculator.Loss(1, 2, 12.5)),
            Message(() => Rollover.UpTo(1.5m, 2.5m)),
            Message(() => BillCap.AtMultiple(0.5m)),
            Message(() => new PricePlan
            {
                Name = "Team",
                BaseFee = 1.5m,
                Protection = new OverageProtection { Cap = BillCap.At(0.5m) },
            } is var plan ? BillCalculator.Amount(plan) : null),
            Message(() => UsageHistory.Of("Acme", new YearMonth(2026, 1), "api", 1m) with
            {
                ContractStart = new YearMonth(2026, 2),
            }),
            Message(() => SpendThresholds.At(1.5m, 0.5m)),
        ];

        // The part of a message that .NET adds, a line with the actual value, depends on the culture.
        static string Message(Func<object?> refused) =>
            Refusal.Any<ArgumentException>(refused).Message.Split(Environment.NewLine)[0];
    }
}
