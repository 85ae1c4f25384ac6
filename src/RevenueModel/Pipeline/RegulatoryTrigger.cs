using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>A regulation that drives a deal, such as NERC CIP or NIS2, and the day by which the buyer must
/// comply.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryTrigger
{
    /// <summary>Gets the name of the regulation.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the day by which the buyer must comply, or <see langword="null"/> if none is set.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>Returns the regulation and its deadline.</summary>
    public override string ToString() => Deadline is { } deadline ? Invariant($"{Name} by {deadline:R}") : Name;
}
