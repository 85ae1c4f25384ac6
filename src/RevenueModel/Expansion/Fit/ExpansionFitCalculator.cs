using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Fits shapes of growth to observations.</summary>
public static class ExpansionFitCalculator
{
    private const double MostValue = 1e100;
    private const double LeastValue = 1e-100;

    /// <summary>Fits a shape to observations by least squares.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="observations">The observations, in any order; several may have the same month, as those of several
    /// accounts do. At least one; the first month may be later than 0.</param>
    /// <returns>The curve with parameters, standard errors and residuals, or the reason why the observations do not
    /// identify it.</returns>
    /// <exception cref="ArgumentException">There is no observation, the shape is undefined, or the shape is compound
    /// or saturating and a value is zero, a value is above 1e100, the largest value is below 1e-100, or the fitted
    /// curve would leave the range of the shape.</exception>
    /// <remarks>
    /// <para>Minimizes <c>Σ (observed - fitted)²</c> of the values themselves, not of their logarithms, so that
    /// large values weigh most. A linear shape is solved directly, the others by Levenberg-Marquardt from several
    /// starts. A step shape is not fitted: its jumps are terms of a contract.</para>
    /// <para>Standard errors are <c>√(s² (JᵀJ)⁻¹)</c> with <c>s² = Σ residual² / (observations -
    /// parameters)</c>, and by the delta method for parameters that are functions of those fitted. They take
    /// observations as independent.</para>
    /// </remarks>
    /// <example><code>
    /// ExpansionFit fit = ExpansionFitCalculator.Fit(
    ///     ExpansionShape.Linear,
    ///     [ExpansionPoint.At(0, 24), ExpansionPoint.At(12, 48), ExpansionPoint.At(24, 72)]);
    /// Console.WriteLine(fit.Curve); // linear from 24, +24 a year
    /// </code></example>
    public static ExpansionFit Fit(ExpansionShape shape, ReadOnlySpan<ExpansionPoint> observations)
    {
        Guard.Against.Undefined(shape);
        if (observations.IsEmpty)
        {
            throw new ArgumentException(
                "observations had no observation; at least one is expected.", nameof(observations));
        }

        if (shape != ExpansionShape.Linear)
        {
            foreach (ExpansionPoint observation in observations)
            {
                if (!(observation.Value > 0))
                {
                    throw DomainGuards.OutOfRange(
                        nameof(observations), observation, "a value above zero, which the shape needs,");
                }
            }
        }

        RequireSize(observations);
        int parameters = shape == ExpansionShape.Saturating ? 3 : 2;
        if (DistinctMonths(observations) < parameters)
        {
            return new ExpansionFit(shape, FitOutcome.TooFewMonths, observations.Length);
        }

        return shape switch
        {
            ExpansionShape.Linear => LinearFit.Of(observations),
            ExpansionShape.Compound => CompoundFit.Of(observations),
            _ => SaturatingFit.Of(observations),
        };
    }

    /// <inheritdoc cref="Fit(ExpansionShape, ReadOnlySpan{ExpansionPoint})"/>
    public static ExpansionFit Fit(ExpansionShape shape, IEnumerable<ExpansionPoint> observations) =>
        Fit(shape, observations.AsItems());

    // Squares of other values leave the range of a double, so that a fit would have no meaning.
    private static void RequireSize(ReadOnlySpan<ExpansionPoint> observations)
    {
        ExpansionPoint largest = observations[0];
        foreach (ExpansionPoint observation in observations)
        {
            largest = observation.Value > largest.Value ? observation : largest;
        }

        if (largest.Value is > MostValue or (> 0 and < LeastValue))
        {
            throw DomainGuards.OutOfRange(
                nameof(observations),
                Invariant($"{largest.Value} in month {largest.Month}, the largest value"),
                "a largest value between 1e-100 and 1e100");
        }
    }

    private static int DistinctMonths(ReadOnlySpan<ExpansionPoint> observations)
    {
        var months = new HashSet<double>();
        foreach (ExpansionPoint observation in observations)
        {
            months.Add(observation.Month);
        }

        return months.Count;
    }
}
