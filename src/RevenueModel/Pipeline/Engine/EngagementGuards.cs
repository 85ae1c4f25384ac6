using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The guard of whatever names buyers that are engaged.</summary>
internal static class EngagementGuards
{
    /// <summary>Refuses what is no combination of the two buyers.</summary>
    public static BuyerEngagement RequireKnown(BuyerEngagement value, string name) =>
        value is >= BuyerEngagement.None and <= BuyerEngagement.Both
            ? value
            : throw DomainGuards.OutOfRange(name, value, "None, IT, OT or Both");
}
