using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>NRR and GRR of the closed cohorts of 24 months, from a million account-months.</summary>
public class ClosedCohortBenchmarks
{
    private RevenueRows _rows = RevenueRows.Create(1);
    private DuckDbRetention? _database;

    [GlobalSetup]
    public void Setup()
    {
        _rows = RevenueRows.Create(RevenueRows.ManyAccounts);
        _database = DuckDbRetention.Load(_rows);
        WindowCell[] own = [.. RetentionAnswers.Of(Columns().Windows)];
        Expect.Same(Linq(), own);
        Expect.Same(Loop(), own);
        Expect.Same(DuckDb(), own);
        Expect.Same(own, RetentionAnswers.Of(AllInOnePass().Windows));
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public WindowCell[] Linq() => LinqRetention.Windows(_rows.Rows);

    [Benchmark]
    public WindowCell[] Loop() => LoopRetention.Windows(_rows.Rows);

    [Benchmark]
    public WindowCell[] DuckDb() => _database!.Windows();

    [Benchmark]
    public RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Windows);

    /// <summary>Also computes the bridge and the triangles.</summary>
    [Benchmark]
    public RetentionAnalysis AllInOnePass() => RetentionAnalysisCalculator.Measure(_rows.Columns);
}
