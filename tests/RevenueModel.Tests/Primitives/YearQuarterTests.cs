using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class YearQuarterTests
{
    [Fact]
    public void AQuarterPrintsAsYearAndQuarterInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("2027-Q1", Culture.In(culture, () => YearQuarter.Of(2027, 1).ToString()));
            Assert.Equal("0042-Q4", Culture.In(culture, () => YearQuarter.Of(42, 4).ToString()));
        }
    }

    [Fact]
    public void TheDefaultIsTheFirstQuarterOfYearOne()
    {
        Assert.Equal(YearQuarter.Of(1, 1), default);
        Assert.Equal("0001-Q1", default(YearQuarter).ToString());
    }

    [Theory]
    [InlineData(0, 1, "year", "0", "1 to 9999")]
    [InlineData(10_000, 1, "year", "10000", "1 to 9999")]
    [InlineData(2027, 0, "quarter", "0", "1 to 4")]
    [InlineData(2027, 5, "quarter", "5", "1 to 4")]
    public void AMessageNamesWhatIsOutOfRange(int year, int quarter, string name, string value, string allowed)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => YearQuarter.Of(year, quarter));
        Assert.Equal(name, refused.ParamName);
        Assert.Contains(name + " was " + value, refused.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, 3, 31, 2026, 1)]
    [InlineData(2026, 4, 1, 2026, 2)]
    [InlineData(2026, 12, 31, 2026, 4)]
    [InlineData(2027, 1, 1, 2027, 1)]
    public void ADateLiesInItsCalendarQuarter(int year, int month, int day, int ofYear, int quarter) =>
        Assert.Equal(YearQuarter.Of(ofYear, quarter), YearQuarter.Containing(new LocalDate(year, month, day)));

    [Fact]
    public void QuartersBeforeYearOneAndAfterYear9999AreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => default(YearQuarter).PlusQuarters(-1));
        Refusal.By<ArgumentOutOfRangeException>(() => YearQuarter.Of(9999, 4).PlusQuarters(1));
        Refusal.By<ArgumentOutOfRangeException>(() => YearQuarter.Of(9999, 4).PlusQuarters(int.MaxValue));
        Refusal.By<ArgumentOutOfRangeException>(() => default(YearQuarter).PlusQuarters(int.MinValue));
        Refusal.By<ArgumentOutOfRangeException>(() => YearQuarter.Containing(new LocalDate(0, 12, 31)));
    }

    [Property]
    public bool AQuarterIsRebuiltFromYearAndQuarter(YearQuarter quarter) =>
        YearQuarter.Of(quarter.Year, quarter.Quarter) == quarter;

    [Property]
    public bool FourQuartersAreAYear(YearQuarter quarter) =>
        quarter.Year == 9999 || quarter.PlusQuarters(4) == YearQuarter.Of(quarter.Year + 1, quarter.Quarter);

    [Property]
    public bool AddingAndSubtractingQuartersIsInverse(YearQuarter quarter, short quarters)
    {
        long later = ((quarter.Year - 1L) * 4) + quarter.Quarter - 1 + quarters;
        return later is < 0 or >= 9999 * 4 || quarter.PlusQuarters(quarters).PlusQuarters(-quarters) == quarter;
    }

    [Property]
    public bool QuartersAreOrderedInTime(YearQuarter one, YearQuarter other)
    {
        int byParts = (one.Year, one.Quarter).CompareTo((other.Year, other.Quarter));
        return Math.Sign(one.CompareTo(other)) == Math.Sign(byParts)
            && one < other == byParts < 0
            && one > other == byParts > 0
            && one <= other == byParts <= 0
            && one >= other == byParts >= 0
            && one == other == (byParts == 0);
    }

    [Property]
    public bool LaterDatesLieInNoEarlierQuarter(LocalDate one, LocalDate other) =>
        one > other || YearQuarter.Containing(one) <= YearQuarter.Containing(other);
}
