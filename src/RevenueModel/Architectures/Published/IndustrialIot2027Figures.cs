using RevenueModel.Forecasting;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>The figures of the industrial IoT document.</summary>
internal static class IndustrialIot2027Figures
{
    public const string SmbSegment = "SMB Single-Site";
    public const string MidMarketSegment = "Mid-Market Industrial";
    public const string EnterpriseSegment = "Enterprise Asset-Intensive";

    public const string Big4 = "Big-4 SI";
    public const string OtSpecialty = "OT-specialty SI";

    private const string Document = "Revenue Architecture for Industrial IoT Platforms in 2027";
    private const string SizeUnit = "connected assets";

    public static RevenueArchitecture Create() => new()
    {
        Name = "Industrial IoT platforms 2027",
        Segmentation = Segmentation.Of(Smb(), MidMarket(), Enterprise()),
        NrrTarget = Band.Between(1.02m, 1.30m),
        BuyerMotion = new BuyerMotionFigures
        {
            DualBuyerWinRate = 0.38m,
            SingleBuyerWinRate = 0.16m,
            StatedRatio = 2.4m,
            Condition = "IT and OT both engaged in the discovery phase",
            Source = "IDC 2027 IIoT Buyer Survey",
            Citation = Section("2.2, 7.1"),
        },
        BuyingGroup = IndustrialIot2027Market.BuyingGroup(),
        Market = IndustrialIot2027Market.Market(),
        NrrDisclosed = IndustrialIot2027Market.NrrDisclosed(),
        PartnerKinds = IndustrialIot2027Market.PartnerKinds(),
        Channel = Channel(),
        Expansion = IndustrialIot2027Expansion.Create(),
        AiShift = IndustrialIot2027Market.AiShift(),
        CustomerValue = IndustrialIot2027Market.CustomerValue(),
        CompPlans = IndustrialIot2027Plans.Create(),
        PlanPrinciples = IndustrialIot2027Failures.Principles(),
        Chart = IndustrialIot2027Organization.Chart(),
        RoleRequirements = [.. IndustrialIot2027Organization.Requirements()],
        Reviews = [.. IndustrialIot2027Organization.Reviews()],
        KeyDashboards = IndustrialIot2027Failures.Dashboards(),
        Forecast = Forecast(),
        FailureModes = IndustrialIot2027Failures.FailureModes(),
        Flows = IndustrialIot2027Failures.Flows(),
        Restatements = IndustrialIot2027Notes.Restatements(),
        Notes = IndustrialIot2027Notes.Notes(),
        Citation = Section("1 to 7"),
    };

    public static Citation Section(string section) => new(Document, section);

    private static ChannelFigures Channel() => new()
    {
        EnterpriseCoImplementedByAllShare = 0.74m,
        CoImplementedBy = [Big4, OtSpecialty],
        Source = "Verdantix 2027 IIoT Buyer Survey",
        IsPipelineLossApproximate = true,
        PipelineLostWithoutSpecialtyIntegrators = 0.30m,
        Expansion =
        [
            new ChannelExpansion(ImplementationChannel.BothIntegrators, ExpansionLevel.Highest),
            new ChannelExpansion(ImplementationChannel.OneIntegrator, ExpansionLevel.Moderate),
            new ChannelExpansion(ImplementationChannel.Direct, ExpansionLevel.Limited),
        ],
        Citation = Section("2.3, 7.2"),
    };

    private static ForecastFigures Forecast() => new()
    {
        InstallBase = new InstallBasePolicy
        {
            AboveEnterpriseCustomers = 1_200,
            ExpansionShare = 0.70m,
            Citation = Section("5.2"),
        },
        Vendors =
        [
            VendorCustomers.Of("PTC ThingWorx", 2_800, isApproximate: true),
            VendorCustomers.Of("AVEVA PI", 9_000, isApproximate: true),
            VendorCustomers.Of("Samsara industrial", 17_000, isApproximate: true),
        ],
        Citation = Section("5.2"),
    };

    private static Segment Smb() => new()
    {
        Name = SmbSegment,
        SizeUnit = SizeUnit,
        Size = Band.Between(1L, 50L),
        Acv = Band.Between(12_000m, 58_000m),
        CycleMonths = Band.Between(3, 7),
        CycleDays = Band.Between(90, 210),
        WinRate = Band.Between(0.22m, 0.30m),
        Stage2ToCloseRate = 0.22m,
        CoverageTarget = 3.6m,
        SalesMotion = "inside AE",
        DecisionMakers = ["Plant Manager", "IT Director"],
        Modules = ["device connectivity", "basic telemetry", "dashboarding", "alerting", "mobile app"],
        Citation = Section("1.1, 2.1"),
    };

    private static Segment MidMarket() => new()
    {
        Name = MidMarketSegment,
        SizeUnit = SizeUnit,
        Size = Band.Between(51L, 2_000L),
        Acv = Band.Between(98_000m, 680_000m),
        CycleMonths = Band.Between(6, 14),
        CycleDays = Band.Between(180, 420),
        WinRate = Band.Between(0.18m, 0.25m),
        Stage2ToCloseRate = 0.18m,
        CoverageTarget = 4.6m,
        NrrTarget = Band.Between(1.08m, 1.14m),
        SalesMotion = "field AE plus solutions consultant",
        DecisionMakers =
            ["VP Operations", "VP Manufacturing", "CIO", "Chief Reliability Engineer", "Plant Managers"],
        Modules =
        [
            "enterprise IIoT", "multi-site connectivity", "predictive maintenance", "asset performance management",
            "digital twin", "edge compute", "advanced analytics", "OT-IT integration",
            "SCADA/PLC/historian integration", "cybersecurity",
        ],
        Citation = Section("1.2, 2.1"),
    };

    private static Segment Enterprise() => new()
    {
        Name = EnterpriseSegment,
        SizeUnit = SizeUnit,
        Size = Band.AtLeast(2_001L),
        LargestQuotedSize = 2_000_000,
        Acv = Band.AtLeast(680_000m),
        LargestQuotedAcv = 24_000_000m,
        CycleMonths = Band.Between(9, 22),
        CycleDays = Band.Between(270, 660),
        WinRate = Band.Between(0.12m, 0.18m),
        Stage2ToCloseRate = 0.12m,
        CoverageTarget = 5.4m,
        CoverageTargetAtStage2 = 3.4m,
        NrrTarget = Band.Between(1.18m, 1.30m),
        SalesMotion = "dedicated enterprise team with Big-4 SI and OT channel partners",
        StakeholderCount = Band.Between(12, 24),
        Modules =
        [
            "full enterprise IIoT", "multi-country", "custom data warehouse", "integrated APM", "reliability",
            "AI predictive", "digital twin", "AR/VR field service", "custom AI/ML pipelines", "edge compute",
            "corporate-tier OT cybersecurity", "ESG reporting",
        ],
        Citation = Section("1.3, 2.1"),
    };
}
