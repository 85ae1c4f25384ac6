using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Cites the documents that describe the failures.</summary>
internal static class RuleSources
{
    public static Citation IndustrialIot(string section) =>
        new("Revenue Architecture for Industrial IoT Platforms in 2027", section);

    public static Citation Ipaas(string section) => new("Revenue Architecture for iPaaS in 2027", section);

    public static Citation OtSecurity(string section) =>
        new("Key sales KPIs for the Industrial Cybersecurity (OT/ICS) Services industry in 2027", section);
}
