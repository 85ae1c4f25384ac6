using RevenueModel.Import;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

public class CurrencyTests
{
    [Theory]
    [InlineData("kr 1200", "1200", "kr")]
    [InlineData("1200 kr.", "1200", "kr.")]
    [InlineData("Rs. 1200", "1200", "Rs.")]
    [InlineData("1200 zł", "1200", "zł")]
    [InlineData("R 1200", "1200", "R")]
    [InlineData("R$1200", "1200", "R$")]
    [InlineData("Fr. 1200", "1200", "Fr.")]
    [InlineData("1200 TL", "1200", "TL")]
    [InlineData("US$ 1200", "1200", "US$")]
    [InlineData("1200 CHF", "1200", "CHF")]
    [InlineData("$ 1200 USD", "1200", "USD")]
    public void CurrenciesNextToAmountsAreRecognized(string text, string amount, string currency)
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,amount", $"1,Won,{text}");

        Assert.Equal(amount, FormattableString.Invariant($"{import.Opportunities[0].Amount}"));
        Assert.Equal(currency, import.Layout.Currency);
    }

    [Theory]
    [InlineData("USD", "$5", true)]
    [InlineData("CAD", "$5", true)]
    [InlineData("USD", "€5", false)]
    [InlineData("SEK", "5 kr", true)]
    [InlineData("SEK", "5 zł", false)]
    [InlineData("€", "5 EUR", true)]
    [InlineData("", "€ 5 USD", false)]
    public void CurrencyColumnAndSymbolHaveToAgree(string column, string amount, bool agree)
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,amount,currency", $"1,Lost,{amount},{column}");

        Assert.Equal(agree ? 0 : 1, import.CountOf(RefusalReason.Contradiction));
    }

    [Fact]
    public void ASymbolAndItsCodeAreOneCurrency()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,amount", "1,Won,$5", "2,Lost,6 USD", "3,Won,$7");

        Assert.Equal("USD", import.Layout.Currency);
        Assert.Equal(3, import.Opportunities.Count);
        Assert.Contains(
            "more than one currency",
            Csv.ErrorOf(Csv.Options, "id,stage,amount", "1,Won,$5", "2,Won,6 USD", "3,Won,7 CAD"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheCallerExtendsTheSymbols()
    {
        CrmImportOptions options = Csv.Options with
        {
            CurrencySymbols = [CurrencySymbol.Of("Br", "ETB"), CurrencySymbol.Of("$", "CAD")],
        };

        Assert.Equal(5m, Csv.ReadOne(options, "id,stage,amount,currency", "1,Won,5 Br,ETB").Amount);
        Assert.Equal(
            1,
            Csv.Read(options, "id,stage,amount,currency", "1,Won,$5,USD").CountOf(RefusalReason.Contradiction));
        Assert.Equal(
            1,
            Csv.Read(Csv.Options, "id,stage,amount", "1,Won,5 Br").CountOf(RefusalReason.InvalidNumber));
    }

    [Fact]
    public void InvalidSymbolsAreRefused()
    {
        Refusal.By<ArgumentException>(() => CurrencySymbol.Of("", "USD"));
        Refusal.By<ArgumentOutOfRangeException>(() => CurrencySymbol.Of("5$", "USD"));
        Refusal.By<ArgumentOutOfRangeException>(() => CurrencySymbol.Of("$"));
        Refusal.By<ArgumentException>(() => CurrencySymbol.Of("$", ""));
        Assert.Equal("kr = SEK or NOK", CurrencySymbol.Of("kr", "SEK", "NOK").ToString());
    }
}
