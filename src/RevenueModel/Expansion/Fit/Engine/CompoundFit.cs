using RevenueModel.Statistics;

namespace RevenueModel.Expansion;

/// <summary>Fits compound growth: <c>start × exp(rate × year)</c>, with growth <c>exp(rate) - 1</c>.</summary>
internal sealed class CompoundFit : FittedFunction
{
    public override int Parameters => 2;

    public static ExpansionFit Of(ReadOnlySpan<ExpansionPoint> observations)
    {
        Span<double> parameters = stackalloc double[2];
        Start(observations, parameters);
        var function = new CompoundFit();
        double sum = LeastSquares.Minimize(function, observations, parameters);
        double growth = StandardNormal.Exp(parameters[1]) - 1;
        if (!(double.IsFinite(sum) && parameters[0] > 0 && double.IsFinite(growth) && growth > -1))
        {
            throw new ArgumentException(
                "observations had values whose compound growth exceeds the range of a double; "
                    + "values of closer size are expected.",
                nameof(observations));
        }

        Span<double> variances = stackalloc double[2];
        double? error = observations.Length > 2
            && LeastSquares.TryVariances(function, observations, parameters, variances)
                ? Math.Sqrt(sum / (observations.Length - 2))
                : null;
        return FitResult.Create(
            ExpansionShape.Compound,
            FitOutcome.Identified,
            observations,
            ExpansionCurve.Compound(parameters[0], growth),
            [
                new FittedParameter(ExpansionParameter.Start, parameters[0], error * Math.Sqrt(variances[0])),
                new FittedParameter(
                    ExpansionParameter.GrowthPerYear, growth, error * Math.Sqrt(variances[1]) * (1 + growth)),
            ]);
    }

    /// <summary>Writes start and rate of the straight line through the logarithms.</summary>
    public static void Start(ReadOnlySpan<ExpansionPoint> observations, Span<double> parameters)
    {
        LineFit line = LineFit.OfLogarithms(observations);
        parameters[0] = StandardNormal.Exp(line.AtZero);
        parameters[1] = line.Slope;
    }

    public override double Evaluate(double year, ReadOnlySpan<double> parameters, Span<double> derivatives)
    {
        double growth = StandardNormal.Exp(parameters[1] * year);
        derivatives[0] = growth;
        derivatives[1] = parameters[0] * year * growth;
        return parameters[0] * growth;
    }
}
