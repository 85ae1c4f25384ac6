using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The NRR that the published architectures state: by segment, for all segments, and as vendors disclosed
/// it.</summary>
/// <remarks>Figures as published. <see cref="RetentionTargetCalculator"/> says which ones can be compared.</remarks>
public static class PublishedRetentionTargets
{
    private const string Iot = "Industrial IoT 2027";
    private const string Integration = "iPaaS 2027";
    private const string Security = "OT security KPIs 2027";

    /// <summary>Gets the figures for industrial IoT. The SMB segment has none.</summary>
    public static ValueList<RetentionTarget> IndustrialIot2027 { get; } =
    [
        Band("Mid-Market Industrial", 1.08m, 1.14m, RetentionScope.Segment, Iot, "2.1"),
        Band("Enterprise Asset-Intensive", 1.18m, 1.30m, RetentionScope.Segment, Iot, "2.1"),
        Band("All segments", 1.02m, 1.30m, RetentionScope.AllSegments, Iot, "Bottom line"),
        Disclosed("PTC ThingWorx 2026", 1.20m, RetentionScope.Composite, Iot),
        Disclosed("AVEVA PI System 2026", 1.23m, RetentionScope.PartOfVendor, Iot),
        Disclosed("Samsara industrial 2026", 1.17m, RetentionScope.PartOfVendor, Iot),
    ];

    /// <summary>Gets the figures for integration platforms. The SMB segment has none.</summary>
    public static ValueList<RetentionTarget> Ipaas2027 { get; } =
    [
        Band("Mid-Market Cross-System", 1.15m, 1.25m, RetentionScope.Segment, Integration, "2.1"),
        Band("Enterprise Integration-CoE", 1.20m, 1.35m, RetentionScope.Segment, Integration, "2.1"),
        Band("All segments", 1.08m, 1.35m, RetentionScope.AllSegments, Integration, "Bottom line"),
        Disclosed("Workato 2026", 1.28m, RetentionScope.Composite, Integration),
        Disclosed("MuleSoft (Salesforce segment) 2026", 1.22m, RetentionScope.PartOfVendor, Integration),
        Disclosed("Boomi 2026", 1.15m, RetentionScope.Composite, Integration),
    ];

    /// <summary>Gets the healthy NRR of an OT-security vendor, and that of the best IT-security vendors.</summary>
    public static ValueList<RetentionTarget> OtSecurity2027 { get; } =
    [
        Band("All segments", 1.10m, 1.30m, RetentionScope.AllSegments, Security, "KPI 6"),
        Band("Best-in-class IT security SaaS", 1.15m, 1.25m, RetentionScope.Composite, Security, "KPI 6"),
    ];

    /// <summary>Gets the share of accounts that a healthy OT-security vendor retains in a year.</summary>
    public static Band<decimal> OtSecurityLogoRetention2027 { get; } = Primitives.Band.Between(0.90m, 0.96m);

    private static RetentionTarget Band(
        string name, decimal low, decimal high, RetentionScope scope, string document, string section) =>
        new()
        {
            Name = name,
            Nrr = Primitives.Band.Between(low, high),
            Scope = scope,
            Citation = new Citation(document, section),
        };

    private static RetentionTarget Disclosed(string vendor, decimal nrr, RetentionScope scope, string document) =>
        RetentionTarget.Disclosed(vendor, nrr, scope, new Citation(document, "6.1"));
}
