using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A ratio of two sums over subjects, such as revenue per account, with its uncertainty.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RatioEstimate
{
    /// <summary>Gets the ratio, <c>Σ numerator / Σ denominator</c>.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets the number of subjects.</summary>
    public required long Count { get; init; }

    /// <summary>Gets the standard error of the ratio, or <see langword="null"/> for a single subject.</summary>
    public double? StandardError { get; init; }

    /// <summary>Gets the interval of the ratio, or <see langword="null"/> for a single subject.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Returns the ratio, its interval and the number of subjects.</summary>
    public override string ToString() => Invariant($"{Value:#,0.####}")
        + (Interval is { } interval ? Invariant($" ({interval:#,0.####})") : "")
        + Invariant($" of {Count:#,0}");
}
