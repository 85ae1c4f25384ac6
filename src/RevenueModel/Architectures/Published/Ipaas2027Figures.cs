using RevenueModel.Expansion;
using RevenueModel.Forecasting;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>The figures of the iPaaS document.</summary>
internal static class Ipaas2027Figures
{
    public const string SmbSegment = "SMB Department-Level";
    public const string MidMarketSegment = "Mid-Market Cross-System";
    public const string EnterpriseSegment = "Enterprise Integration-CoE";

    public const string PureUsage = "pure per-operation usage";

    private const string Document = "Revenue Architecture for iPaaS in 2027";
    private const string SizeUnit = "integration developers";

    private static readonly Band<decimal> AiUplift = Band.Between(0.30m, 0.58m);

    public static RevenueArchitecture Create() => new()
    {
        Name = "iPaaS 2027",
        Segmentation = Segmentation.Of(Smb(), MidMarket(), Enterprise()),
        NrrTarget = Band.Between(1.08m, 1.35m),
        GoToMarketMotions = Ipaas2027Market.Motions(),
        Market = Ipaas2027Market.Market(),
        NrrDisclosed = Ipaas2027Market.NrrDisclosed(),
        PartnerKinds = Ipaas2027Market.PartnerKinds(),
        Channel = new ChannelFigures
        {
            BoutiqueShareOfMidMarket = Band.Between(0.30m, 0.50m),
            Citation = Section("FAQ"),
        },
        Expansion = Expansion(),
        AiShift = Ipaas2027Market.AiShift(),
        Pricing = Pricing(),
        CompPlans = Ipaas2027Plans.Create(),
        PlanPrinciples = Ipaas2027Failures.Principles(),
        Chart = Ipaas2027Organization.Chart(),
        RoleRequirements = [.. Ipaas2027Organization.Requirements()],
        Reviews = [.. Ipaas2027Organization.Reviews()],
        KeyDashboards = Ipaas2027Failures.Dashboards(),
        Forecast = new ForecastFigures
        {
            InstallBase = new InstallBasePolicy
            {
                AboveEnterpriseCustomers = 2_000,
                ExpansionShare = 0.75m,
                Citation = Section("5.2"),
            },
            Vendors =
            [
                VendorCustomers.Of("Workato", 3_500, isApproximate: true),
                VendorCustomers.Of("MuleSoft", 2_000, isApproximate: true),
                VendorCustomers.Of("Boomi (cross-segment)", 20_000, isApproximate: true, isAtLeast: true),
                VendorCustomers.Of("Informatica", 5_500, isApproximate: true),
            ],
            Citation = Section("5.2"),
        },
        FailureModes = Ipaas2027Failures.FailureModes(),
        Flows = Ipaas2027Failures.Flows(),
        Lists = Ipaas2027Failures.Lists(),
        Restatements = Ipaas2027Notes.Restatements(),
        Notes = Ipaas2027Notes.Notes(),
        Citation = Section("1 to 7"),
    };

    public static Citation Section(string section) => new(Document, section);

    // The names are published. Quantity, effect and role follow from pricing (2.2), dashboards (7.2) and roles (3).
    private static ExpansionFigures Expansion()
    {
        Citation drivers = Section("Direct Answer");
        return new ExpansionFigures
        {
            VolumeUnit = "active integrations",
            VolumeDisclosedBy = "Workato",
            VolumeDisclosedIn = 2026,
            VolumeGrowsWith = ["more systems", "more business processes", "more agentic AI use cases"],
            Volume = ExpansionCurve.Years([24, 48, 72]),
            AcvMultiple = ExpansionCurve.Years([1.0, 1.5, 2.2]),
            StatedVolumeGrowthPerYear = 0.33m,
            Drivers =
            [
                new ExpansionDriver
                {
                    Name = "integration volume",
                    Quantity = "active integrations",
                    Effect = DriverEffect.HigherTier,
                    WatchedBy = "CSM",
                    Citation = drivers,
                },
                new ExpansionDriver
                {
                    Name = "endpoint count",
                    Quantity = "connected endpoints",
                    Effect = DriverEffect.MoreUnits,
                    WatchedBy = "CSM",
                    Citation = drivers,
                },
                new ExpansionDriver
                {
                    Name = "agentic-AI-integration module attach",
                    Quantity = "accounts with the module",
                    Effect = DriverEffect.AddedModule,
                    WatchedBy = "AI Integration Specialist overlay",
                    Uplift = AiUplift,
                    Citation = drivers,
                },
            ],
            ModuleUplift = AiUplift,
            ExpansionLagPoints = Band.Between(30m, 45m),
            Citation = Section("2.2, 7.2, FAQ"),
        };
    }

