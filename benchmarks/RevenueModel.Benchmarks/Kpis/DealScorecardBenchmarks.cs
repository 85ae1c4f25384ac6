using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Kpis;

namespace RevenueModel.Benchmarks.Kpis;

/// <summary>The scorecard of a million closed deals by segment: win rate, exact median of the cycle, causes of long
/// cycles. The library computes intervals and statuses too.</summary>
public class DealScorecardBenchmarks : RivalBenchmarks<DealCell, Scorecard>
{
    private ScorecardDeals _deals = ScorecardDeals.Create(1);
    private DuckDbScorecard? _database;

    [Benchmark(Baseline = true)]
    public override DealCell[] Linq() => LinqScorecard.Deals(_deals.Deals);

    [Benchmark]
    public override DealCell[] Loops() => LoopScorecard.Deals(_deals.Deals);

    [Benchmark]
    public override DealCell[] DuckDb() => _database!.Deals();

    [Benchmark]
    public override Scorecard Columns() =>
        ScorecardCalculator.Measure(ScorecardSample.OfDeals(_deals.Columns, ScorecardAnswers.Options));

    protected override IDisposable Load()
    {
        _deals = ScorecardDeals.Create(1_000_000);
        return _database = DuckDbScorecard.Load(_deals);
    }

    protected override IEnumerable<DealCell> Answers(Scorecard result) => ScorecardAnswers.DealsOf(result);
}
