using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks.Forecasting;

/// <summary>The weighted amount of a million deals, whose columns fit in the processor's cache, and of ten million,
/// which are read from memory.</summary>
public class WeightedSumBenchmarks
{
    private LinqForecast.Deal[] _deals = [];
    private PipelineSnapshot? _snapshot;

    /// <summary>Gets or sets the number of deals. More than a million are the same million again.</summary>
    [Params(DealBook.Many, 10 * DealBook.Many)]
    public int Deals { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Opportunity[] million = DealBook.Create(DealBook.Many);
        Opportunity[] opportunities = [.. Enumerable.Repeat(million, Deals / DealBook.Many).SelectMany(deals => deals)];
        _deals = LinqForecast.Deals(opportunities, DealBook.Process);
        _snapshot = PipelineSnapshot.Of(DealBook.Process, opportunities);
        Expect.Equal(Linq(), Snapshot());
        Expect.Equal(Loop(), SnapshotTotal());
        Expect.Equal(Linq(), WeightedForecastCalculator.Forecast(DealBook.Process, opportunities).Total.Weighted);
    }

    [Benchmark(Baseline = true)]
    public decimal Linq() => LinqForecast.Weighted(_deals);

    [Benchmark]
    public decimal Loop() => LinqForecast.WeightedByLoop(_deals);

    [Benchmark]
    public Int128 Columns() => WeightedSumCalculator.Sum(_snapshot!.Amounts, _snapshot.Weights);

    [Benchmark]
    public decimal Snapshot() => SnapshotCalculator.Weighted(_snapshot!);

    /// <summary>With the number of deals and the unweighted amount.</summary>
    [Benchmark]
    public decimal SnapshotTotal() => SnapshotCalculator.Total(_snapshot!).Weighted;
}