    private static PricingFigures Pricing()
    {
        Citation citation = Section("2.3, 7.1");
        return new PricingFigures
        {
            PredictableTiers =
                PricingRetention.Of("predictable tiers with overage protection", 0.95m, citation: citation),
            PureUsage = PricingRetention.Of(PureUsage, 0.78m, Band.Between(0.20m, 0.40m), citation),
            StatedRetentionGapPoints = Band.Between(18m, 28m),
            BillShockMultiple = 3m,
            Source = "Forrester 2027 iPaaS Wave",
            PricedUnits = ["tasks", "operations"],
            Instrument = "customer cost-per-task",
            Offer = "predictable consumption tiers with overage protection, not pure usage pricing",
            Citation = citation,
        };
    }

    private static Segment Smb() => new()
    {
        Name = SmbSegment,
        SizeUnit = SizeUnit,
        Size = Band.Between(1L, 5L),
        Acv = Band.Between(8_000m, 48_000m),
        CycleMonths = Band.Between(1, 4),
        CycleDays = Band.Between(30, 120),
        WinRate = Band.Between(0.22m, 0.30m),
        Stage2ToCloseRate = 0.22m,
        CoverageTarget = 3.4m,
        DecisionMakers = ["Department Director", "IT Lead"],
        Modules = ["pre-built connectors", "basic recipes", "small-scale operations volume", "visual builder"],
        Citation = Section("1.1, 2.1"),
    };

    private static Segment MidMarket() => new()
    {
        Name = MidMarketSegment,
        SizeUnit = SizeUnit,
        Size = Band.Between(6L, 40L),
        Acv = Band.Between(98_000m, 680_000m),
        CycleMonths = Band.Between(3, 8),
        CycleDays = Band.Between(90, 240),
        WinRate = Band.Between(0.18m, 0.25m),
        Stage2ToCloseRate = 0.18m,
        CoverageTarget = 4.4m,
        NrrTarget = Band.Between(1.15m, 1.25m),
        DecisionMakers = ["VP Integration", "VP Apps", "CIO", "Director Architecture", "Security"],
        Modules =
        [
            "enterprise iPaaS", "custom connectors", "on-prem agent", "governance", "ALM",
            "ESB-replacement capability", "API management", "EDI", "data transformation", "agentic AI integration",
        ],
        Citation = Section("1.2, 2.1"),
    };

    private static Segment Enterprise() => new()
    {
        Name = EnterpriseSegment,
        SizeUnit = SizeUnit,
        Size = Band.AtLeast(41L),
        LargestQuotedSize = 3_000,
        Acv = Band.AtLeast(680_000m),
        LargestQuotedAcv = 24_000_000m,
        CycleMonths = Band.Between(6, 18),
        CycleDays = Band.Between(180, 540),
        WinRate = Band.Between(0.13m, 0.19m),
        Stage2ToCloseRate = 0.13m,
        CoverageTarget = 5.2m,
        CoverageTargetAtStage2 = 3.4m,
        NrrTarget = Band.Between(1.20m, 1.35m),
        StakeholderCount = Band.Between(8, 18),
        Modules =
        [
            "full enterprise platform", "multi-region deployment", "custom AI/ML integration",
            "agentic AI orchestration", "API management", "EDI", "B2B integration", "master data management",
            "governance", "ALM", "24/7 enterprise support",
        ],
        Citation = Section("1.3, 2.1"),
    };
}
