using Ardalis.GuardClauses;

namespace RevenueModel.Forecasting;

/// <summary>Computes the distribution of the bookings of deals that are not yet created.</summary>
/// <remarks>The forecast of a period is <c>actual + open + not yet created</c>:
/// <see cref="ForecastDistribution.Plus"/> adds the actual bookings and <see cref="ForecastDistribution.Merge"/> the
/// open pipeline.</remarks>
public static class NewDealCalculator
{
    /// <summary>Returns the distribution of the amount that new deals book in the period.</summary>
    /// <param name="flow">How many deals are created, how many of them close, and their amounts.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">The amounts of the expected deals sum to more than 4.6 ×
    /// 10^18.</exception>
    /// <remarks>
    /// Compound Poisson: deals are created at random times at a rate, each closes in the period with its probability
    /// and draws its amount. The deals of each amount are then independent Poisson counts with the mean
    /// <c>deals × probability of closing × probability of the amount</c> (Kingman, Poisson Processes, 1993, section
    /// 5.2), so that each amount is one item with several outcomes. Mean and variance: <c>λ E A</c> and <c>λ E
    /// A²</c>.
    /// </remarks>
    /// <example><code>
    /// var flow = new NewDealFlow
    /// {
    ///     ExpectedDeals = 40,
    ///     CreateAndCloseProbability = 0.05,
    ///     Amounts = [new PossibleAmount(20_000m, 0.75), new PossibleAmount(60_000m, 0.25)],
    /// };
    /// ForecastDistribution created = NewDealCalculator.Forecast(flow);
    /// Console.WriteLine(created); // P10 0, P50 60,000, P90 120,000, mean 60,000
    /// </code></example>
    public static ForecastDistribution Forecast(NewDealFlow flow, DistributionOptions? options = null)
    {
        Guard.Against.Null(flow);
        options ??= DistributionOptions.Default;
        double lost = options.Tails == TailAccuracy.Relative ? 1e-290 : options.DroppedMass / 4;
        var rates = new PossibleRate[flow.Amounts.Count];
        for (int i = 0; i < rates.Length; i++)
        {
            PossibleAmount amount = flow.Amounts[i];
            rates[i] = new PossibleRate(amount.Amount, flow.ExpectedWins * amount.Probability);
        }

        using var book = AmountBook.OfPoisson(rates, lost, nameof(flow));
        return DistributionEngine.Compute(book, options).WithMoreError(lost);
    }
}
