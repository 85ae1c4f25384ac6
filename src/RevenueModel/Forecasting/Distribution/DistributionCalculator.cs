using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes the exact probability distribution of the sum of independent deals.</summary>
/// <remarks>
/// <para>
/// A weighted forecast is one number, the mean. With a few large deals it can be an amount that cannot happen. The
/// distribution says how much is booked with which probability.
/// </para>
/// <para>
/// Amounts become cells of a lattice: exact multiples of their largest common divisor if those fit
/// <see cref="DistributionOptions.MaxCells"/>, else split over the two cells beside them so that the mean is kept.
/// Small pipelines are convolved deal by deal over a moving window; large ones by a Fourier transform at the few
/// frequencies that matter; or the small deals by the one and the large by the other. The result states its errors.
/// </para>
/// </remarks>
public static class DistributionCalculator
{
    private const double WeightTolerance = 1e-9;

    /// <summary>Returns the distribution of the sum of independent deals.</summary>
    /// <param name="deals">The deals, with amounts in one currency.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution; certainly zero if there is no deal.</returns>
    /// <exception cref="ArgumentException">A deal is null, or the amounts sum to more than 4.6 × 10^18.</exception>
    /// <example><code>
    /// ForecastDistribution forecast = DistributionCalculator.Forecast(
    /// [
    ///     UncertainDeal.Of(1_000m, 0.3),
    ///     .. Enumerable.Repeat(UncertainDeal.Of(10m, 0.5), 9),
    /// ]);
    /// Console.WriteLine(forecast); // P10 30, P50 50, P90 1,050, mean 345
    /// Console.WriteLine(forecast.ProbabilityAtLeast(345m)); // 0.3
    /// </code></example>
    public static ForecastDistribution Forecast(
        ReadOnlySpan<UncertainDeal> deals, DistributionOptions? options = null)
    {
        using var book = AmountBook.Of(deals, nameof(deals));
        return DistributionEngine.Compute(book, options ?? DistributionOptions.Default);
    }

    /// <inheritdoc cref="Forecast(ReadOnlySpan{UncertainDeal}, DistributionOptions)"/>
    public static ForecastDistribution Forecast(
        IEnumerable<UncertainDeal> deals, DistributionOptions? options = null) =>
        Forecast(deals.AsItems(), options);

    /// <summary>Returns the distribution of the sum of many independent deals in columns, each won as a whole or
    /// lost.</summary>
    /// <param name="amounts">The amount of each deal in one currency; may be negative.</param>
    /// <param name="probabilities">The probability of each deal, between 0 and 1.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution; certainly zero if there is no deal.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, a probability is outside 0 to 1, or the
    /// amounts sum to more than 4.6 × 10^18.</exception>
    public static ForecastDistribution Forecast(
        ReadOnlySpan<decimal> amounts, ReadOnlySpan<double> probabilities, DistributionOptions? options = null)
    {
        using var book = AmountBook.Of(amounts, probabilities, nameof(amounts), nameof(probabilities));
        return DistributionEngine.Compute(book, options ?? DistributionOptions.Default);
    }

    /// <inheritdoc cref="Forecast(ReadOnlySpan{decimal}, ReadOnlySpan{double}, DistributionOptions)"/>
    public static ForecastDistribution Forecast(
        IEnumerable<decimal> amounts, IEnumerable<double> probabilities, DistributionOptions? options = null) =>
        Forecast(amounts.AsItems(), probabilities.AsItems(), options);

    /// <summary>Returns the distribution of the bookings of opportunities: won deals are certain, lost and omitted
    /// ones zero, and open ones are won with the probability of their stage.</summary>
    /// <param name="process">The sales process whose stages the open deals are in.</param>
    /// <param name="opportunities">Open, won and lost deals, with amounts in one currency. Deals without an amount
    /// count as zero.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution. Its mean is the total of
    /// <see cref="WeightedForecastCalculator.Forecast(SalesProcess, ReadOnlySpan{Opportunity})"/>.</returns>
    /// <exception cref="ArgumentException">An open deal is in a stage that the process does not have, or the amounts
    /// sum to more than 4.6 × 10^18.</exception>
    /// <remarks>Independent deals. <see cref="OneFactorCalculator"/> has deals that depend on a common
    /// market.</remarks>
    public static ForecastDistribution Forecast(
        SalesProcess process, ReadOnlySpan<Opportunity> opportunities, DistributionOptions? options = null)
    {
        var amounts = new decimal[opportunities.Length];
        var probabilities = new double[opportunities.Length];
        OpportunityWeights.Fill(process, opportunities, amounts, probabilities, nameof(opportunities));
        using var book = AmountBook.Of(amounts, probabilities, nameof(opportunities), nameof(opportunities));
        return DistributionEngine.Compute(book, options ?? DistributionOptions.Default);
    }

    /// <inheritdoc cref="Forecast(SalesProcess, ReadOnlySpan{Opportunity}, DistributionOptions)"/>
    public static ForecastDistribution Forecast(
        SalesProcess process, IEnumerable<Opportunity> opportunities, DistributionOptions? options = null) =>
        Forecast(process, opportunities.AsItems(), options);

    /// <summary>Returns the distribution of an amount that is drawn from one of several distributions, such as the
    /// scenarios of a plan.</summary>
    /// <param name="distributions">The distributions, at least one.</param>
    /// <param name="weights">The probability of each, zero or more; they sum to one.</param>
    /// <returns>The mixture: <c>F(x) = Σ w F_i(x)</c>.</returns>
    /// <exception cref="ArgumentException">There is no distribution, one is null, or the weights differ in number, are
    /// negative or do not sum to one.</exception>
    /// <example><code>
    /// ForecastDistribution good = DistributionCalculator.Forecast([UncertainDeal.Of(100m, 1)]);
    /// ForecastDistribution bad = DistributionCalculator.Forecast([UncertainDeal.Of(40m, 1)]);
    /// ForecastDistribution mixture = DistributionCalculator.Mixture([good, bad], [0.25, 0.75]);
    /// Console.WriteLine(mixture.Mean); // 55
    /// </code></example>
    public static ForecastDistribution Mixture(
        ReadOnlySpan<ForecastDistribution> distributions, ReadOnlySpan<double> weights)
    {
        if (distributions.IsEmpty || distributions.Length != weights.Length)
        {
            throw new ArgumentException(
                Invariant($"weights had {weights.Length} values for {distributions.Length} distributions; ")
                    + "one for each of at least one distribution is expected.",
                nameof(weights));
        }

        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            Guard.Against.Null(distributions[i], nameof(distributions));
            sum += weights[i] is >= 0 and <= 1
                ? weights[i]
                : throw DomainGuards.OutOfRange(nameof(weights), weights[i], "a fraction between 0 and 1");
        }

        return Math.Abs(sum - 1) <= WeightTolerance
            ? DistributionMerge.Mix(distributions, weights)
            : throw new ArgumentException(
                Invariant($"weights summed to {sum}; 1 is expected."), nameof(weights));
    }

    /// <inheritdoc cref="Mixture(ReadOnlySpan{ForecastDistribution}, ReadOnlySpan{double})"/>
    public static ForecastDistribution Mixture(
        IEnumerable<ForecastDistribution> distributions, IEnumerable<double> weights) =>
        Mixture(distributions.AsItems(), weights.AsItems());
}
