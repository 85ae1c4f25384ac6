using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads a price list. It is read completely or refused.</summary>
internal static class PriceListReader
{
    private static readonly string[] ProductNames = ["product", "productname", "item", "itemname", "name"];
    private static readonly string[] PriceNames = ["price", "listprice", "salesprice", "unitprice", "annualprice"];

    public static PriceList Read(Stream stream, PriceListOptions options)
    {
        using var source = new CsvSource(stream, options.Delimiter, options.Encoding, lineBreaksInFields: true);
        int product = Find(source.Header, "ProductColumn", options.ProductColumn, ProductNames);
        int price = Find(source.Header, "PriceColumn", options.PriceColumn, PriceNames);
        source.Select([product, price]);
        var rows = new List<RawRow>();
        while (source.TryRead(out RawRow row))
        {
            CheckText(row, source.Header);
            rows.Add(row);
        }

        FormatChoice<NumberFormat, decimal> format = MoneyFormats.Choose(options.NumberFormat);
        var samples = rows.ConvertAll(row =>
            new FormatSample(MoneyText.Of(row.Fields[1]).Number.ToString(), source.Header[price], row.Row));
        if (format.Detect(samples, "NumberFormat") is { } conflict)
        {
            throw new ImportException(conflict);
        }

        string[] currencies =
        [
            .. rows.Select(row => MoneyText.Of(row.Fields[1]).Currency)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        if (currencies.Length > 1)
        {
            throw new ImportException(
                Invariant($"The price list has prices in {MessageText.List(currencies)}; one currency is expected."));
        }

        PriceListItem[] items = [.. rows.Select(row => Item(row, source.Header[price], format))];
        try
        {
            return PriceList.Of(items);
        }
        catch (ArgumentException e)
        {
            throw new ImportException("The price list cannot be read: " + e.Message, e);
        }
    }

    private static int Find(string[] header, string option, string? stated, string[] names)
    {
        int[] found = [.. Enumerable.Range(0, header.Length).Where(i => stated is null
            ? names.Contains(NameNormalizer.OfColumn(header[i]), StringComparer.Ordinal)
            : NameNormalizer.OfColumn(stated) == NameNormalizer.OfColumn(header[i]))];
        if (found.Length == 1)
        {
            return found[0];
        }

        string seen = Invariant($"The columns are {MessageText.List(header)}: state {option}.");
        if (found.Length > 1)
        {
            throw new ImportException(
                Invariant($"{MessageText.List(found.Select(i => header[i]))} can each be the {option} ")
                    + $"of the price list. {seen}");
        }

        string[] nearest = NameNormalizer.Nearest(header, stated is null ? names : [stated]);
        string near = nearest.Length == 0 ? "" : Invariant($" (nearest: {MessageText.List(nearest)})");
        throw new ImportException(Invariant(
            $"The price list has no column {(stated is null ? "for " + option : MessageText.Quote(stated))}{near}. ")
                + seen);
    }

    private static void CheckText(RawRow row, string[] header)
    {
        string? fault = row.Broken
            ?? (row.Malformed is { } malformed ? CsvSource.Describe(malformed) : null)
            ?? (row.FieldCount == header.Length
                ? null
                : Invariant($"It has {Plural.Of(row.FieldCount, "field")}; ")
                    + Invariant($"{header.Length} as in the header are expected."))
            ?? (row.Fields[0].Length == 0 ? "It has no product." : null);
        if (fault is not null)
        {
            throw Fault(row, fault);
        }
    }

    private static PriceListItem Item(RawRow row, string column, FormatChoice<NumberFormat, decimal> format)
    {
        MoneyText money = MoneyText.Of(row.Fields[1]);
        return format.Read(money.Number.ToString(), out decimal price) == FormatResult.Read && !money.IsNegative
            ? PriceListItem.Of(row.Fields[0], price)
            : throw Fault(
                row,
                Invariant($"{column} was {MessageText.Quote(row.Fields[1])}; ")
                    + Invariant($"a price of zero or more, written as {format}, is expected."));
    }

    private static ImportException Fault(RawRow row, string fault) =>
        new(Invariant($"The price list cannot be read at row {row.Row} (line {row.Line}): {fault}"));
}
