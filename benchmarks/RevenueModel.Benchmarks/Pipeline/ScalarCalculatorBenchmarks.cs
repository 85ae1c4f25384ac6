using BenchmarkDotNet.Attributes;
using RevenueModel.Pipeline;
using RevenueModel.Statistics;

namespace RevenueModel.Benchmarks.Pipeline;

/// <summary>
/// Single calls compared with the bare formula: the ratio is the cost of argument checks. Nothing may be allocated.
/// </summary>
public class ScalarCalculatorBenchmarks
{
    private const double Z95 = 1.959963984540054;

    private decimal _pipeline;
    private decimal _quota;
    private decimal _winRate;
    private decimal _days;
    private long _deals;
    private double _won;
    private double _closed;

    [GlobalSetup]
    public void Setup()
    {
        (_pipeline, _quota, _winRate, _days, _deals) = (14_400_000m, 4_000_000m, 0.22m, 150m, 180);
        (_won, _closed) = (38, 100);
        Expect.Equal(CoverageFormula(), Coverage());
        Expect.Equal(VelocityFormula(), Velocity());
        Expect.Equal(true, Math.Abs(WilsonFormula() - Wilson()!.Value.Lower) < 1e-12);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Coverage")]
    public decimal? CoverageFormula() => _pipeline / _quota;

    [Benchmark, BenchmarkCategory("Coverage")]
    public decimal? Coverage() => CoverageCalculator.Coverage(_pipeline, _quota);

    [Benchmark(Baseline = true), BenchmarkCategory("Velocity")]
    public decimal VelocityFormula() => _deals * _pipeline * _winRate / _days;

    [Benchmark, BenchmarkCategory("Velocity")]
    public decimal? Velocity() => VelocityCalculator.PipelineVelocity(_deals, _pipeline, _winRate, _days);

    /// <summary>Only the lower end, with a constant quantile.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("Wilson")]
    public double WilsonFormula()
    {
        double p = _won / _closed;
        double zz = Z95 * Z95 / _closed;
        return (p + (zz / 2) - (Z95 * Math.Sqrt(((p * (1 - p)) + (zz / 4)) / _closed))) / (1 + zz);
    }

    [Benchmark, BenchmarkCategory("Wilson")]
    public ConfidenceInterval? Wilson() => ProportionCalculator.Wilson(_won, _closed);
}
