using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class BillingIntervalTests
{
    private static readonly Gen<BillingInterval> Intervals = Gen.OneOf(
        Gen.Choose(1, 40).Select(BillingInterval.Months),
        Gen.Choose(1, 5).Select(BillingInterval.Years),
        Gen.Choose(1, 60).Select(BillingInterval.Weeks),
        Gen.Choose(1, 400).Select(BillingInterval.Days));

    private static readonly Gen<LocalDate> Days =
        Gen.Choose(-40_000, 40_000).Select(day => new LocalDate(2024, 2, 29).PlusDays(day));

    [Fact]
    public void AnIntervalIsAMonthByDefault()
    {
        Assert.Equal(BillingInterval.Months(1), default);
        Assert.Equal((1, BillingUnit.Month), (default(BillingInterval).Count, default(BillingInterval).Unit));
    }

    [Fact]
    public void YearsAreMonthsAndWeeksAreDays()
    {
        Assert.Equal(BillingInterval.Months(24), BillingInterval.Years(2));
        Assert.Equal(BillingInterval.Days(14), BillingInterval.Weeks(2));
        Assert.NotEqual(BillingInterval.Days(1), BillingInterval.Months(1));
    }

    [Theory]
    [InlineData("2027-01-31", "2027-01-31", "2027-01-31", "2027-02-28")]
    [InlineData("2027-01-31", "2027-02-27", "2027-01-31", "2027-02-28")]
    [InlineData("2027-01-31", "2027-02-28", "2027-02-28", "2027-03-31")]
    [InlineData("2027-01-31", "2028-02-29", "2028-02-29", "2028-03-31")]
    [InlineData("2027-01-31", "2026-12-31", "2026-12-31", "2027-01-31")] // a day before the anchor
    [InlineData("2027-01-31", "2027-01-30", "2026-12-31", "2027-01-31")]
    [InlineData("2027-01-15", "2027-02-14", "2027-01-15", "2027-02-15")]
    public void MonthlyPeriodsAreCountedFromTheAnchor(string anchor, string day, string start, string end) =>
        Assert.Equal(Span(start, end), default(BillingInterval).PeriodOf(Day(anchor), Day(day)));

    [Theory]
    [InlineData("2027-01-01", "2027-01-01", "2027-01-15")]
    [InlineData("2027-01-14", "2027-01-01", "2027-01-15")]
    [InlineData("2027-01-15", "2027-01-15", "2027-01-29")]
    [InlineData("2026-12-31", "2026-12-18", "2027-01-01")]
    [InlineData("2026-12-17", "2026-12-04", "2026-12-18")]
    public void TwoWeeksAreFourteenDays(string day, string start, string end) =>
        Assert.Equal(Span(start, end), BillingInterval.Weeks(2).PeriodOf(new(2027, 1, 1), Day(day)));

    [Fact]
    public void QuartersAndYearsAreOfWholeMonths()
    {
        LocalDate anchor = new(2026, 11, 30);
        Assert.Equal(Span("2026-11-30", "2027-02-28"), BillingInterval.Months(3).PeriodOf(anchor, new(2027, 2, 27)));
        Assert.Equal(Span("2027-02-28", "2027-05-30"), BillingInterval.Months(3).PeriodOf(anchor, new(2027, 2, 28)));
        Assert.Equal(
            Span("2024-02-29", "2025-02-28"), BillingInterval.Years(1).PeriodOf(new(2024, 2, 29), new(2025, 2, 27)));
        Assert.Equal(
            Span("2025-02-28", "2026-02-28"), BillingInterval.Years(1).PeriodOf(new(2024, 2, 29), new(2025, 2, 28)));
    }

    [Property]
    public Property APeriodContainsItsDayAndAdjoinsItsNeighbors() => Prop.ForAll(
        Intervals.ToArbitrary(), Days.ToArbitrary(), Days.ToArbitrary(), (interval, anchor, day) =>
        {
            DateSpan period = interval.PeriodOf(anchor, day);
            return period.Contains(day)
                && interval.PeriodOf(anchor, period.End!.Value).Start == period.End
                && interval.PeriodOf(anchor, period.Start.PlusDays(-1)).End == period.Start
                && interval.PeriodOf(anchor, anchor).Start == anchor;
        });

    // Periods are counted from the anchor, not from the previous period: 31, 28, 31.
    [Property]
    public Property PeriodsAfterTheAnchorStartWholeIntervalsFromIt() => Prop.ForAll(
        Intervals.ToArbitrary(), Days.ToArbitrary(), Gen.Choose(0, 50).ToArbitrary(), (interval, anchor, number) =>
        {
            LocalDate start = interval.Unit == BillingUnit.Month
                ? anchor.PlusMonths(number * interval.Count)
                : anchor.PlusDays(number * interval.Count);
            return interval.PeriodOf(anchor, start).Start == start;
        });

    [Fact]
    public void TheFirstAndLastPeriodsOfTheCalendarAreFound()
    {
        Assert.Equal(
            Span("9999-11-30", "9999-12-31"), default(BillingInterval).PeriodOf(new(2027, 1, 31), new(9999, 12, 15)));
        Assert.Equal(
            Span("0001-01-01", "0001-02-01"), default(BillingInterval).PeriodOf(new(2027, 1, 1), new(1, 1, 20)));
        Refusal.With(
            "anchor was 2027-01-01; a day whose period 95677 of 1 month is within the years 1 to 9999 is expected.",
            () => default(BillingInterval).PeriodOf(new(2027, 1, 1), new(9999, 12, 1)));
    }

    [Fact]
    public void NumbersOutsideTheirRangeAreRefused()
    {
        Refusal.With("count was 0; a number between 1 and 10000 is expected.", () => BillingInterval.Months(0));
        Refusal.With("count was 10001; a number between 1 and 10000 is expected.", () => BillingInterval.Days(10_001));
        Refusal.With("count was 834; a number between 1 and 833 is expected.", () => BillingInterval.Years(834));
        Refusal.With("count was -1; a number between 1 and 1428 is expected.", () => BillingInterval.Weeks(-1));
        Assert.Equal(9_996, BillingInterval.Years(833).Count);
        Assert.Equal(9_996, BillingInterval.Weeks(1_428).Count);
    }

    [Fact]
    public void IntervalsPrintTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("1 month", Culture.In(culture, default(BillingInterval).ToString));
            Assert.Equal("24 months", Culture.In(culture, BillingInterval.Years(2).ToString));
            Assert.Equal("2 weeks", Culture.In(culture, BillingInterval.Days(14).ToString));
            Assert.Equal("1 day", Culture.In(culture, BillingInterval.Days(1).ToString));
            Assert.Equal("30 days", Culture.In(culture, BillingInterval.Days(30).ToString));
        }
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static DateSpan Span(string start, string end) => DateSpan.Between(Day(start), Day(end));
}
