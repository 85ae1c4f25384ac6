using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Expansion;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Conventions;

/// <summary>
/// Scalar calculators, and bulk methods that write to a destination, allocate nothing once the JIT has compiled them.
/// </summary>
public partial class ZeroAllocationTests
{
    private const int Calls = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Segmentation Segmentation = PublishedArchitectures.IndustrialIot2027.Segmentation;
    private static readonly decimal[] Acvs = [0m, 20_000m, 60_000m, 98_000m, 680_000m];
    private static readonly int[] Positions = new int[Acvs.Length];
    private static readonly int[] Days = [10, 20, 30, 45, 90];
    private static readonly decimal[] Weights = [0.7m, 0.2m, 0.1m];
    private static readonly decimal[] ManyWeights = [.. Enumerable.Range(1, 500).Select(number => number / 8m)];
    private static readonly long[] Counts = new long[3];
    private static readonly long[] ManyCounts = new long[500];
    private static readonly decimal[] Parts = new decimal[3];
    private static readonly decimal[] ManyParts = new decimal[500];
    private static readonly long[] Amounts = [.. Enumerable.Range(1, 1_000).Select(number => number * 1_000_003L)];
    private static readonly int[] PartsPerMillion = [.. Enumerable.Range(1, 1_000).Select(number => number * 997)];

    private static readonly ExpansionCurve Integrations = ExpansionCurve.Years([24, 48, 72], end: CurveEnd.Continued);
    private static readonly CohortSurvival Survival = CohortSurvival.Yearly(0.95);
    private static readonly SiteEstate Estate = SiteEstate.Of("Acme", 4, 40, 4m, 125_000m);
    private static readonly double[] SurvivalShares = [1, 0.9, 0.8];
    private static readonly double[] Ages = [0, 6.5, 24, 30];
    private static readonly double[] AgeValues = new double[Ages.Length];
    private static readonly int[] WholeAges = [0, 6, 6, 24, 30];
    private static readonly double[] ArrByMonth = new double[13];

    private static readonly SalesProcess Process = SalesProcess.Of(
        new PipelineStage { Name = "Discovery", WinProbability = 0.1m },
        new PipelineStage { Name = "Proposal", WinProbability = 0.4m });

    private static readonly Opportunity Open = new()
    {
        Id = "D-1",
        Stage = "proposal",
        Timeline = DealTimeline.Open(new LocalDate(2026, 1, 1), expectedClose: new LocalDate(2026, 9, 30)),
        Amount = 12_345.67m,
    };

