using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Diagnostics;
using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Packaging;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;

namespace RevenueModel.Tests.Diagnostics;

/// <summary>A fictional company in which no rule of a review has a finding. Each test breaks one part of it.</summary>
internal static class SoundCompany
{
    public const string Small = "Small";
    public const string Large = "Large";
    public const string ItConsultant = "IT Consultant";
    public const string OtConsultant = "OT Consultant";
    public const string Overlay = "AI Overlay";
    public const string General = "General SI";
    public const string Specialty = "Specialty SI";

    public static readonly LocalDate Today = new(2027, 1, 1);

    public static RevenueArchitecture Architecture { get; } = new()
    {
        Name = "Northwind Controls",
        Segmentation = Segmentation.Of(
            Segment(
                Small,
                Band.Between(1L, 99L),
                Band.Between(20_000m, 100_000m),
                Band.Between(3, 6),
                Band.Between(91, 183)),
            Segment(
                Large, Band.AtLeast(100L), Band.AtLeast(100_000m), Band.Between(6, 12), Band.Between(182, 365))),
        NrrTarget = Band.Between(1.05m, 1.2m),
        BuyerMotion = new BuyerMotionFigures { DualBuyerWinRate = 0.4m, SingleBuyerWinRate = 0.2m, StatedRatio = 2m },
        BuyingGroup = new BuyingGroup
        {
            Sides = [new BuyerSide { Name = "IT" }, new BuyerSide { Name = "OT" }],
            Champions =
            [
                new ChampionRole { Name = "security", Side = "IT", Provides = "budget" },
                new ChampionRole { Name = "controls", Side = "OT", Provides = "trust", Gap = "network access" },
            ],
        },
        PartnerKinds = [Kind(General, "Alpha"), Kind(Specialty, "Beta")],
        Channel = new ChannelFigures
        {
            CoImplementedBy = [General, Specialty],
            PipelineLostWithoutSpecialtyIntegrators = 0.3m,
            SpecialtyKind = Specialty,
        },
        Expansion = new ExpansionFigures
        {
            Drivers =
            [
                Driver("assets", DriverEffect.MoreUnits, "CSM"),
                Driver("AI module", DriverEffect.AddedModule, Overlay),
            ],
            ModuleUplift = Band.Between(0.3m, 0.5m),
            AttachLagPoints = Band.Between(20m, 40m),
            ExpansionLagPoints = Band.Between(3m, 5m),
        },
        Pricing = new PricingFigures
        {
            PredictableTiers = PricingRetention.Of("predictable tiers", 0.95m),
            PureUsage = PricingRetention.Of("pure usage", 0.75m, Band.Between(0.1m, 0.2m)),
            StatedRetentionGapPoints = Band.Between(18m, 28m),
            BillShockMultiple = 3m,
        },
        CompPlans =
        [
            Published("Small AE", Small, CompMeasure.NewArr),
            Published("Large AE", Large, CompMeasure.NewArr),
            Published("CSM", segment: null, CompMeasure.ExpansionArr) with { ResidualRate = null },
            Published(ItConsultant, segment: null, CompMeasure.Activations) with
            {
                Coverage = new DealTeamCoverage
                {
                    Roles = [ItConsultant, OtConsultant], PeoplePerDeal = 2, WinRateLossWithOne = 0.5m,
                },
            },
            Published(OtConsultant, segment: null, CompMeasure.Activations),
            Published(Overlay, segment: null, CompMeasure.Activations),
        ],
        Chart = OrganizationChart.Of(
            new OrganizationRole { Name = "CRO" },
            Role("Small AE"),
            Role("Large AE"),
            Role("CSM"),
            Role(ItConsultant),
            Role(OtConsultant),
            Role(Overlay) with { Kind = RoleKind.Overlay },
            Role("Asset dashboard") with { Kind = RoleKind.Dashboard, Shows = ["assets"] }),
        RoleRequirements =
        [
            new RoleRequirement { Name = "overlay", Roles = [Overlay], FromArr = 10_000_000m },
            new RoleRequirement { Name = "consultants", Roles = [ItConsultant, OtConsultant], FromArr = 10_000_000m },
        ],
    };

