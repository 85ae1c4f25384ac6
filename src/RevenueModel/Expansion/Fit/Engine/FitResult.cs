using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Creates results of fits.</summary>
internal static class FitResult
{
    public static ExpansionFit Create(
        ExpansionShape shape,
        FitOutcome outcome,
        ReadOnlySpan<ExpansionPoint> observations,
        ExpansionCurve curve,
        ValueList<FittedParameter> parameters)
    {
        var residuals = new FitResidual[observations.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            double month = observations[i].Month;

            // A falling line may reach zero before the last observation.
            double fitted = curve.Has(month) ? curve.CheckedValueAt(month, nameof(observations)) : 0;
            residuals[i] = new FitResidual(month, observations[i].Value, fitted);
        }

        return new ExpansionFit(shape, outcome, observations.Length)
        {
            Curve = curve,
            Parameters = parameters,
            Residuals = ValueList.Own(residuals),
        };
    }
}
