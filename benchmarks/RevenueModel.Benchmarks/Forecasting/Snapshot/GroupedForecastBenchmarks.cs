using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Forecasting;

/// <summary>The forecast of a million deals by stage, segment and quarter.</summary>
public class GroupedForecastBenchmarks
{
    private const SnapshotDimensions Dimensions =
        SnapshotDimensions.Stage | SnapshotDimensions.Segment | SnapshotDimensions.Quarter;

    private LinqForecast.Deal[] _deals = [];
    private PipelineSnapshot? _snapshot;

    [GlobalSetup]
    public void Setup()
    {
        Opportunity[] opportunities = DealBook.Create(DealBook.Many);
        _deals = LinqForecast.Deals(opportunities, DealBook.Process);
        _snapshot = PipelineSnapshot.Of(DealBook.Process, opportunities);
        IEnumerable<LinqForecast.Line> own = Snapshot().Select(group => new LinqForecast.Line(
            group.Key.Stage,
            group.Key.Segment,
            group.Key.Quarter,
            (int)group.Value.Count,
            group.Value.Amount,
            group.Value.Weighted));
        Expect.Equal(true, own.ToHashSet().SetEquals(Linq()));
        Expect.Equal(true, own.ToHashSet().SetEquals(LinqAggregateBy()));
        Expect.Same(Snapshot(), SnapshotOnTwoThreads());
    }

    [Benchmark(Baseline = true)]
    public LinqForecast.Line[] Linq() => LinqForecast.Grouped(_deals);

    [Benchmark]
    public LinqForecast.Line[] LinqAggregateBy() => LinqForecast.Aggregated(_deals);

    [Benchmark]
    public ValueList<Keyed<SnapshotGroup, SnapshotTotals>> Snapshot() =>
        SnapshotCalculator.Group(_snapshot!, Dimensions);

    [Benchmark]
    public ValueList<Keyed<SnapshotGroup, SnapshotTotals>> SnapshotOnTwoThreads() =>
        SnapshotCalculator.Group(_snapshot!, Dimensions, threads: 2);
}
