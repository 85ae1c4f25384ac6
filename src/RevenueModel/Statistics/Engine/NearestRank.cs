namespace RevenueModel.Statistics;

/// <summary>The position of a quantile among sorted observations by the nearest rank: the first of which a share of at
/// least the probability is not greater.</summary>
/// <remarks>A share k / n that is below the probability only by rounding counts as equal to it. Shares differ by 1 /
/// n, which is far more.</remarks>
internal static class NearestRank
{
    // Two units in the last place of one, for a probability that was computed, such as 1 - 0.18.
    private const double Rounding = 1.0 / (1L << 51);

    // One unit in the last place of a quotient such as 2 / 3.
    private const decimal DecimalRounding = 1e-28m;

    /// <summary>Returns the position from zero.</summary>
    /// <param name="probability">The probability, between 0 and 1.</param>
    /// <param name="count">The number of observations, one or more.</param>
    public static int Of(double probability, int count)
    {
        double rank = probability * count;
        double nearest = Math.Round(rank);
        return Position(rank - nearest <= count * Rounding ? nearest : Math.Ceiling(rank), count);
    }

    /// <summary>Returns the position from zero.</summary>
    /// <param name="probability">The probability, between 0 and 1.</param>
    /// <param name="count">The number of observations, one or more.</param>
    public static int Of(decimal probability, int count)
    {
        decimal rank = probability * count;
        decimal nearest = decimal.Round(rank);
        return Position((double)(rank - nearest <= count * DecimalRounding ? nearest : decimal.Ceiling(rank)), count);
    }

    private static int Position(double rank, int count) => Math.Clamp((int)rank - 1, 0, count - 1);
}
