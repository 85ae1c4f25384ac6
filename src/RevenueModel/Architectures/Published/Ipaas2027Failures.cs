using RevenueModel.Primitives;
using static RevenueModel.Architectures.Ipaas2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The failure modes, the dashboards and the diagram of the iPaaS document.</summary>
internal static class Ipaas2027Failures
{
    public static ValueList<PublishedFailureMode> FailureModes() =>
        [PerOperationPricing(), NoVolumeDashboard(), NoOverlay(), SharedPlan()];

    public static PlanPrinciples Principles() => new()
    {
        SeparateSegments = ["SMB", "Mid-Market", "Enterprise"],
        SeparateParts = ["plan", "ramp", "draw"],
        PaidOn =
        [
            "SaaS ARR", "integration-volume expansion residuals", "AI Integration accelerators",
            "multi-year vesting at Enterprise",
        ],
        Citation = Section("7.4, Bottom line"),
    };

    public static DashboardFigures Dashboards() => new()
    {
        Names = ["integration-volume", "pricing-tier", "AI integration attach"],
        Owner = "RevOps",
        OwnerReportsTo = "CRO",
        Citation = Section("Bottom line"),
    };

    public static ValueList<ListBySection> Lists() =>
    [
        new()
        {
            Subject = "most important dashboards",
            Lists =
            [
                new SectionList
                {
                    Section = "4",
                    Names = ["Integration Volume Monitoring", "Predictable Tier Pricing Engine"],
                },
                new SectionList { Section = "5.3", Names = ["integration-volume and pricing-tier review"] },
                new SectionList
                {
                    Section = "Bottom line",
                    Names = ["integration-volume", "pricing-tier", "AI integration attach"],
                },
            ],
        },
    ];

    public static ValueList<PublishedFlow> Flows()
    {
        const string First = "24 active integrations";
        const string Second = "Year 2: 48 integrations";
        const string Third = "Year 3: 72 integrations";
        const string Model = "Pricing model";
        return
        [
            new PublishedFlow
            {
                Name = "Customer growth",
                Edges =
                [
                    new FlowEdge { From = "Enterprise iPaaS Customer Year 1", To = First },
                    new FlowEdge { From = First, To = Second },
                    new FlowEdge { From = Second, To = Third },
                    new FlowEdge { From = First, To = "1.0x ACV" },
                    new FlowEdge { From = Second, To = "1.5x ACV" },
                    new FlowEdge { From = Third, To = "2.2x ACV" },
                    new FlowEdge { From = Third, To = Model },
                    new FlowEdge
                    {
                        From = Model,
                        To = "Renewal retention 95%",
                        Label = "Predictable tier + overage protection",
                    },
                    new FlowEdge
                    {
                        From = Model,
                        To = "Renewal retention 78% + 20-40% pricing pressure",
                        Label = "Pure per-operation usage",
                    },
                ],
                Citation = Section("2.3 diagram"),
            },
        ];
    }

    private static PublishedFailureMode PerOperationPricing() => new()
    {
        Name = "pure per-operation pricing without overage protection",
        Effects =
        [
            new FailureEffect { Measure = FailureMeasure.RetentionGap, Value = Band.Between(18m, 28m) },
        ],
        Fixes = ["predictable tier with overage protection"],
        Ranks = ["single largest 2026-2027 mistake"],
        Citation = Section("7.1"),
    };

    private static PublishedFailureMode NoVolumeDashboard() => new()
    {
        Name = "no integration-volume dashboard for CSMs",
        Effects =
        [
            new FailureEffect { Measure = FailureMeasure.ExpansionLag, Value = Band.Between(30m, 45m) },
        ],
        Consequences = ["customers don't see the value they're paying for"],
        Fixes = ["instrument integration growth (24 to 72 from year 1 to year 3)"],
        Citation = Section("7.2"),
    };

    private static PublishedFailureMode NoOverlay() => new()
    {
        Name = "no AI Integration Specialist overlay",
        Effects =
        [
            new FailureEffect { Measure = FailureMeasure.UpliftLost, Value = Band.Between(0.30m, 0.58m) },
        ],
        Consequences = ["captured by competitors with stronger AI partnerships"],
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
                Measure = FailureMeasure.CycleDays,
                Value = Band.Between(30m, 120m),
                Segment = SmbSegment,
            },
            new FailureEffect
            {
                Measure = FailureMeasure.CycleDays,
                Value = Band.Between(180m, 540m),
                Segment = EnterpriseSegment,
            },
        ],
        Fixes = ["separate plans, ramps and draws"],
        Citation = Section("7.4"),
    };
}
