using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class KeyedTests
{
    [Fact]
    public void ALineTakesApartIntoKeyAndValue()
    {
        (string key, int value) = new Keyed<string, int>("SMB", 3);
        Assert.Equal("SMB", key);
        Assert.Equal(3, value);
    }

    [Fact]
    public void LinesAreEqualByValue()
    {
        Assert.Equal(new Keyed<string?, decimal>("SMB", 1.0m), new Keyed<string?, decimal>("SMB", 1m));
        Assert.NotEqual(new Keyed<string?, decimal>("SMB", 1m), new Keyed<string?, decimal>(null, 1m));
    }

    [Fact]
    public void LinesPrintTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("1.5: 2.5", Culture.In(culture, () => new Keyed<decimal, decimal>(1.5m, 2.5m).ToString()));
            Assert.Equal("(none): 2", Culture.In(culture, () => new Keyed<string?, int>(null, 2).ToString()));
            Assert.Equal(
                "2027-01: 2",
                Culture.In(culture, () => new Keyed<YearMonth?, int>(new YearMonth(2027, 1), 2).ToString()));
            Assert.Equal(
                "2027-Q1: 2",
                Culture.In(culture, () => new Keyed<YearQuarter?, int>(YearQuarter.Of(2027, 1), 2).ToString()));
        }
    }

    [Fact]
    public void LinesPrintDatesAsIso() =>
        Assert.Equal("2027-01-31: 2", new Keyed<LocalDate, int>(new LocalDate(2027, 1, 31), 2).ToString());
}
