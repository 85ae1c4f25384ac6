using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Statistics;

namespace RevenueModel.Benchmarks.Statistics.Survival;

/// <summary>Cumulative incidences of subjects with weights, late entries and two causes. The library computes
/// variances and intervals too.</summary>
public class SurvivalBenchmarks
{
    private SurvivalRows _rows = SurvivalRows.Create(1);
    private DuckDbSurvival? _database;

    /// <summary>Gets or sets the number of subjects.</summary>
    [Params(1_000_000, 4_000_000)]
    public int Subjects { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _rows = SurvivalRows.Create(Subjects);
        _database = DuckDbSurvival.Load(_rows);
        IncidenceStep last = Columns().Steps[^1];
        double[] own = [last.Survival, last.Causes[0].Incidence, last.Causes[1].Incidence];

        // The survival at the end is nearly zero, where the relative tolerance is too strict for sums of doubles.
        Expect.Near(Linq()[1..], own[1..], 1e-9);
        Expect.Near(Dictionaries()[1..], own[1..], 1e-9);
        Expect.Near(DuckDb()[1..], own[1..], 1e-9);
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    [Benchmark(Baseline = true)]
    public double[] Linq() => LinqSurvival.GroupBy(_rows.Rows);

    [Benchmark]
    public double[] Dictionaries() => LinqSurvival.Dictionaries(_rows.Rows);

    [Benchmark]
    public double[] DuckDb() => _database!.Incidence();

    [Benchmark]
    public CumulativeIncidence Columns() =>
        CumulativeIncidenceCalculator.Measure(SurvivalTableCalculator.Tabulate(_rows.Columns));
}
