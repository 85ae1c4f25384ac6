using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>A beta-discrete-Weibull model fitted to cohorts by maximum likelihood, compared with the
/// shifted-beta-geometric model. Created by <see cref="BetaDiscreteWeibullCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Figures are equal to the last bit on every machine.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BetaDiscreteWeibullFit
{
    internal BetaDiscreteWeibullFit(
        LifetimeFitOutcome outcome, BetaDiscreteWeibull? model, double? logLikelihood, ShiftedBetaGeometricFit simpler)
    {
        Outcome = outcome;
        Model = model;
        LogLikelihood = logLikelihood;
        ShiftedBetaGeometric = simpler;
    }

    /// <summary>Gets whether the cohorts identify the parameters, and if not, why.</summary>
    public LifetimeFitOutcome Outcome { get; }

    /// <summary>Gets the fitted model, or <see langword="null"/> if there are fewer than three renewals or too few
    /// losses to fit one. Without heterogeneity, alpha and beta are at the end of their range: the model stands for a
    /// discrete Weibull model in which all customers are alike.</summary>
    public BetaDiscreteWeibull? Model { get; }

    /// <summary>Gets the natural logarithm of the likelihood of the cohorts, or <see langword="null"/> without a
    /// model.</summary>
    public double? LogLikelihood { get; }

    /// <summary>Gets the fit of the shifted-beta-geometric model to the same cohorts.</summary>
    public ShiftedBetaGeometricFit ShiftedBetaGeometric { get; }

    /// <summary>Gets the standard error of alpha, or <see langword="null"/> if it is not identified.</summary>
    public double? AlphaStandardError { get; internal init; }

    /// <summary>Gets the standard error of beta, or <see langword="null"/> if it is not identified.</summary>
    public double? BetaStandardError { get; internal init; }

    /// <summary>Gets the standard error of the shape, or <see langword="null"/> if it is not identified.</summary>
    public double? ShapeStandardError { get; internal init; }

    /// <summary>Gets the likelihood-ratio test of the model against the shifted-beta-geometric one, or
    /// <see langword="null"/> without a model. A small p-value says that churn depends on tenure.</summary>
    public LikelihoodRatioTest? Test { get; internal init; }

    /// <summary>Returns the model, the likelihood and the test.</summary>
    public override string ToString()
    {
        string model = Model is null ? "no model" : Invariant($"{Model}, log-likelihood {LogLikelihood:#,0.####}");
        string test = Test is null ? "" : Invariant($"; against sBG: {Test}");
        return model + test + LifetimeText.Of(Outcome);
    }
}
