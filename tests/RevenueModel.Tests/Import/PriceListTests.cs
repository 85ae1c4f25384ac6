using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

public class PriceListTests
{
    private const string SetColumns = " Set Columns, such as Columns = [ColumnMapping.Of(field, \"name\")].";

    private static readonly PriceList Prices = PriceList.Of(
        PriceListItem.Of("GTX Pro", 4_821m),
        PriceListItem.Of("MG Special", 55m),
        PriceListItem.Of("C-1", 1m),
        PriceListItem.Of("C 1", 2m));

    [Fact]
    public void AnyCollectionOfItemsMakesAList() =>
        Assert.Equal(Prices, PriceList.Of(Prices.Items.ToList()));

    [Fact]
    public void BlankAmountsAreFilledAndMarkedAndZeroIsAnAmount()
    {
        CrmImport import = Csv.Read(
            Csv.Options with { PriceList = Prices },
            "id,stage,product,amount",
            "1,Discovery,mg special,",
            "2,Lost,MG Special,0",
            "3,Won,MG Special,60",
            "4,Discovery,GTXPro,",
            "5,Discovery,GTXPro,",
            "6,Discovery,Rocket,",
            "7,Discovery,,",
            "8,Nowhere,Rocket,");

        Assert.Equal([55m, 0m, 60m, 4_821m, 4_821m, null, null], import.Opportunities.Select(deal => deal.Amount));
        Assert.Equal(
            [1, 4, 5],
            import.Opportunities.Where(deal => deal.AmountSource == AmountSource.PriceList)
                .Select(deal => int.Parse(deal.Id, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("GTXPro", import.Opportunities[3].Product);
        Assert.Equal(3, import.PriceListAmountCount);
        Csv.SameTexts(
            [
                "product \"GTXPro\" was priced as \"GTX Pro\" of the price list, in 2 rows.",
                "product \"Rocket\" is not in the price list; the amount of 1 row stays unknown.",
                "The amount of 1 row stays unknown, since they name no product to price.",
            ],
            import.Notes.Select(note => note.Message));
        Assert.Equal((ImportNoteKind.ProductSpelling, "product", "GTXPro", 2), Of(import.Notes[0]));
    }

    [Fact]
    public void AFileWithoutAmountsIsPricedFromTheList() => Assert.Equal(
        55m,
        Csv.ReadOne(Csv.Options with { PriceList = Prices }, "id,stage,product", "1,Discovery,MG Special").Amount);

    [Fact]
    public void ASpellingSharedByTwoProductsMatchesNone()
    {
        Assert.Null(Prices.Find("C1"));
        Assert.Equal(2m, Prices.Find("c 1")!.Price);
    }

    [Theory]
    [InlineData("product,series,sales_price\r\nGTX Basic,GTX,550\r\n\"C-1\",C,\"$1,200.50\"\r\n")]
    [InlineData("Unit Price;Product Name\r\n550;GTX Basic\r\n1.200,50 €;C-1\r\n")]
    public void PriceListsAreReadByTheirColumns(string text)
    {
        PriceList expected = PriceList.Of(PriceListItem.Of("GTX Basic", 550m), PriceListItem.Of("C-1", 1_200.50m));

        Assert.Equal(expected, PriceList.Read(Csv.OfText(text)));
        Assert.Equal(expected, PriceList.Read(Csv.Gzip(text)));
        Assert.Equal("GTX Basic 550, C-1 1,200.5", expected.ToString());
    }

    [Theory]
    [InlineData(
        "product,cost\r\nA,1\r\n",
        "The price list cannot be read. No column for Price. The columns are \"product\", \"cost\"." + SetColumns)]
    [InlineData(
        "product,prize\r\nA,1\r\n",
        "The price list cannot be read. No column for Price (nearest: \"prize\"). The columns are \"product\", "
            + "\"prize\"." + SetColumns)]
    [InlineData(
        "product,price,list price\r\nA,1,2\r\n",
        "The price list cannot be read. Columns 2 \"price\" and 3 \"list price\" can each be Price; name the one to "
            + "read, or ignore the other." + SetColumns)]
    [InlineData(
        "product,price\r\nA,1\r\nB\r\n",
        "The price list cannot be read. Row 3 (line 3): The row has 1 field; 2 as in the header are expected.")]
    [InlineData(
        "product,price\r\nA,-1\r\n",
        "The price list cannot be read. Row 2 (line 2): price was \"-1\"; zero or more is expected.")]
    [InlineData(
        "product,price\r\nA,\r\n",
        "The price list cannot be read. Row 2 (line 2): price was blank; a price is expected.")]
    [InlineData(
        "product,price\r\nA,\"1,000\"\r\n",
        "The price list cannot be read. price \"1,000\" of row 2 reads as 1000 or 1.000, and no other value of the "
            + "first rows tells which. Set NumberFormat.")]
    [InlineData(
        "product,price\r\nA,1\r\na,2\r\n",
        "The price list cannot be read. Product \"a\" is duplicated; one price for each product is expected. "
            + "(Parameter 'items')")]
    public void APriceListIsReadWholeOrNotAtAll(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ImportException>(() => PriceList.Read(Csv.OfText(text))).Message);

    [Fact]
    public void ColumnsOfAPriceListCanBeStated() => Assert.Equal(
        PriceList.Of(PriceListItem.Of("A", 1_000m)),
        PriceList.Read(
            Csv.OfText("Article,Cost\r\nA,\"1,000\"\r\n"),
            new PriceListOptions
            {
                Columns =
                [
                    ColumnMapping.Of(PriceListField.Product, "article"),
                    ColumnMapping.Of(PriceListField.Price, "cost"),
                ],
                NumberFormat = NumberFormat.CommaGroups,
            }));

    [Fact]
    public void PricesInTwoCurrenciesAreRefused()
    {
        using var stream = new MemoryStream("product,price\nX,$100\nY,€200\n"u8.ToArray());

        var error = Assert.Throws<ImportException>(() => PriceList.Read(stream));

        Assert.Contains(
            "price was \"€200\"; one currency is expected, and rows above are in $.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void APriceIsNotNegative() => Assert.Equal(
        "price was -1; zero or more is expected. (Parameter 'price')",
        Refusal.By<ArgumentOutOfRangeException>(() => PriceListItem.Of("A", -1m)).Message);

    private static (ImportNoteKind, string, string, int) Of(ImportNote note) =>
        (note.Kind, note.Column, note.Value, note.Count);
}
