using RevenueModel.Statistics;

namespace RevenueModel.Expansion;

/// <summary>Powers of growth factors, with the same bits on any machine.</summary>
internal static class GrowthPower
{
    /// <summary>Returns <c>factor^exponent</c>; exact multiplication for the whole part of the exponent.</summary>
    /// <param name="factor">The factor, above zero.</param>
    /// <param name="exponent">The exponent, zero or more.</param>
    /// <remarks>
    /// The part below one is <c>exp(part × ln factor)</c>, held between one and the factor, so that the power is
    /// continuous and does not turn at whole exponents.
    /// </remarks>
    public static double Of(double factor, double exponent)
    {
        double whole = Math.Floor(exponent);
        double power = Whole(factor, (int)whole);
        double part = exponent - whole;
        return part == 0 ? power : power * Part(factor, part);
    }

    /// <summary>Returns the logarithm of a positive number; also of one below the normal range.</summary>
    public static double Log(double value) => value < 2.2250738585072014e-308
        ? StandardNormal.Log(value * 18014398509481984.0) - (54 * 0.6931471805599453)
        : StandardNormal.Log(value);

    /// <summary>Returns <c>factor^part</c> for a part between zero and one.</summary>
    public static double Part(double factor, double part)
    {
        double power = StandardNormal.Exp(part * Log(factor));
        return factor >= 1 ? Math.Clamp(power, 1, factor) : Math.Clamp(power, factor, 1);
    }

    private static double Whole(double factor, int exponent)
    {
        double power = 1;
        for (double square = factor; exponent > 0; exponent >>= 1, square *= square)
        {
            if ((exponent & 1) == 1)
            {
                power *= square;
            }
        }

        return power;
    }
}
