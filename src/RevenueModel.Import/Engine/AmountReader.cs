using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the amount of a row in the currency of the file, and takes a missing one from the price
/// list.</summary>
internal sealed class AmountReader(
    FormatChoice<NumberFormat, decimal> numbers, PriceList? prices, string? currency, NoteCollector notes)
{
    /// <summary>Gets the fields that hold amounts.</summary>
    public static IReadOnlyList<CrmField> AmountFields { get; } = [CrmField.Amount, CrmField.WonAmount];

    /// <summary>Gets the currency of the file: the stated one, or else the first one in the file.</summary>
    public string? Currency { get; private set; } = currency;

    /// <summary>Sets the currency on which the first rows agree.</summary>
    public void Settle(string found) => Currency ??= found;

    /// <summary>Returns the currency of a row: that of its column, or else that written next to its amount.</summary>
    public static string? CurrencyOf(RowCells cells, DealOutcome? outcome) =>
        cells.TextOf(CrmField.Currency) ?? MoneyText.Of(cells[AmountField(cells, outcome)]).Currency;

    /// <summary>Reads the amount. It is used only if the row has no faults.</summary>
    public ReadAmount Read(RowCells cells, DealOutcome? outcome)
    {
        CrmField field = AmountField(cells, outcome);
        CheckCurrency(cells, field, CurrencyOf(cells, outcome));
        if (!cells.Has(field))
        {
            return default;
        }

        MoneyText money = MoneyText.Of(cells[field]);
        switch (numbers.Read(money.Number.ToString(), out decimal amount))
        {
            case FormatResult.Unreadable:
                cells.Refuse(
                    field, RefusalReason.InvalidNumber, Invariant($"a number written as {numbers} is expected."));
                return default;
            case FormatResult.Ambiguous:
                cells.Refuse(
                    field,
                    RefusalReason.AmbiguousNumber,
                    Invariant($"it reads as {string.Join(" or ", numbers.Readings(money.Number.ToString()))}; ")
                        + "state NumberFormat.");
                return default;
        }

        if (money.IsNegative && amount > 0m)
        {
            cells.Refuse(field, RefusalReason.NegativeNumber, "zero or more is expected.");
            return default;
        }

        return new ReadAmount(amount, AmountSource.Recorded);
    }

    /// <summary>Fills the amount of a row that was read without an amount.</summary>
    public ReadAmount Fill(RowCells cells)
    {
        if (prices is null)
        {
            return default;
        }

        string product = cells[CrmField.Product];
        if (product.Length == 0)
        {
            notes.Add(ImportNoteKind.NoAmountAndNoProduct, cells.ColumnOf(CrmField.Product), "");
            return default;
        }

        if (prices.Find(product) is not { } item)
        {
            notes.Add(ImportNoteKind.ProductWithoutPrice, cells.ColumnOf(CrmField.Product), product);
            return default;
        }

        if (!NameLookup.Same(item.Product, product))
        {
            notes.Add(ImportNoteKind.ProductSpelling, cells.ColumnOf(CrmField.Product), product, item.Product);
        }

        return new ReadAmount(item.Price, AmountSource.PriceList);
    }

    private static CrmField AmountField(RowCells cells, DealOutcome? outcome) =>
        outcome == DealOutcome.Won && cells.Has(CrmField.WonAmount) ? CrmField.WonAmount : CrmField.Amount;

    private void CheckCurrency(RowCells cells, CrmField amountField, string? found)
    {
        if (found is null)
        {
            return;
        }

        Currency ??= found;
        if (!NameLookup.Same(found, Currency))
        {
            cells.Refuse(
                cells.Has(CrmField.Currency) ? CrmField.Currency : amountField,
                RefusalReason.OtherCurrency,
                Invariant($"{MessageText.Quote(Currency)} is expected, since a file is read in one currency."));
        }
    }
}
