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

    /// <summary>Returns <c>ln B(alpha, from + added) - ln B(alpha, from)</c>, the logarithm of a share that
    /// stays.</summary>
    /// <param name="alpha">More than zero.</param>
    /// <param name="from">More than zero.</param>
    /// <param name="added">Zero or more.</param>
    /// <remarks>By Stirling's series of the gamma functions as differences, which do not cancel where parameters are
    /// large. A small argument is first raised by the recurrence of the gamma function.</remarks>
    public static double LogBetaRatio(double alpha, double from, double added)
    {
        double ratio = 1;
        while (from < Large)
        {
            ratio *= from / (from + added) * ((alpha + from + added) / (alpha + from));
            from++;
        }

        double all = alpha + from;
        if (added > alpha)
        {
            // Terms of the size of alpha instead of added, which would cancel.
            double last = from + added;
            return StandardNormal.Log(ratio) + Raised(alpha, from) - Raised(alpha, last)
                + (alpha * StandardNormal.Log(all / (alpha + last)));
        }

        double stirling = ((from + added - 0.5) * StandardNormal.LogOnePlus(added / from))
            - ((all + added - 0.5) * StandardNormal.LogOnePlus(added / all))
            - (added * StandardNormal.LogOnePlus(alpha / from));
        double corrections = Correction(from + added) - Correction(from) + Correction(all) - Correction(all + added);
        return StandardNormal.Log(ratio) + stirling + corrections;
    }

    // ln Γ(from + added) - ln Γ(from) - added ln(from + added) + added
    private static double Raised(double added, double from) =>
        ((from - 0.5) * StandardNormal.LogOnePlus(added / from)) + Correction(from + added) - Correction(from);

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
