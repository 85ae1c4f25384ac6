using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Expansion;

namespace RevenueModel.Benchmarks.Expansion;

/// <summary>The values of a curve through seven yearly points for the ages of a million accounts.</summary>
public class ExpansionCurveBenchmarks
{
    private const int Accounts = 1_000_000;

    private static readonly double[] Years = [24, 48, 72, 90, 103, 110, 114];

    private readonly ExpansionCurve _linear = ExpansionCurve.Years(Years, CurveInterpolation.Linear);
    private readonly ExpansionCurve _monotone = ExpansionCurve.Years(Years);
    private readonly LinqExpansion.Segment[] _segments = LinqExpansion.SegmentsOf(Years);
    private readonly double[] _months = new double[Accounts];
    private readonly double[] _values = new double[Accounts];

    [GlobalSetup]
    public void Setup()
    {
        var draws = new Draws(seed: 15);
        for (int i = 0; i < Accounts; i++)
        {
            _months[i] = draws.Fraction() * 72;
        }

        Expect.Same(Linq(), Linear());
        Expect.Same(Linq(), Loop());
        Expect.Same(_months.Select(month => ExpansionCurveCalculator.Value(_monotone, month)), Monotone());
    }

    [Benchmark(Baseline = true)]
    public double[] Linq() => LinqExpansion.Values(_segments, _months);

    [Benchmark]
    public double[] Loop()
    {
        LinqExpansion.ValuesByLoop(_segments, _months, _values);
        return _values;
    }

    [Benchmark]
    public double[] Linear()
    {
        ExpansionCurveCalculator.Values(_linear, _months, _values);
        return _values;
    }

    /// <summary>The same with the smooth curve, which the rivals do not know.</summary>
    [Benchmark]
    public double[] Monotone()
    {
        ExpansionCurveCalculator.Values(_monotone, _months, _values);
        return _values;
    }
}
