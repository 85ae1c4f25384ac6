namespace RevenueModel.Import;

/// <summary>Computes the amount of all units of a row.</summary>
internal sealed class UnitAmount(SubscriptionCells columns, SubscriptionQuantities quantities)
{
    private readonly bool _isPerUnit = quantities == SubscriptionQuantities.AmountIsPerUnit
        || (quantities == SubscriptionQuantities.Detect && IsUnitPrice(columns.Amount.Name));

    /// <summary>Returns the amount of the current row, or null if the row is refused for it.</summary>
    public decimal? Of(RowCells cells)
    {
        decimal? amount = columns.RequiredAmount(cells);
        decimal? units = columns.QuantityOf(cells);
        if (amount is null || units is null)
        {
            if (_isPerUnit && columns.Quantity.IsPresent && !cells.Has(columns.Quantity))
            {
                cells.Refuse(
                    columns.Quantity,
                    RefusalReason.MissingValue,
                    Invariant($"the number of units is expected, since {columns.Amount.Name} is of one unit."),
                    ImportOption.Quantities);
            }

            return amount;
        }

        if (_isPerUnit)
        {
            try
            {
                return amount * units;
            }
            catch (OverflowException)
            {
                cells.Refuse(
                    columns.Quantity,
                    RefusalReason.InvalidNumber,
                    Invariant($"a product with {columns.Amount.Name} {amount} below {decimal.MaxValue} is expected."));
                return null;
            }
        }

        if (quantities == SubscriptionQuantities.Detect && units != 1m)
        {
            cells.Refuse(
                columns.Quantity,
                RefusalReason.InvalidValue,
                "1 is expected, since it is unknown whether "
                    + Invariant($"{columns.Amount.Name} is of one unit or of all."),
                ImportOption.Quantities);
        }

        return amount;
    }

    private static bool IsUnitPrice(string name) =>
        NameNormalizer.OfColumn(name) is "unitprice" or "unitamount" or "priceperunit";
}
