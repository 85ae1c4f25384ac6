using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The cohort triangle of a million account-months, in money and in logos.</summary>
public class CohortBenchmarks : RivalBenchmarks<CohortCell, RetentionAnalysis>
{
    private RevenueRows _rows = RevenueRows.Create(1);
    private DuckDbRetention? _database;

    [Benchmark(Baseline = true)]
    public override CohortCell[] Linq() => LinqRetention.Triangle(_rows.Rows);

    [Benchmark]
    public override CohortCell[] Loops() => LoopRetention.Triangle(_rows.Rows);

    [Benchmark]
    public override CohortCell[] DuckDb() => _database!.Triangle();

    [Benchmark]
    public override RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Cohorts);

    protected override IDisposable Load()
    {
        _rows = RevenueRows.Create(RevenueRows.ManyAccounts);
        return _database = DuckDbRetention.Load(_rows);
    }

    protected override IEnumerable<CohortCell> Answers(RetentionAnalysis result) =>
        RetentionAnswers.Of(result.Triangles);

    protected override IEnumerable<CohortCell> Sorted(CohortCell[] cells) => RetentionAnswers.Sorted(cells);
}
