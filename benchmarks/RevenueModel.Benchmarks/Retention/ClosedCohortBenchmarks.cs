using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>NRR and GRR of the closed cohorts of 24 months, from a million account-months.</summary>
public class ClosedCohortBenchmarks : RivalBenchmarks<WindowCell, RetentionAnalysis>
{
    private RevenueRows _rows = RevenueRows.Create(1);
    private DuckDbRetention? _database;

    [Benchmark(Baseline = true)]
    public override WindowCell[] Linq() => LinqRetention.Windows(_rows.Rows);

    [Benchmark]
    public override WindowCell[] Loops() => LoopRetention.Windows(_rows.Rows);

    [Benchmark]
    public override WindowCell[] DuckDb() => _database!.Windows();

    [Benchmark]
    public override RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Windows);

    /// <summary>Also computes the bridge and the triangles.</summary>
    [Benchmark]
    public RetentionAnalysis AllInOnePass() => RetentionAnalysisCalculator.Measure(_rows.Columns);

    protected override IDisposable Load()
    {
        _rows = RevenueRows.Create(RevenueRows.ManyAccounts);
        return _database = DuckDbRetention.Load(_rows);
    }

    protected override IEnumerable<WindowCell> Answers(RetentionAnalysis result) =>
        RetentionAnswers.Of(result.Windows);

    protected override IEnumerable<WindowCell[]> Rivals() => [.. base.Rivals(), [.. Answers(AllInOnePass())]];
}
