namespace RevenueModel.Primitives;

/// <summary>Handles the rounding noise that non-terminating divisions leave in decimal results.</summary>
/// <remarks>
/// <para>A <see cref="decimal"/> has 28 significant digits. A quotient without a finite expansion, such as 100 / 3, is
/// off by at most half a unit in its last digit, and multiplying back (100 / 3 × 3) can therefore miss the exact value
/// by about 10^-28 of the largest operand for each operation.</para>
/// <para>Bounds: quantities and amounts of money carry at most twelve decimal places that mean anything
/// (<see cref="MeaningfulDigits"/>). For operands up to 10^12, the noise of thousands of operations stays below
/// 10^-13, which is far from the twelfth digit and far above the noise of one operation. Amounts that are compared
/// with a threshold use an absolute bound of 10^-14. Quantities, whose noise grows with the operands, use 10^-21 of
/// the largest operand, between 10^-26 (a hundred units in the last digit, for small operands) and 10^-14.</para>
/// <para>Whole units (<see cref="InUnits"/>) use the same bound, at least 10^-21 and at most a millionth of a
/// millionth of the unit, so that a unit of any size is distinguished from noise.</para>
/// </remarks>
internal static class DivisionNoise
{
    /// <summary>The number of decimal places of an amount or a quantity that can mean something.</summary>
    public const int MeaningfulDigits = 12;

    /// <summary>The absolute difference below which two amounts are considered equal.</summary>
    public const decimal Tolerance = 0.000_000_000_000_01m;

    private const decimal RelativeTolerance = 0.000_000_000_000_000_000_001m;
    private const decimal SmallestTolerance = 0.000_000_000_000_000_000_000_000_01m;
    private const decimal PartOfUnit = 0.000_000_000_001m;

    /// <summary>Returns an amount rounded by a policy, after noise is removed from it.</summary>
    /// <remarks>
    /// Noise can leave an amount just below a half that it would be if it were exact. The amount is first rounded to
    /// <see cref="MeaningfulDigits"/>.
    /// </remarks>
    public static decimal RoundWithoutNoise(this RoundingPolicy rounding, decimal amount) =>
        rounding.Round(decimal.Round(amount, MeaningfulDigits, MidpointRounding.AwayFromZero));

    /// <summary>Returns a quantity without noise: the nearest number of twelve decimal places if the quantity is
    /// within the tolerance of it, else the quantity itself.</summary>
    /// <param name="quantity">The quantity, zero or more.</param>
    /// <param name="largest">The largest operand that the quantity was computed from. The tolerance is 10^-21 of it,
    /// at least 10^-26 and at most <see cref="Tolerance"/>.</param>
    public static decimal Remove(decimal quantity, decimal largest)
    {
        if (quantity.Scale <= MeaningfulDigits)
        {
            return quantity;
        }

        decimal rounded = decimal.Round(quantity, MeaningfulDigits, MidpointRounding.AwayFromZero);
        decimal tolerance = Math.Clamp(largest * RelativeTolerance, SmallestTolerance, Tolerance);
        return Math.Abs(quantity - rounded) < tolerance ? rounded : quantity;
    }

    /// <summary>Returns the largest difference that is noise when a quantity is divided into whole units.</summary>
    /// <param name="quantity">The quantity, zero or more.</param>
    /// <param name="unit">The size of a unit, above zero.</param>
    public static decimal InUnits(decimal quantity, decimal unit) =>
        Math.Min(Math.Min(Math.Max(quantity, 1m) * RelativeTolerance, Tolerance), unit * PartOfUnit);

    /// <summary>Returns whether an amount is at or above a threshold, up to noise.</summary>
    public static bool Reaches(decimal amount, decimal threshold) => amount > threshold - Tolerance;
}
