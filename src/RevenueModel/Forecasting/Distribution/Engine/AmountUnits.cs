using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Chooses the unit of which amounts are whole numbers.</summary>
internal static class AmountUnits
{
    // Sums of amounts below it are exact, and so are differences of such sums.
    private const double Limit = 1L << 62;

    private static readonly double[] Inverses =
        [.. Enumerable.Range(0, 19).Select(static scale => 1.0 / FixedPoint.PowerOfTen(scale))];

    /// <summary>Returns the size of an amount; about, and faster than the conversion of the framework.</summary>
    public static double SizeOf(decimal amount)
    {
        if (TryDigits(amount, amount.Scale, out long units) && amount.Scale <= 18)
        {
            return Math.Abs((double)units) * Inverses[amount.Scale];
        }

        return (double)Math.Abs(amount);
    }

    /// <summary>Returns the digits of an amount with a given number of decimal places.</summary>
    /// <returns><see langword="true"/> if it has that many decimal places and its digits fit 62 bits.</returns>
    public static bool TryDigits(decimal amount, int scale, out long units)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        units = ((long)bits[1] << 32) | (uint)bits[0];
        bool fits = bits[2] == 0 && (ulong)units < 1UL << 62 && ((bits[3] >> 16) & 0xFF) == scale;
        units = bits[3] < 0 ? -units : units;
        return fits;
    }

    /// <summary>Returns the decimal places of the unit: those of the amounts, or fewer if their sum would not fit 64
    /// bits.</summary>
    /// <param name="scale">The largest number of decimal places of an amount.</param>
    /// <param name="total">The sum of the sizes.</param>
    /// <param name="name">The parameter of the caller that holds the amounts.</param>
    public static int DigitsOf(int scale, double total, string name)
    {
        int digits = Math.Min(scale, 18);
        while (digits > 0 && total * FixedPoint.PowerOfTen(digits) >= Limit)
        {
            digits--;
        }

        return total < Limit
            ? digits
            : throw new ArgumentException(
                Invariant($"{name} had amounts that sum to {total:G3}; less than 4.6 × 10^18 is expected."), name);
    }
}
