using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Forecasting;

namespace RevenueModel.Benchmarks.Forecasting.Distribution;

/// <summary>P10, P50 and P90 of a thousand deals: exact, and by 100,000 trials, whose quantiles are within sampling
/// error.</summary>
public class SimulationBenchmarks
{
    private const int Trials = 100_000;

    private readonly DistributionDeals _deals = DistributionDeals.Create(1_000, 1 << 14);
    private double[] _amounts = [];

    [GlobalSetup]
    public void Setup()
    {
        _amounts = [.. _deals.Amounts.Select(amount => (double)amount)];
        Expect.Near(Simulated(), Exact(), 0.005);
        Expect.Near(SimulatedByVectors(), Exact(), 0.005);
    }

    [Benchmark(Baseline = true)]
    public double[] Simulated()
    {
        double[] sums = SimulatedForecast.Sorted(_amounts, _deals.Probabilities, Trials);
        return [sums[Trials / 10], sums[Trials / 2], sums[Trials / 10 * 9]];
    }

    [Benchmark]
    public double[] SimulatedByVectors()
    {
        int[] sums = SimulatedForecast.SortedByVectors(_deals.Cells, _deals.Probabilities, Trials);
        return [sums[Trials / 10], sums[Trials / 2], sums[Trials / 10 * 9]];
    }

    [Benchmark]
    public double[] Exact()
    {
        ForecastDistribution forecast = DistributionCalculator.Forecast(_deals.Amounts, _deals.Probabilities);
        return [(double)forecast.P10, (double)forecast.P50, (double)forecast.P90];
    }
}
