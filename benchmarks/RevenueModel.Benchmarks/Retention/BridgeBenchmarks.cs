using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The bridge of a million account-months by month and segment, from columns and from records, sorted by
/// account or in random order.</summary>
public class BridgeBenchmarks
{
    private static readonly RetentionOptions BySegment = new() { GroupBy = RevenueDimension.Segment };

    private RevenueRows _rows = RevenueRows.Create(1);
    private AccountMonth[] _records = [];
    private DuckDbRetention? _database;

    /// <summary>Gets or sets whether the rows are sorted by account and month.</summary>
    [Params(true, false)]
    public bool IsSorted { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RevenueRows sorted = RevenueRows.Create(RevenueRows.ManyAccounts);
        _rows = IsSorted ? sorted : sorted.Shuffled();
        _records = _rows.Records();
        _database = DuckDbRetention.Load(_rows);
        BridgeCell[] own = [.. RetentionAnswers.Of(Columns().Bridge)];
        Expect.Same(RetentionAnswers.Sorted(Linq()), own);
        Expect.Same(RetentionAnswers.Sorted(Loop()), own);
        Expect.Same(RetentionAnswers.Sorted(DuckDb()), own);
        Expect.Same(RetentionAnswers.Sorted(LoopOfRecords()), own);
        Expect.Same(own, RetentionAnswers.Of(Records().Bridge));
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public BridgeCell[] Linq() => LinqRetention.Bridge(_rows.Rows);

    [Benchmark]
    public BridgeCell[] Loop() => IsSorted ? LoopRetention.SortedBridge(_rows.Rows) : LoopRetention.Bridge(_rows.Rows);

    [Benchmark]
    public BridgeCell[] LoopOfRecords() => LoopRetention.Bridge(_records);

    [Benchmark]
    public BridgeCell[] DuckDb() => _database!.Bridge();

    [Benchmark]
    public RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Bridge);

    [Benchmark]
    public RetentionAnalysis Records() =>
        RetentionAnalysisCalculator.Measure(_records, BySegment, RetentionParts.Bridge);
}
