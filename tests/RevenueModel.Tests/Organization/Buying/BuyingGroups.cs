using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Organization.Buying;

/// <summary>The published buying groups of two markets.</summary>
internal static class BuyingGroups
{
    /// <summary>OT security: two champions, and a veto of operations (Works Differently 2, Failure Modes 2).</summary>
    public static BuyingGroup OtSecurity { get; } = new()
    {
        Sides =
        [
            new BuyerSide
            {
                Name = "IT",
                Engagement = BuyerEngagement.IT,
                SignOff = ["CISO"],
                Owns = ["mandate", "often the money"],
            },
            new BuyerSide
            {
                Name = "OT",
                Engagement = BuyerEngagement.OT,
                SignOff = ["VP of Operations"],
                VetoHolder = "VP of Operations",
                Owns = ["network"],
            },
        ],
        Champions =
        [
            new ChampionRole
            {
                Name = "security champion", Side = "IT", Provides = "budget", Gap = "money", Titles = ["CISO"],
            },
            new ChampionRole
            {
                Name = "controls-engineering champion",
                Side = "OT",
                Provides = "technical trust",
                Gap = "network access",
            },
        ],
        RequiresAllSides = true,
        Citation = new Citation("OT security", "Works Differently 2"),
    };

    /// <summary>Industrial IoT: both organizations sign off (Direct Answer).</summary>
    public static BuyingGroup IndustrialIot { get; } = new()
    {
        Sides =
        [
            new BuyerSide { Name = "IT", Engagement = BuyerEngagement.IT, SignOff = ["CIO", "VP Architecture"] },
            new BuyerSide
            {
                Name = "OT",
                Engagement = BuyerEngagement.OT,
                SignOff = ["VP Operations", "Plant Manager", "Reliability Engineer"],
            },
        ],
        RequiresAllSides = true,
        DiffersIn = ["procurement processes", "security requirements", "technology preferences", "budget cycles"],
    };

    public static Stakeholder Ciso { get; } = new()
    {
        Person = "Ada", Title = "CISO", Side = "IT", Roles = StakeholderRoles.Champion | StakeholderRoles.SignOff,
    };

    public static Stakeholder Engineer { get; } = new()
    {
        Person = "Ben",
        Title = "Controls Engineer",
        Side = "OT",
        Roles = StakeholderRoles.Champion,
        Stance = StakeholderStance.Supports,
    };

    public static Stakeholder Operations { get; } = new() { Person = "Cleo", Title = "VP of Operations" };

    public static StakeholderMap Map(string deal, params Stakeholder[] people) =>
        new() { DealId = deal, People = people };
}
