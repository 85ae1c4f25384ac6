using RevenueModel.Organization;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Organization.Partners;

/// <summary>The published partners of Industrial IoT, and deals with partners.</summary>
internal static class PartnerNetworks
{
    /// <summary>The two kinds of system integrators (section 2.3).</summary>
    public static PartnerNetwork IndustrialIot { get; } = PartnerNetwork.Of(
        new PartnerKind
        {
            Name = "Big-4 SI",
            Partners = ["Deloitte", "Accenture", "IBM Consulting", "Capgemini", "Wipro", "TCS", "Infosys"],
        },
        new PartnerKind
        {
            Name = "OT-specialty SI",
            Partners = ["Maverick Technologies", "Optimation", "ATS", "Premier System Integrators", "Wood Group"],
        });

    public static Opportunity Deal(int id, decimal? amount, params string[] partners) => new()
    {
        Id = $"D{id}", Stage = "Won", Timeline = DealTimeline.Won(), Amount = amount, Partners = partners,
    };
}
