using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The organization of the iPaaS document.</summary>
internal static class Ipaas2027Organization
{
    private const string VpSales = "VP Sales";
    private const string VpEnterprise = "VP Enterprise";
    private const string VpBig4 = "VP Big-4 SI Channel";
    private const string VpBoutique = "VP Boutique Partner Channel";
    private const string VpAi = "VP AI Integration";
    private const string VpCustomerSuccess = "VP Customer Success";
    private const string VpRevOps = "VP RevOps";
    private const string Cro = "CRO";

    public static OrganizationChart Chart() => OrganizationChart.Of(
        new OrganizationRole { Name = Cro },
        Role(VpSales, Cro),
        Role(VpEnterprise, Cro),
        Role(VpBig4, Cro),
        Role(VpBoutique, Cro),
        Role(VpAi, Cro),
        Role(VpCustomerSuccess, Cro),
        Role(VpRevOps, Cro),
        Role("SMB AE", VpSales),
        Role("Mid AE", VpSales, "Mid-Market AE"),
        Role("Solutions Consultants", VpSales, "Solutions Consultant"),
        Role("Integration Architects", VpSales, "Integration Architect"),
        Role("Enterprise AE", VpEnterprise),
        Role("Big-4 Alliance Mgrs", VpBig4, "Big-4 SI Channel Manager"),
        Role("Boutique Integration Partner Mgrs", VpBoutique, "Boutique Integration Partner Manager"),
        Role("AI Integration Specialist Overlay", VpAi) with { Kind = RoleKind.Overlay },
        Role("CSM", VpCustomerSuccess),
        Role("Integration Volume Monitoring", VpRevOps) with
        {
            Kind = RoleKind.Dashboard,
            Shows = ["integration volume"],
        },
        Role("Predictable Tier Pricing Engine", VpRevOps) with { Kind = RoleKind.Dashboard });

    public static RoleRequirement[] Requirements() =>
    [
        new()
        {
            Name = "Big-4 SI channel team and boutique partner channel",
            Roles = ["Big-4 SI Channel Manager", "Boutique Integration Partner Manager"],
            FromArr = 50_000_000m,
            Citation = Ipaas2027Figures.Section("Bottom line"),
        },
        new()
        {
            Name = "AI Integration Specialist overlay",
            Roles = ["AI Integration Specialist overlay"],
            FromArr = 30_000_000m,
            PaybackQuarters = Band.Between(2m, 3m),
            Citation = Ipaas2027Figures.Section("Bottom line, FAQ"),
        },
        new()
        {
            Name = "Integration Architect from Mid-Market on",
            Roles = ["Integration Architect"],
            Segments = [Ipaas2027Figures.MidMarketSegment, Ipaas2027Figures.EnterpriseSegment],
            Citation = Ipaas2027Figures.Section("3.4"),
        },
    ];

    public static OperatingReview[] Reviews() =>
    [
        Review(ReviewFrequency.Weekly, "pipeline council"),
        Review(ReviewFrequency.Weekly, "integration-volume and pricing-tier review"),
        Review(ReviewFrequency.Weekly, "AI integration attach review"),
        Review(ReviewFrequency.Weekly, "SI channel pipeline"),
        Review(ReviewFrequency.Monthly, "CSM expansion forecast"),
        Review(ReviewFrequency.Monthly, "partner enablement review"),
        Review(ReviewFrequency.Quarterly, "comp calibration"),
        Review(ReviewFrequency.Quarterly, "Big-4 SI alliance reviews"),
        Review(ReviewFrequency.Quarterly, "boutique partner reviews"),
        Review(ReviewFrequency.Quarterly, "OEM partner reviews"),
        Review(ReviewFrequency.Quarterly, "Board NRR and retention review"),
    ];

    private static OperatingReview Review(ReviewFrequency frequency, string name) =>
        new() { Name = name, Frequency = frequency, Citation = Ipaas2027Figures.Section("5.3") };

    private static OrganizationRole Role(string name, string reportsTo, string? plan = null) =>
        new() { Name = name, ReportsTo = reportsTo, PlanName = plan };
}
