using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The cohort triangle of a million account-months, in money and in logos.</summary>
public class CohortBenchmarks
{
    private RevenueRows _rows = RevenueRows.Create(1);
    private DuckDbRetention? _database;

    [GlobalSetup]
    public void Setup()
    {
        _rows = RevenueRows.Create(RevenueRows.ManyAccounts);
        _database = DuckDbRetention.Load(_rows);
        CohortCell[] own = [.. RetentionAnswers.Of(Columns().Triangles)];
        Expect.Same(RetentionAnswers.Sorted(Linq()), own);
        Expect.Same(RetentionAnswers.Sorted(Loop()), own);
        Expect.Same(RetentionAnswers.Sorted(DuckDb()), own);
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public CohortCell[] Linq() => LinqRetention.Triangle(_rows.Rows);

    [Benchmark]
    public CohortCell[] Loop() => LoopRetention.Triangle(_rows.Rows);

    [Benchmark]
    public CohortCell[] DuckDb() => _database!.Triangle();

    [Benchmark]
    public RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Cohorts);
}
