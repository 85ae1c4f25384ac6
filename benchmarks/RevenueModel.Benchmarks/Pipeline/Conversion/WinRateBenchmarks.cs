using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks.Pipeline;

/// <summary>
/// The win rates of ten thousand deals. The library also computes the confidence intervals of both rates.
/// </summary>
public class WinRateBenchmarks
{
    private Opportunity[] _deals = [];

    [GlobalSetup]
    public void Setup()
    {
        _deals = DealBook.Create(10_000);
        Expect.Equal(Linq().ByCount, Measure().ByCount!.Value);
        Expect.Equal(Linq().ByValue, Measure().ByValue!.Value);
    }

    [Benchmark(Baseline = true)]
    public LinqWinRate.Rates Linq() => LinqWinRate.Measure(_deals);

    [Benchmark]
    public WinRate Measure() => WinRateCalculator.Measure(_deals);
}
