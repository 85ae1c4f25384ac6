using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Rounds positive decimals to a few significant digits: 4,870 has three.</summary>
/// <remarks>
/// A value is first rounded to twelve decimal places of its last digit, to remove rounding noise from non-terminating
/// division: 1.84499...9, which should be 1.845, is a half.
/// </remarks>
internal static class SignificantDigits
{
    private const int MostExponent = 28;
    private const int Snap = 12;
    private const double Clear = 1e-3; // 10^9 units with an error of 10^-14 have one of 10^-5
    private static readonly decimal[] Powers = CreatePowers();
    private static readonly double[] DoublePowers = CreateDoublePowers();

    /// <summary>Returns the nearest number with a number of significant digits; a half is rounded up.</summary>
    public static decimal Round(decimal value, int digits)
    {
        int unit = UnitExponent(value, digits);
        return decimal.Round(InUnits(value, unit), MidpointRounding.AwayFromZero) * PowerOfTen(unit);
    }

    /// <summary>Computes the nearest number with a number of significant digits for a value in floating
    /// point.</summary>
    /// <returns><see langword="true"/> if the value is so far from a half that floating-point error cannot change the
    /// result.</returns>
    public static bool TryRound(double value, int digits, out decimal rounded)
    {
        rounded = 0m;
        if (value is not (> 1e-12 and < 1e15))
        {
            return false;
        }

        int unit = (int)Math.Floor(Math.Log10(value)) - digits + 1;
        double inUnits = unit < 0 ? value * DoublePowers[-unit] : value / DoublePowers[unit];
        double whole = Math.Floor(inUnits);
        if (Math.Abs(inUnits - whole - 0.5) < Clear)
        {
            return false;
        }

        long mantissa = (long)whole + (inUnits - whole > 0.5 ? 1 : 0);
        rounded = unit > 0 ? mantissa * PowerOfTen(unit) : FixedPoint.ToDecimal(mantissa, -unit);
        return true;
    }

    /// <summary>Returns the smallest number with a number of significant digits that is not below the value.</summary>
    public static decimal RoundUp(decimal value, int digits)
    {
        int unit = UnitExponent(value, digits);
        return decimal.Ceiling(InUnits(value, unit)) * PowerOfTen(unit);
    }

    /// <summary>Returns the next number with the same number of significant digits.</summary>
    /// <param name="rounded">A number with so many significant digits.</param>
    /// <param name="digits">The number of significant digits.</param>
    public static decimal Above(decimal rounded, int digits) => rounded + PowerOfTen(UnitExponent(rounded, digits));

    /// <summary>Returns the previous number with the same number of significant digits.</summary>
    /// <param name="rounded">A number with so many significant digits.</param>
    /// <param name="digits">The number of significant digits.</param>
    public static decimal Below(decimal rounded, int digits)
    {
        int unit = UnitExponent(rounded, digits);
        bool isPower = rounded == PowerOfTen(Math.Min(unit + digits - 1, MostExponent));
        return rounded - PowerOfTen(isPower ? Math.Max(unit - 1, -MostExponent) : unit); // 9.99 comes before 10.0
    }

    private static decimal InUnits(decimal value, int unit) => decimal.Round(value * PowerOfTen(-unit), Snap);

    private static int UnitExponent(decimal value, int digits)
    {
        int exponent = Math.Clamp((int)Math.Floor(Math.Log10((double)value)), -MostExponent, MostExponent);
        while (exponent > -MostExponent && PowerOfTen(exponent) > value)
        {
            exponent--; // the logarithm is an estimate that is corrected here
        }

        while (exponent < MostExponent && PowerOfTen(exponent + 1) <= value)
        {
            exponent++;
        }

        return Math.Max(exponent - digits + 1, -MostExponent);
    }

    private static decimal PowerOfTen(int exponent) => Powers[exponent + MostExponent];

    private static double[] CreateDoublePowers()
    {
        var powers = new double[MostExponent + 1];
        for (int i = 0; i < powers.Length; i++)
        {
            powers[i] = (double)PowerOfTen(i);
        }

        return powers;
    }

    private static decimal[] CreatePowers()
    {
        var powers = new decimal[(2 * MostExponent) + 1];
        powers[MostExponent] = 1m;
        for (int i = 1; i <= MostExponent; i++)
        {
            powers[MostExponent + i] = powers[MostExponent + i - 1] * 10m;
            powers[MostExponent - i] = new decimal(1, 0, 0, isNegative: false, (byte)i);
        }

        return powers;
    }
}
