using RevenueModel.Organization;

namespace RevenueModel.Architectures;

/// <summary>The organization of the industrial IoT document.</summary>
internal static class IndustrialIot2027Organization
{
    private const string VpSales = "VP Sales";
    private const string VpEnterprise = "VP Enterprise";
    private const string VpBig4 = "VP Big-4 SI Channel";
    private const string VpSpecialty = "VP OT-Specialty SI Channel";
    private const string VpAi = "VP AI + Digital Twin";
    private const string VpCustomerSuccess = "VP Customer Success";
    private const string VpRevOps = "VP RevOps";
    private const string Cro = "CRO";
    private const string Overlay = "AI/Digital-Twin Specialist overlay";

    public static OrganizationChart Chart() => OrganizationChart.Of(
        new OrganizationRole { Name = Cro },
        Role(VpSales, Cro),
        Role(VpEnterprise, Cro),
        Role(VpBig4, Cro),
        Role(VpSpecialty, Cro),
        Role(VpAi, Cro),
        Role(VpCustomerSuccess, Cro),
        Role(VpRevOps, Cro),
        Role("SMB AE", VpSales),
        Role("Mid AE", VpSales, "Mid-Market AE"),
        Role("IT Solutions Consultants", VpSales, "IT Solutions Consultant"),
        Role("OT Solutions Consultants", VpSales, "OT Solutions Consultant"),
        Role("Enterprise AE", VpEnterprise),
        Role("Enterprise CSM", VpEnterprise),
        Role("Deloitte Alliance", VpBig4),
        Role("Accenture Alliance", VpBig4),
        Role("Maverick Alliance", VpSpecialty),
        Role("Wood Group Alliance", VpSpecialty),
        Role("AI + DT Specialist Overlay", VpAi, Overlay) with { Kind = RoleKind.Overlay },
        Role("CSM", VpCustomerSuccess),
        Role("IT+OT Engagement Attribution", VpRevOps) with { Kind = RoleKind.Dashboard },
        Role("SI Channel Attribution", VpRevOps) with { Kind = RoleKind.Dashboard });

    public static RoleRequirement[] Requirements() =>
    [
        new()
        {
            Name = "two SI channel teams (Big-4 and OT-specialty)",
            Roles = ["Big-4 SI Channel Manager", "OT-Specialty SI Channel Manager"],
            FromArr = 30_000_000m,
            Citation = IndustrialIot2027Figures.Section("Bottom line"),
        },
        new()
        {
            Name = Overlay,
            Roles = [Overlay],
            FromArr = 40_000_000m,
            Citation = IndustrialIot2027Figures.Section("Bottom line"),
        },
        new()
        {
            Name = "dual solutions consultants (one IT, one OT)",
            Roles = ["IT Solutions Consultant", "OT Solutions Consultant"],
            Segments = [IndustrialIot2027Figures.MidMarketSegment, IndustrialIot2027Figures.EnterpriseSegment],
            Citation = IndustrialIot2027Figures.Section("Bottom line, 7.1"),
        },
    ];

    public static OperatingReview[] Reviews() =>
    [
        Review(ReviewFrequency.Weekly, "pipeline council"),
        Review(ReviewFrequency.Weekly, "IT+OT progression review by named account"),
        Review(ReviewFrequency.Weekly, "SI channel pipeline review"),
        Review(ReviewFrequency.Monthly, "AI/Digital Twin activation review"),
        Review(ReviewFrequency.Monthly, "CSM expansion forecast"),
        Review(ReviewFrequency.Monthly, "OT cybersecurity certification pipeline"),
        Review(ReviewFrequency.Quarterly, "comp calibration"),
        Review(ReviewFrequency.Quarterly, "Big-4 SI alliance reviews"),
        Review(ReviewFrequency.Quarterly, "OT-specialty SI reviews"),
        Review(ReviewFrequency.Quarterly, "OEM/automation-vendor reviews"),
        Review(ReviewFrequency.Quarterly, "Board NRR review"),
    ];

    private static OperatingReview Review(ReviewFrequency frequency, string name) =>
        new() { Name = name, Frequency = frequency, Citation = IndustrialIot2027Figures.Section("5.3") };

    private static OrganizationRole Role(string name, string reportsTo, string? plan = null) =>
        new() { Name = name, ReportsTo = reportsTo, PlanName = plan };
}
