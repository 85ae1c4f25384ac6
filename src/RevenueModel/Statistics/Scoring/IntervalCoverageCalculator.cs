using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Measures how often forecast intervals, such as P10 to P90, contain the observed value.</summary>
public static class IntervalCoverageCalculator
{
    /// <summary>Counts the observations below, inside and above their intervals.</summary>
    /// <param name="lowers">The lower ends, finite numbers in one unit.</param>
    /// <param name="uppers">The upper ends, each at least the lower end.</param>
    /// <param name="observations">The observed values in the same unit, one for each interval.</param>
    /// <param name="overlap">The number of successive forecasts whose windows overlap, one or more: 13 for forecasts
    /// of a quarter that are made weekly. Default: one, no overlap.</param>
    /// <param name="confidence">The confidence of the interval of the coverage, between 0 and 1, both excluded.
    /// Default: 0.95.</param>
    /// <returns>The coverage, or <see langword="null"/> without intervals.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is NaN or infinite, the ends are not in order,
    /// or an option is outside its range.</exception>
    /// <remarks>
    /// Wilson's interval. With an overlap it is computed for <c>n / overlap</c> observations at the same coverage,
    /// because forecasts with a common window succeed or fail together. That is the number of windows that do not
    /// overlap, so that the interval is wide rather than narrow.
    /// </remarks>
    /// <example><code>
    /// IntervalCoverage? coverage = IntervalCoverageCalculator.Measure(
    ///     lowers: [80, 90, 85, 70], uppers: [130, 140, 120, 110], observations: [100, 150, 95, 110]);
    /// Console.WriteLine(coverage); // 75.0% (30.1%-95.4% at 95%): 0 below, 3 inside, 1 above
    /// </code></example>
    public static IntervalCoverage? Measure(
        ReadOnlySpan<double> lowers,
        ReadOnlySpan<double> uppers,
        ReadOnlySpan<double> observations,
        int overlap = 1,
        double confidence = 0.95)
    {
        ScoreInputs.Require(lowers, uppers, observations);
        Guard.Against.BelowOne(overlap);
        Confidence.Require(confidence);
        if (lowers.IsEmpty)
        {
            return null;
        }

        int below = 0;
        int above = 0;
        for (int i = 0; i < lowers.Length; i++)
        {
            below += observations[i] < lowers[i] ? 1 : 0;
            above += observations[i] > uppers[i] ? 1 : 0;
        }

        int count = lowers.Length;
        int inside = count - below - above;
        ConfidenceInterval interval = ProportionCalculator.Wilson(
            (double)inside / overlap, (double)count / overlap, confidence)!.Value;
        return new IntervalCoverage(below, inside, above, (double)inside / count, interval);
    }

    /// <inheritdoc
    ///     cref="Measure(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, int, double)"/>
    public static IntervalCoverage? Measure(
        IEnumerable<double> lowers,
        IEnumerable<double> uppers,
        IEnumerable<double> observations,
        int overlap = 1,
        double confidence = 0.95) =>
        Measure(lowers.AsItems(), uppers.AsItems(), observations.AsItems(), overlap, confidence);
}
