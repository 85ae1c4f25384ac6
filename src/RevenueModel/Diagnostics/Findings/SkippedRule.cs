using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A rule that a review did not evaluate, and why.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SkippedRule
{
    /// <summary>Gets the id of the rule.</summary>
    public required string Rule { get; init => field = Guard.Against.Blank(value, nameof(Rule)); }

    /// <summary>Gets the reason, such as the data that it needs.</summary>
    public required string Reason { get; init => field = Guard.Against.Blank(value, nameof(Reason)); }

    /// <summary>Returns the rule and the reason.</summary>
    public override string ToString() => Rule + ": " + Reason;
}
