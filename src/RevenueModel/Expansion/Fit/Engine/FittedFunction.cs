namespace RevenueModel.Expansion;

/// <summary>A function of time with parameters, and its derivatives by them.</summary>
internal abstract class FittedFunction
{
    /// <summary>Gets the number of parameters.</summary>
    public abstract int Parameters { get; }

    /// <summary>Returns the value, and writes the derivative by each parameter.</summary>
    /// <param name="year">The time in years.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="derivatives">The destination of the derivatives.</param>
    public abstract double Evaluate(double year, ReadOnlySpan<double> parameters, Span<double> derivatives);
}
