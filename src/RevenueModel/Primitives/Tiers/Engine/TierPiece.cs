
namespace RevenueModel.Primitives;

/// <summary>A straight piece of the amount due: <c>amount + (quantity - anchor) × rise / run</c>, up to its
/// end.</summary>
/// <remarks>
/// The slope is stored as a quotient. An amount is divided once, as the last operation, and is exact if its exact
/// value has a finite decimal expansion.
/// </remarks>
internal readonly record struct TierPiece(decimal? End, decimal Anchor, decimal Amount, decimal Rise, decimal Run)
{
    public decimal AmountAt(decimal quantity)
    {
        decimal risen = (quantity - Anchor) * Rise;
        return Amount + (Run == 1m ? risen : risen / Run);
    }

    /// <summary>Returns the last quantity before the end, with a number of decimal places.</summary>
    /// <returns>The quantity in the unit of its last decimal place; the largest number if the quantity is larger or
    /// the piece is open, and -1 if the piece ends at zero and zero is above it.</returns>
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