    private static readonly Opportunity Won = Open with
    {
        Id = "D-2",
        Timeline = DealTimeline.Won(new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 1)),
    };

    private static readonly Opportunity Lost =
        Won with { Id = "D-3", Timeline = DealTimeline.Lost(closed: new LocalDate(2026, 2, 1)) };
    private static readonly Opportunity[] Deals = [Open, Won, Lost, Won with { Amount = null }];

    private static readonly TierSchedule Tiers = TierSchedule.Of(
        Tier.Between(0m, 100_000m, 0.05m),
        Tier.Interpolated(100_000m, 125_000m, 7_000m),
        Tier.Between(125_000m, 150_000m, 0.07m, TierMode.RetroactiveOnOverage),
        Tier.AtLeast(150_000m, 0.08m, TierMode.RetroactiveToFirstUnit));

    private static readonly PayoutCurve Curve = PayoutCurve
        .Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m, TierMode.RetroactiveToFirstUnit))
        .WithThreshold(0.5m)
        .WithCap(2m);

    private static readonly CompPlan Plan = new()
    {
        Role = "Account executive",
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components =
        [
            new PayComponent { Measure = CompMeasure.GrossRetention, Weight = 0.4m, Target = PayTarget.Level(0.95m) },
            new PayComponent
            {
                Measure = CompMeasure.NewArr,
                Weight = 0.6m,
                Target = PayTarget.PerYear(1_200_000m),
                Curve = Curve,
                Period = MeasurementPeriod.Quarter,
            },
        ],
        Ramp = Ramp.Of(RampMonth.Of(0m, 1m), RampMonth.Of(0.5m, 0.5m)),
    };

    private static readonly PayComponent Component = Plan.Components[1];
    private static readonly ComponentTerms Terms = new(1_200_000m, 60_000m, Curve, amountCap: 150_000m);
    private static readonly LocalDate Hired = new(2027, 1, 15);
    private static readonly DateSpan Quarter = DateSpan.Of(YearQuarter.Of(2027, 1));
    private static readonly CreditGate Gate = new() { Name = "Both buyers", Segments = ["SMB", "Mid-Market"] };
    private static readonly CreditShare[] CreditShares =
        [CreditShare.Of("Kim", 1m), CreditShare.Of("Eve", 0.5m, isOverlay: true)];
    private static readonly decimal[] Attainments = [0m, 0.5m, 1.2m, 3m, 1m];
    private static readonly decimal[] Paid = new decimal[5];

    private static readonly CompCredit Credit =
        new() { Date = Hired, Measure = CompMeasure.NewArr, Amount = 12_345.67m, Share = 0.5m };

    private static readonly TieredPrice Graduated = PriceModel.Graduated(
        PriceTier.UpTo(1_000m, 0.1m, 5m), PriceTier.UpTo(10_000m, 0.08m), PriceTier.Beyond(0.05m));

    private static readonly TieredPrice VolumeAlone = PriceModel.Volume([.. Graduated.Tiers]);
    private static readonly TieredPrice Volume = VolumeAlone.WithBuyUp();
    private static readonly PackagePrice Package = PriceModel.Package(1_000m, 50m, freeUnits: 100m);
    private static readonly decimal[] Usages = [0m, 12.5m, 1_000m, 1_234.567m, 98_765.4321m];
    private static readonly decimal[] Bills = new decimal[Usages.Length];

    private static readonly PercentagePrice Percentage = PriceModel.Percentage(0.029m) with
    {
        FixedFee = 0.3m,
        FreeEvents = 1,
        FreeAmount = 10m,
        TransactionLimits = Band.Between(0.5m, 12m),
    };

    private static readonly CapacityPrice Capacity = PriceModel.Capacity(
        ["api", "gb"], CapacityTier.Of(100m, 1_000m, 10m), CapacityTier.Of(500m, null, null));

    private static readonly Charge ApiCharge = new()
    {
        Name = "API calls",
        Meter = "api",
        Price = Volume,
        Conversion = UnitConversion.Divide(7m, UnitRounding.Up),
        Allowance = Allowance.Of(50m, Rollover.UpTo(100m, 10m)),
        UsageDiscount = 2m,
        AmountDiscount = 1m,
        PercentDiscount = 0.1m,
        Limits = Band.Between(1m, 5_000m),
    };

    private static readonly Charge CapacityCharge = new() { Name = "Capacity", Price = Capacity };

    private static readonly PricePlan PlanOfOneMeter = new()
    {
        Name = "One",
        BaseFee = 100m,
        Charges = [ApiCharge],
        Commitment = Commitment.Ramped(150m, 200m) with { OverageMultiplier = 1.5m },
    };

    private static readonly PricePlan PlanOfTwoMeters = new()
    {
        Name = "Two",
        BaseFee = 100m,
        Charges = [ApiCharge, CapacityCharge, new Charge { Name = "Packages", Meter = "gb", Price = Package }],
        AmountDiscount = 5m,
        PercentDiscount = 0.05m,
        Commitment = Commitment.Of(1_200m) with { Period = CommitmentPeriod.ContractYear },
        Protection =
            new OverageProtection { Cap = BillCap.AtMultiple(3m), SmoothingPeriods = 3, MoveUpTo = PlanOfOneMeter },
    };

    private static readonly UsageHistory History = UsageHistory.Of(
        "Acme", new YearMonth(2026, 1),
        MeterSeries.Of("GB", [.. Usages]), MeterSeries.Of("other", [.. Usages]), MeterSeries.Of("API", [.. Usages]));

    private static readonly ShiftedBetaGeometric Renewals = ShiftedBetaGeometric.Of(0.668, 3.806);

    private static readonly BetaDiscreteWeibull Tenure = BetaDiscreteWeibull.Of(0.259, 1.722, 1.584);

    private static readonly SurvivalCurve Remission = KaplanMeierCalculator.Measure(
        SurvivalTableCalculator.Tabulate(
            [new SurvivalSubject { Time = 9, Cause = 1 }, new SurvivalSubject { Time = 48 }]));

    private static readonly CloseTiming Timing = CloseTimingCalculator.Measure(Deals, new LocalDate(2026, 6, 30));

    private static readonly double[] TimingDays = [.. Ages.Select(age => age + 1)];

    private static readonly Dictionary<string, Action> Operations = new(StringComparer.Ordinal)
    {
        ["CoverageCalculator.Coverage"] = () => CoverageCalculator.Coverage(3_600_000m, 1_000_000m),
        ["CloseTiming.WinProbability"] = () => Timing.WinProbability(25, 40),
        ["CloseTiming.Probability"] = () => Timing.Probability(25, 40),
        ["CloseTiming.WinProbabilities"] = () => Timing.WinProbabilities(Ages, TimingDays, AgeValues),
        ["CoverageCalculator.Compare"] = () => CoverageCalculator.Compare(3m, 1_000_000m, 400_000m),
        ["CoverageCalculator.RequiredPipeline"] = () => CoverageCalculator.RequiredPipeline(1_000_000m, 3.6m),
        ["CoverageCalculator.RequiredPipelineAtWinRate"] = () =>
            CoverageCalculator.RequiredPipelineAtWinRate(1_000_000m, 0.22m),
        ["CoverageCalculator.CoverageTarget"] = () => CoverageCalculator.CoverageTarget(0.22m, 0.1m),
        ["CoverageCalculator.ExpectedAttainment"] = () => CoverageCalculator.ExpectedAttainment(3.4m, 0.12m),
        ["CoverageCalculator.RequiredOpportunities"] = () =>
            CoverageCalculator.RequiredOpportunities(1_000_000m, 35_000m, 0.22m),
        ["CoverageCalculator.ImpliedWinRate"] = () => CoverageCalculator.ImpliedWinRate(3.6m),
        ["VelocityCalculator.PipelineVelocity"] = () => VelocityCalculator.PipelineVelocity(40, 35_000m, 0.22m, 90m),
        ["VelocityCalculator.WonValueVelocity"] = () => VelocityCalculator.WonValueVelocity(350_000m, 90m),
        ["WinRateCalculator.ByCount"] = () => WinRateCalculator.ByCount(22, 78),
        ["WinRateCalculator.ByValue"] = () => WinRateCalculator.ByValue(22m, 78m),
        ["WinRateCalculator.Measure"] = () => WinRateCalculator.Measure(Deals),
        ["VelocityCalculator.Measure"] = () => VelocityCalculator.Measure(Deals),
        ["CycleCalculator.Measure"] = () => CycleCalculator.Measure(Deals),
        ["RateDifferenceCalculator.Newcombe"] = () => RateDifferenceCalculator.Newcombe(56, 70, 48, 80),
        ["LifetimeValueCalculator.Margin"] = () => LifetimeValueCalculator.Margin(40m, 0.75m, 0.04m),
        ["LifetimeValueCalculator.Discounted"] = () => LifetimeValueCalculator.Discounted(40m, 0.75m, 0.9m, 0.1m),
        ["LifetimeValueCalculator.OverPeriods"] = () =>
            LifetimeValueCalculator.OverPeriods(40m, 0.75m, 1.2m, 0.1m, 10),
        ["LifetimeValueCalculator.OfSurvival"] = () =>
            LifetimeValueCalculator.OfSurvival(40m, 0.75m, SurvivalShares.AsSpan(), 0.1m),
        ["CacCalculator.Cac"] = () => CacCalculator.Cac(50_000m, 25),
        ["CacCalculator.PaybackMonths"] = () => CacCalculator.PaybackMonths(400_000m, 500_000m, 0.8m),
        ["CacCalculator.LtvToCac"] = () => CacCalculator.LtvToCac(1_200_000m, 400_000m),
        ["EfficiencyCalculator.QuickRatio"] = () => EfficiencyCalculator.QuickRatio(28m, 8m),
        ["EfficiencyCalculator.MagicNumber"] = () => EfficiencyCalculator.MagicNumber(8m, 6m, 7m),
        ["EfficiencyCalculator.BurnMultiple"] = () => EfficiencyCalculator.BurnMultiple(3m, 1m),
        ["EfficiencyCalculator.RuleOf40"] = () => EfficiencyCalculator.RuleOf40(0.3m, 0.1m),
        ["ProportionCalculator.Wilson"] = () => ProportionCalculator.Wilson(81, 263),
        ["QuantileCalculator.Quantile inclusive"] = () => QuantileCalculator.Quantile(Days, 0.9m),
        ["QuantileCalculator.Quantile exclusive"] = () =>
            QuantileCalculator.Quantile(Days, 0.9m, QuantileMethod.Exclusive),
        ["QuantileCalculator.Quantile nearest rank"] = () =>
            QuantileCalculator.Quantile(Days, 0.9m, QuantileMethod.NearestRank),
        ["ShiftedBetaGeometric.Survival"] = () => _ = Renewals.Survival(12) + Renewals.RenewalRate(3),
        ["ShiftedBetaGeometricCalculator.ExpectedResidualLifetime"] = () =>
            ShiftedBetaGeometricCalculator.ExpectedResidualLifetimeByContractPeriods(Renewals, 3, 0.1),
        ["BetaDiscreteWeibull.Survival"] = () => _ = Tenure.Survival(12) + Tenure.RenewalRate(3),
        ["SurvivalCurve.Survival"] = () => Remission.Survival(30m),
        ["DualBuyerCalculator.Solve"] = () => DualBuyerCalculator.Solve(0.22m, 0.4m, 2.375m),
        ["DualBuyerCalculator.Blend"] = () => DualBuyerCalculator.Blend(0.38m, 0.16m, 0.4m),
        ["DualBuyerCalculator.RaiseShare"] = () =>
            _ = DualBuyerCalculator.RaiseShare(DualBuyerCalculator.Solve(0.22m, 0.4m, 2.375m), 0.6m, 1_000_000m).Gain,
        ["SegmentCalculator.BySize"] = () => SegmentCalculator.BySize(Segmentation, 51),
        ["SegmentCalculator.ByAcv in a segment"] = () => SegmentCalculator.ByAcv(Segmentation, 20_000m),
        ["SegmentCalculator.ByAcv in a gap"] = () => SegmentCalculator.ByAcv(Segmentation, 60_000m),
        ["SegmentCalculator.ByAcv on a shared end"] = () => SegmentCalculator.ByAcv(Segmentation, 680_000m),
        ["SegmentCalculator.ByAcv below all"] = () => SegmentCalculator.ByAcv(Segmentation, 1m),
        ["SegmentCalculator.PositionsByAcv"] = () => SegmentCalculator.PositionsByAcv(Segmentation, Acvs, Positions),
        ["SegmentCalculator.Classify"] = () => _ = SegmentCalculator.Classify(Segmentation, 51, 98_000m).Segment,
        ["Segmentation.Find"] = () => Segmentation.Find("mid-market industrial"),
        ["ExpansionCurveCalculator.Value"] = () => ExpansionCurveCalculator.Value(Integrations, 18.5),
        ["ExpansionCurveCalculator.Values"] = () => ExpansionCurveCalculator.Values(Integrations, Ages, AgeValues),
        ["ExpansionCurveCalculator.GrowthPerYear"] = () =>
            ExpansionCurveCalculator.GrowthPerYear(Integrations, 0, 24),
        ["CohortProjectionCalculator.ArrByMonth"] = () =>
            CohortProjectionCalculator.ArrByMonth(Integrations, Survival, WholeAges, Acvs, ArrByMonth),
        ["SiteRolloutCalculator.MonthsTo"] = () => SiteRolloutCalculator.MonthsTo(Estate, 0.5m),
        ["WeightedForecastCalculator.Weight"] = () => WeightedForecastCalculator.Weight(Process, Open),
        ["WeightedForecastCalculator.MonthOf"] = () => WeightedForecastCalculator.MonthOf(Open),
        ["SalesProcess.ConversionRate"] = () => Process.ConversionRate(0),
        ["DealTimeline.Won"] = () =>
            _ = DealTimeline.Won(new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 1)).CycleDays,
        ["DealTimeline.AgeInDays"] = () => Open.Timeline.AgeInDays(new LocalDate(2026, 5, 1)),
        ["AllocationCalculator of a count"] = () =>
            AllocationCalculator.ByLargestRemainder(1_000_001, Weights, Counts),
        ["AllocationCalculator of a count into many"] = () =>
            AllocationCalculator.ByLargestRemainder(1_000_001, ManyWeights, ManyCounts),
        ["AllocationCalculator of an amount"] = () =>
            AllocationCalculator.ByLargestRemainder(10_000.01m, Weights, RoundingPolicy.Cents, Parts),
        ["AllocationCalculator of an amount into many"] = () =>
            AllocationCalculator.ByLargestRemainder(10_000.01m, ManyWeights, RoundingPolicy.Cents, ManyParts),
        ["RoundingPolicy.Round"] = () => RoundingPolicy.Cents.Round(12.345m),
        ["RoundingPolicy.ToMinorUnits"] = () =>
            RoundingPolicy.Cents.FromMinorUnits(RoundingPolicy.Cents.ToMinorUnits(12.34m)),
        ["RoundingPolicy.ToDigits"] = () => RoundingPolicy.ToDigits(3, RoundingRule.HalfToEven),
        ["Band of decimals"] = () => Use(Band.Between(12_000m, 58_000m), 60_000m),
        ["Band of doubles"] = () => Use(Band.Between(12_000.0, 58_000.0), 60_000.0),
        ["Band of longs"] = () => Use(Band.Between(12_000L, 58_000L), 60_000L),
        ["Band of ints"] = () => Use(Band.Between(12_000, 58_000), 60_000),
        ["Open band"] = () => Use(Band.AtLeast(680_000m), 60_000m),
        ["FiscalCalendar"] = () =>
            FiscalCalendar.StartingIn(2)
                .FirstDayOf(FiscalCalendar.StartingIn(2).QuarterOf(new LocalDate(2026, 12, 15))),
        ["YearQuarter.PlusQuarters"] = () => YearQuarter.Containing(new LocalDate(2026, 12, 15)).PlusQuarters(3),
        ["WeightedSumCalculator.Sum"] = () => WeightedSumCalculator.Sum(Amounts, PartsPerMillion),
        ["ValueList enumeration and equality"] = () => Sum(Segmentation.Segments),
        ["TierCalculator.Amount"] = () => TierCalculator.Amount(Tiers, 110_000m),
        ["TierCalculator.Amounts"] = () => TierCalculator.Amounts(Tiers, Acvs, Paid),
        ["TierCalculator.AmountOfNext"] = () => TierCalculator.AmountOfNext(Tiers, 90_000m, 70_000m),
        ["TierCalculator.TierOf"] = () => TierCalculator.TierOf(Tiers, 130_000m),
        ["Tier"] = () =>
            _ = Tier.Between(0m, 10m, 1m) == Tier.AtLeast(0m, 1m) | Tier.Interpolated(0m, 10m, 1m) == default,
        ["DateSpan"] = () => Use(Quarter, DateSpan.From(Hired)),
        ["DateSpan factories"] = () =>
            _ = DateSpan.Of(YearQuarter.Of(2027, 1), FiscalCalendar.StartingIn(2)).Overlaps(DateSpan.Year(2027))
            | DateSpan.Of(new YearMonth(2027, 1)).Contains(DateSpan.Months(Hired, 3)),
        ["ProrationCalculator by days"] = () => Prorate(DayCount.ActualActual),
        ["ProrationCalculator by 365 days"] = () => Prorate(DayCount.Actual365),
        ["ProrationCalculator by 30 days"] = () => Prorate(DayCount.Thirty360),
        ["PayMix.Of"] = () => _ = PayMix.OfPercent(45, 55) == PayMix.Of(0.45m, 0.55m) & PayMix.IsValid(0.5m, 0.5m),
        ["PayoutCalculator.Payout"] = () => PayoutCalculator.Payout(Curve, 1.25m),
        ["PayoutCalculator.Payouts"] = () => PayoutCalculator.Payouts(Curve, Attainments, Paid),
        ["PayoutCalculator.NeverFalls"] = () => PayoutCalculator.NeverFalls(Curve),
        ["PayoutCalculator.IsContinuous"] = () => PayoutCalculator.IsContinuous(Curve),
        ["CommissionCalculator.Pay"] = () => CommissionCalculator.Amount(Terms, 1_234_567.89m),
        ["CommissionCalculator.PayOfNext"] = () => CommissionCalculator.AmountOfNext(Terms, 1_000_000m, 345_678.9m),
        ["CommissionCalculator.Pay of many"] = () =>
            CommissionCalculator.Amounts(Terms, Acvs, RoundingPolicy.Cents, 500_000m, Paid),
        ["QuotaCalculator.PeriodOf"] = () => QuotaCalculator.PeriodOf(Plan, Component, Hired),
        ["QuotaCalculator.PeriodOf a year"] = () => QuotaCalculator.PeriodOf(Plan, Plan.Components[0], Hired),
        ["QuotaCalculator.Target"] = () =>
            QuotaCalculator.Target(Plan, Component, Quarter, DateSpan.From(Hired), Hired),
        ["QuotaCalculator.TargetPay"] = () =>
            QuotaCalculator.TargetPay(Plan, Component, Quarter, DateSpan.From(Hired)),
        ["QuotaCalculator.Guarantee"] = () => QuotaCalculator.Guarantee(Plan, Quarter, DateSpan.From(Hired), Hired),
        ["CompPlan figures"] = () =>
            _ = Plan.Quota + Plan.CommissionRateAtQuota + Plan.QuotaToOteMultiple + Plan.BaseSalary,
        ["CompPlan.ComponentOf"] = () => Plan.FindComponent(CompMeasure.NewArr),
        ["VestingSchedule.VestingDay"] = () => default(VestingSchedule).VestingDay(Hired, 0),
        ["CreditGate.AppliesTo"] = () => Gate.AppliesTo("mid-market"),
        ["CompCredit.Credited"] = () => _ = Credit.Credited,
        ["RatingCalculator.Amount graduated"] = () => RatingCalculator.Amount(Graduated, 12_345.678m),
        ["RatingCalculator.Amount volume, buying up"] = () => RatingCalculator.Amount(Volume, 999m),
        ["RatingCalculator.Amount of packages"] = () => RatingCalculator.Amount(Package, 12_345.678m),
        ["RatingCalculator.Amounts"] = () => RatingCalculator.Amounts(Graduated, Usages, Bills),
        ["RatingCalculator.Amounts, buying up"] = () => RatingCalculator.Amounts(Volume, Usages, Bills),
        ["RatingCalculator.Amounts of packages"] = () => RatingCalculator.Amounts(Package, Usages, Bills),
        ["RatingCalculator.AmountOfNext"] = () => RatingCalculator.AmountOfNext(Graduated, 900m, 12_345.678m),
        ["RatingCalculator.AmountAtTierOf"] = () => RatingCalculator.AmountAtTierOf(VolumeAlone, 900m, 12_345.678m),
        ["RatingCalculator.Amount of transactions"] = () => RatingCalculator.Amount(Percentage, Usages),
        ["RatingCalculator.Amount of capacity"] = () => RatingCalculator.Amount(Capacity, 1_000m, 10.5m),
        ["BillCalculator.Rate"] = () => _ = BillCalculator.Rate(ApiCharge, 12_345.678m).Amount,
        ["BillCalculator.Rate of capacity"] = () => _ = BillCalculator.Rate(CapacityCharge, 1_000m, 10.5m).Amount,
        ["BillCalculator.Amount"] = () => BillCalculator.Amount(PlanOfTwoMeters, 12_345.678m, 12.5m),
        ["BillCalculator.Bill"] = () => _ = BillCalculator.Bill(PlanOfTwoMeters, 12_345.678m, 12.5m).MovedUp,
        ["BillCalculator.Amounts"] = () => BillCalculator.Amounts(PlanOfOneMeter, Usages, Bills),
        ["BillCalculator.Bills"] = () => BillCalculator.MonthlyAmounts(PlanOfTwoMeters, History, Bills),
        ["UnitConversion.Convert"] = () =>
            UnitConversion.Multiply(1.2m, UnitRounding.HalfUp).Convert(UnitConversion.Divide(7m).Convert(100m)),
        ["Rollover.Carry"] = () => Rollover.UpTo(100m, 10m).Carry(12.5m),
        ["Commitment.AmountIn"] = () => PlanOfOneMeter.Commitment!.AmountIn(2),
        ["UsageHistory.Find"] = () => History.Find("api"),
        ["SpendCapCalculator.Apply"] = () => SpendCapCalculator.Apply(1_000m, 100m, Usages, Bills),
        ["PercentExtensions"] = () => _ = 22.Percent + 12.5m.Percent,
    };

    public static TheoryData<string> Names => [.. Operations.Keys, .. Scoring.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsAllocated(string operation)
    {
        Assert.Equal(0L, SteadyAllocation(
            Operations.TryGetValue(operation, out Action? found) ? found : Scoring[operation]));
    }

    [Fact]
    public void AnAllocationOfOneObjectPerCallIsDetected()
    {
        Assert.True(
            SteadyAllocation(static () => GC.KeepAlive(new object()), TimeSpan.FromMilliseconds(300)) >= 24L * Calls);
    }

    // Code that is not yet optimized can box values that optimized code does not box. The calls are therefore repeated
    // until a whole round allocates nothing; code that allocates one byte per call never gets there. (In a debug
    // build, a span of constants allocates a handle each time it is read; an array that is created once does not.)
    private static long SteadyAllocation(Action operation, TimeSpan? patience = null)
    {
        long deadline = Environment.TickCount64 + (long)(patience ?? Patience).TotalMilliseconds;
        while (true)
        {
            operation();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Calls; i++)
            {
                operation();
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated == 0 || Environment.TickCount64 > deadline)
            {
                return allocated;
            }

            Thread.Sleep(20);
        }
    }

    private static void Use<T>(Band<T> band, T value)
        where T : struct, System.Numerics.INumber<T>
    {
        _ = band.Contains(value);
        _ = band.Locate(value);
        _ = band.Midpoint;
        _ = band.Interpolate(0.3m);
        _ = band.PositionOf(value);
        _ = band.Clamp(value);
        _ = band.DistanceTo(value);
        _ = band == default;
        _ = Band.IsValid(value, value);
    }

    private static void Use(DateSpan span, DateSpan other)
    {
        _ = span.Contains(other.Start);
        _ = span.Contains(other);
        _ = span.Intersect(other);
        _ = span.Overlaps(other);
        _ = span.Days;
        _ = span == other;
        _ = DateSpan.IsValid(span.Start, other.Start);
    }

    private static void Prorate(DayCount dayCount)
    {
        _ = ProrationCalculator.Fraction(Quarter, DateSpan.From(Hired), dayCount);
        _ = ProrationCalculator.Prorate(100_000m, Quarter, DateSpan.From(Hired), dayCount);
    }

    private static int Sum(ValueList<Segment> segments)
    {
        int sum = segments == Segmentation.Segments ? 1 : 0;
        foreach (Segment segment in segments)
        {
            sum += segment.CycleDays.Min;
        }

        return sum + segments[0].CycleDays.Min;
    }
}
