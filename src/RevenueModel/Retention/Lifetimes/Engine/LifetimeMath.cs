using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>Functions that keep their digits for small and large arguments, with the same bits on any
/// machine.</summary>
internal static class LifetimeMath
{
    // Stirling's series is exact to a double from here on.
    private const double Large = 16;

    /// <summary>Returns <c>exp(value) - 1</c>.</summary>
    public static double ExpMinusOne(double value)
    {
        if (Math.Abs(value) > 0.1)
        {
            return StandardNormal.Exp(value) - 1;
        }

        double sum = 1;
        for (int i = 12; i >= 2; i--)
        {
            sum = 1 + (sum * value / i);
        }

        return sum * value;
    }

    /// <summary>Returns <c>ln Γ(from + added) - ln Γ(from)</c>.</summary>
    /// <param name="from">More than zero.</param>
    /// <param name="added">Zero or more.</param>
    /// <remarks>By Stirling's series as a difference, which does not cancel where <paramref name="from"/> is large.
    /// A small argument is first raised by the recurrence of the gamma function.</remarks>
    public static double LogGammaRatio(double from, double added)
    {
        double ratio = 1;
        while (from < Large)
        {
            ratio *= from / (from + added);
            from++;
        }

        double to = from + added;
        double stirling = (added * StandardNormal.Log(from))
            + ((to - 0.5) * StandardNormal.LogOnePlus(added / from))
            - added;
        return StandardNormal.Log(ratio) + stirling + Correction(to) - Correction(from);
    }

    // 1 / 12z - 1 / 360z³ + 1 / 1260z⁵ - 1 / 1680z⁷ + 1 / 1188z⁹
    private static double Correction(double z)
    {
        double square = 1 / (z * z);
        double series = (1.0 / 1188 * square) - (1.0 / 1680);
        series = (series * square) + (1.0 / 1260);
        series = (series * square) - (1.0 / 360);
        return ((series * square) + (1.0 / 12)) / z;
    }
}
