using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The unit economics that the published architectures state: lifetime value, drivers of CAC, recurring mix
/// and the return of modules for customers.</summary>
/// <remarks>Figures as published. A CAC and a band for LTV-to-CAC are not published.</remarks>
public static class PublishedUnitEconomics
{
    private const string Security =
        "Key sales KPIs for the Industrial Cybersecurity (OT/ICS) Services industry in 2027";

    /// <summary>Gets the gross margin of software in OT security, as a band of fractions.</summary>
    private static Band<decimal> SoftwareMargin => Band.Between(0.70m, 0.82m);

    /// <summary>Gets the lifetime value of OT-security accounts by segment, with the contract value, gross margin and
    /// logo retention that imply another one. The contract value of the enterprise segment is quoted as 500,000 to
    /// 5,000,000 and more; its upper end is the quoted one.</summary>
    public static ValueList<LifetimeValueBenchmark> OtSecurityLifetimeValues2027 { get; } =
    [
        LifetimeValue(
            "mid-market", Band.Between(150_000m, 600_000m), Band.Between(50_000m, 350_000m)),
        LifetimeValue(
            "enterprise critical infrastructure",
            Band.Between(1_000_000m, 15_000_000m),
            Band.Between(500_000m, 5_000_000m)),
    ];

    /// <summary>Gets the drivers of the high CAC in OT security: long cycle, technical pre-sales, and travel to remote
    /// sites.</summary>
    public static ValueList<AcquisitionCostKind> OtSecurityCacDrivers2027 { get; } =
        [AcquisitionCostKind.SalesCycle, AcquisitionCostKind.TechnicalPreSales, AcquisitionCostKind.SiteTravel];

    /// <summary>Gets the recurring mix of OT-security vendors and the gross margins of its parts.</summary>
    public static RecurringMixBenchmark OtSecurityRecurringMix2027 { get; } = new()
    {
        HealthyShare = Band.Between(0.70m, 0.90m),
        SoftwareMargin = SoftwareMargin,
        ServicesMargin = Band.Between(0.35m, 0.50m),
        RewardedShare = 0.80m,
        ServicesWarningShare = 0.50m,
        Citation = new Citation(Security, "KPI 7"),
    };

    /// <summary>Gets the return of predictive maintenance and digital twins for customers in industrial IoT.</summary>
    public static ModuleRoiBenchmark IndustrialIotModuleRoi2027 { get; } = ModuleRoiBenchmark.Of(
        paybackMonths: Band.Between(2m, 12m),
        downtimeReduction: Band.Between(0.18m, 0.32m),
        yieldImprovement: Band.Between(0.06m, 0.12m),
        moduleArr: Band.Between(1_000_000m, 4_000_000m),
        new Citation("Revenue Architecture for Industrial IoT Platforms in 2027", "FAQ"));

    private static LifetimeValueBenchmark LifetimeValue(
        string segment, Band<decimal> lifetimeValue, Band<decimal> acv) =>
        LifetimeValueBenchmark.Of(
            segment,
            lifetimeValue,
            acv,
            SoftwareMargin,
            PublishedRetentionTargets.OtSecurityLogoRetention2027,
            new Citation(Security, "KPI 1, KPI 7, KPI 8, KPI 9"));
}
