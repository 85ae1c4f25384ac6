using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Published benchmarks of indicators, each with its citation.</summary>
public static class PublishedBenchmarks
{
    /// <summary>The name of the smaller of the two segments in <see cref="OtSecurity2027"/>.</summary>
    public const string MidMarket = "mid-market";

    /// <summary>The name of the larger of the two segments in <see cref="OtSecurity2027"/>.</summary>
    public const string Enterprise = "enterprise and multi-site";

    private const string Document =
        "Key sales KPIs for the Industrial Cybersecurity (OT/ICS) Services industry in 2027";

    /// <summary>Gets the nine indicators of services of industrial cybersecurity (OT and ICS) in 2027. ACV and
    /// lifetime value are published by segment; other indicators are for all segments.</summary>
    public static ValueList<KpiBenchmark> OtSecurity2027 { get; } =
    [
        Acv(MidMarket, Band.Between(50_000m, 350_000m)),
        Acv(Enterprise, Band.AtLeast(500_000m)) with { AsPrinted = "500K-5M+" },
        new()
        {
            Kpi = StandardKpis.CycleLength.Name,
            Healthy = Band.Between(9m, 18m),
            Unit = "months from first meeting to closed-won",
            Alarm = 18m,
            AlarmStatistic = "median",
            HealthyCauses =
                ["OT/IT politics", "conservative technical evaluation", "change-management freeze windows"],
            Causes = [KpiCauses.NoControlsChampion, KpiCauses.NoRegulatoryTrigger],
            Comparisons =
            [
                KpiComparison.Of("transactional IT security SaaS", Band.Between(1m, 3m)),
                KpiComparison.Of("IT enterprise security", Band.Between(4m, 7m)),
            ],
            Citation = new Citation(Document, "KPI 2"),
        },
        new()
        {
            Kpi = StandardKpis.Nrr.Name,
            Healthy = Band.Between(1.10m, 1.30m),
            Unit = "ratio",
            Formula = "expansion + renewals - churn, as a percentage",
            Alarm = 1.05m,
            Causes = [KpiCauses.StalledAccounts],
            Comparisons = [KpiComparison.Of("best-in-class IT security SaaS", Band.Between(1.15m, 1.25m))],
            Citation = new Citation(Document, "KPI 3"),
        },
        new()
        {
            Kpi = StandardKpis.CompetitiveWinRate.Name,
            Healthy = Band.Between(0.25m, 0.40m),
            Unit = "won / (won + lost)",
            Alarm = 0.25m,
            Causes = [KpiCauses.ThirdBidder],
            Comparisons = [KpiComparison.Of("single-vendor IT renewals", Band.AtLeast(0.70m))],
            Citation = new Citation(Document, "KPI 4"),
        },
        new()
        {
            Kpi = StandardKpis.PocConversion.Name,
            Healthy = Band.Between(0.50m, 0.75m),
            Unit = "pilots that become paying deployments",
            Alarm = 0.50m,
            Causes = [KpiCauses.AlertFlood, KpiCauses.MissedAssets],
            IsLeading = true,
            LeadMonths = Band.Between(6, 12),
            Comparisons = [KpiComparison.Of("generic security trial", Band.Between(0.20m, 0.35m))],
            Citation = new Citation(Document, "KPI 5"),
        },
        new()
        {
            Kpi = StandardKpis.SiteVelocity.Name,
            Healthy = Band.Between(3m, 6m),
            Unit = "new sites per account per year",
            IsLeading = true,
            Notes = ["sites covered / total sites (penetration)"],
            Citation = new Citation(Document, "KPI 6"),
        },
        new()
        {
            Kpi = StandardKpis.RecurringMix.Name,
            Healthy = Band.Between(0.70m, 0.90m),
            Unit = "subscription share of revenue",
            Citation = new Citation(Document, "KPI 7"),
        },
        new()
        {
            Kpi = StandardKpis.LogoRetention.Name,
            Healthy = Band.Between(0.90m, 0.96m),
            Unit = "accounts retained year over year",
            Comparisons = [KpiComparison.Of("IT security SMB", Band.Between(0.80m, 0.88m))],
            Citation = new Citation(Document, "KPI 8"),
        },
        LifetimeValue(MidMarket, Band.Between(150_000m, 600_000m)),
        LifetimeValue(Enterprise, Band.Between(1_000_000m, 15_000_000m)),
    ];

    private static KpiBenchmark Acv(string segment, Band<decimal> band) => new()
    {
        Kpi = StandardKpis.Acv.Name,
        Segment = segment,
        Healthy = band,
        Unit = "USD per account per year",
        Notes = ["segment, never blended alone"],
        Comparisons =
        [
            KpiComparison.Of("generic IT MDR deal", Band.Between(15_000m, 60_000m)) with
            {
                Ratio = Band.Between(3m, 10m),
                IsRatioApproximate = true,
            },
        ],
        Citation = new Citation(Document, "KPI 1"),
    };

    private static KpiBenchmark LifetimeValue(string segment, Band<decimal> band) => new()
    {
        Kpi = StandardKpis.LifetimeValue.Name,
        Segment = segment,
        Healthy = band,
        Unit = "gross-profit USD over the account's life",
        Citation = new Citation(Document, "KPI 9"),
    };
}
