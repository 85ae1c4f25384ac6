namespace RevenueModel.Import;

/// <summary>The single currency of a file: the stated one, or the first that a row tells.</summary>
internal sealed class OneCurrency(CurrencyTable currencies, string? stated)
{
    private CurrencyText? _currency = stated is null ? null : currencies.OfColumn(stated);

    /// <summary>Gets the currency as it is reported.</summary>
    public string? Text => stated ?? _currency?.Text;

    /// <summary>Refuses a row whose currency is not that of the rows before it, or contradicts itself.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="amount">The column of the amount.</param>
    /// <param name="money">The amount.</param>
    /// <param name="column">The column of currencies.</param>
    public void Check(RowCells cells, FieldColumn amount, MoneyText money, FieldColumn column)
    {
        ReadOnlySpan<char> code = cells.Chars(column);
        CurrencyText? ofColumn = code.IsEmpty ? null : currencies.OfColumn(code);
        if (money.HasTwoCurrencies)
        {
            cells.Refuse(
                amount,
                RefusalReason.Contradiction,
                Invariant($"one currency is expected, not {money.Before!.Text} and {money.After!.Text}."));
            return;
        }

        if (ofColumn is not null && money.Currency is { } ofAmount && !ofColumn.Agrees(ofAmount))
        {
            cells.Refuse(
                amount,
                RefusalReason.Contradiction,
                Invariant($"{column.Name} is {MessageText.Quote(code.ToString())}."));
            return;
        }

        CurrencyText? found = ofColumn is null ? money.Currency
            : money.Currency is { } other ? ofColumn.Narrower(other)
            : ofColumn;
        if (found is null)
        {
            return;
        }

        if (_currency is not null && !_currency.Agrees(found))
        {
            cells.Refuse(
                ofColumn is null ? amount : column,
                RefusalReason.OtherCurrency,
                Invariant($"{MessageText.Quote(Text!)} is expected, since a file is read in one currency."),
                ImportOption.Currency);
            return;
        }

        _currency = _currency?.Narrower(found) ?? found;
    }
}
