using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes the distribution of the sum of deals that depend on one common factor, such as the market of the
/// period: in a good one more of them are won together, in a bad one fewer.</summary>
/// <remarks>
/// <para>
/// Gaussian copula with one factor (Vasicek 1987, Li 2000): a deal is won if <c>√ρ Z + √(1 - ρ) ε ≤
/// Φ⁻¹(p)</c>, with standard normal Z of the period and ε of the deal. Its probability stays p. Given <c>Z =
/// z</c>, deals are independent with <c>p(z) = Φ((Φ⁻¹(p) - √ρ z) / √(1 - ρ))</c>. The distribution is the
/// integral over z.
/// </para>
/// <para>
/// The trapezoidal rule converges exponentially for such an integral (Trefethen and Weideman 2014). Its step is halved
/// until no cumulative probability changes by more than <see cref="DistributionOptions.FactorTolerance"/>; the last
/// change is part of <see cref="ForecastDistribution.RoundingError"/>. The factor raises all amounts together:
/// negative ones are booked less often in a good market, and of several outcomes the larger ones more often.
/// </para>
/// </remarks>
public static class OneFactorCalculator
{
    /// <summary>Returns the distribution of deals with one dependence on the factor.</summary>
    /// <param name="deals">The deals, with amounts in one currency.</param>
    /// <param name="rho">The share ρ of a deal's variance that the factor explains, zero or more and below 1. With
    /// zero the result is that of <see cref="DistributionCalculator"/>.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">A deal is null, the share is outside its range, or the amounts sum to more
    /// than 4.6 × 10^18.</exception>
    /// <example><code>
    /// UncertainDeal[] deals = [.. Enumerable.Repeat(UncertainDeal.Of(100m, 0.3), 20)];
    /// Console.WriteLine(OneFactorCalculator.Forecast(deals, rho: 0)); // P10 300, P50 600, P90 900, mean 600
    /// Console.WriteLine(OneFactorCalculator.Forecast(deals, rho: 0.2)); // P10 200, P50 600, P90 1,100, mean 600
    /// </code></example>
    public static ForecastDistribution Forecast(
        ReadOnlySpan<UncertainDeal> deals, double rho, DistributionOptions? options = null)
    {
        FactorGuards.RequireRho(rho);
        using var book = AmountBook.Of(deals, nameof(deals));
        return FactorEngine.Compute(book, FactorLoadings.Same(rho), options ?? DistributionOptions.Default);
    }

    /// <inheritdoc cref="Forecast(ReadOnlySpan{UncertainDeal}, double, DistributionOptions)"/>
    public static ForecastDistribution Forecast(
        IEnumerable<UncertainDeal> deals, double rho, DistributionOptions? options = null) =>
        Forecast(deals.AsItems(), rho, options);

    /// <summary>Returns the distribution of many deals in columns, each with its own dependence on the
    /// factor.</summary>
    /// <param name="amounts">The amount of each deal in one currency; may be negative.</param>
    /// <param name="probabilities">The probability of each deal, between 0 and 1.</param>
    /// <param name="rhos">The share ρ of each deal's variance that the factor explains, zero or more and below
    /// 1.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, a value is outside its range, or the amounts
    /// sum to more than 4.6 × 10^18.</exception>
    public static ForecastDistribution Forecast(
        ReadOnlySpan<decimal> amounts,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double> rhos,
        DistributionOptions? options = null)
    {
        if (rhos.Length != amounts.Length)
        {
            throw new ArgumentException(
                Invariant($"rhos had {rhos.Length} values for {amounts.Length} amounts; one for each is expected."),
                nameof(rhos));
        }

        foreach (double rho in rhos)
        {
            FactorGuards.RequireRho(rho, nameof(rhos));
        }

        using var book = AmountBook.Of(amounts, probabilities, nameof(amounts), nameof(probabilities));
        return FactorEngine.Compute(
            book, FactorLoadings.Each(amounts, probabilities, rhos), options ?? DistributionOptions.Default);
    }

    /// <inheritdoc
    /// cref="Forecast(ReadOnlySpan{decimal}, ReadOnlySpan{double}, ReadOnlySpan{double}, DistributionOptions)"/>
    public static ForecastDistribution Forecast(
        IEnumerable<decimal> amounts,
        IEnumerable<double> probabilities,
        IEnumerable<double> rhos,
        DistributionOptions? options = null) =>
        Forecast(amounts.AsItems(), probabilities.AsItems(), rhos.AsItems(), options);

    /// <summary>Returns the distribution of the bookings of opportunities: won deals are certain, lost and omitted
    /// ones zero, and open ones are won with the probability of their stage.</summary>
    /// <param name="process">The sales process whose stages the open deals are in.</param>
    /// <param name="opportunities">Open, won and lost deals, with amounts in one currency. Deals without an amount
    /// count as zero.</param>
    /// <param name="rho">The share ρ of a deal's variance that the factor explains, zero or more and below 1.</param>
    /// <param name="options">Accuracy and size. Default: absolute accuracy, up to 16,384 cells.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">An open deal is in a stage that the process does not have, the share is
    /// outside its range, or the amounts sum to more than 4.6 × 10^18.</exception>
    public static ForecastDistribution Forecast(
        SalesProcess process,
        ReadOnlySpan<Opportunity> opportunities,
        double rho,
        DistributionOptions? options = null)
    {
        FactorGuards.RequireRho(rho);
        var amounts = new decimal[opportunities.Length];
        var probabilities = new double[opportunities.Length];
        OpportunityWeights.Fill(process, opportunities, amounts, probabilities, nameof(opportunities));
        using var book = AmountBook.Of(amounts, probabilities, nameof(opportunities), nameof(opportunities));
        return FactorEngine.Compute(book, FactorLoadings.Same(rho), options ?? DistributionOptions.Default);
    }

    /// <inheritdoc cref="Forecast(SalesProcess, ReadOnlySpan{Opportunity}, double, DistributionOptions)"/>
    public static ForecastDistribution Forecast(
        SalesProcess process,
        IEnumerable<Opportunity> opportunities,
        double rho,
        DistributionOptions? options = null) =>
        Forecast(process, opportunities.AsItems(), rho, options);
}
