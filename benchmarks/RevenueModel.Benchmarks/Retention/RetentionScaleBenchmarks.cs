using BenchmarkDotNet.Attributes;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention;

/// <summary>The bridge of rows in random order for more and more accounts: time grows with the rows.</summary>
public class RetentionScaleBenchmarks
{
    private RevenueRows _rows = RevenueRows.Create(1);

    /// <summary>Gets or sets the number of accounts.</summary>
    [Params(50_000, 200_000, 800_000)]
    public int Accounts { get; set; }

    [GlobalSetup]
    public void Setup() => _rows = RevenueRows.Create(Accounts).Shuffled();

    [Benchmark]
    public RetentionAnalysis Columns() =>
        RetentionAnalysisCalculator.Measure(_rows.Columns, parts: RetentionParts.Bridge);
}
