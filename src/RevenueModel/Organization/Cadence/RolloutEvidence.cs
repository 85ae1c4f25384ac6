using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The number of records that show that a step of a rollout plan is done. Created by
/// <see cref="CadenceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RolloutEvidence
{
    /// <summary>Gets what is counted, such as open deals with a regulation.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the number of records that show it, zero or more.</summary>
    public required long Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets the number of all records, zero or more.</summary>
    public required long Of { get; init => field = Guard.Against.BelowZero(value, nameof(Of)); }

    /// <summary>Gets whether the step needs it. Default: <see langword="false"/>, it is for information.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the share of records that show it, or <see langword="null"/> if there are none.</summary>
    public decimal? Share => Of == 0 ? null : (decimal)Count / Of;

    /// <summary>Returns what is counted and the numbers.</summary>
    public override string ToString() => Invariant($"{Name}: {Count:#,0} of {Of:#,0}");
}
