
namespace RevenueModel.Primitives;

/// <summary>Evaluates a <see cref="TierFunction"/> in whole numbers: the same rounded amounts in a fraction of the
/// time of decimals.</summary>
/// <remarks>
/// For quantities with up to six decimal places and for pieces whose figures have few digits. Decimal arithmetic
/// handles the rest.
/// </remarks>
internal sealed class WholeTierFunction
{
    private const int Digits = WholeTierPiece.QuantityDigits;
    private const long LargestQuantity = 1L << 62; // the sum of two does not overflow

    private readonly WholeTierPiece[] _pieces;
    private readonly long[] _lasts; // the last quantity in each piece
    private readonly bool _isZeroDue;
    private readonly long _most;

    private WholeTierFunction(WholeTierPiece[] pieces, long[] lasts, bool isZeroDue, long most, RoundingPolicy policy)
    {
        _pieces = pieces;
        _lasts = lasts;
        _isZeroDue = isZeroDue;
        _most = most;
        Policy = policy;
    }

    /// <summary>Gets the rounding policy, which defines the minor unit of the amounts.</summary>
    public RoundingPolicy Policy { get; }

    /// <summary>Returns the function in whole numbers, for the pieces that whole numbers can express.</summary>
    /// <param name="function">The function in decimals.</param>
    /// <param name="most">The largest amount due, or <see langword="null"/> if there is no limit.</param>
    /// <param name="policy">The rounding policy, which defines the minor unit.</param>
    public static WholeTierFunction Of(TierFunction function, decimal? most, RoundingPolicy policy)
    {
        ReadOnlySpan<TierPiece> all = function.Pieces;
        var pieces = new WholeTierPiece[all.Length];
        var lasts = new long[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            pieces[i] = WholeTierPiece.Of(all[i], policy);
            lasts[i] = Math.Min(all[i].LastOf(Digits, function.Boundary), LargestQuantity);
        }

        bool isCapped = policy.TryToMinorUnits(policy.Round(most ?? decimal.MaxValue), out long mostUnits);
        return new WholeTierFunction(
            pieces,
            lasts,
            function.Boundary == TierBoundary.ToUpperTier,
            isCapped ? mostUnits : long.MaxValue,
            policy);
    }

    /// <summary>Computes the rounded amount due for a quantity.</summary>
    /// <returns><see langword="true"/> if whole numbers give the amount.</returns>
    public bool TryAmountAt(decimal quantity, out decimal amount)
    {
        long units = 0;
        bool isWhole = FixedPoint.TryFrom(quantity, Digits, out long whole) && TryUnitsAt(whole, out units);
        amount = FixedPoint.ToDecimal(units, Policy.Digits);
        return isWhole;
    }

    /// <summary>Computes the changes of the rounded amount due for each further quantity.</summary>
    /// <param name="quantity">The quantity so far. Set to the quantity after the last increment that was
    /// evaluated.</param>
    /// <param name="added">The increments, in order.</param>
    /// <param name="amounts">Receives the changes.</param>
    /// <returns>The number of increments that were evaluated: all, or those before the first that whole numbers cannot
    /// handle.</returns>
    public int AmountsOfNext(ref decimal quantity, ReadOnlySpan<decimal> added, Span<decimal> amounts)
    {
        if (!FixedPoint.TryFrom(quantity, Digits, out long total) || !TryUnitsAt(total, out long units))
        {
            return 0;
        }

        int scale = quantity.Scale;
        int taken = 0;
        for (; taken < added.Length; taken++)
        {
            if (!FixedPoint.TryFrom(added[taken], Digits, out long next)
                || next is > LargestQuantity or < -LargestQuantity
                || !TryUnitsAt(total + next, out long unitsAfter))
            {
                break;
            }

            scale = Math.Max(scale, added[taken].Scale); // first, since amounts may overwrite quantities
            amounts[taken] = FixedPoint.ToDecimal(unitsAfter - units, Policy.Digits);
            total += next;
            units = unitsAfter;
        }

        quantity = FixedPoint.ToDecimal(total / (long)FixedPoint.PowerOfTen(Digits - scale), scale);
        return taken;
    }

    private bool TryUnitsAt(long quantity, out long units)
    {
        units = 0;
        if (quantity < 0 || (quantity == 0 && !_isZeroDue))
        {
            return quantity > -LargestQuantity;
        }

        long[] lasts = _lasts;
        for (int i = 0; i < lasts.Length; i++)
        {
            if (quantity <= lasts[i])
            {
                bool isWhole = _pieces[i].TryAmountAt(quantity, Policy.Rule, out units);
                units = Math.Min(units, _most);
                return isWhole;
            }
        }

        return false;
    }
}
