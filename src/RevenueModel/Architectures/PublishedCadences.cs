using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Gives the published reviews and rollout plan of OT security, which has no published
/// architecture.</summary>
public static class PublishedCadences
{
    private const string Document = "Sales KPIs of OT security in 2027";

    /// <summary>Gets the reviews by day, week, month and quarter.</summary>
    public static ValueList<OperatingReview> OtSecurity2027Reviews { get; } =
    [
        Review(ReviewFrequency.Daily, "POC health and alert quality"),
        Review(ReviewFrequency.Daily, "technical blockers"),
        Review(ReviewFrequency.Daily, "same-day escalation of any event that touched the OT process"),
        Review(ReviewFrequency.Weekly, "pipeline movement by stage"),
        Review(ReviewFrequency.Weekly, "per-site expansion activity"),
        Review(ReviewFrequency.Weekly, "champion-development status"),
        Review(ReviewFrequency.Weekly, "bake-off status"),
        Review(ReviewFrequency.Monthly, "NRR"),
        Review(ReviewFrequency.Monthly, "POC-to-production conversion"),
        Review(ReviewFrequency.Monthly, "competitive win rate"),
        Review(ReviewFrequency.Monthly, "blended and segmented ACV"),
        Review(ReviewFrequency.Monthly, "recurring-revenue mix"),
        Review(ReviewFrequency.Quarterly, "LTV per account cohort"),
        Review(ReviewFrequency.Quarterly, "logo retention"),
        Review(ReviewFrequency.Quarterly, "regulatory-driven pipeline"),
        Review(ReviewFrequency.Quarterly, "gross-margin mix"),
        Review(ReviewFrequency.Quarterly, "capacity and quota planning"),
    ];

    /// <summary>Gets the plan of 30, 60 and 90 days that introduces the indicators. Steps that data can show have a
    /// check.</summary>
    public static ValueList<RolloutStep> OtSecurity2027Rollout { get; } =
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

    private static OperatingReview Review(ReviewFrequency frequency, string name) =>
        new() { Name = name, Frequency = frequency, Citation = new Citation(Document, "Reporting Cadence") };
}
