
namespace RevenueModel.Primitives;

/// <summary>Converts decimals to whole numbers with a fixed number of decimal places, and back.</summary>
internal static class FixedPoint
{
    private static readonly ulong[] Powers = CreatePowers();

    /// <summary>Returns <c>10^exponent</c> for an exponent between 0 and 18.</summary>
    public static ulong PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>Returns the digits of a decimal without its sign: <c>|value| × 10^scale</c>.</summary>
    public static UInt128 Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
    }

    /// <summary>Converts a decimal to a whole number of units of <c>10^-digits</c>.</summary>
    /// <param name="value">The decimal.</param>
    /// <param name="digits">The decimal places of the unit, between 0 and 18.</param>
    /// <param name="whole">The number of units.</param>
    /// <returns><see langword="true"/> if the number is whole and fits; <see langword="false"/> also if the decimal
    /// has more decimal places, even if they are zeros.</returns>
    public static bool TryFrom(decimal value, int digits, out long whole)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        ulong mantissa = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        int missing = digits - value.Scale;
        if (bits[2] != 0 || missing < 0)
        {
            whole = 0;
            return false;
        }

        UInt128 units = Math.BigMul(mantissa, Powers[missing]);
        whole = bits[3] < 0 ? -(long)units : (long)units;
        return units <= long.MaxValue;
    }

    /// <summary>Returns the decimal for a whole number of units of <c>10^-digits</c>.</summary>
    public static decimal ToDecimal(long whole, int digits)
    {
        ulong magnitude = whole < 0 ? (ulong)-whole : (ulong)whole;
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, whole < 0, (byte)digits);
    }

    /// <summary>Converts a decimal to a mantissa without trailing zeros and its decimal places:
    /// <c>mantissa × 10^-digits</c>.</summary>
    /// <returns><see langword="true"/> if the value is zero or more and the mantissa fits.</returns>
    public static bool TryShortest(decimal value, out ulong mantissa, out int digits)
    {
        UInt128 whole = Mantissa(value);
        for (digits = value.Scale; digits > 0 && whole % 10 == 0; digits--)
        {
            whole /= 10;
        }

        mantissa = (ulong)whole;
        return value >= 0m && whole <= ulong.MaxValue;
    }

    private static ulong[] CreatePowers()
    {
        var powers = new ulong[19];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
