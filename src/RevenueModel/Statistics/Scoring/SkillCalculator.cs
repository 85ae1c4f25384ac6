using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Compares the scores of forecasts with those of a baseline on the same observations.</summary>
public static class SkillCalculator
{
    /// <summary>Compares scores in pairs, with an interval that respects overlapping windows.</summary>
    /// <param name="scores">The scores of the forecasts, finite numbers in the order of time; less is better. Any
    /// score will do, such as CRPS or pinball loss.</param>
    /// <param name="baselineScores">The scores of the baseline for the same observations, finite numbers, one for each
    /// score.</param>
    /// <param name="overlap">The number of successive forecasts whose windows overlap, one or more: 13 for forecasts
    /// of a quarter that are made weekly. Default: one, no overlap.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default:
    /// 0.95.</param>
    /// <returns>The comparison, or <see langword="null"/> without scores.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN or infinite, or an option is outside its
    /// range.</exception>
    /// <remarks>
    /// <para>The interval of the difference is <c>mean ± t σ / √n</c>, with the long-run variance σ² of the
    /// differences by the equal-weighted cosine estimator with ν cosines, and t of Student's distribution with ν
    /// degrees of freedom (Lazarus, Lewis, Stock and Watson, "HAR inference: recommendations for practice", Journal
    /// of Business and Economic Statistics 36, 2018). ν is <c>n - 1</c> without an overlap, where this is the paired
    /// t interval, else <c>(n - 1) / (2 overlap)</c>, at least 1 and at most 500. The skill is a ratio of means and
    /// has the linearized interval of a ratio.</para>
    /// <para>At 95% the interval covers about 94% of differences of overlapping sums, also for few windows, and is
    /// wide then: for 26 weekly forecasts of a quarter it has one degree of freedom. The estimator of Newey and West
    /// with <c>overlap - 1</c> lags covers 60% there, and the test of Diebold and Mariano with the correction of
    /// Harvey and others 74%. If <c>n</c> is not above the overlap, no two windows are apart and there is no
    /// interval.</para>
    /// </remarks>
    /// <example><code>
    /// double[] crps = [40, 55, 30, 62, 48, 51];
    /// double[] samePeriodBefore = [70, 80, 66, 90, 61, 72];
    /// SkillComparison? skill = SkillCalculator.Compare(crps, samePeriodBefore);
    /// Console.WriteLine(skill); // skill 34.9% (23.7%-46.1% at 95%), 6 pairs
    /// </code></example>
    public static SkillComparison? Compare(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> baselineScores,
        int overlap = 1,
        double confidence = 0.95)
    {
        NumberGuards.SameLength(baselineScores.Length, scores.Length, nameof(baselineScores));
        NumberGuards.Finite(scores, nameof(scores));
        NumberGuards.Finite(baselineScores, nameof(baselineScores));
        Guard.Against.BelowOne(overlap);
        Confidence.Require(confidence);
        int count = scores.Length;
        if (count == 0)
        {
            return null;
        }

        double score = CompensatedSum.Of(scores) / count;
        double baseline = CompensatedSum.Of(baselineScores) / count;
        double? skill = baseline > 0 ? 1 - (score / baseline) : null;
        int? degrees = EqualWeightedCosine.Degrees(count, overlap);
        ConfidenceInterval? differenceInterval = null;
        ConfidenceInterval? skillInterval = null;
        if (degrees is { } known)
        {
            double quantile = StudentT.TwoSidedQuantile(confidence, known);
            var values = new double[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = baselineScores[i] - scores[i];
            }

            differenceInterval = Interval(baseline - score, values, known, quantile, confidence);
            for (int i = 0; i < count && skill is not null; i++)
            {
                values[i] = (scores[i] - (score / baseline * baselineScores[i])) / baseline;
            }

            skillInterval = skill is { } share ? Interval(share, values, known, quantile, confidence) : null;
        }

        return new SkillComparison(
            count, overlap, degrees, score, baseline, skill, differenceInterval, skillInterval);
    }

    /// <inheritdoc cref="Compare(ReadOnlySpan{double}, ReadOnlySpan{double}, int, double)"/>
    public static SkillComparison? Compare(
        IEnumerable<double> scores, IEnumerable<double> baselineScores, int overlap = 1, double confidence = 0.95) =>
        Compare(scores.AsItems(), baselineScores.AsItems(), overlap, confidence);

    private static ConfidenceInterval Interval(
        double center, ReadOnlySpan<double> values, int degrees, double quantile, double confidence)
    {
        double half = quantile * EqualWeightedCosine.StandardError(values, degrees);
        return new ConfidenceInterval(center - half, center + half, confidence);
    }
}
