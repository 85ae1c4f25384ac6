
namespace RevenueModel.Primitives;

/// <summary>A <see cref="TierFunction"/> for quantities of one number of decimal places, in whole numbers.</summary>
internal sealed class BulkTierTable
{
    private readonly long[] _lasts; // of each line but the last one, the last quantity on it
    private readonly BulkTierLine[] _lines;

    private BulkTierTable(long[] lasts, BulkTierLine[] lines)
    {
        _lasts = lasts;
        _lines = lines;
    }

    /// <summary>The table.</summary>
    /// <param name="function">The function in decimals.</param>
    /// <param name="atZero">The amount at zero.</param>
    /// <param name="most">The most that each piece comes to, or nothing.</param>
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

    /// <summary>The line that a quantity lies on.</summary>
    /// <param name="quantity">Zero or more, in the unit of its last place.</param>
    public ref readonly BulkTierLine LineOf(long quantity)
    {
        // Counted to the end, since a jump out of the loop is guessed wrong too often to save anything.
        int index = 0;
        foreach (long last in _lasts)
        {
            index += quantity > last ? 1 : 0;
        }

        return ref _lines[index];
    }

    // At the anchor the difference is zero, and not every zero of decimals has the places that its formula gives.
    private static bool IsSame(in BulkTierLine line, in TierPiece piece, long first, int digits)
    {
        Span<int> own = stackalloc int[4];
        Span<int> expected = stackalloc int[4];
        decimal.GetBits(line.AmountAt(first), own);
        decimal.GetBits(piece.AmountAt(FixedPoint.ToDecimal(first, digits)), expected);
        return own.SequenceEqual(expected);
    }

    // The last quantity whose amount is below another one.
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
