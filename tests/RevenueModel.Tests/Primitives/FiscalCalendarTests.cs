using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class FiscalCalendarTests
{
    [Fact]
    public void AFiscalYearIsNamedForTheYearInWhichItEnds()
    {
        FiscalCalendar february = FiscalCalendar.StartingIn(2);
        Assert.Equal(YearQuarter.Of(2027, 4), february.QuarterOf(new LocalDate(2026, 12, 15)));
        Assert.Equal(YearQuarter.Of(2027, 4), february.QuarterOf(new LocalDate(2027, 1, 31)));
        Assert.Equal(YearQuarter.Of(2028, 1), february.QuarterOf(new LocalDate(2027, 2, 1)));
        Assert.Equal(new LocalDate(2026, 2, 1), february.FirstDayOf(YearQuarter.Of(2027, 1)));
        Assert.Equal(new LocalDate(2026, 11, 1), february.FirstDayOf(YearQuarter.Of(2027, 4)));
    }

    [Fact]
    public void TheUnitedStatesGovernmentYearStartsInOctober()
    {
        FiscalCalendar october = FiscalCalendar.StartingIn(10);
        Assert.Equal(YearQuarter.Of(2027, 1), october.QuarterOf(new LocalDate(2026, 10, 1)));
        Assert.Equal(YearQuarter.Of(2026, 4), october.QuarterOf(new LocalDate(2026, 9, 30)));
    }

    [Fact]
    public void TheDefaultIsTheCalendarYear()
    {
        Assert.Equal(FiscalCalendar.CalendarYear, default);
        Assert.Equal(FiscalCalendar.StartingIn(1), default);
        Assert.Equal(1, default(FiscalCalendar).StartMonth);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(-1)]
    public void AYearStartsInAMonth(int month)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => FiscalCalendar.StartingIn(month));
        Assert.Equal("month", refused.ParamName);
        Assert.Contains("1 to 12", refused.Message, StringComparison.Ordinal);
    }

    [Property]
    public bool TheCalendarYearHasCalendarQuarters(LocalDate date) =>
        FiscalCalendar.CalendarYear.QuarterOf(date) == YearQuarter.Containing(date);

    [Property]
    public bool TheFirstDayOfAQuarterLiesInIt(FiscalCalendar calendar, YearQuarter quarter) =>
        calendar.QuarterOf(calendar.FirstDayOf(quarter)) == quarter;

    [Property]
    public bool TheDayBeforeTheFirstLiesInTheQuarterBefore(FiscalCalendar calendar, YearQuarter quarter) =>
        quarter.Year <= 2
            || calendar.QuarterOf(calendar.FirstDayOf(quarter).PlusDays(-1)) == quarter.PlusQuarters(-1);

    [Property]
    public bool ADateLiesBetweenTheFirstDaysOfItsQuarterAndTheNext(FiscalCalendar calendar, LocalDate date)
    {
        YearQuarter quarter = calendar.QuarterOf(date);
        return calendar.FirstDayOf(quarter) <= date && date < calendar.FirstDayOf(quarter.PlusQuarters(1));
    }

    [Property]
    public bool LaterDatesLieInNoEarlierQuarter(FiscalCalendar calendar, LocalDate one, LocalDate other) =>
        one > other || calendar.QuarterOf(one) <= calendar.QuarterOf(other);

    [Property]
    public bool AQuarterIsThreeMonths(FiscalCalendar calendar, YearQuarter quarter) =>
        quarter == YearQuarter.Of(9999, 4)
            || calendar.FirstDayOf(quarter).PlusMonths(3) == calendar.FirstDayOf(quarter.PlusQuarters(1));

    [Property]
    public bool ADateIsInTheQuarterOfItsMonth(FiscalCalendar calendar, LocalDate date) =>
        calendar.QuarterOf(date) == calendar.QuarterOf(date.ToYearMonth());

    [Property]
    public bool AFiscalYearStartsInItsMonth(FiscalCalendar calendar, YearQuarter quarter) =>
        calendar.FirstDayOf(YearQuarter.Of(quarter.Year, 1)).Month == calendar.StartMonth
            && calendar.FirstDayOf(quarter).Day == 1;
}
