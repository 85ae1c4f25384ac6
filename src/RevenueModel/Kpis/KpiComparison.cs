using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The value of an indicator in another business, to compare with.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiComparison
{
    /// <summary>Gets the name of the business, such as generic IT security.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the values there.</summary>
    public required Band<decimal> Values { get; init; }

    /// <summary>Gets the published ratio of the indicator to that of the other business, or <see langword="null"/> if
    /// none is published.</summary>
    public Band<decimal>? Ratio { get; init; }

    /// <summary>Gets whether <see cref="Ratio"/> is approximate. Default: <see langword="false"/>.</summary>
    public bool IsRatioApproximate { get; init; }

    /// <summary>Creates a comparison.</summary>
    /// <param name="name">The name of the business; not blank.</param>
    /// <param name="values">The values there.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static KpiComparison Of(string name, Band<decimal> values) =>
        new() { Name = Guard.Against.Blank(name), Values = values };

    /// <summary>Returns the name and the values.</summary>
    public override string ToString() => Invariant($"{Name}: {Values}")
        + (Ratio is { } ratio ? Invariant($", a ratio of {(IsRatioApproximate ? "about " : "")}{ratio}") : "");
}
