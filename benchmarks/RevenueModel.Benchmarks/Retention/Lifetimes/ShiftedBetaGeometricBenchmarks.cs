using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Retention.Lifetimes;

/// <summary>The fit of an sBG to eight cohorts of one to eight renewals.</summary>
public class ShiftedBetaGeometricBenchmarks
{
    private static readonly decimal[] Survivors = [1000, 869, 743, 653, 593, 551, 517, 491, 468];

    private static readonly RenewalCohort[] Cohorts =
        [.. Enumerable.Range(1, 8).Select(renewals => RenewalCohort.Of(Survivors.Take(renewals + 1)))];

    private readonly SimplexFit _simplex = new(Cohorts);
    private readonly RenewalCounts _counts = RenewalCounts.Of(Cohorts, nameof(Cohorts));

    [GlobalSetup]
    public void Setup()
    {
        var model = ShiftedBetaGeometricCalculator.Fit(Cohorts).Model;
        Expect.Near(_simplex.Fit(), [model.Alpha!.Value, model.Beta!.Value], 1e-2);
        if (Evaluations() > 30)
        {
            throw new InvalidOperationException("The fit takes more than 30 evaluations.");
        }
    }

    [Benchmark(Baseline = true)]
    public double[] NelderMead() => _simplex.Fit();

    [Benchmark]
    public ShiftedBetaGeometricFit Fit() => ShiftedBetaGeometricCalculator.Fit(Cohorts);

    [Benchmark]
    public int Evaluations()
    {
        var solver = new BetaGeometricSolver(_counts);
        solver.Solve();
        return solver.Evaluations;
    }

    [Benchmark]
    public double OneEvaluation() =>
        BetaGeometricDerivatives.At(_counts.AtRisk, _counts.Renewed, _counts.Lost, 0.15, 0.22).Spread;
}
