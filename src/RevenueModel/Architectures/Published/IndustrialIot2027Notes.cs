using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using static RevenueModel.Architectures.IndustrialIot2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The notes, restatements and lists by section of the industrial IoT document.</summary>
internal static class IndustrialIot2027Notes
{
    private const string MidMarketExecutive = "Mid-Market AE";
    private const string EnterpriseExecutive = "Enterprise AE";
    private const string ItConsultant = "IT Solutions Consultant";

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
        Ratio("2.4x higher win rate", "FAQ"),
        Ratio("loses 2.4x in win rate", "Bottom line"),
        new()
        {
            Subject = MidMarketExecutive,
            Figure = nameof(PublishedCompPlan.Gate),
            Text = "IT+OT stakeholder progression as quota gate, no segment named",
            Citation = Section("7.1"),
        },
        new()
        {
            Subject = MidMarketSegment,
            Figure = nameof(DealTeamCoverage.PeoplePerDeal),
            Value = Band.Between(1m, 1m),
            Text = "a field AE plus one solutions consultant",
            Citation = Section("Direct Answer"),
        },
        new()
        {
            Subject = MidMarketSegment,
            Figure = nameof(DealTeamCoverage.PeoplePerDeal),
            Value = Band.Between(2m, 2m),
            Text = "one IT and one OT consultant on every Mid-Market+ deal",
            Citation = Section("7.1, Bottom line"),
        },
    ];

    public static ValueList<FigureNote> Notes() =>
    [
        .. OfSegments(), .. OfBuyersAndPartners(), .. OfPlans(), .. OfTheRest(),
    ];

    private static FigureNote[] OfSegments() =>
    [
        .. On("Direct Answer, FAQ", MidMarketSegment, nameof(Segment.NrrTarget), NoteKind.Placement,
            "printed here; 1.2 and 6.1 print no target of the segment"),
        .. On("Direct Answer, FAQ", EnterpriseSegment, nameof(Segment.NrrTarget), NoteKind.Placement,
            "printed here; 1.3 and 6.1 print no target of the segment"),
        .. On("Direct Answer", SmbSegment, nameof(Segment.SalesMotion), NoteKind.Placement, "1.1 prints no motion"),
        .. On("Direct Answer", MidMarketSegment, nameof(Segment.SalesMotion), NoteKind.Placement,
            "1.2 prints no motion"),
        .. On("Direct Answer", EnterpriseSegment, nameof(Segment.SalesMotion), NoteKind.Placement,
            "1.3 prints no motion"),
        .. On("FAQ", EnterpriseSegment, nameof(Segment.CoverageTarget), NoteKind.Scope, "top of funnel"),
        .. On("FAQ", EnterpriseSegment, nameof(Segment.CoverageTarget), NoteKind.Reason,
            "long cycles", "dual-buyer and dual-SI complexity"),
        .. On("FAQ", EnterpriseSegment, nameof(Segment.CoverageTargetAtStage2), NoteKind.Placement,
            "printed here alone; 1.3 and 2.1 print no coverage at stage 2"),
        .. On("Direct Answer", SmbSegment, nameof(Segment.Name), NoteKind.Wording,
            "SMB Discrete Manufacturer / Single-Site"),
        .. On("1.1", SmbSegment, nameof(Segment.CycleMonths), NoteKind.Reason,
            "OT involvement: mandatory also at SMB; the reason given for a cycle that is still long"),
        .. On("1.1", SmbSegment, nameof(Segment.DecisionMakers), NoteKind.Wording,
            "one pair of decision makers; 1.2 and 1.3 print stakeholders"),
        .. On("1.2", MidMarketSegment, nameof(Segment.DecisionMakers), NoteKind.Wording, "printed as stakeholders"),
        .. On("1.2", MidMarketSegment, nameof(Segment.DecisionMakers), NoteKind.Scope, "Plant Managers: multiple"),
        .. On("1.2", MidMarketSegment, nameof(Segment.Modules), NoteKind.Scope,
            "cybersecurity: adjacent to Claroty, Nozomi"),
        .. On("1.3", EnterpriseSegment, nameof(Segment.StakeholderCount), NoteKind.Scope, "named"),
        .. On("1.3", EnterpriseSegment, nameof(Segment.Modules), NoteKind.Wording,
            "ESG/sustainability reporting; AR/VR for field service"),
        .. On("Bottom line", nameof(RevenueArchitecture.NrrTarget), null, NoteKind.Reading,
            "no segment prints a target below 108%; the low end can only be of SMB"),
    ];

    private static FigureNote[] OfBuyersAndPartners() =>
    [
        .. On("Direct Answer, 2.2, FAQ", nameof(RevenueArchitecture.BuyerMotion),
            nameof(BuyerMotionFigures.DualBuyerWinRate), NoteKind.Placement, "printed in each of these sections"),
        .. On("2.2", nameof(RevenueArchitecture.BuyerMotion), nameof(BuyerMotionFigures.StatedRatio), NoteKind.Scope,
            "vendors, not deals: parallel IT and OT motions with separate enablement and separate stakeholder maps, "
            + "against single-buyer-focused vendors"),
        .. On("2.3, FAQ", nameof(RevenueArchitecture.Channel),
            nameof(ChannelFigures.EnterpriseCoImplementedByAllShare), NoteKind.Wording,
            "deals that both kinds of partners implement together, not deals with one of them"),
        .. On("7.2, Bottom line", nameof(RevenueArchitecture.Channel),
            nameof(ChannelFigures.PipelineLostWithoutSpecialtyIntegrators), NoteKind.Condition,
            "vendors with Big-4 alliances alone"),
        .. On("7.2, Bottom line", nameof(RevenueArchitecture.Channel),
            nameof(ChannelFigures.PipelineLostWithoutSpecialtyIntegrators), NoteKind.Scope,
            "available Enterprise pipeline"),
        .. On("2.3 diagram", nameof(RevenueArchitecture.Channel), nameof(ChannelFigures.Expansion),
            NoteKind.Condition, "deals with both buyers engaged, after the multi-year platform commitment"),
        .. On("6.1", "Samsara industrial", nameof(DisclosedNrr.Vendor), NoteKind.Scope,
            "5.2 limits the vendor to its industrial segment too"),
    ];

    private static FigureNote[] OfPlans() =>
    [
        .. On("7.1", MidMarketExecutive, nameof(PublishedCompPlan.Gate), NoteKind.Reading,
            "3.2 limits the gate to Mid-Market; 3.3 has none for Enterprise"),
        .. On("3.3", EnterpriseExecutive, nameof(PublishedCompPlan.Draw), NoteKind.Reading,
            "period and recoverability are not printed; annual and recoverable are the reading of the library"),
        .. On("3.3, Direct Answer", EnterpriseExecutive, nameof(PublishedCompPlan.Vesting), NoteKind.Reading,
            "printed as multi-year; the number of years and the dates are not printed"),
        .. On("3.3, Direct Answer", EnterpriseExecutive, nameof(PublishedCompPlan.Vesting), NoteKind.Reason,
            "multi-year", "multi-site", "multi-business-unit"),
        .. On("3.4, FAQ", ItConsultant, nameof(DealTeamCoverage.WinRateLossWithOne), NoteKind.Scope,
            "deals with one consultant of each kind"),
        .. On("3.4, FAQ", ItConsultant, nameof(DealTeamCoverage.PeoplePerDeal), NoteKind.Rank, "2027 best practice"),
        .. On("3.4, FAQ", ItConsultant, nameof(DealTeamCoverage.PeoplePerDeal), NoteKind.Wording,
            "per Enterprise deal here; 7.1 and the bottom line print every Mid-Market+ deal"),
        .. On("2.3", "Big-4 SI Channel Manager", null, NoteKind.Condition,
            "both SI categories require dedicated channel comp"),
        .. On("3.5", "Big-4 SI Channel Manager", null, NoteKind.Wording,
            "the chart has an alliance of each partner in place of the channel managers"),
        .. On("7.4, Bottom line", nameof(RevenueArchitecture.PlanPrinciples),
            nameof(PlanPrinciples.SeparateSegments), NoteKind.Wording,
            "7.4 names SMB and Enterprise; the bottom line names all three, and ramp curves alone"),
    ];

    private static FigureNote[] OfTheRest() =>
    [
        .. On("Direct Answer", nameof(RevenueArchitecture.Forecast), nameof(ForecastFigures.InstallBase),
            NoteKind.Reason, "data-volume growth", "asset-count growth"),
        .. On("5.3", "OEM/automation-vendor reviews", null, NoteKind.Example,
            "Rockwell", "Siemens", "ABB", "Schneider Electric"),
        .. On("7.1, Bottom line", "single-buyer motion", nameof(PublishedFailureMode.Ranks), NoteKind.Placement,
            "7.1 ranks it alone; the bottom line ranks two"),
        .. On("Bottom line", "no OT-specialty SI channel", nameof(PublishedFailureMode.Ranks), NoteKind.Wording,
            "skipping OT-specialty SI partnerships"),
        .. On("4", nameof(RevenueArchitecture.Chart), null, NoteKind.Placement, "the reporting lines"),
        .. On("4, 3.2", "Mid AE", nameof(OrganizationRole.Name), NoteKind.Wording, "printed as Mid-Market AE"),
        .. On("Bottom line, FAQ", nameof(RevenueArchitecture.RoleRequirements), nameof(RoleRequirement.FromArr),
            NoteKind.Wording, "printed with a plus; the threshold belongs to the range"),
        .. On("Direct Answer", nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.ModuleUplift),
            NoteKind.Scope, "incremental ARPU"),
    ];

    private static FigureRestatement Ratio(string text, string section) => new()
    {
        Subject = nameof(RevenueArchitecture.BuyerMotion),
        Figure = nameof(BuyerMotionFigures.StatedRatio),
        Text = text,
        Citation = Section(section),
    };

    private static FigureNote[] On(
        string section, string subject, string? figure, NoteKind kind, params ReadOnlySpan<string> texts) =>
        NoteList.Of(Section(section), subject, figure, kind, texts);
}
