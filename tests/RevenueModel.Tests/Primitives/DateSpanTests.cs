using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class DateSpanTests
{
    [Property]
    public bool TheFirstDayBelongsToASpanAndTheEndDoesNot(DateSpan span) =>
        span.Contains(span.Start)
            && !span.Contains(span.Start.PlusDays(-1))
            && (span.End is not { } end || (!span.Contains(end) && span.Contains(end.PlusDays(-1))));

    [Property]
    public bool ASpanIsRebuiltFromItsEnds(DateSpan span)
    {
        DateSpan same = span.End is { } end ? DateSpan.Between(span.Start, end) : DateSpan.From(span.Start);
        return same == span && same.GetHashCode() == span.GetHashCode();
    }

    [Property]
    public bool ADayBelongsToTheIntersectionWhereItBelongsToBoth(DateSpan one, DateSpan other, LocalDate date) =>
        Agree(one, other, date)
            && Agree(one, other, one.Start)
            && Agree(one, other, other.Start)
            && (one.End is not { } end || (Agree(one, other, end) && Agree(one, other, end.PlusDays(-1))));

    [Property]
    public bool IntersectionsDoNotDependOnTheOrder(DateSpan one, DateSpan other, DateSpan third) =>
        one.Intersect(other) == other.Intersect(one)
            && one.Intersect(other)?.Intersect(third) == other.Intersect(third)?.Intersect(one);

    [Property]
    public bool ASpanIntersectsItselfInItself(DateSpan span) => span.Intersect(span) == span && span.Overlaps(span);

    [Property]
    public bool SpansOverlapWhereTheyShareADay(DateSpan one, DateSpan other) =>
        one.Overlaps(other) == (one.Contains(other.Start) || other.Contains(one.Start));

    [Property]
    public bool ASpanContainsAnotherWhereItTakesNothingOffIt(DateSpan one, DateSpan other) =>
        one.Contains(other) == (one.Intersect(other) == other);

    [Property]
    public bool EverySpanLiesInTheDefaultOne(DateSpan span) =>
        default(DateSpan).Contains(span) && default(DateSpan).Intersect(span) == span;

    [Property]
    public bool PartsOfASpanHaveItsDays(DateSpan span, LocalDate cut)
    {
        DateSpan? before = cut > span.Start ? span.Intersect(DateSpan.Between(span.Start, cut)) : null;
        DateSpan? after = span.Intersect(DateSpan.From(cut));
        return span.Days is null
            ? after is { Days: null }
            : (before?.Days ?? 0) + (after?.Days ?? 0) == span.Days;
    }

    [Property]
    public bool FourQuartersMakeAFiscalYear(YearQuarter any, FiscalCalendar calendar)
    {
        if (any.Year is 1 or 9999)
        {
            return true;
        }

        DateSpan[] quarters =
            [.. Enumerable.Range(1, 4).Select(number => DateSpan.Of(YearQuarter.Of(any.Year, number), calendar))];
        return quarters.Zip(quarters.Skip(1), (one, next) => one.End == next.Start).All(follows => follows)
            && quarters[3].End == quarters[0].Start.PlusMonths(12)
            && quarters.All(
                quarter => calendar.QuarterOf(quarter.Start) == calendar.QuarterOf(quarter.End!.Value.PlusDays(-1)));
    }

    [Fact]
    public void TheDefaultIsEveryDayFromTheFirstOn()
    {
        DateSpan span = default;
        Assert.Equal(DateSpan.From(new LocalDate(1, 1, 1)), span);
        Assert.Null(span.End);
        Assert.Null(span.Days);
        Assert.True(span.Contains(new LocalDate(9999, 12, 31)));
        Assert.Equal("[0001-01-01, open)", span.ToString());
    }

    [Fact]
    public void MonthsQuartersAndYearsAreSpans()
    {
        Assert.Equal("[2028-02-01, 2028-03-01)", DateSpan.Of(new YearMonth(2028, 2)).ToString());
        Assert.Equal(29, DateSpan.Of(new YearMonth(2028, 2)).Days);
        Assert.Equal("[2027-04-01, 2027-07-01)", DateSpan.Of(YearQuarter.Of(2027, 2)).ToString());
        Assert.Equal(
            "[2026-11-01, 2027-02-01)", DateSpan.Of(YearQuarter.Of(2027, 4), FiscalCalendar.StartingIn(2)).ToString());
        Assert.Equal("[2027-01-01, 2028-01-01)", DateSpan.Year(2027).ToString());
        Assert.Equal(366, DateSpan.Year(2028).Days);
    }

    [Fact]
    public void MonthsFollowTheRulesOfTheCalendar() =>
        Assert.Equal("[2027-08-31, 2029-02-28)", DateSpan.Months(new LocalDate(2027, 8, 31), 18).ToString());

    [Fact]
    public void SpansThatFollowEachOtherShareNoDay()
    {
        DateSpan january = DateSpan.Of(new YearMonth(2027, 1));
        DateSpan february = DateSpan.Of(new YearMonth(2027, 2));
        Assert.Null(january.Intersect(february));
        Assert.False(january.Overlaps(february));
        Assert.True(january.Overlaps(DateSpan.From(new LocalDate(2027, 1, 31))));
    }

    [Fact]
    public void ASpanWithoutADayIsRefused()
    {
        var day = new LocalDate(2027, 3, 1);
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => DateSpan.Between(day, day));
        Assert.Equal("end", refused.ParamName);
        Assert.Contains(
            "end was 2027-03-01; a day after the start 2027-03-01", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => DateSpan.Between(day, day.PlusDays(-1)));
        Assert.False(DateSpan.IsValid(day, day));
        Assert.True(DateSpan.IsValid(day, day.PlusDays(1)));
        Assert.Contains(
            "months was 0; 1 or more",
            Refusal.By<ArgumentOutOfRangeException>(() => DateSpan.Months(day, 0)).Message,
            StringComparison.Ordinal);
    }

    private static bool Agree(DateSpan one, DateSpan other, LocalDate date) =>
        (one.Contains(date) && other.Contains(date)) == (one.Intersect(other)?.Contains(date) ?? false);
}
