using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The cost to serve usage, and the floors of margins and fees for a designed ladder.</summary>
/// <remarks>
/// Immutable; equal by value. With a cost and without floors, a design has margins and no limits on them.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LadderFloors
{
    /// <summary>Gets the cost to serve usage.</summary>
    /// <remarks>
    /// A design from histories reads each of its meters from them. For a design from columns, the meter of the ladder
    /// is the only one.
    /// </remarks>
    public required CostToServe Cost { get; init => field = Guard.Against.Null(value, nameof(Cost)); }

    /// <summary>Gets the smallest gross margin of all tiers together, one or less; a negative one allows a loss.
    /// Default: no floor.</summary>
    /// <remarks><c>(revenue - cost) / revenue</c> over all months of all customers.</remarks>
    public decimal? MinMargin { get; init => field = RequireMargin(value, nameof(MinMargin)); }

    /// <summary>Gets the smallest gross margin of each tier, one or less; a negative one allows a loss. Default: no
    /// floor.</summary>
    /// <remarks><c>(revenue - cost) / revenue</c> over all months of the customers of the tier.</remarks>
    public decimal? MinTierMargin { get; init => field = RequireMargin(value, nameof(MinTierMargin)); }

    /// <summary>Gets the smallest fee of a tier as a multiple of the cost of the units that it includes, zero or more:
    /// 1 for no fee below its cost. Default: no floor.</summary>
    /// <remarks>
    /// The cost is that of the included units of the meter of the ladder plus <see cref="CostToServe.FixedPerMonth"/>.
    /// For an unlimited tier it is the mean monthly cost of its customers.
    /// </remarks>
    public decimal? MinFeeToCost
    {
        get;
        init => field = value is { } multiple ? Guard.Against.BelowZero(multiple, nameof(MinFeeToCost)) : null;
    }

    /// <summary>Returns a readable description of the floors.</summary>
    public override string ToString() => Invariant($"cost {Cost}")
        + (MinMargin is { } margin ? Invariant($", a margin of {margin * 100m:0.######}% or more") : "")
        + (MinTierMargin is { } ofTier ? Invariant($", {ofTier * 100m:0.######}% or more in each tier") : "")
        + (MinFeeToCost is { } multiple
            ? Invariant($", no fee below {multiple:0.######}x the cost of what it includes")
            : "");

    private static decimal? RequireMargin(decimal? value, string name) => value is not > 1m
        ? value
        : throw DomainGuards.OutOfRange(
            name, value, Invariant($"a fraction of 1 or less (for {value}% write {value / 100m})"));
}
