using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using static RevenueModel.Architectures.IndustrialIot2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The compensation plans of the industrial IoT document.</summary>
internal static class IndustrialIot2027Plans
{
    private const string ItConsultant = "IT Solutions Consultant";
    private const string OtConsultant = "OT Solutions Consultant";

    public static ValueList<PublishedCompPlan> Create() =>
    [
        SmbExecutive(), MidMarketExecutive(), EnterpriseExecutive(),
        Consultant(ItConsultant), Consultant(OtConsultant),
        ChannelManager("Big-4 SI Channel Manager"), ChannelManager("OT-Specialty SI Channel Manager"),
        Specialist(), SuccessManager(),
    ];

    private static PublishedCompPlan SmbExecutive() => new()
    {
        Role = "SMB AE",
        Segment = SmbSegment,
        OnTargetEarnings = Band.Between(165_000m, 220_000m),
        PayMix = PayMix.OfPercent(50, 50),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(1_000_000m, 1_600_000m))],
        Citation = Section("3.1"),
    };

    private static PublishedCompPlan MidMarketExecutive() => new()
    {
        Role = "Mid-Market AE",
        Segment = MidMarketSegment,
        OnTargetEarnings = Band.Between(245_000m, 340_000m),
        PayMix = PayMix.OfPercent(50, 50),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(2_400_000m, 3_600_000m))],
        ResidualRate = Band.Between(0.08m, 0.14m),
        ResidualOf = "expansion-module ARR",
        ResidualMonths = 18,
        Gate = new CreditGate
        {
            Name = "IT and OT stakeholders both engaged",
            RequiredEngagement = BuyerEngagement.Both,
            Segments = [MidMarketSegment],
        },
        Citation = Section("3.2"),
    };

    private static PublishedCompPlan EnterpriseExecutive() => new()
    {
        Role = "Enterprise AE",
        Segment = EnterpriseSegment,
        OnTargetEarnings = Band.Between(420_000m, 680_000m),
        PayMix = PayMix.OfPercent(45, 55),
        Measures = [PublishedMeasure.Of(CompMeasure.NewArr, Band.Between(4_800_000m, 8_200_000m))],
        Vesting = VestingSchedule.Of(0.55m, 0.30m, 0.15m),
        Draw = Band.Between(100_000m, 180_000m),
        Citation = Section("3.3"),
    };

    private static PublishedCompPlan Consultant(string role) => new()
    {
        Role = role,
        OnTargetEarnings = Band.Between(215_000m, 295_000m),
        PayMix = PayMix.OfPercent(70, 30),
        Coverage = new DealTeamCoverage
        {
            Roles = [ItConsultant, OtConsultant],
            PeoplePerDeal = 2,
            Segment = EnterpriseSegment,
            WinRateLossWithOne = 0.42m,
            Condition = "dual-buyer deals",
            Scopes =
            [
                new NameGroup
                {
                    Name = ItConsultant,
                    Members = ["cloud architecture", "security", "data lake integration"],
                    Citation = Section("FAQ"),
                },
                new NameGroup
                {
                    Name = OtConsultant,
                    Members = ["plant operations", "control system integration", "ICS cybersecurity"],
                    Citation = Section("FAQ"),
                },
            ],
        },
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
        Role = "AI/Digital-Twin Specialist overlay",
        OnTargetEarnings = Band.Between(220_000m, 300_000m),
        PayMix = PayMix.OfPercent(65, 35),
        Measures = [PublishedMeasure.Of(CompMeasure.Activations), PublishedMeasure.Of(CompMeasure.AttributedRoi)],
        Citation = Section("3.6"),
    };

    private static PublishedCompPlan SuccessManager() => new()
    {
        Role = "CSM",
        OnTargetEarnings = Band.Between(135_000m, 185_000m),
        PayMix = PayMix.OfPercent(70, 30),
        Measures =
        [
            PublishedMeasure.Of(CompMeasure.ExpansionArr, Band.Between(420_000m, 620_000m)),
            PublishedMeasure.Of(CompMeasure.LogoRetention, Band.Between(0.96m, 0.96m)),
            PublishedMeasure.Of(CompMeasure.GrossRetention, Band.Between(0.92m, 0.92m)),
        ],
        Citation = Section("3.7"),
    };
}
