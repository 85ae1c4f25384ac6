using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>A visit of a deal to an open stage.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageEntry
{
    /// <summary>Gets the name of the stage.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Stage { get; init => field = Guard.Against.Blank(value, nameof(Stage)); }

    /// <summary>Gets the day on which the deal entered the stage, or <see langword="null"/> if the log begins
    /// later.</summary>
    public LocalDate? Entered { get; init; }

    /// <summary>Gets the day on which the deal left the stage, or <see langword="null"/> if it is still in
    /// it.</summary>
    public LocalDate? Left { get; init; }

    /// <summary>Gets the days between entry and leaving, or <see langword="null"/> if one of them is
    /// unknown.</summary>
    public int? Days => Entered is { } entered && Left is { } left ? Period.DaysBetween(entered, left) : null;

    /// <summary>Returns the stage and its days, the same in every culture.</summary>
    public override string ToString() =>
        Stage
            + (Entered is { } entered ? Invariant($" from {entered:R}") : " from an unknown day")
            + (Left is { } left ? Invariant($" to {left:R}") : "");
}
