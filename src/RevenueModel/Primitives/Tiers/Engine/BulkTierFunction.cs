
namespace RevenueModel.Primitives;

/// <summary>A <see cref="TierFunction"/> for many quantities: the same decimals, to the last digit and decimal place, in a
/// fraction of the time that they take one by one.</summary>
/// <remarks>
/// Quantities with the same number of decimal places are whole numbers of one unit, and the amounts of a piece are too. For
/// each number of places that is met a table is made and kept, so that later calls allocate nothing. Left to decimals are
/// quantities below zero, above the last tier or of more than 63 bits, interpolated pieces, amounts that decimals round, and
/// zeros with a minus sign.
/// </remarks>
internal sealed class BulkTierFunction
{
    private const int Scales = 29;

    private readonly TierFunction _function;
    private readonly decimal _atZero;
    private readonly decimal[]? _most;
    private readonly BulkTierTable?[] _tables = new BulkTierTable?[Scales];

    /// <summary>Creates the function.</summary>
    /// <param name="function">The function in decimals.</param>
    /// <param name="atZero">The amount at zero.</param>
    /// <param name="most">The most that each piece comes to, or <see langword="null"/>.</param>
    public BulkTierFunction(TierFunction function, decimal atZero, decimal[]? most = null)
    {
        _function = function;
        _atZero = atZero;
        _most = most;
    }

    /// <summary>The amounts due.</summary>
    /// <param name="quantities">As many as there are places.</param>
    /// <param name="destination">Receives the amounts.</param>
    /// <returns>How many were taken: all, or those before the first that is left to decimals.</returns>
    public int AmountsAt(ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        Span<int> bits = stackalloc int[4];
        BulkTierTable? table = null;
        int flags = 0; // the sign and the decimal places that the table is for
        for (int i = 0; i < quantities.Length; i++)
        {
            decimal.GetBits(quantities[i], bits);
            if (table is null || bits[3] != flags)
            {
                flags = bits[3];
                if (flags < 0)
                {
                    return i;
                }

                table = TableOf(quantities[i].Scale);
            }

            long quantity = ((long)bits[1] << 32) | (uint)bits[0];
            if (bits[2] != 0 || quantity < 0)
            {
                return i;
            }

            ref readonly BulkTierLine line = ref table.LineOf(quantity);
            if (!line.IsWhole)
            {
                return i;
            }

            destination[i] = line.AmountAt(quantity);
        }

        return quantities.Length;
    }

    private BulkTierTable TableOf(int digits) =>
        _tables[digits] ??= BulkTierTable.Of(_function, _atZero, _most, digits);
}
