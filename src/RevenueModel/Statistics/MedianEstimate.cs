using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A median with the interval of its order statistics.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MedianEstimate
{
    /// <summary>Gets the median, in the unit of the observations.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets the number of observations.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the interval, whose ends are observations, or <see langword="null"/> if there are too few of
    /// them for its confidence.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Returns the median, its interval and the number of observations.</summary>
    public override string ToString() => Invariant($"{Value:#,0.##}")
        + (Interval is { } interval ? Invariant($" ({interval:#,0.##})") : "")
        + Invariant($" of {Count:#,0}");
}
