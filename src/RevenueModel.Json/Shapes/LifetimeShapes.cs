using RevenueModel.Retention;

namespace RevenueModel.Json;

/// <summary>The JSON forms of models of renewals and their fits.</summary>
internal static class LifetimeShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<LifetimeFitMethod>();
        shapes.AddEnum<LifetimeFitOutcome>();
        shapes.Add<RenewalCohort>(RenewalCohortForm);
        shapes.Add<ShiftedBetaGeometric>(ShiftedBetaGeometricForm);
        shapes.Add<ShiftedBetaGeometricFit>(ShiftedBetaGeometricFitForm);
        shapes.AddValue<RenewalProjection>(RenewalProjectionForm);
        shapes.Add<BetaDiscreteWeibull>(BetaDiscreteWeibullForm);
        shapes.Add<BetaDiscreteWeibullFit>(BetaDiscreteWeibullFitForm);
    }

    private static Func<Values<RenewalCohort>, RenewalCohort> RenewalCohortForm(
        RecordBuilder<RenewalCohort> record)
    {
        var customers = record.Required("customers", static x => x.Customers, Forms.List(Forms.NotNegative, least: 1));
        return values => RenewalCohort.Of(values.Get(customers).AsSpan());
    }

    private static Func<Values<ShiftedBetaGeometric>, ShiftedBetaGeometric> ShiftedBetaGeometricForm(
        RecordBuilder<ShiftedBetaGeometric> record)
    {
        var alpha = record.Optional("alpha", static x => x.Alpha);
        var beta = record.Optional("beta", static x => x.Beta);
        var churn = record.Optional("churn", static x => x.MeanChurn, isWritten: static x => x.Alpha is null);
        return values =>
        {
            if (values.Get(alpha) is { } one && values.Get(beta) is { } other)
            {
                values.Refuse("beside alpha and beta", churn);
                return ShiftedBetaGeometric.Of(one, other);
            }

            values.Refuse("without the other parameter", alpha, beta);
            values.Require("without alpha and beta", churn);
            return ShiftedBetaGeometric.Geometric(values.Get(churn));
        };
    }

    private static Func<Values<ShiftedBetaGeometricFit>, ShiftedBetaGeometricFit> ShiftedBetaGeometricFitForm(
        RecordBuilder<ShiftedBetaGeometricFit> record)
    {
        var model = record.Required("model", static x => x.Model);
        var method = record.Required("method", static x => x.Method);
        var outcome = record.Required("outcome", static x => x.Outcome);
        var logLikelihood = record.Required("logLikelihood", static x => x.LogLikelihood);
        var meanChurnStandardError = record.Optional("meanChurnStandardError", static x => x.MeanChurnStandardError);
        var alphaStandardError = record.Optional("alphaStandardError", static x => x.AlphaStandardError);
        var betaStandardError = record.Optional("betaStandardError", static x => x.BetaStandardError);
        var alphaBetaCovariance = record.Optional("alphaBetaCovariance", static x => x.AlphaBetaCovariance);
        return values => new ShiftedBetaGeometricFit(
            values.Get(model),
            values.Get(method),
            values.Get(outcome),
            values.Get(logLikelihood))
        {
            MeanChurnStandardError = values.Get(meanChurnStandardError),
            AlphaStandardError = values.Get(alphaStandardError),
            BetaStandardError = values.Get(betaStandardError),
            AlphaBetaCovariance = values.Get(alphaBetaCovariance),
        };
    }

    private static Func<Values<RenewalProjection>, RenewalProjection> RenewalProjectionForm(
        RecordBuilder<RenewalProjection> record)
    {
        var periods = record.Required("periods", static x => x.Periods);
        var survival = record.Required("survival", static x => x.Survival);
        var standardError = record.Optional("standardError", static x => x.StandardError);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new RenewalProjection(
            values.Get(periods),
            values.Get(survival),
            values.Get(standardError),
            values.Get(interval));
    }

    private static Func<Values<BetaDiscreteWeibull>, BetaDiscreteWeibull> BetaDiscreteWeibullForm(
        RecordBuilder<BetaDiscreteWeibull> record)
    {
        var alpha = record.Required("alpha", static x => x.Alpha);
        var beta = record.Required("beta", static x => x.Beta);
        var shape = record.Required("shape", static x => x.Shape);
        return values => BetaDiscreteWeibull.Of(values.Get(alpha), values.Get(beta), values.Get(shape));
    }

    private static Func<Values<BetaDiscreteWeibullFit>, BetaDiscreteWeibullFit> BetaDiscreteWeibullFitForm(
        RecordBuilder<BetaDiscreteWeibullFit> record)
    {
        var outcome = record.Required("outcome", static x => x.Outcome);
        var model = record.Optional("model", static x => x.Model);
        var logLikelihood = record.Optional("logLikelihood", static x => x.LogLikelihood);
        var shiftedBetaGeometric = record.Required("shiftedBetaGeometric", static x => x.ShiftedBetaGeometric);
        var alphaStandardError = record.Optional("alphaStandardError", static x => x.AlphaStandardError);
        var betaStandardError = record.Optional("betaStandardError", static x => x.BetaStandardError);
        var shapeStandardError = record.Optional("shapeStandardError", static x => x.ShapeStandardError);
        var test = record.Optional("test", static x => x.Test);
        return values => new BetaDiscreteWeibullFit(
            values.Get(outcome),
            values.Get(model),
            values.Get(logLikelihood),
            values.Get(shiftedBetaGeometric))
        {
            AlphaStandardError = values.Get(alphaStandardError),
            BetaStandardError = values.Get(betaStandardError),
            ShapeStandardError = values.Get(shapeStandardError),
            Test = values.Get(test),
        };
    }
}
