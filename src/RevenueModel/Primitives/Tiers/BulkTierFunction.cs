namespace RevenueModel.Primitives.Tiers;

/// <summary>A <see cref="TierFunction"/> for many quantities: the same decimals, to the last digit and decimal place, in a
/// fraction of the time that they take one by one.</summary>
/// <remarks>
/// Quantities of the same number of decimal places are whole numbers of one unit, and so are the amounts of a piece. For each
/// number of places that is met a table is made and kept, so that no later call allocates. Left to decimals are quantities
/// below zero, above the last tier or of more than 64 bits, interpolated pieces, and amounts that decimals have to round.
/// </remarks>
internal sealed class BulkTierFunction
{
    private readonly TierFunction _function;
    private readonly decimal _atZero;
    private readonly decimal[]? _most;
    private readonly BulkTierTable?[] _tables = new BulkTierTable?[29];

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
        int flags = 0; // sign and decimal places of the quantities of the table
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

            ulong quantity = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
            ref readonly BulkTierLine line = ref table.LineOf(quantity);
            if (bits[2] != 0 || line.IsLeftToDecimals)
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
