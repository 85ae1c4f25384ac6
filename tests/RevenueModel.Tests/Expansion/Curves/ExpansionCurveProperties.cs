using FsCheck.Xunit;
using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

/// <summary>Laws of curves through random points, and of random shapes.</summary>
public class ExpansionCurveProperties
{
    private const int Steps = 200;

    [Property]
    public bool ACurvePassesThroughItsPoints(int seed)
    {
        ExpansionPoint[] points = Rising(seed, out ExpansionCurve curve);
        return points.All(point => ExpansionCurveCalculator.Value(curve, point.Month) == point.Value);
    }

    [Property]
    public bool ACurveThroughRisingPointsNeverDips(int seed)
    {
        ExpansionPoint[] points = Rising(seed, out ExpansionCurve curve);
        return NeverDips(curve, points[0].Month, points[^1].Month);
    }

    [Property]
    public bool AContinuedCurveNeverDips(int seed)
    {
        ExpansionPoint[] points = Rising(seed, out _);
        CurveInterpolation interpolation = Any(seed);
        ExpansionCurve curve = ExpansionCurve.Points(points, interpolation, CurveEnd.Continued);
        return NeverDips(curve, points[0].Month, Math.Min(points[^1].Month + 60, 1_200));
    }

    [Property]
    public bool ACurveLiesBetweenTheEndsOfEachInterval(int seed)
    {
        ExpansionPoint[] points = Random(seed);
        ExpansionCurve curve = ExpansionCurve.Points(points, Any(seed));
        return points.Zip(points.Skip(1)).All(pair => Months(pair.First.Month, pair.Second.Month).All(month =>
        {
            double value = ExpansionCurveCalculator.Value(curve, month);
            return value >= Math.Min(pair.First.Value, pair.Second.Value)
                && value <= Math.Max(pair.First.Value, pair.Second.Value);
        }));
    }

    [Property]
    public bool ACurveIsContinuousUnlessItSteps(int seed)
    {
        ExpansionPoint[] points = Random(seed);
        CurveInterpolation interpolation = (CurveInterpolation)((uint)seed % 3);
        ExpansionCurve curve = ExpansionCurve.Points(points, interpolation);
        double largest = points.Max(point => point.Value);
        return points.Skip(1).All(point =>
        {
            double just = ExpansionCurveCalculator.Value(curve, Math.BitDecrement(point.Month));
            return Math.Abs(just - point.Value) <= 1e-9 * largest;
        });
    }

    [Property]
    public bool ShapesOfGrowthNeverDip(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        double start = 1 + (dice.NextOpen() * 100);
        double rate = dice.NextOpen() * 3;
        return NeverDips(ExpansionCurve.Compound(start, rate), 0, 240)
            && NeverDips(ExpansionCurve.Linear(start, rate * 10), 0, 240)
            && NeverDips(ExpansionCurve.Saturating(start, start * (1 + (dice.NextOpen() * 50)), rate), 0, 240);
    }

    [Property]
    public bool BulkValuesHaveTheSameDigits(int seed)
    {
        ExpansionPoint[] points = Rising(seed, out ExpansionCurve curve);
        double[] months = [.. Months(points[0].Month, points[^1].Month).Reverse()];
        ExpansionCurve compound = ExpansionCurve.Compound(2, 0.33);
        var bulk = new double[months.Length];
        var shape = new double[months.Length];
        ExpansionCurveCalculator.Values(curve, months, bulk);
        ExpansionCurveCalculator.Values(compound, months, shape);
        return months.Select(month => ExpansionCurveCalculator.Value(curve, month)).SequenceEqual(bulk)
            && months.Select(month => ExpansionCurveCalculator.Value(compound, month)).SequenceEqual(shape);
    }

    [Property]
    public bool AMultipleIsTheProductOfItsParts(int seed)
    {
        Rising(seed, out ExpansionCurve curve);
        double first = curve.FirstMonth;
        double last = curve.LastMonth!.Value;
        double middle = (first + last) / 2;
        double whole = ExpansionCurveCalculator.Multiple(curve, first, last)!.Value;
        double parts = ExpansionCurveCalculator.Multiple(curve, first, middle)!.Value
            * ExpansionCurveCalculator.Multiple(curve, middle, last)!.Value;
        return Math.Abs(whole - parts) <= 1e-12 * whole;
    }

    private static bool NeverDips(ExpansionCurve curve, double from, double to)
    {
        double before = 0;
        foreach (double month in Months(from, to))
        {
            double value = ExpansionCurveCalculator.Value(curve, month);
            if (value < before * (1 - 1e-14))
            {
                return false;
            }

            before = value;
        }

        return true;
    }

    private static IEnumerable<double> Months(double from, double to) =>
        Enumerable.Range(0, Steps + 1).Select(i => Math.Min(from + ((to - from) * i / Steps), to));

    private static CurveInterpolation Any(int seed) => (CurveInterpolation)((uint)seed % 4);

    private static ExpansionPoint[] Rising(int seed, out ExpansionCurve curve)
    {
        double value = 0;
        ExpansionPoint[] points =
            [.. Random(seed).Select(point => ExpansionPoint.At(point.Month, value += point.Value))];
        curve = ExpansionCurve.Points(points, Any(seed));
        return points;
    }

    private static ExpansionPoint[] Random(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        var points = new ExpansionPoint[2 + (int)(dice.Next() % 8)];
        double month = (dice.Next() % 3) * 6.5;
        for (int i = 0; i < points.Length; i++)
        {
            // Values of very different size, so that slopes differ as well.
            double value = Math.Exp((dice.NextOpen() * 8) - 2);
            points[i] = ExpansionPoint.At(month, value);
            month += 0.25 + (dice.NextOpen() * 24);
        }

        return points;
    }
}
