using RevenueModel.Statistics;

namespace RevenueModel.Expansion;

/// <summary>Fits a logistic curve with the parameters start, rate and inverse of the ceiling.</summary>
/// <remarks>
/// <c>f = a E / (1 + u a (E - 1))</c> with <c>E = exp(r × year)</c>, start <c>a</c>, rate <c>r</c> and inverse
/// ceiling <c>u</c>. At <c>u = 0</c> it is compound growth, and beyond it there is no ceiling. The minimum is
/// therefore found in the inner of the range whether or not the observations have a ceiling, and its place answers the
/// question.
/// </remarks>
internal sealed class SaturatingFit : FittedFunction
{
    // A ceiling of more than a million times the largest observation is none.
    private const double LeastInverse = 1e-6;

    // Standard errors from the estimate to the limit that counts as certain.
    private const double CertainErrors = 2;

    // Ceilings as multiples of the largest observation from which the search starts.
    private static readonly double[] Ceilings = [1.001, 1.05, 1.25, 2, 5];

    public override int Parameters => 3;

    public static ExpansionFit Of(ReadOnlySpan<ExpansionPoint> observations)
    {
        (double least, double largest) = Range(observations);
        if (largest - least <= 1e-12 * largest)
        {
            return new ExpansionFit(ExpansionShape.Saturating, FitOutcome.NoGrowth, observations.Length);
        }

        var function = new SaturatingFit();
        Span<double> best = stackalloc double[3];
        double sum = Search(function, observations, largest, best);
        double start = best[0];
        double rate = best[1];
        double inverse = best[2];
        Span<double> variances = stackalloc double[3];
        bool hasCeiling = double.IsFinite(sum)
            && rate > 0
            && start > 0
            && inverse * largest > LeastInverse
            && inverse * start <= 1
            && LeastSquares.TryVariances(function, observations, best, variances);
        if (!hasCeiling)
        {
            bool falls = LineFit.Of(observations).Slope <= 0;
            return new ExpansionFit(
                ExpansionShape.Saturating,
                falls ? FitOutcome.NoGrowth : FitOutcome.NoCeiling,
                observations.Length);
        }

        double? error = observations.Length > 3 ? Math.Sqrt(sum / (observations.Length - 3)) : null;
        double? inverseError = error * Math.Sqrt(variances[2]);
        bool isBounded = !(inverse - (CertainErrors * inverseError) <= 0);
        return FitResult.Create(
            ExpansionShape.Saturating,
            isBounded ? FitOutcome.Identified : FitOutcome.CeilingUnbounded,
            observations,
            ExpansionCurve.Saturating(Math.Min(start, 1 / inverse), 1 / inverse, rate),
            [
                new FittedParameter(ExpansionParameter.Start, start, error * Math.Sqrt(variances[0])),
                new FittedParameter(
                    ExpansionParameter.Ceiling, 1 / inverse, isBounded ? inverseError / (inverse * inverse) : null),
                new FittedParameter(ExpansionParameter.RatePerYear, rate, error * Math.Sqrt(variances[1])),
            ]);
    }

    public override double Evaluate(double year, ReadOnlySpan<double> parameters, Span<double> derivatives)
    {
        double start = parameters[0];
        double growth = StandardNormal.Exp(parameters[1] * year);
        double inverse = parameters[2];
        double denominator = 1 + (inverse * start * (growth - 1));
        double square = denominator * denominator;
        derivatives[0] = growth / square;
        derivatives[1] = start * year * growth * (1 - (inverse * start)) / square;
        derivatives[2] = -start * start * growth * (growth - 1) / square;
        return denominator > 0 ? start * growth / denominator : double.NaN;
    }

    private static double Search(
        SaturatingFit function, ReadOnlySpan<ExpansionPoint> observations, double largest, Span<double> best)
    {
        // Compound growth is the start without a ceiling.
        CompoundFit.Start(observations, best);
        best[2] = 0;
        double sum = LeastSquares.Minimize(function, observations, best);
        Span<double> candidate = stackalloc double[3];
        foreach (double multiple in Ceilings)
        {
            StartBelow(observations, largest * multiple, candidate);
            double reached = LeastSquares.Minimize(function, observations, candidate);
            if (reached < sum)
            {
                sum = reached;
                candidate.CopyTo(best);
            }
        }

        return sum;
    }

    // With a known ceiling, the logarithm of y / (ceiling - y) is a straight line.
    private static void StartBelow(
        ReadOnlySpan<ExpansionPoint> observations, double ceiling, Span<double> parameters)
    {
        var odds = new ExpansionPoint[observations.Length];
        for (int i = 0; i < odds.Length; i++)
        {
            double value = observations[i].Value;
            odds[i] = ExpansionPoint.At(observations[i].Month, value / (ceiling - value));
        }

        LineFit line = LineFit.OfLogarithms(odds);
        double atZero = StandardNormal.Exp(line.AtZero);
        parameters[0] = double.IsFinite(atZero) ? ceiling * atZero / (1 + atZero) : ceiling;
        parameters[1] = line.Slope;
        parameters[2] = 1 / ceiling;
    }

    private static (double Least, double Largest) Range(ReadOnlySpan<ExpansionPoint> observations)
    {
        double least = double.PositiveInfinity;
        double largest = 0;
        foreach (ExpansionPoint observation in observations)
        {
            least = Math.Min(least, observation.Value);
            largest = Math.Max(largest, observation.Value);
        }

        return (least, largest);
    }
}
