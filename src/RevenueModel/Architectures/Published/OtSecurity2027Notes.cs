using RevenueModel.Kpis;
using RevenueModel.Primitives;
using static RevenueModel.Architectures.OtSecurity2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The notes and the lists by section of the OT security document.</summary>
internal static class OtSecurity2027Notes
{
    private const string Plan = nameof(RevenueArchitecture.Rollout);

    private static readonly string Acv = StandardKpis.Acv.Name;
    private static readonly string Cycle = StandardKpis.CycleLength.Name;
    private static readonly string Nrr = StandardKpis.Nrr.Name;
    private static readonly string Mix = StandardKpis.RecurringMix.Name;
    private static readonly string Logos = StandardKpis.LogoRetention.Name;
    private static readonly string Value = StandardKpis.LifetimeValue.Name;

    public static ValueList<ListBySection> Lists() =>
    [
        new()
        {
            Subject = "regulatory triggers",
            Lists =
            [
                new SectionList
                {
                    Section = "Works Differently 3",
                    Names = ["NERC CIP", "TSA Security Directives", "CIRCIA", "EU NIS2", "IEC 62443"],
                },
                new SectionList { Section = "Quarterly", Names = ["NERC CIP", "TSA", "NIS2"] },
                new SectionList { Section = "Days 1-30", Names = ["NERC CIP", "TSA", "NIS2", "CIRCIA"] },
            ],
        },
    ];

    public static ValueList<FigureNote> Notes() => [.. OfKpis(), .. OfTheMarket(), .. OfReviews(), .. OfSteps()];

    private static FigureNote[] OfKpis() =>
    [
        .. On("KPI 1", Acv, nameof(KpiBenchmark.Segment), NoteKind.Wording,
            "mid-market industrial", "enterprise and multi-site critical infrastructure"),
        .. On("KPI 1", Acv, nameof(KpiBenchmark.Healthy), NoteKind.Reading,
            "350,000 to 500,000 belongs to neither segment"),
        .. On("KPI 1", Acv, nameof(KpiComparison.Ratio), NoteKind.Scope, "account"),
        .. On("KPI 1, Monthly", Acv, null, NoteKind.Measure, "blended", "segmented"),
        .. On("KPI 1, Monthly", Acv, null, NoteKind.Effect, "mixing hides a deteriorating enterprise motion"),
        .. On("KPI 2", Cycle, nameof(KpiBenchmark.Causes), NoteKind.Remark, "not the cause: pricing"),
        .. On("KPI 2", Cycle, null, NoteKind.Reading, "no review of the reporting cadence has this indicator"),
        .. On("KPI 3, FAQ", Nrr, null, NoteKind.Rank, "single most important"),
        .. On("KPI 3", Nrr, nameof(KpiBenchmark.Alarm), NoteKind.Wording, "louder than a slow new-logo quarter"),
        .. On("FAQ", Nrr, nameof(KpiBenchmark.Alarm), NoteKind.Wording, "louder than a slow new-logo month"),
        .. On("KPI 3, FAQ", Nrr, nameof(KpiBenchmark.Alarm), NoteKind.Reading,
            "from 1.05 to 1.10 the value is neither healthy nor an alarm"),
        .. On("KPI 5", StandardKpis.PocConversion.Name, nameof(KpiBenchmark.LeadMonths), NoteKind.Scope, "revenue"),
        .. On("KPI 6", StandardKpis.SiteVelocity.Name, nameof(KpiBenchmark.IsLeading), NoteKind.Wording,
            "leading indicator (Days 31-60)"),
        .. On("KPI 7", Mix, nameof(KpiBenchmark.Healthy), NoteKind.Remark,
            "remainder: professional services", "remainder: assessments"),
        .. On("KPI 7", Mix, null, NoteKind.Measure, "gross-margin mix"),
        .. On("KPI 8", Logos, nameof(KpiBenchmark.Healthy), NoteKind.Reason,
            "wired into the SCADA network", "integrated with Splunk or Sentinel", "tied to NERC CIP evidence"),
        .. On("KPI 8", Logos, nameof(KpiBenchmark.Healthy), NoteKind.Effect, "removal takes: multi-quarter"),
        .. On("KPI 9", Value, null, NoteKind.Scope, "account cohort"),
    ];

