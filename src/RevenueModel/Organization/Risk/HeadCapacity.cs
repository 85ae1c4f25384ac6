using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The planned capacity of a head for a period, and what can keep it from being booked.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record HeadCapacity
{
    /// <summary>Gets the name of the head or of the open position.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the segment, or <see langword="null"/> if there is none.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the capacity that the plan counts on, zero or more.</summary>
    public required decimal Capacity { get; init => field = Guard.Against.BelowZero(value, nameof(Capacity)); }

    /// <summary>Gets the attainment of the latest period as a ratio, zero or more, or <see langword="null"/> if it is
    /// not known.</summary>
    public decimal? Attainment
    {
        get;
        init => field = value is { } attainment ? Guard.Against.BelowZero(attainment, nameof(Attainment)) : null;
    }

    /// <summary>Gets whether the head has not finished its ramp. Default: <see langword="false"/>.</summary>
    public bool IsRamping { get; init; }

    /// <summary>Gets whether the position is not filled. Default: <see langword="false"/>.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets the probability that the head leaves in the period, between 0 and 1. Default:
    /// <see langword="null"/>, the share of <see cref="CapacityRiskTerms.Attrition"/>.</summary>
    public decimal? LeaveProbability
    {
        get;
        init => field = value is { } share ? Guard.Against.NotFraction(share, nameof(LeaveProbability)) : null;
    }

    /// <summary>Returns the name, the capacity and the state.</summary>
    public override string ToString() => Invariant($"{Name}: {Capacity:#,0.##}")
        + (IsOpen ? ", open position" : "")
        + (IsRamping ? ", ramping" : "")
        + (Attainment is { } attainment ? Invariant($", {attainment:0.##%} attained") : "");
}
