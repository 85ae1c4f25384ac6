using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the amount of a row in the currency of the file, and takes a missing one from the price
/// list.</summary>
internal sealed class AmountReader(Table<CrmField> table, CrmImportOptions options)
{
    private readonly FieldColumn _amount = table[CrmField.Amount];
    private readonly FieldColumn _wonAmount = table[CrmField.WonAmount];
    private readonly FieldColumn _currencyColumn = table[CrmField.Currency];
    private readonly FieldColumn _product = table[CrmField.Product];
    private readonly CurrencyTable _currencies = new(options.CurrencySymbols);
    private readonly List<(CurrencyText Currency, FormatSample Sample)> _samples = [];
    private CurrencyText? _currency;

    /// <summary>Adds the numbers and the currency of a row to the samples of the file.</summary>
    public void AddSamples(FormatSamples samples, RowCells cells)
    {
        samples.AddNumber(_amount, _currencies);
        samples.AddNumber(_wonAmount, _currencies);
        FieldColumn column = _amount;
        if (CurrencyOf(cells, MoneyText.Of(cells.Chars(_amount), _currencies), ref column) is { } currency
            && !_samples.Exists(seen => seen.Currency == currency))
        {
            _samples.Add((currency, new FormatSample(currency.Text, column.Name, cells.Row)));
        }
    }

    /// <summary>Sets the currency: the stated one, or the one on which the first rows agree.</summary>
    /// <returns>The problem that the first rows are in several currencies, or null.</returns>
    public ImportProblem? SettleCurrency()
    {
        if (options.Currency is { } stated)
        {
            _currency = _currencies.OfColumn(stated);
            table.Currency = stated;
            return null;
        }

        foreach ((CurrencyText currency, FormatSample _) in _samples)
        {
            if (_currency is not null && !_currency.Agrees(currency))
            {
                return new ImportProblem(
                    Invariant($"The amounts are in more than one currency, {string.Join(" and ", Samples())}, ")
                        + "and are not converted. With a stated currency, the rows in others are refused.",
                    ImportOption.Currency);
            }

            Settle(currency);
        }

        return null;

        IEnumerable<FormatSample> Samples() => _samples.Select(sample => sample.Sample);
    }

    /// <summary>Reads the amount. It is used only if the row has no faults.</summary>
    public ReadAmount Read(RowCells cells, DealOutcome? outcome)
    {
        FieldColumn column = outcome == DealOutcome.Won && cells.Has(_wonAmount) ? _wonAmount : _amount;
        ReadOnlySpan<char> text = cells.Chars(column);
        MoneyText money = MoneyText.Of(text, _currencies);
        CheckCurrency(cells, money, column);
        if (text.IsEmpty)
        {
            return default;
        }

        return CellValues.Number(cells, column, money, table.Numbers) is { } amount
            ? new ReadAmount(amount, AmountSource.Recorded)
            : default;
    }

    /// <summary>Fills the amount of a row that was read without an amount.</summary>
    public ReadAmount Fill(RowCells cells)
    {
        if (options.PriceList is not { } prices)
        {
            return default;
        }

        string product = cells.Text(_product);
        if (product.Length == 0)
        {
            table.Notes.Add(ImportNoteKind.NoAmountAndNoProduct, _product.Name, "");
            return default;
        }

        if (prices.Find(product) is not { } item)
        {
            table.Notes.Add(ImportNoteKind.ProductWithoutPrice, _product.Name, product);
            return default;
        }

        if (!NameLookup.Same(item.Product, product))
        {
            table.Notes.Add(ImportNoteKind.ProductSpelling, _product.Name, product, item.Product);
        }

        return new ReadAmount(item.Price, AmountSource.PriceList);
    }

    /// <summary>Returns the currency of a row: that of its column or of its amount, whichever has fewer
    /// meanings.</summary>
    private CurrencyText? CurrencyOf(RowCells cells, MoneyText money, ref FieldColumn column)
    {
        ReadOnlySpan<char> stated = cells.Chars(_currencyColumn);
        if (stated.IsEmpty)
        {
            return money.Currency;
        }

        column = _currencyColumn;
        CurrencyText ofColumn = _currencies.OfColumn(stated);
        return money.Currency is { } ofAmount && ofAmount.Agrees(ofColumn) ? ofColumn.Narrower(ofAmount) : ofColumn;
    }

    private void CheckCurrency(RowCells cells, MoneyText money, FieldColumn column)
    {
        if (money.HasTwoCurrencies)
        {
            cells.Refuse(
                column,
                RefusalReason.Contradiction,
                Invariant($"one currency is expected, not {money.Before!.Text} and {money.After!.Text}."));
            return;
        }

        ReadOnlySpan<char> stated = cells.Chars(_currencyColumn);
        if (!stated.IsEmpty && money.Currency is { } ofAmount && !_currencies.OfColumn(stated).Agrees(ofAmount))
        {
            cells.Refuse(
                column,
                RefusalReason.Contradiction,
                Invariant($"{_currencyColumn.Name} is {MessageText.Quote(stated.ToString())}."));
            return;
        }

        FieldColumn source = column;
        if (CurrencyOf(cells, money, ref source) is not { } found)
        {
            return;
        }

        if (_currency is not null && !_currency.Agrees(found))
        {
            cells.Refuse(
                source,
                RefusalReason.OtherCurrency,
                Invariant($"{MessageText.Quote(_currency.Text)} is expected, since a file is read in one currency."),
                ImportOption.Currency);
            return;
        }

        if (!ReferenceEquals(_currency, found))
        {
            Settle(found);
        }
    }

    private void Settle(CurrencyText currency)
    {
        _currency = _currency?.Narrower(currency) ?? currency;
        table.Currency ??= _currency.Text;
        if (options.Currency is null)
        {
            table.Currency = _currency.Text;
        }
    }
}
