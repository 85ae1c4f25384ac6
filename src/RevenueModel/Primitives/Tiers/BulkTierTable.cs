using System.Numerics;

namespace RevenueModel.Primitives.Tiers;

/// <summary>A <see cref="TierFunction"/> for quantities of one number of decimal places, in whole numbers.</summary>
internal sealed class BulkTierTable
{
    private readonly ulong[] _lasts; // of each line but the last one, the last quantity on it
    private readonly BulkTierLine[] _lines;

    private BulkTierTable(List<ulong> lasts, List<BulkTierLine> lines)
    {
        _lasts = [.. lasts[..^1]];
        _lines = [.. lines];
    }

    /// <summary>The table.</summary>
    /// <param name="function">The function in decimals.</param>
    /// <param name="atZero">The amount at zero.</param>
    /// <param name="most">The most that each piece comes to, or <see langword="null"/>.</param>
    /// <param name="digits">The decimal places of the quantities.</param>
    public static BulkTierTable Of(TierFunction function, decimal atZero, ReadOnlySpan<decimal> most, int digits)
    {
        List<ulong> lasts = [0];
        List<BulkTierLine> lines = [BulkTierLine.Level(atZero)];
        ReadOnlySpan<TierPiece> pieces = function.Pieces;
        for (int i = 0; i < pieces.Length && lasts[^1] < ulong.MaxValue; i++)
        {
            ulong last = LastIn(pieces[i].End, function.Boundary, digits);
            if (last <= lasts[^1])
            {
                continue; // no quantity of so few decimal places lies in it
            }

            ulong first = lasts[^1] + 1;
            ulong lastExact = last;
            BulkTierLine line = BulkTierLine.Of(pieces[i], digits, first, ref lastExact);
            if (!line.IsLeftToDecimals)
            {
                if (!IsSame(line, pieces[i], first, digits))
                {
                    Add(first, default);
                }

                ulong lastBelow = most.IsEmpty ? lastExact : Math.Min(line.LastBelow(most[i]), lastExact);
                Add(lastBelow, line);
                Add(lastExact, most.IsEmpty ? default : BulkTierLine.Level(most[i]));
            }

            Add(last, default);
        }

        Add(ulong.MaxValue, default);
        return new BulkTierTable(lasts, lines);

        void Add(ulong last, BulkTierLine line)
        {
            if (last > lasts[^1])
            {
                lasts.Add(last);
                lines.Add(line);
            }
        }
    }

    /// <summary>The line that a quantity lies on.</summary>
    public ref readonly BulkTierLine LineOf(ulong quantity)
    {
        int index = 0;
        foreach (ulong last in _lasts)
        {
            index += quantity > last ? 1 : 0; // counted to the end: a jump out of the loop is guessed wrong too often
        }

        return ref _lines[index];
    }

    // Where a quantity is the anchor, decimals have zeros of their own kind.
    private static bool IsSame(in BulkTierLine line, in TierPiece piece, ulong first, int digits)
    {
        var quantity = new decimal((int)first, (int)(first >> 32), 0, isNegative: false, (byte)digits);
        Span<int> own = stackalloc int[4];
        Span<int> expected = stackalloc int[4];
        decimal.GetBits(line.AmountAt(first), own);
        decimal.GetBits(piece.AmountAt(quantity), expected);
        return own.SequenceEqual(expected);
    }

    private static ulong LastIn(decimal? pieceEnd, TierBoundary boundary, int digits)
    {
        if (pieceEnd is not { } end)
        {
            return ulong.MaxValue;
        }

        var last = BigInteger.DivRem(
            FixedPoint.Mantissa(end) * BigInteger.Pow(10, digits), BigInteger.Pow(10, end.Scale), out BigInteger rest);
        last -= rest.IsZero && boundary == TierBoundary.ToUpperTier ? 1 : 0;
        return (ulong)BigInteger.Min(last, ulong.MaxValue);
    }
}