    public static ReviewData Data { get; } = new()
    {
        AsOf = Today,
        Opportunities =
        [
            .. Enumerable.Range(0, 20).Select(i => Closed($"D{i}", i % 2 == 0 ? Small : Large, isWon: i % 4 < 2)),
            Open("E1", Small, days: 120),
            Open("E2", Large, days: 300),
        ],
        DealTeams = [.. Enumerable.Range(0, 20).Select(i => Team($"D{i}", ItConsultant, OtConsultant))],
        StakeholderMaps = [.. Enumerable.Range(0, 20).Select(i => Map($"D{i}", "IT", "OT"))],
        DealDiscounts =
        [
            .. Enumerable.Range(0, 20).Select(
                i => new DealDiscount { DealId = $"D{i}", Discount = 0.1m }),
        ],
        Subscriptions =
        [
            Subscription("A", 800_000m, new LocalDate(2025, 1, 1), new LocalDate(2026, 6, 1)),
            Subscription("A", 900_000m, new LocalDate(2026, 6, 1), end: null),
            Subscription("B", 200_000m, new LocalDate(2025, 1, 1), end: null),
        ],
        Sites =
        [
            new AccountSites
            {
                Account = "A", TotalSites = 10, LiveDates = [new LocalDate(2025, 1, 1), new LocalDate(2026, 6, 1)],
            },
        ],
        CompPlans =
        [
            Plan("Small AE", Small, quota: 1_000_000m, ramp: 3),
            Plan("Large AE", Large, quota: 3_000_000m, ramp: 9),
            ExpansionPlan,
        ],
        PricePlans = [Tiers],
        PricedAccounts =
        [
            new PricedAccount { Account = "A", PricePlan = "Tiers", Arr = 900_000m, UnitCostWatchedBy = "CSM" },
        ],
        SalesPlays =
        [
            new SalesPlay { Name = "Plant", Buyers = BuyerEngagement.Both, Evaluation = EvaluationMethod.Passive },
        ],
        Forecasts =
        [
            new ForecastPractice { Segment = Small, AssumedCycleDays = 130 },
            new ForecastPractice { Segment = Large, AssumedCycleDays = 300 },
        ],
        Company = new CompanyState
        {
            AsOf = Today,
            Arr = 20_000_000m,
            Heads =
            [
                new RoleHeadcount { Role = Overlay, Heads = 1 },
                new RoleHeadcount { Role = ItConsultant, Heads = 2 },
                new RoleHeadcount { Role = OtConsultant, Heads = 2 },
            ],
        },
        Teams = [SmallTeam],
    };

    public static PricePlan Tiers => new()
    {
        Name = "Tiers",
        BaseFee = 5_000m,
        Charges = [new Charge { Name = "tasks", Price = PriceModel.PerUnit(0.01m) }],
        Protection = new OverageProtection { Cap = BillCap.At(10_000m) },
    };

    public static SegmentTeam SmallTeam => new()
    {
        Segment = Small,
        AssignedQuota = 2_000_000m,
        Terms = new CapacityTerms { AnnualQuota = 1_000_000m, Ramp = RampCurve.Linear(4) },
        Heads =
        [
            new SalesHead { Name = "Ada", Employed = DateSpan.From(new LocalDate(2025, 1, 1)) },
            new SalesHead { Name = "Ben", Employed = DateSpan.From(new LocalDate(2025, 1, 1)) },
        ],
    };

    public static CompPlan ExpansionPlan => new()
    {
        Role = "CSM",
        OnTargetEarnings = 150_000m,
        PayMix = PayMix.OfPercent(70, 30),
        Components =
        [
            new PayComponent { Measure = CompMeasure.ExpansionArr, Target = PayTarget.PerYear(300_000m) },
        ],
    };

