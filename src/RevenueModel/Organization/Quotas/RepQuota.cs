using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The quota of a person, with the segment.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RepQuota
{
    /// <summary>Gets the name of the person.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the segment, or <see langword="null"/> if there is none.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the quota of the period, zero or more.</summary>
    public required decimal Quota { get; init => field = Guard.Against.BelowZero(value, nameof(Quota)); }

    /// <summary>Returns the name, the segment and the quota.</summary>
    public override string ToString() =>
        Invariant($"{Name}{(Segment is null ? "" : ", " + Segment)}: {Quota:#,0.##}");
}
