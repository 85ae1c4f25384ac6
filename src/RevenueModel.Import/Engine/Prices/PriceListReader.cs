namespace RevenueModel.Import;

/// <summary>Reads a price list. It is read completely or refused.</summary>
internal static class PriceListReader
{
    private const string NotRead = "The price list cannot be read. ";

    private static readonly ColumnNames<PriceListField> Names =
        new ColumnNames<PriceListField>([PriceListField.Product], [PriceListField.Price])
            .Add(PriceListField.Product, "product productname item itemname", "name")
            .Add(PriceListField.Price, "price listprice salesprice unitprice annualprice");

    public static PriceList Read(Stream stream, PriceListOptions options)
    {
        using var source = new SourceText(stream);
        using var table = new Table<PriceListField>(source, options, Names, default);
        FieldColumn product = table[PriceListField.Product];
        FieldColumn price = table[PriceListField.Price];
        var currencies = new CurrencyTable([]);
        table.LookAhead(samples => samples.AddNumber(price, currencies));
        table.RequireReadable(NotRead);
        var items = new List<PriceListItem>();
        CurrencyText? currency = null;
        while (table.Read())
        {
            if (!table.Cells.HasFaults)
            {
                table.Cells.CheckValues();
            }

            if (!table.Cells.HasFaults && Item(table, product, price, currencies, ref currency) is { } item)
            {
                items.Add(item);
            }

            if (table.Cells.HasFaults)
            {
                throw new ImportException(NotRead + table.Cells.ToRefused(product));
            }
        }

        try
        {
            return PriceList.Of(items);
        }
        catch (ArgumentException e)
        {
            throw new ImportException(NotRead + e.Message, e);
        }
    }

    private static PriceListItem? Item(
        Table<PriceListField> table,
        FieldColumn product,
        FieldColumn price,
        CurrencyTable currencies,
        ref CurrencyText? currency)
    {
        RowCells cells = table.Cells;
        string name = cells.Text(product);
        if (name.Length == 0)
        {
            cells.Refuse(product, RefusalReason.MissingValue, "the name of a product is expected.");
        }

        MoneyText money = MoneyText.Of(cells.Chars(price), currencies);
        decimal? amount = null;
        if (cells.Has(price))
        {
            amount = CellValues.Number(cells, price, money, table.Numbers);
        }
        else
        {
            cells.Refuse(price, RefusalReason.MissingValue, "a price is expected.");
        }

        if (money.Currency is { } found)
        {
            if (currency is not null && !currency.Agrees(found))
            {
                cells.Refuse(
                    price,
                    RefusalReason.OtherCurrency,
                    Invariant($"one currency is expected, and rows above are in {currency.Text}."));
            }

            currency = currency?.Narrower(found) ?? found;
        }

        return cells.HasFaults || amount is not { } known ? null : PriceListItem.Of(name, known);
    }
}
