using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Kpis;

namespace RevenueModel.Benchmarks.Kpis;

/// <summary>The scorecard of a million account-months by segment: NRR, logo retention and ARR per account. The library
/// computes intervals and statuses too.</summary>
public class RevenueScorecardBenchmarks : RivalBenchmarks<RevenueCell, Scorecard>
{
    private RevenueRows _rows = RevenueRows.Create(1);
    private DuckDbScorecard? _database;

    /// <summary>Gets or sets whether the rows are sorted by account and month.</summary>
    [Params(true, false)]
    public bool IsSorted { get; set; }

    [Benchmark(Baseline = true)]
    public override RevenueCell[] Linq() => LinqScorecard.Revenue(_rows.Rows);

    [Benchmark]
    public RevenueCell[] LinqByAccount() => LinqScorecard.RevenueByAccount(_rows.Rows);

    [Benchmark]
    public override RevenueCell[] Loops() => LoopScorecard.Revenue(_rows.Rows);

    [Benchmark]
    public override RevenueCell[] DuckDb() => _database!.Revenue();

    [Benchmark]
    public override Scorecard Columns() =>
        ScorecardCalculator.Measure(ScorecardSample.OfRevenue(_rows.Columns, ScorecardAnswers.Options));

    protected override IDisposable Load()
    {
        RevenueRows sorted = RevenueRows.Create(RevenueRows.ManyAccounts);
        _rows = IsSorted ? sorted : sorted.Shuffled();
        return _database = DuckDbScorecard.Load(_rows);
    }

    protected override IEnumerable<RevenueCell> Answers(Scorecard result) => ScorecardAnswers.RevenueOf(result);

    protected override IEnumerable<RevenueCell[]> Rivals() => [.. base.Rivals(), LinqByAccount()];
}
