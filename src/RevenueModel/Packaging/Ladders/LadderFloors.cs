using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What usage costs to serve, and the floors of margins and fees that a designed ladder keeps.</summary>
/// <remarks>Immutable; equal by value. With a cost and no floor, a design states its margins and limits
/// nothing.</remarks>
public sealed record LadderFloors
{
    /// <summary>Gets what usage costs to serve.</summary>
    /// <remarks>For a design from histories, each of its meters is read from them. For a design from columns, the meter
    /// of the ladder is the only one.</remarks>
    public required CostToServe Cost { get; init => field = Guard.Against.Null(value, nameof(Cost)); }

    /// <summary>Gets the smallest gross margin of all tiers together, a fraction of one or less; negative allows a loss.
    /// Default: no floor.</summary>
    /// <remarks><c>(revenue - cost) / revenue</c> over all months of all customers.</remarks>
    public decimal? MinMargin { get; init => field = RequireMargin(value, nameof(MinMargin)); }

    /// <summary>Gets the smallest gross margin of each tier, a fraction of one or less; negative allows a loss. Default:
    /// no floor.</summary>
    /// <remarks><c>(revenue - cost) / revenue</c> over all months of the tier's customers.</remarks>
    public decimal? MinTierMargin { get; init => field = RequireMargin(value, nameof(MinTierMargin)); }

    /// <summary>Gets the smallest fee of a tier as a multiple of the cost of what it includes, zero or more: 1 for no fee
    /// below its cost. Default: no floor.</summary>
    /// <remarks>What a tier includes costs the included units of the ladder's meter and
    /// <see cref="CostToServe.FixedPerMonth"/>. An unlimited tier includes no number of units: the mean cost of a month
    /// of its customers counts.</remarks>
    public decimal? MinFeeToCost
    {
        get;
        init => field = value is { } multiple ? Guard.Against.BelowZero(multiple, nameof(MinFeeToCost)) : null;
    }

    /// <summary>Returns a readable description of the floors.</summary>
    public override string ToString() => Invariant($"cost {Cost}")
        + (MinMargin is { } margin ? Invariant($", a margin of {margin * 100m:0.######}% or more") : "")
        + (MinTierMargin is { } ofTier ? Invariant($", {ofTier * 100m:0.######}% or more in each tier") : "")
        + (MinFeeToCost is { } multiple ? Invariant($", no fee below {multiple:0.######}x the cost of what it includes") : "");

    private static decimal? RequireMargin(decimal? value, string name) => value is not > 1m
        ? value
        : throw DomainGuards.OutOfRange(name, value, Invariant($"a fraction of 1 or less (for {value}% write {value / 100m})"));
}
