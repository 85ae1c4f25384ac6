using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Scores forecasts by the logarithm of the probability that they gave to what happened.</summary>
public static class LogScoreCalculator
{
    private const double Scale = 18014398509481984; // 2^54
    private const double LogOfScale = 37.42994775023705;

    /// <summary>Returns the logarithmic score of a forecast, <c>-ln(probability)</c>.</summary>
    /// <param name="probability">The forecast probability of what happened, between 0 and 1.</param>
    /// <returns>The score in nats, zero or more; less is better; or <see langword="null"/> for a probability of zero,
    /// where it is infinite.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1, or NaN.</exception>
    /// <remarks>Good (1952). It depends only on the probability of what happened, and is unforgiving: a single outcome
    /// that was called impossible makes any mean infinite.</remarks>
    /// <example><code>
    /// Console.WriteLine($"{LogScoreCalculator.Score(probability: 0.25):0.000}"); // 1.386
    /// </code></example>
    public static double? Score(double probability)
    {
        NumberGuards.Probability(probability);
        return probability == 0 ? null : 0 - Log(probability);
    }

    /// <summary>Returns the mean logarithmic score of forecasts of events (log loss, binary cross-entropy).</summary>
    /// <param name="probabilities">The forecast probabilities of the events, each between 0 and 1.</param>
    /// <param name="outcomes">Whether each event occurred, one for each probability.</param>
    /// <returns>The mean score in nats, zero or more, or <see langword="null"/> without forecasts, or if an outcome
    /// had a probability of zero.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static double? MeanScore(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        ScoreInputs.Require(probabilities, outcomes);
        CompensatedSum sum = default;
        for (int i = 0; i < probabilities.Length; i++)
        {
            double p = probabilities[i];
            if (p == (outcomes[i] ? 0 : 1))
            {
                return null;
            }

            // -ln(1 - p) = ln(1 + p / (1 - p)) keeps the digits of a small probability.
            sum.Add(outcomes[i] ? -Log(p) : StandardNormal.LogOnePlus(p / (1 - p)));
        }

        return probabilities.IsEmpty ? null : sum.Value / probabilities.Length;
    }

    /// <inheritdoc cref="MeanScore(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static double? MeanScore(IEnumerable<double> probabilities, IEnumerable<bool> outcomes) =>
        MeanScore(probabilities.AsItems(), outcomes.AsItems());

    // The logarithm takes normal numbers only.
    private static double Log(double value) => double.IsNormal(value)
        ? StandardNormal.Log(value)
        : StandardNormal.Log(value * Scale) - LogOfScale;
}
