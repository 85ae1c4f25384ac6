
namespace RevenueModel.Primitives;

/// <summary>A straight piece of the amount due: <c>amount + (quantity - anchor) × rise / run</c> up to its end.</summary>
/// <remarks>The slope is kept as a quotient, so that an amount is divided once, last, and is exact wherever the exact one
/// has a decimal expansion.</remarks>
internal readonly record struct TierPiece(decimal? End, decimal Anchor, decimal Amount, decimal Rise, decimal Run)
{
    public decimal AmountAt(decimal quantity)
    {
        decimal risen = (quantity - Anchor) * Rise;
        return Amount + (Run == 1m ? risen : risen / Run);
    }

    /// <summary>The last quantity before the end, of those with so many decimal places.</summary>
    /// <returns>The quantity in the unit of its last place; the largest number where it is larger or the piece is open, and -1
    /// where the piece ends at zero and zero is above it.</returns>
    public long LastOf(int digits, TierBoundary boundary)
    {
        if (End is not { } end)
        {
            return long.MaxValue;
        }

        UInt128 last = FixedPoint.Mantissa(end);
        UInt128 rest = 0;
        for (int scale = end.Scale; scale > digits; scale--)
        {
            (last, UInt128 digit) = UInt128.DivRem(last, 10);
            rest |= digit;
        }

        for (int scale = end.Scale; scale < digits && last <= long.MaxValue; scale++)
        {
            last *= 10;
        }

        bool isAbove = rest == 0 && boundary == TierBoundary.ToUpperTier;
        return last > long.MaxValue ? long.MaxValue : (long)last - (isAbove ? 1 : 0);
    }
}
