using System.Globalization;
using NodaTime;
using RevenueModel.Import;

namespace RevenueModel.Tests.Import;

public class CultureTests
{
    private static readonly string[] Lines =
    [
        "OPPORTUNITY ID,STAGE,IS WON,AMOUNT,CLOSE DATE,CYCLE DAYS,PRODUCT,TYPE",
        "I1,DISCOVERY,,\"1,234.56\",3/25/2027,,İ,NEW BUSINESS",
        "i1,closed wIn,FALSE,-5.5,13/25/2027,1.5,x,x",
        "I2,CLOSED WON,TRUE,,3/25/2026,30,WIDGET I,Existing Business",
        "I3,LOST,,1.234,3/25/2026,-1,WIDGET I,x",
    ];

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fr-FR")]
    public void TheCultureOfTheThreadDecidesNothing(string culture)
    {
        (CrmImport Import, string Words) expected = In(CultureInfo.InvariantCulture);
        (CrmImport Import, string Words) actual = In(CultureInfo.GetCultureInfo(culture));

        Assert.Equal(expected.Import, actual.Import);
        Assert.Equal(expected.Words, actual.Words);
        Assert.Equal(2, expected.Import.Opportunities.Count);
        Assert.Contains("1,234.56", expected.Words, StringComparison.Ordinal);
        Assert.Contains("2027-03-25", expected.Words, StringComparison.Ordinal);
    }

    private static (CrmImport Import, string Words) In(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            CrmImportOptions options = Csv.Options with
            {
                LatestDate = new LocalDate(2027, 6, 30),
                PriceList = PriceList.Of(PriceListItem.Of("widgetı i", 1m), PriceListItem.Of("Widget-I", 1_234.5m)),
            };
            CrmImport import = CrmImporter.Read(Csv.Of(Lines), options);
            object[] parts =
            [
                import, import.Layout, import.Opportunities, import.Refused, import.Notes, options, options.PriceList!,
            ];
            return (import, string.Join("\n", parts.Select(part => part.ToString())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
