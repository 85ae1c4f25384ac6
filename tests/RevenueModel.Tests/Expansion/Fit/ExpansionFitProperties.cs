using FsCheck.Xunit;
using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

/// <summary>Fits compared with an independent minimizer (Nelder and Mead), and with the curves that made the
/// observations.</summary>
public class ExpansionFitProperties
{
    [Property(MaxTest = 50)]
    public bool ACompoundCurveIsFoundAgain(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        double start = 1 + (dice.NextOpen() * 99);
        double growth = (dice.NextOpen() * 2) - 0.4;
        ExpansionFit fit = ExpansionFitCalculator.Fit(
            ExpansionShape.Compound, Sample(ExpansionCurve.Compound(start, growth), dice, noise: 0));
        return Near(ValueOf(fit, ExpansionParameter.Start), start, 1e-8)
            && Math.Abs(ValueOf(fit, ExpansionParameter.GrowthPerYear) - growth) < 1e-8;
    }

    [Property(MaxTest = 50)]
    public bool ASaturatingCurveIsFoundAgain(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        double ceiling = 20 + (dice.NextOpen() * 80);
        double start = ceiling * (0.02 + (dice.NextOpen() * 0.3));
        double rate = 0.6 + (dice.NextOpen() * 2);
        ExpansionFit fit = ExpansionFitCalculator.Fit(
            ExpansionShape.Saturating, Sample(ExpansionCurve.Saturating(start, ceiling, rate), dice, noise: 0));
        return fit.Outcome == FitOutcome.Identified
            && Near(ValueOf(fit, ExpansionParameter.Ceiling), ceiling, 1e-6)
            && Near(ValueOf(fit, ExpansionParameter.RatePerYear), rate, 1e-6);
    }

    [Property(MaxTest = 50)]
    public bool NoOtherMinimizerIsBetter(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        ExpansionPoint[] compound = Sample(ExpansionCurve.Compound(10, 0.4), dice, noise: 0.1);
        ExpansionPoint[] saturating = Sample(ExpansionCurve.Saturating(5, 40, 1.2), dice, noise: 0.05);
        ExpansionFit one = ExpansionFitCalculator.Fit(ExpansionShape.Compound, compound);
        ExpansionFit two = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, saturating);
        double bestOne = NelderMead(
            p => SumOfSquares(compound, year => p[0] * Math.Pow(1 + p[1], year)), [10, 0.4]);
        double bestTwo = NelderMead(
            p => SumOfSquares(saturating, year => p[1] / (1 + (((p[1] / p[0]) - 1) * Math.Exp(-p[2] * year)))),
            [5, 40, 1.2]);
        return one.ResidualSumOfSquares <= bestOne * (1 + 1e-9)
            && two.ResidualSumOfSquares <= bestTwo * (1 + 1e-9)
            && Near(one.ResidualSumOfSquares!.Value, bestOne, 1e-4)
            && Near(two.ResidualSumOfSquares!.Value, bestTwo, 1e-4);
    }

    [Property(MaxTest = 50)]
    public bool StandardErrorsFollowFromNumericalDerivatives(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        ExpansionPoint[] points = Sample(ExpansionCurve.Compound(10, 0.4), dice, noise: 0.1);
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Compound, points);
        double start = ValueOf(fit, ExpansionParameter.Start);
        double growth = ValueOf(fit, ExpansionParameter.GrowthPerYear);
        double a = 0;
        double b = 0;
        double c = 0;
        foreach (ExpansionPoint point in points)
        {
            double year = point.Month / 12;
            double byStart = (Value(start + 1e-5, growth) - Value(start - 1e-5, growth)) / 2e-5;
            double byGrowth = (Value(start, growth + 1e-6) - Value(start, growth - 1e-6)) / 2e-6;
            a += byStart * byStart;
            b += byStart * byGrowth;
            c += byGrowth * byGrowth;

            double Value(double from, double rate) => from * Math.Pow(1 + rate, year);
        }

        double variance = fit.ResidualSumOfSquares!.Value / (points.Length - 2);
        double determinant = (a * c) - (b * b);
        return Near(ErrorOf(fit, ExpansionParameter.Start), Math.Sqrt(variance * c / determinant), 1e-5)
            && Near(ErrorOf(fit, ExpansionParameter.GrowthPerYear), Math.Sqrt(variance * a / determinant), 1e-5);
    }

    [Property(MaxTest = 50)]
    public bool TheOrderOfObservationsHardlyMatters(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        ExpansionPoint[] points = Sample(ExpansionCurve.Saturating(5, 40, 1.2), dice, noise: 0.05);
        double one = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, points).ResidualSumOfSquares!.Value;
        double two = ExpansionFitCalculator.Fit(ExpansionShape.Saturating, points.Reverse())
            .ResidualSumOfSquares!.Value;
        return Near(one, two, 1e-9);
    }

    private static ExpansionPoint[] Sample(ExpansionCurve curve, SplitMix64 dice, double noise) =>
    [
        .. Enumerable.Range(0, 16).Select(i => i * 3.0).Select(month =>
        {
            double value = ExpansionCurveCalculator.Value(curve, month);
            return ExpansionPoint.At(month, value * (1 + (noise * ((dice.NextOpen() * 2) - 1))));
        }),
    ];

    private static double SumOfSquares(ExpansionPoint[] points, Func<double, double> fitted) =>
        points.Sum(point => Math.Pow(point.Value - fitted(point.Month / 12), 2));

    private static bool Near(double one, double other, double tolerance) =>
        Math.Abs(one - other) <= tolerance * Math.Abs(other);

    private static double ValueOf(ExpansionFit fit, ExpansionParameter parameter) =>
        fit.FindParameter(parameter)!.Value.Value;

    private static double ErrorOf(ExpansionFit fit, ExpansionParameter parameter) =>
        fit.FindParameter(parameter)!.Value.StandardError!.Value;

    // The simplex method needs no derivatives, and so shares nothing with the library.
    private static double NelderMead(Func<double[], double> function, double[] start)
    {
        List<(double[] At, double Value)> simplex =
        [
            (start, Of(start)),
            .. start.Select((_, k) => start.Select((x, i) => i == k ? x * 1.1 : x).ToArray())
                .Select(at => (at, Of(at))),
        ];
        for (int round = 0; round < 2_000; round++)
        {
            simplex = [.. simplex.OrderBy(corner => corner.Value)];
            (double[] worst, double highest) = simplex[^1];
            double[] center = [.. start.Select((_, i) => simplex.SkipLast(1).Average(corner => corner.At[i]))];
            double[] reflected = Along(center, worst, -1);
            double[] expanded = Along(center, worst, -2);
            double[] contracted = Along(center, worst, 0.5);
            double[] best = new[] { reflected, expanded, contracted }.MinBy(Of)!;
            if (Of(best) < highest)
            {
                simplex[^1] = (best, Of(best));
            }
            else
            {
                double[] lowest = simplex[0].At;
                simplex = [.. simplex.Select(corner => Along(lowest, corner.At, 0.5)).Select(at => (at, Of(at)))];
            }
        }

        return simplex.Min(corner => corner.Value);

        double Of(double[] at) => function(at) is var value && double.IsFinite(value) ? value : double.MaxValue;

        static double[] Along(double[] from, double[] to, double share) =>
            [.. from.Zip(to).Select(pair => pair.First + ((pair.Second - pair.First) * share))];
    }
}
