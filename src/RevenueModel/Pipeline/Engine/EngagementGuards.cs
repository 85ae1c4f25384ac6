using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Guards for values that name engaged buyers.</summary>
internal static class EngagementGuards
{
    /// <summary>Rejects a value that is not a combination of the two buyers.</summary>
    public static BuyerEngagement RequireKnown(BuyerEngagement value, string name) =>
        value is >= BuyerEngagement.None and <= BuyerEngagement.Both
            ? value
            : throw DomainGuards.OutOfRange(name, value, "None, IT, OT or Both");
}
