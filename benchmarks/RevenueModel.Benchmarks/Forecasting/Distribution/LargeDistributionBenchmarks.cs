using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Forecasting;

namespace RevenueModel.Benchmarks.Forecasting.Distribution;

/// <summary>The exact distribution of very many deals, compared with a window of vectors in the order of the
/// deals.</summary>
public class LargeDistributionBenchmarks
{
    private DistributionDeals _deals = DistributionDeals.Create(1, 1);

    /// <summary>Gets or sets the number of deals.</summary>
    [Params(100_000, 1_000_000)]
    public int Deals { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _deals = DistributionDeals.Create(Deals, Deals == 100_000 ? 1 << 18 : 1 << 20);
        WindowedForecast window = UnsortedWindow();
        DistributionCheck.Same(window.Masses, window.First, Chosen());
    }

    [Benchmark(Baseline = true)]
    public WindowedForecast UnsortedWindow() => ConvolvedForecast.Windowed(_deals.Cells, _deals.Probabilities);

    [Benchmark]
    public ForecastDistribution Chosen() => DistributionCalculator.Forecast(_deals.Amounts, _deals.Probabilities);
}
