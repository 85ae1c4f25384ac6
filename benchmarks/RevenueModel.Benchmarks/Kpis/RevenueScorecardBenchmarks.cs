using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Kpis;

namespace RevenueModel.Benchmarks.Kpis;

/// <summary>The scorecard of a million account-months by segment: NRR, logo retention and ARR per account. The library
/// computes intervals and statuses too.</summary>
public class RevenueScorecardBenchmarks
{
    private RevenueRows _rows = RevenueRows.Create(1);
    private DuckDbScorecard? _database;

    /// <summary>Gets or sets whether the rows are sorted by account and month.</summary>
    [Params(true, false)]
    public bool IsSorted { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RevenueRows sorted = RevenueRows.Create(RevenueRows.ManyAccounts);
        _rows = IsSorted ? sorted : sorted.Shuffled();
        _database = DuckDbScorecard.Load(_rows);
        RevenueCell[] own = [.. ScorecardAnswers.RevenueOf(Columns())];
        Expect.Same(Linq(), own);
        Expect.Same(LinqByAccount(), own);
        Expect.Same(Loop(), own);
        Expect.Same(DuckDb(), own);
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public RevenueCell[] Linq() => LinqScorecard.Revenue(_rows.Rows);

    [Benchmark]
    public RevenueCell[] LinqByAccount() => LinqScorecard.RevenueByAccount(_rows.Rows);

    [Benchmark]
    public RevenueCell[] Loop() => LoopScorecard.Revenue(_rows.Rows);

    [Benchmark]
    public RevenueCell[] DuckDb() => _database!.Revenue();

    [Benchmark]
    public Scorecard Columns() =>
        ScorecardCalculator.Measure(ScorecardSample.OfRevenue(_rows.Columns, ScorecardAnswers.Options));
}
