using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The bridge by month and segment of 300,000 subscription periods in random order.</summary>
public class PeriodBridgeBenchmarks : RivalBenchmarks<BridgeCell, RetentionAnalysis>
{
    private RevenuePeriods _periods = RevenuePeriods.Create(1);
    private DuckDbRetention? _database;

    [Benchmark(Baseline = true)]
    public override BridgeCell[] Linq() => LinqRetention.Bridge(_periods.Periods);

    [Benchmark]
    public override BridgeCell[] Loops() => LoopRetention.Bridge(_periods.Periods);

    [Benchmark]
    public override BridgeCell[] DuckDb() => _database!.BridgeOfPeriods();

    [Benchmark]
    public override RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_periods.Columns, parts: RetentionParts.Bridge);

    protected override IDisposable Load()
    {
        _periods = RevenuePeriods.Create(RevenueRows.ManyAccounts);
        return _database = DuckDbRetention.Load(_periods);
    }

    protected override IEnumerable<BridgeCell> Answers(RetentionAnalysis result) => RetentionAnswers.Of(result.Bridge);

    protected override IEnumerable<BridgeCell> Sorted(BridgeCell[] cells) => RetentionAnswers.Sorted(cells);
}
