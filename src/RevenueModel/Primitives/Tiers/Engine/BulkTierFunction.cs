
namespace RevenueModel.Primitives;

/// <summary>Evaluates a <see cref="TierFunction"/> for many quantities. The results are the same decimals, to the last
/// digit and decimal place, in a fraction of the time.</summary>
/// <remarks>
/// Quantities with the same number of decimal places are whole numbers of one unit, and so are the amounts of a piece.
/// A table is created for each number of decimal places and kept, so that later calls allocate nothing. Decimal
/// arithmetic handles the rest: quantities below zero, above the last tier or of more than 63 bits, interpolated
/// pieces, amounts that decimals round, and zeros with a minus sign.
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
    /// <param name="most">The largest amount of each piece, or <see langword="null"/>.</param>
    public BulkTierFunction(TierFunction function, decimal atZero, decimal[]? most = null)
    {
        _function = function;
        _atZero = atZero;
        _most = most;
    }

    /// <summary>Computes the amounts due.</summary>
    /// <param name="quantities">The quantities; as many as the destination has places.</param>
    /// <param name="destination">Receives the amounts.</param>
    /// <returns>The number of quantities that were evaluated: all, or those before the first that needs decimal
    /// arithmetic.</returns>
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
