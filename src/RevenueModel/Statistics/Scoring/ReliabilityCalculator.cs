using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Measures whether forecasts of events are reliable: of the deals forecast at 30%, are 30% won?</summary>
public static class ReliabilityCalculator
{
    /// <summary>Returns the reliability curve of forecasts by the CORP method.</summary>
    /// <param name="probabilities">The forecast probabilities, each between 0 and 1.</param>
    /// <param name="outcomes">Whether each event occurred, one for each probability.</param>
    /// <returns>The curve, or <see langword="null"/> without forecasts.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    /// <remarks>
    /// <para>CORP (Dimitriadis, Gneiting and Jordan, "Stable reliability diagrams for probabilistic classifiers", PNAS
    /// 2021): the recalibrated probabilities c are the isotonic regression of the outcomes on the forecasts, found by
    /// pooling adjacent violators. No bins are chosen, and the result does not depend on any option.</para>
    /// <para>With the mean Brier scores S of the forecasts, C of the recalibrated forecasts and U of the share of all
    /// events: miscalibration <c>S - C</c>, discrimination <c>U - C</c>, uncertainty U. Groups are pooled by whole
    /// numbers, so that ties are exact. Of few events some miscalibration remains by chance.</para>
    /// </remarks>
    /// <example><code>
    /// ReliabilityCurve curve = ReliabilityCalculator.Measure(
    ///     probabilities: [0.1, 0.3, 0.3, 0.5, 0.8, 0.9], outcomes: [false, true, false, false, true, true])!;
    /// Console.WriteLine($"{curve.Miscalibration:0.000} {curve.Discrimination:0.000}"); // 0.037 0.139
    /// Console.WriteLine(curve.Points[1]); // 0.3 to 0.5: 0.3333 (1 of 3)
    /// </code></example>
    public static ReliabilityCurve? Measure(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        ScoreInputs.Require(probabilities, outcomes);
        if (probabilities.IsEmpty)
        {
            return null;
        }

        double count = probabilities.Length;
        double rate = outcomes.Count(true) / count;
        List<ReliabilityPoint> points = Pool(OutcomeGroups.Of(probabilities, outcomes));
        CompensatedSum recalibrated = default;
        CompensatedSum discrimination = default;
        foreach (ReliabilityPoint point in points)
        {
            recalibrated.Add(point.Rate * (point.Count - point.Occurrences));
            discrimination.Add(point.Count * (point.Rate - rate) * (point.Rate - rate));
        }

        double score = BrierScoreCalculator.Mean(probabilities, outcomes);
        return new ReliabilityCurve(
            points.ToValueList(),
            score,
            Math.Max(score - (recalibrated.Value / count), 0),
            discrimination.Value / count,
            rate * (1 - rate));
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static ReliabilityCurve? Measure(IEnumerable<double> probabilities, IEnumerable<bool> outcomes) =>
        Measure(probabilities.AsItems(), outcomes.AsItems());

    // Neighbors of one share are pooled as well, so that the shares of the ranges rise.
    private static List<ReliabilityPoint> Pool(List<OutcomeGroup> groups)
    {
        var points = new List<ReliabilityPoint>();
        foreach (OutcomeGroup group in groups)
        {
            var point = new ReliabilityPoint(group.Probability, group.Probability, group.Count, group.Occurrences);
            while (points is [.., var last] && last.Occurrences * point.Count >= point.Occurrences * last.Count)
            {
                point = new ReliabilityPoint(
                    last.Lower, point.Upper, last.Count + point.Count, last.Occurrences + point.Occurrences);
                points.RemoveAt(points.Count - 1);
            }

            points.Add(point);
        }

        return points;
    }
}
