using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class ProrationCalculatorTests
{
    private static readonly DateSpan Year2027 = DateSpan.Year(2027);

    [Property]
    public bool PartsOfAPeriodSumToTheWhole(WholeMonths period, LocalDate cut, DayCount dayCount, Cents amount)
    {
        DateSpan after = DateSpan.From(cut);
        decimal sum = ProrationCalculator.Prorate(amount, period, after, dayCount)
            + (cut > period.Span.Start
                ? ProrationCalculator.Prorate(amount, period, DateSpan.Between(period.Span.Start, cut), dayCount)
                : 0m);
        decimal whole = ProrationCalculator.Prorate(amount, period, period, dayCount);
        return Math.Abs(sum - whole) < 1e-12m;
    }

    [Property]
    public bool MonthsOfAPeriodSumToTheWhole(WholeMonths period, DayCount dayCount)
    {
        decimal sum = 0m;
        for (int i = 0; period.Span.Start.PlusMonths(i) < period.Span.End; i++)
        {
            DateSpan month = DateSpan.Between(period.Span.Start.PlusMonths(i), period.Span.Start.PlusMonths(i + 1));
            sum += ProrationCalculator.Fraction(period, month, dayCount);
        }

        return Math.Abs(sum - ProrationCalculator.Fraction(period, period, dayCount)) < 1e-25m;
    }

    [Property]
    public bool AWholePeriodIsOneSaveByActual365(WholeMonths period, Cents amount) =>
        ProrationCalculator.Fraction(period, period) == 1m
            && ProrationCalculator.Fraction(period, default, DayCount.Thirty360) == 1m
            && ProrationCalculator.Prorate(amount, period, period) == amount
            && ProrationCalculator.Prorate(amount, period, default, DayCount.Thirty360) == amount;

    [Property]
    public bool AnAmountIsProratedByTheFraction(WholeMonths period, DateSpan covered, DayCount dayCount, Cents amount)
    {
        decimal fraction = ProrationCalculator.Fraction(period, covered, dayCount);
        return fraction >= 0m
            && Math.Abs(ProrationCalculator.Prorate(amount, period, covered, dayCount) - (amount * fraction)) < 1e-12m;
    }

    [Property]
    public bool DaysOutsideThePeriodDoNotCount(WholeMonths period, DateSpan covered, DayCount dayCount) =>
        ProrationCalculator.Fraction(period, covered, dayCount)
            == (period.Span.Intersect(covered) is { } both
                ? ProrationCalculator.Fraction(period, both, dayCount)
                : 0m);

    [Theory]
    [InlineData(DayCount.ActualActual, 214, 365)]
    [InlineData(DayCount.Actual365, 214, 365)]
    [InlineData(DayCount.Thirty360, 210, 360)]
    public void AHireOnTheFirstOfJuneIsThereForSevenMonths(DayCount dayCount, int days, int year) => Assert.Equal(
        (decimal)days / year,
        ProrationCalculator.Fraction(Year2027, DateSpan.From(new LocalDate(2027, 6, 1)), dayCount));

    [Theory]
    [InlineData(DayCount.ActualActual, 366, 366)]
    [InlineData(DayCount.Actual365, 366, 365)]
    [InlineData(DayCount.Thirty360, 360, 360)]
    public void ALeapYearIsMoreThanAYearByActual365(DayCount dayCount, int days, int year) => Assert.Equal(
        (decimal)days / year, ProrationCalculator.Fraction(DateSpan.Year(2028), default, dayCount));

    [Theory]
    [InlineData(DayCount.ActualActual, 15, 28)]
    [InlineData(DayCount.Actual365, 15 * 12, 365)]
    [InlineData(DayCount.Thirty360, 17, 30)]
    public void TheSecondHalfOfAFebruary(DayCount dayCount, int days, int month) => Assert.Equal(
        (decimal)days / month,
        ProrationCalculator.Fraction(
            DateSpan.Of(new YearMonth(2027, 2)), DateSpan.From(new LocalDate(2027, 2, 14)), dayCount));

    [Fact]
    public void TheThirtyFirstCountsAsTheThirtieth()
    {
        DateSpan march = DateSpan.Of(new YearMonth(2027, 3));
        Assert.Equal(0m, Days(30, 31));
        Assert.Equal(29m / 30m, Days(1, 30));
        Assert.Equal(29m / 30m, Days(1, 31));
        Assert.Equal(
            1m / 30m,
            ProrationCalculator.Fraction(march, DateSpan.From(new LocalDate(2027, 3, 31)), DayCount.Thirty360));

        decimal Days(int from, int to) => ProrationCalculator.Fraction(
            march, DateSpan.Between(new LocalDate(2027, 3, from), new LocalDate(2027, 3, to)), DayCount.Thirty360);
    }

    [Fact]
    public void AnAmountIsDividedOnceLast()
    {
        // 73 of 365 days are a fifth: by the year exactly, by the quarter four fifths.
        DateSpan days = DateSpan.Between(new LocalDate(2027, 1, 1), new LocalDate(2027, 3, 15));
        Assert.Equal(200m, ProrationCalculator.Prorate(1_000m, Year2027, days, DayCount.Actual365));
        Assert.Equal(
            800m,
            ProrationCalculator.Prorate(1_000m, DateSpan.Of(YearQuarter.Of(2027, 1)), days, DayCount.Actual365));
    }

    [Fact]
    public void APeriodThatIsOpenOrNotWholeMonthsIsRefused()
    {
        Refused(DateSpan.From(new LocalDate(2027, 1, 1)), "period was [2027-01-01, open); a span of whole months");
        Refused(
            DateSpan.Between(new LocalDate(2027, 1, 1), new LocalDate(2027, 1, 31)),
            "period was [2027-01-01, 2027-01-31); a span of whole months");

        static void Refused(DateSpan period, string message)
        {
            var fraction = Refusal.By<ArgumentOutOfRangeException>(
                () => ProrationCalculator.Fraction(period, default));
            var prorate = Refusal.By<ArgumentOutOfRangeException>(
                () => ProrationCalculator.Prorate(1m, period, default));
            Assert.StartsWith(message, fraction.Message, StringComparison.Ordinal);
            Assert.StartsWith(message, prorate.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void APeriodMayStartOnAnyDayOfAMonth()
    {
        Assert.Equal(1m, ProrationCalculator.Fraction(DateSpan.Months(new LocalDate(2027, 1, 31), 1), default));
        Assert.Equal(
            0.5m,
            ProrationCalculator.Fraction(
                DateSpan.Months(new LocalDate(2027, 1, 31), 1), DateSpan.From(new LocalDate(2027, 2, 14))));
    }

    [Fact]
    public void ADayCountThatIsNotDefinedIsRefused() => Refusal.By<ArgumentOutOfRangeException>(
        () => ProrationCalculator.Fraction(Year2027, default, (DayCount)3));
}
