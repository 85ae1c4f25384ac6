using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using static RevenueModel.Architectures.Ipaas2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The notes and restatements of the iPaaS document.</summary>
internal static class Ipaas2027Notes
{
    private const string YearThree = "Year 3, 72 active integrations";
    private const string Overlay = "AI Integration Specialist overlay";
    private const string PartnerManager = "Partner Account Manager";

    public static ValueList<FigureRestatement> Restatements() =>
    [
        new()
        {
            Subject = EnterpriseSegment,
            Figure = nameof(Segment.Acv),
            Value = Band.Between(680_000m, 24_000_000m),
            Text = "closed at the top; 1.3 prints an open band",
            Citation = Section("Direct Answer"),
        },
    ];

    public static ValueList<FigureNote> Notes() =>
        [.. OfSegments(), .. OfGrowth(), .. OfPricing(), .. OfPlans(), .. OfTheRest()];

    private static FigureNote[] OfSegments() =>
    [
        .. On("Direct Answer, FAQ", MidMarketSegment, nameof(Segment.NrrTarget), NoteKind.Placement,
            "printed here; 1.2 prints no target of the segment"),
        .. On("Direct Answer, FAQ", EnterpriseSegment, nameof(Segment.NrrTarget), NoteKind.Placement,
            "printed here; 1.3 prints no target of the segment"),
        .. On("FAQ", EnterpriseSegment, nameof(Segment.CoverageTarget), NoteKind.Scope, "top of funnel"),
        .. On("FAQ", EnterpriseSegment, nameof(Segment.CoverageTarget), NoteKind.Reason,
            "13-19% win rate", "180-540 day cycles"),
        .. On("1.3", EnterpriseSegment, nameof(Segment.StakeholderCount), NoteKind.Scope, "named"),
    ];

