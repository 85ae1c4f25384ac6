using BenchmarkDotNet.Attributes;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Forecasting;

/// <summary>A second question about the same million deals: grouped again by a forecast that exists, by a snapshot that
/// exists, or by a new forecast of the deals.</summary>
public class ForecastQuestionBenchmarks
{
    private Opportunity[] _opportunities = [];
    private WeightedForecast? _forecast;
    private PipelineSnapshot? _snapshot;

    [GlobalSetup]
    public void Setup()
    {
        _opportunities = DealBook.Create(DealBook.Many);
        _forecast = WeightedForecastCalculator.Forecast(DealBook.Process, _opportunities);
        _snapshot = PipelineSnapshot.Of(DealBook.Process, _opportunities);
        Expect.Equal(true, WeightedAmounts(Forecast()).SetEquals(WeightedAmounts(ForecastAnew())));
        Expect.Equal(true, WeightedAmounts(Forecast()).SetEquals(
            Snapshot().Select(group => (group.Key.Segment, group.Value.Weighted))));
    }

    [Benchmark(Baseline = true)]
    public ValueList<Keyed<string?, ForecastAmounts>> ForecastAnew() =>
        WeightedForecastCalculator.Forecast(DealBook.Process, _opportunities).BySegment();

    [Benchmark]
    public ValueList<Keyed<string?, ForecastAmounts>> Forecast() => _forecast!.BySegment();

    [Benchmark]
    public ValueList<Keyed<SnapshotGroup, SnapshotTotals>> Snapshot() =>
        SnapshotCalculator.Group(_snapshot!, SnapshotDimensions.Segment);

    private static HashSet<(string? Segment, decimal Weighted)> WeightedAmounts(
        ValueList<Keyed<string?, ForecastAmounts>> amounts) =>
        amounts.Select(amount => (amount.Key, amount.Value.Weighted)).ToHashSet();
}
