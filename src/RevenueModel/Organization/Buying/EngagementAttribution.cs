using System.Text.Json.Serialization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The deals by the buyers that they engaged, and what engaging both is worth. Created by
/// <see cref="EngagementCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record EngagementAttribution
{
    /// <summary>Gets the deals that engaged IT only, OT only, both, neither, and those that do not record
    /// it.</summary>
    public required ValueList<EngagementGroup> Groups { get; init; }

    /// <summary>Gets the win rates of both buyers and of a single one.</summary>
    public required DualBuyerMeasurement DualBuyer { get; init; }

    /// <summary>Gets the win rate by number with both buyers as a multiple of that with a single one, or
    /// <see langword="null"/> if either is unknown or the latter is zero.</summary>
    public decimal? Ratio => DualBuyer.Ratio;

    /// <summary>Gets the win rate by value with both buyers as a multiple of that with a single one, or
    /// <see langword="null"/> if either is unknown or the latter is zero.</summary>
    public decimal? RatioByValue =>
        DualBuyer.DualBuyer.ByValue is { } both && DualBuyer.SingleBuyer.ByValue is > 0m and { } single
            ? both / single
            : null;

    /// <summary>Returns the groups and the ratio.</summary>
    public override string ToString() => string.Join("; ", Groups)
        + (Ratio is { } ratio ? Invariant($"; both against one {ratio:0.00}x") : "");
}
