namespace RevenueModel.Statistics;

/// <summary>Confidence limits of survival, incidence and hazard.</summary>
internal static class SurvivalBounds
{
    /// <summary>Returns the interval of a probability, or <see langword="null"/> if it is undefined.</summary>
    /// <remarks>
    /// Plain: <c>p ± z σ</c>, cut at 0 and 1. Log-log: <c>p^exp(±z σ / (p ln p))</c>, undefined at 0 and 1.
    /// </remarks>
    public static ConfidenceInterval? OfProbability(
        SurvivalIntervalKind kind, double probability, double? error, double deviations, double confidence)
    {
        if (error is not { } deviation)
        {
            return null;
        }

        if (kind == SurvivalIntervalKind.Plain)
        {
            double half = deviations * deviation;
            return new ConfidenceInterval(
                Math.Max(probability - half, 0), Math.Min(probability + half, 1), confidence);
        }

        if (!(probability > 0 && probability < 1))
        {
            return null;
        }

        double log = StandardNormal.Log(probability);
        double factor = StandardNormal.Exp(deviations * deviation / (probability * -log));
        return new ConfidenceInterval(
            StandardNormal.Exp(log * factor), StandardNormal.Exp(log / factor), confidence);
    }

    /// <summary>Returns the interval of a cumulative hazard above zero.</summary>
    /// <remarks>Plain: <c>H ± z σ</c>, cut at 0. Log-log: <c>H exp(±z σ / H)</c>, the same transformation of
    /// <c>S = exp(-H)</c>.</remarks>
    public static ConfidenceInterval OfHazard(
        SurvivalIntervalKind kind, double hazard, double error, double deviations, double confidence)
    {
        if (kind == SurvivalIntervalKind.Plain)
        {
            double half = deviations * error;
            return new ConfidenceInterval(Math.Max(hazard - half, 0), hazard + half, confidence);
        }

        double factor = StandardNormal.Exp(deviations * error / hazard);
        return new ConfidenceInterval(hazard / factor, hazard * factor, confidence);
    }
}
