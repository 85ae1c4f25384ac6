using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

public static class DistributionCalculator
{
    public static ForecastDistribution Forecast(
        ReadOnlySpan<UncertainDeal> deals, DistributionOptions? options = null)
    {
        using var book = DealBook.Of(deals, nameof(deals));
        return DistributionEngine.Compute(book, options ?? DistributionOptions.Default);
    }

    public static ForecastDistribution Forecast(
        ReadOnlySpan<decimal> amounts, ReadOnlySpan<double> probabilities, DistributionOptions? options = null)
    {
        using var book = DealBook.Of(amounts, probabilities, nameof(amounts), nameof(probabilities));
        return DistributionEngine.Compute(book, options ?? DistributionOptions.Default);
    }
}
