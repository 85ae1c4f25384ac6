namespace RevenueModel.Statistics;

/// <summary>Checks shared by the scores of several forecasts.</summary>
internal static class ScoreInputs
{
    /// <summary>Rejects forecasts and observations of different length, and values that are not finite.</summary>
    public static void Require(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> observations)
    {
        NumberGuards.SameLength(observations.Length, forecasts.Length, nameof(observations));
        NumberGuards.Finite(forecasts, nameof(forecasts));
        NumberGuards.Finite(observations, nameof(observations));
    }

    /// <summary>Rejects probabilities outside 0 to 1, and outcomes of another number.</summary>
    public static void Require(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        NumberGuards.SameLength(outcomes.Length, probabilities.Length, nameof(outcomes));
        NumberGuards.Probabilities(probabilities, nameof(probabilities));
    }

    /// <summary>Rejects intervals whose ends are not finite or not in order, and a different number of
    /// observations.</summary>
    public static void Require(
        ReadOnlySpan<double> lowers, ReadOnlySpan<double> uppers, ReadOnlySpan<double> observations)
    {
        NumberGuards.SameLength(uppers.Length, lowers.Length, nameof(uppers));
        NumberGuards.SameLength(observations.Length, lowers.Length, nameof(observations));
        NumberGuards.Finite(lowers, nameof(lowers));
        NumberGuards.Finite(uppers, nameof(uppers));
        NumberGuards.Finite(observations, nameof(observations));
        for (int i = 0; i < lowers.Length; i++)
        {
            if (uppers[i] < lowers[i])
            {
                throw NumberGuards.At(
                    nameof(uppers), i, uppers[i], Invariant($"an upper end of at least {lowers[i]}, the lower end,"));
            }
        }
    }
}
