using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The bridge of a million account-months by month and segment, from columns and from records, sorted by
/// account or in random order.</summary>
public class BridgeBenchmarks : RivalBenchmarks<BridgeCell, RetentionAnalysis>
{
    private static readonly RetentionOptions BySegment = new() { GroupBy = RevenueDimension.Segment };

    private RevenueRows _rows = RevenueRows.Create(1);
    private AccountMonth[] _records = [];
    private DuckDbRetention? _database;

    /// <summary>Gets or sets whether the rows are sorted by account and month.</summary>
    [Params(true, false)]
    public bool IsSorted { get; set; }

    [Benchmark(Baseline = true)]
    public override BridgeCell[] Linq() => LinqRetention.Bridge(_rows.Rows);

    [Benchmark]
    public override BridgeCell[] Loops() =>
        IsSorted ? LoopRetention.SortedBridge(_rows.Rows) : LoopRetention.Bridge(_rows.Rows);

    [Benchmark]
    public BridgeCell[] LoopOfRecords() => LoopRetention.Bridge(_records);

    [Benchmark]
    public override BridgeCell[] DuckDb() => _database!.Bridge();

    [Benchmark]
    public override RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Bridge);

    [Benchmark]
    public RetentionAnalysis Records() =>
        RetentionAnalysisCalculator.Measure(_records, BySegment, RetentionParts.Bridge);

    protected override IDisposable Load()
    {
        RevenueRows sorted = RevenueRows.Create(RevenueRows.ManyAccounts);
        _rows = IsSorted ? sorted : sorted.Shuffled();
        _records = _rows.Records();
        return _database = DuckDbRetention.Load(_rows);
    }

    protected override IEnumerable<BridgeCell> Answers(RetentionAnalysis result) => RetentionAnswers.Of(result.Bridge);

    protected override IEnumerable<BridgeCell> Sorted(BridgeCell[] cells) => RetentionAnswers.Sorted(cells);

    protected override IEnumerable<BridgeCell[]> Rivals() =>
        [.. base.Rivals(), LoopOfRecords(), [.. Answers(Records())]];
}
