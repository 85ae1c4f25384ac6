using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Fits a straight line by least squares, directly.</summary>
internal static class LinearFit
{
    public static ExpansionFit Of(ReadOnlySpan<ExpansionPoint> observations)
    {
        LineFit line = LineFit.Of(observations);
        if (line.AtZero < 0)
        {
            throw DomainGuards.OutOfRange(
                nameof(observations),
                Invariant($"a line of {line.AtZero:0.####} in month 0"),
                "a line of zero or more there, such as with months that count from the first observation,");
        }

        double? error = LeastSquares.StandardError(
            observations, month => line.AtZero + (line.Slope * month / 12), parameters: 2);
        return FitResult.Create(
            ExpansionShape.Linear,
            FitOutcome.Identified,
            observations,
            ExpansionCurve.Linear(line.AtZero, line.Slope),
            [
                new FittedParameter(
                    ExpansionParameter.Start,
                    line.AtZero,
                    error * Math.Sqrt((1.0 / observations.Length) + (line.Mean * line.Mean / line.Squares))),
                new FittedParameter(ExpansionParameter.AddedPerYear, line.Slope, error / Math.Sqrt(line.Squares)),
            ]);
    }
}

/// <summary>A straight line through values by years.</summary>
/// <param name="AtZero">The value at zero.</param>
/// <param name="Slope">The slope per year.</param>
/// <param name="Mean">The mean of the years.</param>
/// <param name="Squares">The sum of squared distances of the years from their mean.</param>
internal readonly record struct LineFit(double AtZero, double Slope, double Mean, double Squares)
{
    private const double Noise = 1e-13;

    public static LineFit Of(ReadOnlySpan<ExpansionPoint> points)
    {
        double years = 0;
        double values = 0;
        foreach (ExpansionPoint point in points)
        {
            years += point.Month / 12;
            values += point.Value;
        }

        return Of(points, years / points.Length, values / points.Length, static value => value);
    }

    /// <summary>Returns the line through the logarithms of values.</summary>
    public static LineFit OfLogarithms(ReadOnlySpan<ExpansionPoint> points)
    {
        double years = 0;
        double values = 0;
        foreach (ExpansionPoint point in points)
        {
            years += point.Month / 12;
            values += GrowthPower.Log(point.Value);
        }

        return Of(points, years / points.Length, values / points.Length, GrowthPower.Log);
    }

    private static LineFit Of(
        ReadOnlySpan<ExpansionPoint> points, double mean, double meanValue, Func<double, double> value)
    {
        double squares = 0;
        double products = 0;
        foreach (ExpansionPoint point in points)
        {
            double away = (point.Month / 12) - mean;
            squares += away * away;
            products += away * (value(point.Value) - meanValue);
        }

        // A line through zero does not end a last digit below it.
        double slope = products / squares;
        double atZero = meanValue - (slope * mean);
        return new LineFit(
            Math.Abs(atZero) < Noise * Math.Abs(meanValue) ? 0 : atZero, slope, mean, squares);
    }
}
