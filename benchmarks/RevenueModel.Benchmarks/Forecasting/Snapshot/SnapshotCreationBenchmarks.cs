using BenchmarkDotNet.Attributes;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Forecasting;

/// <summary>The creation of a snapshot of a million deals, against one forecast of the deals.</summary>
public class SnapshotCreationBenchmarks
{
    private Opportunity[] _opportunities = [];

    [GlobalSetup]
    public void Setup()
    {
        _opportunities = DealBook.Create(DealBook.Many);
        Expect.Equal(Forecast().Total.Weighted, SnapshotCalculator.Weighted(Create()));
    }

    [Benchmark(Baseline = true)]
    public WeightedForecast Forecast() => WeightedForecastCalculator.Forecast(DealBook.Process, _opportunities);

    [Benchmark]
    public PipelineSnapshot Create() => PipelineSnapshot.Of(DealBook.Process, _opportunities);

    [Benchmark]
    public ValueList<Keyed<SnapshotGroup, SnapshotTotals>> CreateAndGroup() => SnapshotCalculator.Group(
        Create(),
        SnapshotDimensions.Stage | SnapshotDimensions.Segment | SnapshotDimensions.Quarter);
}
