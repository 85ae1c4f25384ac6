using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The number of observations below, inside and above their forecast intervals. Created by
/// <see cref="IntervalCoverageCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record IntervalCoverage
{
    internal IntervalCoverage(int below, int inside, int above, double coverage, ConfidenceInterval interval)
    {
        Below = below;
        Inside = inside;
        Above = above;
        Coverage = coverage;
        Interval = interval;
    }

    /// <summary>Gets the number of observations below the lower end.</summary>
    public int Below { get; }

    /// <summary>Gets the number of observations in the interval, ends included.</summary>
    public int Inside { get; }

    /// <summary>Gets the number of observations above the upper end.</summary>
    public int Above { get; }

    /// <summary>Gets the number of observations.</summary>
    public int Count => Below + Inside + Above;

    /// <summary>Gets the share of observations in the interval, between 0 and 1.</summary>
    public double Coverage { get; }

    /// <summary>Gets the confidence interval of the coverage.</summary>
    public ConfidenceInterval Interval { get; }

    /// <summary>Returns the coverage, its interval and the counts.</summary>
    public override string ToString() => Invariant($"{Coverage * 100:0.0}% ({Interval}): ")
        + Invariant($"{Below:#,0} below, {Inside:#,0} inside, {Above:#,0} above");
}
