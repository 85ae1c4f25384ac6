namespace RevenueModel.Statistics;

/// <summary>
/// The standard error of the mean of values that depend on their neighbors in time, by the equal-weighted cosine (EWC)
/// estimator of the long-run variance (Müller 2004; Lazarus, Lewis, Stock and Watson 2018).
/// </summary>
internal static class EqualWeightedCosine
{
    private const int MostDegrees = 500;

    /// <summary>Returns the degrees of freedom for a number of values of which some successive ones overlap, or
    /// <see langword="null"/> if no two values are apart.</summary>
    /// <remarks>All <c>n - 1</c> cosines without an overlap, where the estimator is the sample variance. Else
    /// <c>(n - 1) / (2 overlap)</c>, of which the shortest cosine has a half-period of two windows. More would have
    /// periods within which overlapping values are nearly equal, and make the variance too small.</remarks>
    public static int? Degrees(int count, int overlap) =>
        count <= overlap ? null
        : overlap == 1 ? count - 1
        : Math.Clamp((int)((count - 1) / (2L * overlap)), 1, MostDegrees);

    /// <summary>Returns the standard error of the mean.</summary>
    /// <param name="values">The values in the order of time; at least two.</param>
    /// <param name="degrees">The number of cosines, between 1 and one less than the number of values.</param>
    public static double StandardError(ReadOnlySpan<double> values, int degrees)
    {
        int count = values.Length;
        double mean = CompensatedSum.Of(values) / count;
        CompensatedSum squares = default;
        if (degrees == count - 1)
        {
            foreach (double value in values)
            {
                squares.Add((value - mean) * (value - mean));
            }

            return Math.Sqrt(squares.Value / degrees / count);
        }

        for (int j = 1; j <= degrees; j++)
        {
            CompensatedSum sum = default;
            for (int i = 0; i < count; i++)
            {
                sum.Add((values[i] - mean) * Cosine.OfHalfTurns(j * ((2L * i) + 1), 2L * count));
            }

            squares.Add(2 * sum.Value * sum.Value / count);
        }

        return Math.Sqrt(squares.Value / degrees / count);
    }
}
