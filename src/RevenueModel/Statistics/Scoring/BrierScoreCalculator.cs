using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Scores forecasts of events, such as the win of a deal, by the Brier score.</summary>
public static class BrierScoreCalculator
{
    /// <summary>Returns the Brier score of a forecast: the squared distance to 1 if the event occurred, else to
    /// 0.</summary>
    /// <param name="probability">The forecast probability of the event, between 0 and 1.</param>
    /// <param name="occurred">Whether the event occurred.</param>
    /// <returns>The score, between 0 and 1; less is better.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1, or NaN.</exception>
    /// <remarks>The form for one event, as in scikit-learn. Brier's form of 1950 sums over both outcomes and is twice
    /// as large.</remarks>
    public static double Score(double probability, bool occurred)
    {
        NumberGuards.Probability(probability);
        return Square(probability, occurred);
    }

    /// <summary>Returns the mean Brier score.</summary>
    /// <param name="probabilities">The forecast probabilities, each between 0 and 1.</param>
    /// <param name="outcomes">Whether each event occurred, one for each probability.</param>
    /// <returns>The mean score, between 0 and 1, or <see langword="null"/> without forecasts.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static double? MeanScore(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        ScoreInputs.Require(probabilities, outcomes);
        return probabilities.IsEmpty ? null : Mean(probabilities, outcomes);
    }

    /// <inheritdoc cref="MeanScore(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static double? MeanScore(IEnumerable<double> probabilities, IEnumerable<bool> outcomes) =>
        MeanScore(probabilities.AsItems(), outcomes.AsItems());

    /// <summary>Splits the mean Brier score into reliability, resolution and uncertainty.</summary>
    /// <param name="probabilities">The forecast probabilities, each between 0 and 1.</param>
    /// <param name="outcomes">Whether each event occurred, one for each probability.</param>
    /// <returns>The parts, or <see langword="null"/> without forecasts.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    /// <remarks>
    /// Murphy (1973), with one group for each different probability, so that the parts sum to the score. It suits
    /// probabilities of a few values, such as those of stages. If almost every forecast has a probability of its own,
    /// each group has one event and the reliability is meaningless: use <see cref="ReliabilityCalculator"/>, or round
    /// the probabilities first.
    /// </remarks>
    /// <example><code>
    /// BrierDecomposition? parts = BrierScoreCalculator.Decompose(
    ///     probabilities: [0.2, 0.2, 0.2, 0.2, 0.6, 0.6], outcomes: [false, false, true, false, true, false]);
    /// Console.WriteLine(parts); // 0.2133 = reliability 0.005 - resolution 0.0139 + uncertainty 0.2222, 6 forecasts
    /// </code></example>
    public static BrierDecomposition? Decompose(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        ScoreInputs.Require(probabilities, outcomes);
        if (probabilities.IsEmpty)
        {
            return null;
        }

        List<OutcomeGroup> groups = OutcomeGroups.Of(probabilities, outcomes);
        double count = probabilities.Length;
        double rate = outcomes.Count(true) / count;
        CompensatedSum reliability = default;
        CompensatedSum resolution = default;
        foreach (OutcomeGroup group in groups)
        {
            double share = (double)group.Occurrences / group.Count;
            reliability.Add(group.Count * (group.Probability - share) * (group.Probability - share));
            resolution.Add(group.Count * (share - rate) * (share - rate));
        }

        return new BrierDecomposition(
            probabilities.Length,
            groups.Count,
            Mean(probabilities, outcomes),
            reliability.Value / count,
            resolution.Value / count,
            rate * (1 - rate));
    }

    /// <inheritdoc cref="Decompose(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static BrierDecomposition? Decompose(IEnumerable<double> probabilities, IEnumerable<bool> outcomes) =>
        Decompose(probabilities.AsItems(), outcomes.AsItems());

    /// <summary>Returns the mean score of one or more forecasts that are checked.</summary>
    internal static double Mean(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        CompensatedSum sum = default;
        for (int i = 0; i < probabilities.Length; i++)
        {
            sum.Add(Square(probabilities[i], outcomes[i]));
        }

        return sum.Value / probabilities.Length;
    }

    private static double Square(double probability, bool occurred)
    {
        double distance = occurred ? 1 - probability : probability;
        return distance * distance;
    }
}
