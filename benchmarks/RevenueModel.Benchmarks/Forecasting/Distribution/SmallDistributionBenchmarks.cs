using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Forecasting;

namespace RevenueModel.Benchmarks.Forecasting.Distribution;

/// <summary>The exact distribution of a quarter's deals, compared with a plain loop and with a window of vectors in
/// the order of the deals. The library reads decimals and states its errors too.</summary>
public class SmallDistributionBenchmarks
{
    private DistributionDeals _deals = DistributionDeals.Create(1, 1);

    /// <summary>Gets or sets the number of deals.</summary>
    [Params(1_000, 10_000)]
    public int Deals { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _deals = DistributionDeals.Create(Deals, Deals == 1_000 ? 1 << 14 : 1 << 16);
        double[] scalar = Scalar();
        foreach (ForecastDistribution own in (ForecastDistribution[])[SortedWindow(), Fourier(), Chosen()])
        {
            DistributionCheck.Same(scalar, first: 0, own);
        }

        WindowedForecast window = UnsortedWindow();
        DistributionCheck.Same(window.Masses, window.First, Fourier());
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar() => ConvolvedForecast.Scalar(_deals.Cells, _deals.Probabilities);

    [Benchmark]
    public WindowedForecast UnsortedWindow() => ConvolvedForecast.Windowed(_deals.Cells, _deals.Probabilities);

    [Benchmark]
    public ForecastDistribution SortedWindow() => DistributionCheck.Compute(_deals, fourierCount: 0);

    [Benchmark]
    public ForecastDistribution Fourier() => DistributionCheck.Compute(_deals, Deals);

    [Benchmark]
    public ForecastDistribution Chosen() => DistributionCalculator.Forecast(_deals.Amounts, _deals.Probabilities);
}
