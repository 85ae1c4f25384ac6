using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Kpis;

namespace RevenueModel.Benchmarks.Kpis;

/// <summary>The scorecard of a million closed deals by segment: win rate, exact median of the cycle, causes of long
/// cycles. The library computes intervals and statuses too.</summary>
public class DealScorecardBenchmarks
{
    private ScorecardDeals _deals = ScorecardDeals.Create(1);
    private DuckDbScorecard? _database;

    [GlobalSetup]
    public void Setup()
    {
        _deals = ScorecardDeals.Create(1_000_000);
        _database = DuckDbScorecard.Load(_deals);
        DealCell[] own = [.. ScorecardAnswers.DealsOf(Columns())];
        Expect.Same(Linq(), own);
        Expect.Same(Loop(), own);
        Expect.Same(DuckDb(), own);
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public DealCell[] Linq() => LinqScorecard.Deals(_deals.Deals);

    [Benchmark]
    public DealCell[] Loop() => LoopScorecard.Deals(_deals.Deals);

    [Benchmark]
    public DealCell[] DuckDb() => _database!.Deals();

    [Benchmark]
    public Scorecard Columns() =>
        ScorecardCalculator.Measure(ScorecardSample.OfDeals(_deals.Columns, ScorecardAnswers.Options));
}
