namespace RevenueModel.Primitives;

/// <summary>Handles the rounding noise that non-terminating divisions leave in decimal results.</summary>
/// <remarks>
/// <para>A <see cref="decimal"/> has 28 significant digits. A quotient without a finite expansion, such as 100 / 3, is
/// off by at most half a unit in its last digit, and multiplying back (100 / 3 × 3) can therefore miss the exact value by
/// about 10^-28 of the largest operand for each operation.</para>
/// <para>Bounds: quantities and amounts of money carry at most twelve decimal places that mean anything
/// (<see cref="MeaningfulDigits"/>). For operands up to 10^12, noise of thousands of operations stays below
/// 10^-13, which is far from the twelfth digit and far above one operation's noise. A relative bound of 10^-21 is used
/// for quantities, whose error grows with the operands, and an absolute one of 10^-14 for amounts that are compared
/// with a threshold.</para>
/// </remarks>
internal static class DivisionNoise
{
    /// <summary>The number of decimal places of an amount or a quantity that can mean something.</summary>
    public const int MeaningfulDigits = 12;

    /// <summary>The absolute difference below which two amounts are the same.</summary>
    public const decimal Tolerance = 0.000_000_000_000_01m;

    private const decimal RelativeTolerance = 0.000_000_000_000_000_000_001m;

    /// <summary>Returns an amount rounded by a policy, after noise is removed from it.</summary>
    /// <remarks>Noise can leave an amount just below a half that it would be if it were exact. The amount is first rounded to
    /// <see cref="MeaningfulDigits"/>.</remarks>
    public static decimal RoundWithoutNoise(this RoundingPolicy rounding, decimal amount) =>
        rounding.Round(decimal.Round(amount, MeaningfulDigits, MidpointRounding.AwayFromZero));

    /// <summary>Returns a quantity without noise: the nearest number of twelve decimal places if the quantity is within the
    /// tolerance of it, else the quantity itself.</summary>
    /// <param name="quantity">The quantity, zero or more.</param>
    /// <param name="largest">The largest operand that the quantity was computed from. The tolerance is 10^-21 of it, at least
    /// 10^-21 and at most <see cref="Tolerance"/>.</param>
    public static decimal Remove(decimal quantity, decimal largest)
    {
        if (quantity.Scale <= MeaningfulDigits)
        {
            return quantity;
        }

        decimal rounded = decimal.Round(quantity, MeaningfulDigits, MidpointRounding.AwayFromZero);
        decimal tolerance = Math.Min(Math.Max(largest, 1m) * RelativeTolerance, Tolerance);
        return Math.Abs(quantity - rounded) < tolerance ? rounded : quantity;
    }

    /// <summary>Returns whether an amount is at or above a threshold, up to noise.</summary>
    public static bool Reaches(decimal amount, decimal threshold) => amount > threshold - Tolerance;
}
