using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Scores forecasts of quantiles, such as P10 or P90, by the pinball loss.</summary>
public static class PinballLossCalculator
{
    /// <summary>Returns the pinball loss of a forecast quantile.</summary>
    /// <param name="forecast">The forecast quantile, a finite number in the unit of the observation.</param>
    /// <param name="observation">The observed value, a finite number.</param>
    /// <param name="probability">The probability of the quantile, between 0 and 1: 0.1 for P10.</param>
    /// <returns>The loss in the unit of the observation, zero or more; less is better.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the probability is outside 0 to
    /// 1.</exception>
    /// <remarks>
    /// <c>probability (observation - forecast)</c> if the observation is above, else
    /// <c>(1 - probability) (forecast - observation)</c>, as in Koenker and Bassett (1978) and scikit-learn. The
    /// quantile score of Gneiting and Ranjan (2011) and of scoringutils is twice as large. Averaged over all
    /// probabilities, twice the loss is the CRPS.
    /// </remarks>
    /// <example><code>
    /// Console.WriteLine(PinballLossCalculator.Loss(forecast: 800, observation: 1_000, probability: 0.9)); // 180
    /// Console.WriteLine(PinballLossCalculator.Loss(forecast: 1_100, observation: 1_000, probability: 0.75)); // 25
    /// </code></example>
    public static double Loss(double forecast, double observation, double probability)
    {
        NumberGuards.Finite(forecast);
        NumberGuards.Finite(observation);
        NumberGuards.Probability(probability);
        return Unchecked(forecast, observation, probability);
    }

    /// <summary>Returns the mean pinball loss of the forecasts of one quantile.</summary>
    /// <param name="forecasts">The forecast quantiles, finite numbers in one unit.</param>
    /// <param name="observations">The observed values in the same unit, one for each forecast.</param>
    /// <param name="probability">The probability of the quantile, between 0 and 1: 0.1 for P10.</param>
    /// <returns>The mean loss, zero or more, or <see langword="null"/> without forecasts.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is NaN or infinite, or the probability is
    /// outside 0 to 1.</exception>
    /// <remarks>The mean of <see cref="Loss"/>, without the factor two.</remarks>
    public static double? MeanLoss(
        ReadOnlySpan<double> forecasts, ReadOnlySpan<double> observations, double probability)
    {
        ScoreInputs.Require(forecasts, observations);
        NumberGuards.Probability(probability);
        CompensatedSum sum = default;
        for (int i = 0; i < forecasts.Length; i++)
        {
            sum.Add(Unchecked(forecasts[i], observations[i], probability));
        }

        return forecasts.IsEmpty ? null : sum.Value / forecasts.Length;
    }

    /// <inheritdoc cref="MeanLoss(ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>
    public static double? MeanLoss(
        IEnumerable<double> forecasts, IEnumerable<double> observations, double probability) =>
        MeanLoss(forecasts.AsItems(), observations.AsItems(), probability);

    private static double Unchecked(double forecast, double observation, double probability) =>
        observation >= forecast
            ? probability * (observation - forecast)
            : (1 - probability) * (forecast - observation);
}
