
namespace RevenueModel.Primitives;

/// <summary>Evaluates a <see cref="TierFunction"/> in whole numbers, for quantities with one number of decimal
/// places.</summary>
internal sealed class BulkTierTable
{
    private readonly long[] _lasts; // the last quantity on each line except the last line
    private readonly BulkTierLine[] _lines;

    private BulkTierTable(long[] lasts, BulkTierLine[] lines)
    {
        _lasts = lasts;
        _lines = lines;
    }

    /// <summary>Creates the table.</summary>
    /// <param name="function">The function in decimals.</param>
    /// <param name="atZero">The amount at zero.</param>
    /// <param name="most">The largest amount of each piece; empty if there is no limit.</param>
    /// <param name="digits">The decimal places of the quantities.</param>
    public static BulkTierTable Of(TierFunction function, decimal atZero, ReadOnlySpan<decimal> most, int digits)
    {
        List<long> lasts = [0];
        List<BulkTierLine> lines = [BulkTierLine.Level(atZero)];
        for (int i = 0; i < function.Pieces.Length; i++)
        {
            ref readonly TierPiece piece = ref function.Pieces[i];
            long last = piece.LastOf(digits, function.Boundary);
            if (last <= lasts[^1])
            {
                continue; // no quantity of so few decimal places lies in it
            }

            long first = lasts[^1] + 1;
            long lastWhole = last;
            BulkTierLine line = BulkTierLine.Of(piece, digits, first, ref lastWhole);
            if (line.IsWhole)
            {
                Add(IsSame(line, piece, first, digits) ? 0 : first, default);
                Add(most.IsEmpty ? lastWhole : LastBelow(most[i], line, first, lastWhole), line);
                Add(lastWhole, most.IsEmpty ? default : BulkTierLine.Level(most[i]));
            }

            Add(last, default);
        }

        Add(long.MaxValue, default);
        return new BulkTierTable([.. lasts[..^1]], [.. lines]);

        void Add(long last, BulkTierLine line)
        {
            if (last > lasts[^1])
            {
                lasts.Add(last);
                lines.Add(line);
            }
        }
    }

    /// <summary>Returns the line on which a quantity lies.</summary>
    /// <param name="quantity">The quantity, zero or more, in the unit of its last decimal place.</param>
    public ref readonly BulkTierLine LineOf(long quantity)
    {
        // The loop runs to the end, since the branch prediction of an early exit fails too often to save time.
        int index = 0;
        foreach (long last in _lasts)
        {
            index += quantity > last ? 1 : 0;
        }

        return ref _lines[index];
    }

    // At the anchor the difference is zero, and a decimal zero does not always have the decimal places of its formula.
    private static bool IsSame(in BulkTierLine line, in TierPiece piece, long first, int digits)
    {
        Span<int> own = stackalloc int[4];
        Span<int> expected = stackalloc int[4];
        decimal.GetBits(line.AmountAt(first), own);
        decimal.GetBits(piece.AmountAt(FixedPoint.ToDecimal(first, digits)), expected);
        return own.SequenceEqual(expected);
    }

    // Returns the last quantity whose amount is below another amount.
    private static long LastBelow(decimal amount, in BulkTierLine line, long first, long last)
    {
        long below = first - 1;
        while (below < last)
        {
            long middle = last - ((last - below) / 2);
            if (line.AmountAt(middle) < amount)
            {
                below = middle;
            }
            else
            {
                last = middle - 1;
            }
        }

        return below;
    }
}
