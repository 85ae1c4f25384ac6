using RevenueModel.Compensation;
using RevenueModel.Primitives;
using static RevenueModel.Architectures.Ipaas2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The compensation plans of the iPaaS document.</summary>
internal static class Ipaas2027Plans
{
    // Named by the bottom line for account executives; section 3 has no rate.
    private const string AcceleratedProduct = "AI Integration";

    public static ValueList<PublishedCompPlan> Create() =>
    [
        SmbExecutive(), MidMarketExecutive(), EnterpriseExecutive(),
        Consultant("Solutions Consultant"),
        Consultant("Integration Architect") with
        {
            Coverage = new DealTeamCoverage
            {
                Roles = ["Solutions Consultant", "Integration Architect"],
                RequiredFromSegment = MidMarketSegment,
            },
        },
        ChannelManager("Big-4 SI Channel Manager"), ChannelManager("Boutique Integration Partner Manager"),
        Specialist(), SuccessManager(), PartnerAccountManager(),
    ];

    private static PublishedCompPlan SmbExecutive() => new()
    {
        Role = "SMB AE",
        Segment = SmbSegment,
        OnTargetEarnings = Band.Between(135_000m, 185_000m),
        PayMix = PayMix.OfPercent(50, 50),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(780_000m, 1_200_000m))],
        AcceleratedProduct = AcceleratedProduct,
        Citation = Section("3.1"),
    };

    private static PublishedCompPlan MidMarketExecutive() => new()
    {
        Role = "Mid-Market AE",
        Segment = MidMarketSegment,
        OnTargetEarnings = Band.Between(245_000m, 340_000m),
        PayMix = PayMix.OfPercent(50, 50),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(2_400_000m, 3_600_000m))],
        ResidualRate = Band.Between(0.10m, 0.16m),
        ResidualOf = "integration-volume expansion ARR",
        OtherResidualOf = "integration-volume tier upgrades",
        ResidualMonths = 18,
        AcceleratedProduct = AcceleratedProduct,
        Citation = Section("3.2"),
    };

    private static PublishedCompPlan EnterpriseExecutive() => new()
    {
        Role = "Enterprise AE",
        Segment = EnterpriseSegment,
        OnTargetEarnings = Band.Between(440_000m, 640_000m),
        PayMix = PayMix.OfPercent(45, 55),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(5_400_000m, 8_400_000m))],
        Vesting = VestingSchedule.Of(0.55m, 0.30m, 0.15m),
        Draw = Band.Between(100_000m, 160_000m),
        AcceleratedProduct = AcceleratedProduct,
        Citation = Section("3.3"),
    };

    private static PublishedCompPlan Consultant(string role) => new()
    {
        Role = role,
        OnTargetEarnings = Band.Between(215_000m, 295_000m),
        PayMix = PayMix.OfPercent(70, 30),
        Citation = Section("3.4"),
    };

    private static PublishedCompPlan ChannelManager(string role) => new()
    {
        Role = role,
        OnTargetEarnings = Band.Between(280_000m, 420_000m),
        PayMix = PayMix.OfPercent(55, 45),
        Citation = Section("3.5"),
    };

    private static PublishedCompPlan Specialist() => new()
    {
        Role = "AI Integration Specialist overlay",
        Since = 2027,
        OnTargetEarnings = Band.Between(245_000m, 340_000m),
        PayMix = PayMix.OfPercent(60, 40),
        Measures =
        [
            PublishedMeasure.Of(CompMeasure.Activations),
            PublishedMeasure.Of(CompMeasure.Custom("AI-orchestration ARR")),
        ],
        Citation = Section("3.6"),
    };

    private static PublishedCompPlan SuccessManager() => new()
    {
        Role = "CSM",
        OnTargetEarnings = Band.Between(135_000m, 185_000m),
        PayMix = PayMix.OfPercent(70, 30),
        Measures =
        [
            PublishedMeasure.Of(CompMeasure.ExpansionArr, Band.Between(480_000m, 680_000m)),
            PublishedMeasure.Of(CompMeasure.LogoRetention, Band.Between(0.96m, 0.96m)),
            PublishedMeasure.Of(CompMeasure.GrossRetention, Band.Between(0.92m, 0.92m)),
        ],
        Citation = Section("3.7"),
    };

    private static PublishedCompPlan PartnerAccountManager() => new()
    {
        Role = "Partner Account Manager",
        OnTargetEarnings = Band.Between(280_000m, 420_000m),
        PayMix = PayMix.OfPercent(55, 45),
        Measures =
        [
            PublishedMeasure.Of(CompMeasure.PartnerInfluencedPipeline),
            PublishedMeasure.Of(CompMeasure.CertifiedConsultants),
        ],
        Citation = Section("FAQ"),
    };
}