    private static FigureNote[] OfTheMarket() =>
    [
        .. On("KPI 2", nameof(RevenueArchitecture.FreezeWindows), nameof(FreezeFigures.Windows), NoteKind.Example,
            "turnaround season of a refinery"),
        .. On("Failure Modes 3, FAQ", nameof(RevenueArchitecture.FreezeWindows),
            nameof(FreezeFigures.DelayQuarters), NoteKind.Placement, "printed in both sections"),
        .. On("Works Differently 3, FAQ", nameof(RevenueArchitecture.Regulations),
            nameof(RegulatoryFigures.Triggers), NoteKind.Placement, "printed in both sections"),
        .. On("diagram", nameof(RevenueArchitecture.Stages), null, NoteKind.Remark,
            "the gate after the POC, the end on lost trust and the loop from renewal to the next sites are in the "
            + "diagram of the sale"),
        .. On("Works Differently 4", nameof(RevenueArchitecture.LandAndExpand),
            nameof(LandAndExpandFigures.FirstDealScopes), NoteKind.Placement, "printed here"),
        .. On("30/60/90 Day Plan", Plan, null, NoteKind.Placement, "the steps are printed here"),
    ];

    private static FigureNote[] OfReviews() =>
    [
        .. On("Daily", "POC health and alert quality", null, NoteKind.Measure,
            "false-positive rate", "asset-discovery completeness"),
        .. On("Daily", "technical blockers", null, NoteKind.Scope, "those that threaten an active pilot"),
        .. On("Weekly", "per-site expansion activity", null, NoteKind.Measure, "sites added", "sites in flight"),
        .. On("Weekly", "champion-development status", null, NoteKind.Scope, "key deals"),
        .. On("Weekly", "champion-development status", null, NoteKind.Measure,
            "both a CISO and a controls-engineering sponsor?"),
        .. On("Monthly", "NRR", null, NoteKind.Effect, "a soft NRR month is the early warning"),
        .. On("Quarterly", "regulatory-driven pipeline", null, NoteKind.Scope, "NERC CIP", "TSA", "NIS2"),
        .. On("Quarterly", "gross-margin mix", null, NoteKind.Measure, "software", "services"),
        .. On("Quarterly", "capacity and quota planning", null, NoteKind.Condition, "the long-cycle reality"),
        .. On("Quarterly", "capacity and quota planning", null, NoteKind.Effect,
            "which enterprise accounts get a dedicated expansion team"),
    ];

    private static FigureNote[] OfSteps() =>
    [
        .. On("Days 1-30", "map every open deal to its regulatory trigger and champion coverage", null,
            NoteKind.Scope, "OT", "IT"),
        .. On("Days 1-30", "map every open deal to its regulatory trigger and champion coverage", null,
            NoteKind.Reading, "IEC 62443 is not among the triggers of the step"),
        .. On("Days 1-30", "audit the POC pipeline", null, NoteKind.Measure,
            "alert-quality risk", "process-safety risk"),
        .. On("Days 1-30", "CRM hygiene", null, NoteKind.Example, "Salesforce", "HubSpot"),
        .. On("Days 1-30", "CRM hygiene", null, NoteKind.Scope, "cybersecurity-overlay", "GovCon"),
        .. On("Days 1-30", "CRM hygiene", null, NoteKind.Source, "GovWin IQ", "Unanet"),
        .. On("Days 1-30", "CRM hygiene", null, NoteKind.Measure, "populated"),
        .. On("Days 31-60", "standardised process-safe POC playbook", null, NoteKind.Effect, "zero disruption"),
        .. On("Days 31-60", "standardised process-safe POC playbook", null, NoteKind.Scope,
            "the buyer's regulatory gap"),
        .. On("Days 31-60", "named-account expansion plans with site-by-site penetration targets", null,
            NoteKind.Scope, "top enterprise logos"),
        .. On("Days 31-60", "bake-off positioning", null, NoteKind.Scope,
            "Dragos", "Claroty", "Nozomi", "platform vendors"),
        .. On("Days 61-90", "compensation rewards multi-site expansion as much as new logos", null,
            NoteKind.Scope, "account-team structure"),
        .. On("Days 61-90", "threat-intelligence and managed-service attach", null, NoteKind.Example,
            "Dragos WorldView", "Mandiant Advantage"),
        .. On("Days 61-90", "threat-intelligence and managed-service attach", null, NoteKind.Effect, "ACV", "NRR"),
    ];

    private static FigureNote[] On(
        string section, string subject, string? figure, NoteKind kind, params ReadOnlySpan<string> texts) =>
        NoteList.Of(Section(section), subject, figure, kind, texts);
}
