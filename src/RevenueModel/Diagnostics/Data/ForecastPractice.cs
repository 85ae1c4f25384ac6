using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The sales cycle that the forecast of a segment assumes.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ForecastPractice
{
    /// <summary>Gets the segment.</summary>
    public required string Segment { get; init => field = Guard.Against.Blank(value, nameof(Segment)); }

    /// <summary>Gets the number of days from creation to close that the forecast assumes, one or more.</summary>
    public required int AssumedCycleDays
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(AssumedCycleDays));
    }

    /// <summary>Returns the segment and the days.</summary>
    public override string ToString() =>
        Invariant($"{Segment}: a cycle of {Plural.Of(AssumedCycleDays, "day")} is assumed");
}
