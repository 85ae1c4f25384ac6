namespace RevenueModel.Import;

/// <summary>Computes the amount of all units of a row.</summary>
internal sealed class UnitAmount
{
    private readonly SubscriptionCells _columns;
    private readonly bool _isPerUnit;
    private readonly bool _isUnknown;

    public UnitAmount(Table<SubscriptionField> table, SubscriptionCells columns, SubscriptionQuantities quantities)
    {
        _columns = columns;
        _isPerUnit = quantities == SubscriptionQuantities.AmountIsPerUnit
            || (quantities == SubscriptionQuantities.Detect && IsUnitPrice(columns.Amount.Name));
        _isUnknown = quantities == SubscriptionQuantities.Detect;
        if (_isPerUnit && !columns.Quantity.IsPresent)
        {
            table.AddProblem(new ImportProblem(
                Invariant($"{columns.Amount.Name} is of one unit, and the file has no column of quantities."),
                ImportOption.Quantities));
        }
    }

    /// <summary>Returns the amount of the current row, or null if the row is refused for it.</summary>
    public decimal? Of(RowCells cells)
    {
        decimal? amount = _columns.RequiredAmount(cells);
        return OfAll(cells, _columns.Amount, amount);
    }

    /// <summary>Returns the amount of all units, or null if the row is refused for it or there is none.</summary>
    public decimal? OfAll(RowCells cells, FieldColumn column, decimal? amount)
    {
        decimal? units = _columns.QuantityOf(cells);
        if (amount is null || units is null)
        {
            if (_isPerUnit && !cells.Has(_columns.Quantity))
            {
                cells.Refuse(
                    _columns.Quantity,
                    RefusalReason.MissingValue,
                    Invariant($"the number of units is expected, since {column.Name} is of one unit."),
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
                    _columns.Quantity,
                    RefusalReason.InvalidNumber,
                    Invariant($"a product with {column.Name} {amount} below {decimal.MaxValue} is expected."));
                return null;
            }
        }

        if (_isUnknown && units != 1m)
        {
            cells.Refuse(
                _columns.Quantity,
                RefusalReason.InvalidValue,
                "1 is expected, since it is unknown whether "
                    + Invariant($"{column.Name} is of one unit or of all."),
                ImportOption.Quantities);
        }

        return amount;
    }

    private static bool IsUnitPrice(string name) =>
        NameNormalizer.OfColumn(name) is "unitprice" or "unitamount" or "priceperunit";
}
