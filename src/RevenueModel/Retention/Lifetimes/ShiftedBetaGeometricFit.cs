using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A shifted-beta-geometric model fitted to cohorts. Created by
/// <see cref="ShiftedBetaGeometricCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Figures are equal to the last bit on every machine and for any order of the
/// cohorts.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ShiftedBetaGeometricFit
{
    internal ShiftedBetaGeometricFit(
        ShiftedBetaGeometric model, LifetimeFitMethod method, LifetimeFitOutcome outcome, double logLikelihood)
    {
        Model = model;
        Method = method;
        Outcome = outcome;
        LogLikelihood = logLikelihood;
    }

    /// <summary>Gets the fitted model; the geometric model unless the parameters are identified or no customer leaves
    /// after the first renewal.</summary>
    public ShiftedBetaGeometric Model { get; }

    /// <summary>Gets the method of the fit.</summary>
    public LifetimeFitMethod Method { get; }

    /// <summary>Gets whether the cohorts identify alpha and beta, and if not, why.</summary>
    public LifetimeFitOutcome Outcome { get; }

    /// <summary>Gets the natural logarithm of the likelihood of the cohorts under the model. The likelihood of close
    /// models is nearly equal: compare likelihoods before parameters.</summary>
    public double LogLikelihood { get; }

    /// <summary>Gets the standard error of the mean churn as a fraction, or <see langword="null"/> if the method does
    /// not give one, no customer left, or none left after the first renewal.</summary>
    public double? MeanChurnStandardError { get; internal init; }

    /// <summary>Gets the standard error of alpha, or <see langword="null"/> if alpha is not identified or the method
    /// does not give one.</summary>
    public double? AlphaStandardError { get; internal init; }

    /// <summary>Gets the standard error of beta, or <see langword="null"/> if beta is not identified or the method
    /// does not give one.</summary>
    public double? BetaStandardError { get; internal init; }

    /// <summary>Gets the covariance of the estimates of alpha and beta, or <see langword="null"/> without standard
    /// errors.</summary>
    public double? AlphaBetaCovariance { get; internal init; }

    /// <summary>Returns the model, the likelihood and the outcome.</summary>
    public override string ToString() => Invariant(
        $"{Model}, log-likelihood {LogLikelihood:#,0.####}{LifetimeText.Of(Outcome)}");
}

/// <summary>The method by which a model of renewals is fitted.</summary>
public enum LifetimeFitMethod
{
    /// <summary>Maximum likelihood of the renewals and losses. The default; it gives standard errors.</summary>
    MaximumLikelihood = 0,

    /// <summary>Least squares of the survival by age, weighted with the customers at the start. It gives no standard
    /// errors, because the survival of one age depends on that of the age before.</summary>
    LeastSquares = 1,
}

/// <summary>The answer of a fit: whether the cohorts identify the parameters.</summary>
public enum LifetimeFitOutcome
{
    /// <summary>The cohorts identify every parameter.</summary>
    Identified = 0,

    /// <summary>Renewal rates do not rise with age, so that the cohorts show no variation of churn between customers.
    /// The parameters of the beta distribution would grow without limit.</summary>
    NoHeterogeneity = 1,

    /// <summary>No customer faced enough renewals to tell age from churn.</summary>
    TooFewPeriods = 2,

    /// <summary>No customer left.</summary>
    NoLosses = 3,

    /// <summary>No customer left after the first renewal. The parameters of the beta distribution would shrink to
    /// zero; values near zero stand for that limit.</summary>
    NoLaterLosses = 4,

    /// <summary>The likelihood of a beta-discrete-Weibull model has no strict maximum within the range of its
    /// parameters: a parameter is at the end of its range, or different parameters are equally likely.</summary>
    NoStrictMaximum = 5,

    /// <summary>The sum of squares is smallest in the limit in which each customer leaves at the first renewal or
    /// never. The parameters of the beta distribution would shrink to zero; values near zero stand for that
    /// limit.</summary>
    ParametersNearZero = 6,
}
