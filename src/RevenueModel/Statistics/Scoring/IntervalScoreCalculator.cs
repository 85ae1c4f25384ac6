using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Scores forecasts of intervals, such as P10 to P90, by the interval score of Winkler.</summary>
public static class IntervalScoreCalculator
{
    /// <summary>Returns the interval score of a central interval.</summary>
    /// <param name="lower">The lower end, a finite number in the unit of the observation.</param>
    /// <param name="upper">The upper end, at least the lower end.</param>
    /// <param name="observation">The observed value, a finite number.</param>
    /// <param name="coverage">The probability that the interval is meant to have, between 0 and 1, both excluded: 0.8
    /// for P10 to P90.</param>
    /// <returns>The score in the unit of the observation, zero or more; less is better.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, the ends are not in order, or the coverage is
    /// outside its range.</exception>
    /// <remarks>
    /// The width, plus <c>2 / (1 - coverage)</c> times the distance by which the observation lies outside (Winkler
    /// 1972, Gneiting and Raftery 2007, equation 43). It is <c>2 / (1 - coverage)</c> times the sum of the pinball
    /// losses of both ends. The weighted form of scoringutils is <c>(1 - coverage) / 2</c> times as large.
    /// </remarks>
    /// <example><code>
    /// Console.WriteLine(IntervalScoreCalculator.Score(700, 1_300, observation: 900, coverage: 0.75)); // 600
    /// Console.WriteLine(IntervalScoreCalculator.Score(700, 1_300, observation: 1_400, coverage: 0.75)); // 1400
    /// </code></example>
    public static double Score(double lower, double upper, double observation, double coverage)
    {
        NumberGuards.Finite(lower);
        NumberGuards.AtLeast(upper, lower);
        NumberGuards.Finite(observation);
        Confidence.Require(coverage);
        return Unchecked(lower, upper, observation, coverage);
    }

    /// <summary>Returns the mean interval score of several intervals.</summary>
    /// <param name="lowers">The lower ends, finite numbers in one unit.</param>
    /// <param name="uppers">The upper ends, each at least the lower end.</param>
    /// <param name="observations">The observed values in the same unit, one for each interval.</param>
    /// <param name="coverage">The probability that the intervals are meant to have, between 0 and 1, both
    /// excluded.</param>
    /// <returns>The mean score, zero or more, or <see langword="null"/> without intervals.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is NaN or infinite, the ends are not in order,
    /// or the coverage is outside its range.</exception>
    public static double? MeanScore(
        ReadOnlySpan<double> lowers,
        ReadOnlySpan<double> uppers,
        ReadOnlySpan<double> observations,
        double coverage)
    {
        ScoreInputs.Require(lowers, uppers, observations);
        Confidence.Require(coverage);
        CompensatedSum sum = default;
        for (int i = 0; i < lowers.Length; i++)
        {
            sum.Add(Unchecked(lowers[i], uppers[i], observations[i], coverage));
        }

        return lowers.IsEmpty ? null : sum.Value / lowers.Length;
    }

    /// <inheritdoc
    ///     cref="MeanScore(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>
    public static double? MeanScore(
        IEnumerable<double> lowers,
        IEnumerable<double> uppers,
        IEnumerable<double> observations,
        double coverage) =>
        MeanScore(lowers.AsItems(), uppers.AsItems(), observations.AsItems(), coverage);

    private static double Unchecked(double lower, double upper, double observation, double coverage)
    {
        double outside = Math.Max(Math.Max(lower - observation, observation - upper), 0);
        return upper - lower + (2 / (1 - coverage) * outside);
    }
}
