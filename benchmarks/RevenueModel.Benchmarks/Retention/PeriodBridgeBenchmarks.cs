using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The bridge by month and segment of 300,000 subscription periods in random order.</summary>
public class PeriodBridgeBenchmarks
{
    private RevenuePeriods _periods = RevenuePeriods.Create(1);
    private DuckDbRetention? _database;

    [GlobalSetup]
    public void Setup()
    {
        _periods = RevenuePeriods.Create(RevenueRows.ManyAccounts);
        _database = DuckDbRetention.Load(_periods);
        BridgeCell[] own = [.. RetentionAnswers.Of(Columns().Bridge)];
        Expect.Same(RetentionAnswers.Sorted(Linq()), own);
        Expect.Same(RetentionAnswers.Sorted(Loop()), own);
        Expect.Same(RetentionAnswers.Sorted(DuckDb()), own);
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public BridgeCell[] Linq() => LinqRetention.Bridge(_periods.Periods);

    [Benchmark]
    public BridgeCell[] Loop() => LoopRetention.Bridge(_periods.Periods);

    [Benchmark]
    public BridgeCell[] DuckDb() => _database!.BridgeOfPeriods();

    [Benchmark]
    public RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_periods.Columns, parts: RetentionParts.Bridge);
}
