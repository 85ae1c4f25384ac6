using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The reviews and the rollout plan of the OT security document.</summary>
internal static class OtSecurity2027Cadence
{
    public static ValueList<OperatingReview> Reviews() =>
    [
        Review(ReviewFrequency.Daily, "POC health and alert quality"),
        Review(ReviewFrequency.Daily, "technical blockers"),
        Review(ReviewFrequency.Daily, "same-day escalation of any event that touched the OT process"),
        Review(ReviewFrequency.Weekly, "pipeline movement by stage"),
        Review(ReviewFrequency.Weekly, "per-site expansion activity", StandardKpis.SiteVelocity.Name),
        Review(ReviewFrequency.Weekly, "champion-development status"),
        Review(ReviewFrequency.Weekly, "bake-off status"),
        Review(ReviewFrequency.Monthly, "NRR", StandardKpis.Nrr.Name),
        Review(ReviewFrequency.Monthly, "POC-to-production conversion", StandardKpis.PocConversion.Name),
        Review(ReviewFrequency.Monthly, "competitive win rate", StandardKpis.CompetitiveWinRate.Name),
        Review(ReviewFrequency.Monthly, "blended and segmented ACV", StandardKpis.Acv.Name),
        Review(ReviewFrequency.Monthly, "recurring-revenue mix", StandardKpis.RecurringMix.Name),
        Review(ReviewFrequency.Quarterly, "LTV per account cohort", StandardKpis.LifetimeValue.Name),
        Review(ReviewFrequency.Quarterly, "logo retention", StandardKpis.LogoRetention.Name),
        Review(ReviewFrequency.Quarterly, "regulatory-driven pipeline"),
        Review(ReviewFrequency.Quarterly, "gross-margin mix"),
        Review(ReviewFrequency.Quarterly, "capacity and quota planning"),
    ];

    public static ValueList<RolloutStep> Phases() =>
    [
        RolloutStep.Of("Instrument and segment", 1, 30),
        RolloutStep.Of("Fix the conversion chokepoints", 31, 60),
        RolloutStep.Of("Compound the expansion engine", 61, 90),
    ];

    public static ValueList<RolloutStep> Rollout() =>
    [
        RolloutStep.Of("separate mid-market from enterprise ACV", 1, 30, RolloutCheck.SegmentedAcv),
        RolloutStep.Of("isolate recurring revenue from services", 1, 30, RolloutCheck.RecurringSplit),
        RolloutStep.Of(
            "map every open deal to its regulatory trigger and champion coverage",
            1,
            30,
            RolloutCheck.TriggersAndChampions),
        RolloutStep.Of("audit the POC pipeline", 1, 30, RolloutCheck.PocAudit),
        RolloutStep.Of("baselines for all nine KPIs", 1, 30, RolloutCheck.KpiBaselines),
        RolloutStep.Of("CRM hygiene", 1, 30, RolloutCheck.CrmHygiene),
        RolloutStep.Of("standardised process-safe POC playbook", 31, 60),
        RolloutStep.Of(
            "named-account expansion plans with site-by-site penetration targets", 31, 60, RolloutCheck.SiteTargets),
        RolloutStep.Of("bake-off positioning", 31, 60, RolloutCheck.RivalsKnown),
        RolloutStep.Of("calibrate the forecast to true 9-18 month cycles", 31, 60),
        RolloutStep.Of("compensation rewards multi-site expansion as much as new logos", 61, 90),
        RolloutStep.Of("quarterly regulatory-pipeline review", 61, 90),
        RolloutStep.Of("threat-intelligence and managed-service attach", 61, 90),
        RolloutStep.Of(
            "LTV-to-CAC by segment, capacity to the highest lifetime ceilings",
            61,
            90,
            RolloutCheck.LifetimeValueBySegment),
    ];

    private static OperatingReview Review(ReviewFrequency frequency, string name, params string[] kpis) =>
        new()
        {
            Name = name,
            Frequency = frequency,
            Kpis = kpis.ToValueList(),
            Citation = OtSecurity2027Figures.Section("Reporting Cadence"),
        };
}