    private static FigureNote[] OfGrowth() =>
    [
        .. On("2.2", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.Volume), NoteKind.Scope,
            "average Enterprise customer"),
        .. On("2.2", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.Volume), NoteKind.Wording,
            "tripling: Year 1 to Year 3"),
        .. On("2.2", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.AcvMultiple),
            NoteKind.Approximate, "roughly 2.2x by Year 3"),
        .. On("2.2", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.AcvMultiple), NoteKind.Wording,
            "expansion ARR compounds to roughly 2.2x of initial ACV; FAQ: 2.2x ACV expansion"),
        .. On("2.2", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.AcvMultiple), NoteKind.Reading,
            "expansion ARR of 2.2x the initial ACV would make 3.2x in all; the diagram prints 2.2x ACV"),
        .. On("2.2", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.StatedVolumeGrowthPerYear),
            NoteKind.Wording, "33% a year compounds to roughly 2.2x by Year 3"),
        .. On("2.2, 7.1", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.Drivers), NoteKind.Rank,
            "integration volume, better than seat expansion, better than module attach"),
        .. On("Direct Answer", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.VolumeGrowsWith),
            NoteKind.Placement, "the causes of a growing volume are printed here"),
    ];

    private static FigureNote[] OfPricing() =>
    [
        .. On("2.3, 7.1, FAQ, Bottom line", nameof(RevenueArchitecture.Pricing),
            nameof(PricingFigures.StatedRetentionGapPoints), NoteKind.Placement, "printed in each of these sections"),
        .. On("Direct Answer, 2.3", nameof(RevenueArchitecture.Pricing), nameof(PricingFigures.BillShockMultiple),
            NoteKind.Scope, "high-volume customers under per-operation pricing"),
        .. On("Direct Answer, 2.3", nameof(RevenueArchitecture.Pricing), nameof(PricingFigures.BillShockMultiple),
            NoteKind.Example, "Boomi 2026 pricing changes"),
        .. On("Direct Answer, 2.3", nameof(RevenueArchitecture.Pricing), nameof(PricingFigures.BillShockMultiple),
            NoteKind.Source, "ISG", "Forrester"),
        .. On("2.3 diagram", nameof(RevenueArchitecture.Pricing), nameof(PricingFigures.PredictableTiers),
            NoteKind.Condition, YearThree),
        .. On("2.3 diagram", nameof(RevenueArchitecture.Pricing), nameof(PricingFigures.PureUsage),
            NoteKind.Condition, YearThree),
        .. On("Direct Answer", nameof(RevenueArchitecture.Pricing), nameof(PricingFigures.Offer), NoteKind.Placement,
            "the rule of pricing is printed here"),
    ];

    private static FigureNote[] OfPlans() =>
    [
        .. On("Direct Answer", "Mid-Market AE", nameof(PublishedCompPlan.OtherResidualOf), NoteKind.Wording,
            "joined to the Enterprise mix of 45/55 here; 3.2 has it for Mid-Market, and 3.3 has none for Enterprise"),
        .. On("3.3", "Enterprise AE", nameof(PublishedCompPlan.Draw), NoteKind.Reading,
            "period and recoverability are not printed; annual and recoverable are the reading of the library"),
        .. On("3.4", "Integration Architect", nameof(DealTeamCoverage.RequiredFromSegment), NoteKind.Reason,
            "event-driven", "ESB-replacement", "API-led connectivity"),
        .. On("3.6", Overlay, nameof(PublishedCompPlan.Since), NoteKind.Wording, "new role"),
        .. On("FAQ", PartnerManager, nameof(PublishedCompPlan.Role), NoteKind.Wording,
            "Account Managers under a dedicated VP Boutique Partner Channel"),
        .. On("FAQ", PartnerManager, nameof(PublishedCompPlan.Role), NoteKind.Reading,
            "probably the Boutique Integration Partner Manager of 3.5 under another title: earnings and mix are the "
            + "same, and the chart has one such role"),
        .. On("Bottom line", nameof(RevenueArchitecture.PlanPrinciples), nameof(PlanPrinciples.PaidOn),
            NoteKind.Reading, "the AI Integration accelerators have no rate and are in no plan of section 3"),
        .. On("FAQ", Overlay, nameof(RoleRequirement.PaybackQuarters), NoteKind.Condition,
            "typical Enterprise scale"),
        .. On("FAQ", Overlay, nameof(RoleRequirement.FromArr), NoteKind.Reason,
            "agentic AI deployments start becoming material"),
        .. On("Bottom line, FAQ", nameof(RevenueArchitecture.RoleRequirements), nameof(RoleRequirement.FromArr),
            NoteKind.Wording, "printed with a plus; the threshold belongs to the range"),
    ];

    private static FigureNote[] OfTheRest() =>
    [
        .. On("5.2", "MuleSoft", nameof(VendorCustomers.EnterpriseCustomers), NoteKind.Reading,
            "about 2,000 customers are at the threshold above which the policy applies"),
        .. On("5.3", "integration-volume and pricing-tier review", null, NoteKind.Rank, "most important"),
        .. On("5.3", "OEM partner reviews", null, NoteKind.Example, "Salesforce alliance for MuleSoft"),
        .. On("7.3, Bottom line", "no AI Integration Specialist overlay", nameof(PublishedFailureMode.Effects),
            NoteKind.Placement, "7.3 prints no figure; the bottom line prints 30-58%"),
        .. On("7.3", "no AI Integration Specialist overlay", nameof(PublishedFailureMode.Consequences),
            NoteKind.Example, "LangChain", "LlamaIndex"),
        .. On("4", nameof(RevenueArchitecture.Chart), null, NoteKind.Placement, "the reporting lines"),
        .. On("4, 3.2", "Mid AE", nameof(OrganizationRole.Name), NoteKind.Wording, "printed as Mid-Market AE"),
        .. On("4, 3.2", nameof(RevenueArchitecture.Chart), null, NoteKind.Reading,
            "no box for AI integration attach, which the bottom line counts among the most important dashboards"),
    ];

    private static FigureNote[] On(
        string section, string subject, string? figure, NoteKind kind, params ReadOnlySpan<string> texts) =>
        NoteList.Of(Section(section), subject, figure, kind, texts);
}