    public static ArchitectureReview Review(
        Func<ReviewData, ReviewData>? data = null,
        Func<RevenueArchitecture, RevenueArchitecture>? architecture = null,
        ReviewOptions? options = null) => ArchitectureReviewCalculator.Review(
            architecture is null ? Architecture : architecture(Architecture),
            data is null ? Data : data(Data),
            options);

    public static Opportunity Closed(string id, string segment, bool isWon) => new()
    {
        Id = id,
        Stage = isWon ? "Won" : "Lost",
        Segment = segment,
        Amount = 100_000m,
        Motion = DealMotion.NewLogo,
        BuyerEngagement = BuyerEngagement.Both,
        Partners = ["Alpha", "Beta"],
        Timeline = isWon
            ? DealTimeline.Won(created: new LocalDate(2026, 2, 1), closed: new LocalDate(2026, 9, 1))
            : DealTimeline.Lost(created: new LocalDate(2026, 2, 1), closed: new LocalDate(2026, 9, 1)),
    };

    public static Opportunity Open(string id, string segment, int days) => new()
    {
        Id = id,
        Stage = "Proposal",
        Segment = segment,
        Amount = 100_000m,
        Motion = DealMotion.Expansion,
        Timeline = DealTimeline.Open(
            created: new LocalDate(2026, 11, 1), expectedClose: new LocalDate(2026, 11, 1).PlusDays(days)),
    };

    public static DealTeam Team(string deal, params string[] roles) => new() { DealId = deal, Roles = [.. roles] };

    public static StakeholderMap Map(string deal, params string[] sides) => new()
    {
        DealId = deal,
        People =
        [
            .. sides.Select(side => new Stakeholder
            {
                Person = "Champion in " + side, Side = side, Roles = StakeholderRoles.Champion,
            }),
        ],
    };

    public static CompPlan Plan(string role, string? segment, decimal quota, int ramp) => new()
    {
        Role = role,
        Segment = segment,
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(quota) }],
        Ramp = Ramp.Straight(ramp),
        Draw = Draw.Recoverable(40_000m, months: ramp),
    };

    private static Subscription Subscription(string account, decimal arr, LocalDate start, LocalDate? end) => new()
    {
        Account = account,
        Term = end is { } last ? DateSpan.Between(start, last) : DateSpan.From(start),
        Amount = arr,
        Interval = RecurringInterval.Annual,
    };

    private static Segment Segment(
        string name, Band<long> size, Band<decimal> acv, Band<int> months, Band<int> days) => new()
    {
        Name = name,
        SizeUnit = "assets",
        Size = size,
        Acv = acv,
        CycleMonths = months,
        CycleDays = days,
        WinRate = Band.Between(0.3m, 0.38m),
        Stage2ToCloseRate = 0.45m,
        CoverageTarget = 4m,
        NrrTarget = Band.Between(1.05m, 1.2m),
    };

    private static PublishedCompPlan Published(string role, string? segment, CompMeasure measure) => new()
    {
        Role = role,
        Segment = segment,
        OnTargetEarnings = Band.Between(150_000m, 200_000m),
        PayMix = PayMix.OfPercent(50, 50),
        Measures = [PublishedMeasure.Of(measure, Band.Between(1_000_000m, 1_500_000m))],
        ResidualRate = measure == CompMeasure.NewArr ? Band.Between(0.1m, 0.1m) : null,
        ResidualOf = measure == CompMeasure.NewArr ? "expansion" : null,
        ResidualMonths = measure == CompMeasure.NewArr ? 12 : null,
    };

    private static OrganizationRole Role(string name) => new() { Name = name, ReportsTo = "CRO" };

    private static PublishedPartnerKind Kind(string name, string partner) => new()
    {
        Name = name,
        Lists = [new SectionList { Section = "all", Names = [partner] }],
    };

    private static ExpansionDriver Driver(string name, DriverEffect effect, string role) => new()
    {
        Name = name, Quantity = name, Effect = effect, WatchedBy = role,
    };
}
