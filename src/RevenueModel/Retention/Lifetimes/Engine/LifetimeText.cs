namespace RevenueModel.Retention;

/// <summary>The text of an outcome.</summary>
internal static class LifetimeText
{
    /// <summary>Returns the outcome as the end of a sentence; empty if the parameters are identified.</summary>
    public static string Of(LifetimeFitOutcome outcome) => outcome switch
    {
        LifetimeFitOutcome.Identified => "",
        LifetimeFitOutcome.NoHeterogeneity => "; not identified: churn does not vary between customers",
        LifetimeFitOutcome.TooFewPeriods => "; not identified: too few renewals",
        LifetimeFitOutcome.NoLosses => "; not identified: no customer left",
        LifetimeFitOutcome.NoLaterLosses => "; not identified: no customer left after the first renewal",
        LifetimeFitOutcome.ParametersNearZero => "; not identified: the parameters are near zero",
        _ => "; not identified: the likelihood has no strict maximum",
    };
}
