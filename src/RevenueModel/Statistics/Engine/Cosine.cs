namespace RevenueModel.Statistics;

/// <summary>The cosine of a fraction of a half turn, with the same bits on any machine.</summary>
internal static class Cosine
{
    private const int Terms = 11;

    /// <summary>Returns <c>cos(π numerator / denominator)</c>.</summary>
    /// <param name="numerator">The numerator, zero or more.</param>
    /// <param name="denominator">The denominator, one or more and at most 2^61.</param>
    /// <remarks>The whole numbers are reduced to an eighth of a turn without rounding, where a Taylor series is
    /// accurate to about 1e-16.</remarks>
    public static double OfHalfTurns(long numerator, long denominator)
    {
        long angle = numerator % (2 * denominator);
        angle = angle > denominator ? (2 * denominator) - angle : angle;
        bool isNegative = 2 * angle > denominator;
        angle = isNegative ? denominator - angle : angle;
        double value = 4 * angle <= denominator
            ? Series(Math.PI * ((double)angle / denominator), first: 0)
            : Series(Math.PI * ((double)(denominator - (2 * angle)) / (2 * denominator)), first: 1);
        return isNegative ? -value : value;
    }

    // The series of the cosine from the power zero, and that of the sine from the power one.
    private static double Series(double x, int first)
    {
        double square = x * x;
        double value = 1;
        for (int k = Terms; k >= 1; k--)
        {
            int power = (2 * k) + first;
            value = 1 - (square / (power * (power - 1)) * value);
        }

        return first == 0 ? value : x * value;
    }
}
