using RevenueModel.Primitives;
using static RevenueModel.Architectures.IndustrialIot2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The failure modes and the diagram of the industrial IoT document.</summary>
internal static class IndustrialIot2027Failures
{
    private const string Largest = "single largest mistake";
    private const string MostExpensive = "one of the two most expensive structural mistakes";

    public static ValueList<PublishedFailureMode> FailureModes() =>
        [SingleBuyer(), NoSpecialtyChannel(), NoOverlay(), SharedPlan()];

    public static PlanPrinciples Principles() => new()
    {
        SeparateSegments = ["SMB", "Mid-Market", "Enterprise"],
        SeparateParts = ["plan", "ramp", "draw"],
        PaidOn = ["SaaS ARR", "module-expansion residuals", "multi-year vesting at Enterprise"],
        Citation = Section("7.4, Bottom line"),
    };

    public static DashboardFigures Dashboards() => new()
    {
        Names = ["IT+OT engagement attribution", "SI channel attribution"],
        Owner = "RevOps",
        OwnerReportsTo = "CRO",
        Citation = Section("Bottom line"),
    };

    public static ValueList<PublishedFlow> Flows()
    {
        const string Deal = "IIoT Platform Deal";
        const string Engaged = "IT and OT both engaged in discovery?";
        const string Both = "Win rate: 38%";
        const string One = "Win rate: 16%";
        const string Commitment = "Multi-year platform commitment";
        const string Implemented = "Co-implemented by SI?";
        return
        [
            new PublishedFlow
            {
                Name = "Deal outcomes",
                Edges =
                [
                    new FlowEdge { From = Deal, To = Engaged },
                    new FlowEdge { From = Engaged, To = Both, Label = "Yes" },
                    new FlowEdge { From = Engaged, To = One, Label = "IT only or OT only" },
                    new FlowEdge { From = Both, To = Commitment },
                    new FlowEdge { From = One, To = "Stalled or lost" },
                    new FlowEdge { From = Commitment, To = Implemented },
                    new FlowEdge
                    {
                        From = Implemented,
                        To = "Highest expansion compound",
                        Label = "Big-4 SI + OT SI both",
                    },
                    new FlowEdge { From = Implemented, To = "Moderate expansion", Label = "One SI only" },
                    new FlowEdge { From = Implemented, To = "Limited expansion", Label = "Direct only" },
                ],
                Citation = Section("2.3 diagram"),
            },
        ];
    }

    private static PublishedFailureMode SingleBuyer() => new()
    {
        Name = "single-buyer motion",
        Effects =
        [
            new FailureEffect
            {
                Measure = FailureMeasure.WinRate,
                Value = Band.Between(0.16m, 0.16m),
                InsteadOf = Band.Between(0.38m, 0.38m),
            },
        ],
        Fixes =
        [
            "IT+OT stakeholder progression as quota gate",
            "one IT and one OT consultant on every Mid-Market+ deal",
        ],
        Ranks = [Largest, MostExpensive],
        Citation = Section("7.1"),
    };

    private static PublishedFailureMode NoSpecialtyChannel() => new()
    {
        Name = "no OT-specialty SI channel",
        Segments = [EnterpriseSegment],
        Effects =
        [
            new FailureEffect
            {
                Measure = FailureMeasure.PipelineLost,
                Value = Band.Between(0.30m, 0.30m),
                Segment = EnterpriseSegment,
                IsApproximate = true,
            },
        ],
        Fixes = ["both SI categories"],
        Ranks = [MostExpensive],
        Citation = Section("7.2"),
    };

    private static PublishedFailureMode NoOverlay() => new()
    {
        Name = "no AI/Digital-Twin Specialist overlay",
        Effects =
        [
            new FailureEffect { Measure = FailureMeasure.AttachLag, Value = Band.Between(35m, 50m) },
        ],
        Fixes = ["a dedicated overlay"],
        Citation = Section("7.3"),
    };

    private static PublishedFailureMode SharedPlan() => new()
    {
        Name = "SMB and Enterprise on the same comp plan",
        Segments = [SmbSegment, EnterpriseSegment],
        Effects =
        [
            new FailureEffect
            {
                Measure = FailureMeasure.CycleMonths,
                Value = Band.Between(3m, 7m),
                Segment = SmbSegment,
            },
            new FailureEffect
            {
                Measure = FailureMeasure.CycleMonths,
                Value = Band.Between(9m, 22m),
                Segment = EnterpriseSegment,
            },
        ],
        Fixes = ["separate plans, ramps and draws"],
        Citation = Section("7.4"),
    };
}
