using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A shape of growth fitted to observations by least squares. Created by
/// <see cref="ExpansionFitCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Figures are equal to the last bit on every machine.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionFit
{
    internal ExpansionFit(ExpansionShape shape, FitOutcome outcome, int observationCount)
    {
        Shape = shape;
        Outcome = outcome;
        ObservationCount = observationCount;
    }

    /// <summary>Gets the shape that was fitted.</summary>
    public ExpansionShape Shape { get; }

    /// <summary>Gets whether the observations identify the parameters, and if not, why.</summary>
    public FitOutcome Outcome { get; }

    /// <summary>Gets the number of observations.</summary>
    public int ObservationCount { get; }

    /// <summary>Gets the fitted curve, or <see langword="null"/> if the observations do not determine one.</summary>
    public ExpansionCurve? Curve { get; internal init; }

    /// <summary>Gets the parameters with their standard errors; empty without a curve.</summary>
    public ValueList<FittedParameter> Parameters { get; internal init; }

    /// <summary>Gets the observations with their residuals, in the order given; empty without a curve.</summary>
    public ValueList<FitResidual> Residuals { get; internal init; }

    /// <summary>Gets the number of observations less that of parameters, or zero without a curve.</summary>
    public int DegreesOfFreedom => Math.Max(ObservationCount - Parameters.Count, 0) * (Curve is null ? 0 : 1);

    /// <summary>Gets the sum of squared residuals, or <see langword="null"/> without a curve.</summary>
    public double? ResidualSumOfSquares
    {
        get
        {
            if (Curve is null)
            {
                return null;
            }

            double sum = 0;
            foreach (FitResidual residual in Residuals)
            {
                sum += residual.Residual * residual.Residual;
            }

            return sum;
        }
    }

    /// <summary>Gets the standard error of an observation, <c>√(sum of squares / degrees of freedom)</c>, or
    /// <see langword="null"/> if there are no more observations than parameters.</summary>
    public double? StandardError => DegreesOfFreedom > 0 && ResidualSumOfSquares is { } sum
        ? Math.Sqrt(sum / DegreesOfFreedom)
        : null;

    /// <summary>Finds a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The estimate, or <see langword="null"/> if the shape does not have it or was not fitted.</returns>
    public FittedParameter? FindParameter(ExpansionParameter parameter)
    {
        foreach (FittedParameter fitted in Parameters)
        {
            if (fitted.Parameter == parameter)
            {
                return fitted;
            }
        }

        return null;
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string shape = Shape.ToString().ToLowerInvariant();
        string count = Plural.Of(ObservationCount, "observation");
        string reason = Outcome switch
        {
            FitOutcome.Identified => "",
            FitOutcome.TooFewMonths => "; not identified: fewer distinct months than parameters",
            FitOutcome.NoGrowth => "; not identified: the observations do not grow",
            FitOutcome.NoCeiling => "; not identified: the growth does not slow toward a ceiling",
            _ => "; the observations set no upper limit to the ceiling",
        };
        string parameters = Parameters.IsEmpty ? "" : ": " + string.Join(", ", Parameters);
        return $"{shape} shape of {count}{parameters}{reason}";
    }
}

/// <summary>The estimate of a parameter of a shape.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The estimate, in the unit of the parameter.</param>
/// <param name="StandardError">The standard error in the same unit, or <see langword="null"/> if the observations do
/// not give one: there are no more observations than parameters, or the ceiling has no upper limit.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct FittedParameter(ExpansionParameter Parameter, double Value, double? StandardError)
{
    /// <summary>Returns the name, the estimate and the standard error.</summary>
    public override string ToString() => StandardError is { } error
        ? Invariant($"{Parameter} {Value:0.####} ± {error:0.####}")
        : Invariant($"{Parameter} {Value:0.####}");
}

/// <summary>An observation beside the fitted curve.</summary>
/// <param name="Month">The month of the account, between 0 and 1,200.</param>
/// <param name="Observed">The observed value, zero or more.</param>
/// <param name="Fitted">The value of the curve, in the same unit.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct FitResidual(double Month, double Observed, double Fitted)
{
    /// <summary>Gets the observed value less the fitted one.</summary>
    public double Residual => Observed - Fitted;

    /// <summary>Returns the month, the observed and the fitted value.</summary>
    public override string ToString() =>
        Invariant($"month {Month:0.####}: {Observed:#,0.####}, fitted {Fitted:#,0.####}");
}
