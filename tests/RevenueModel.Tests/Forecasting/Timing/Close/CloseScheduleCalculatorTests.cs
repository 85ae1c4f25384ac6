using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Forecasting;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Forecasting.Timing.Close;

public class CloseScheduleCalculatorTests
{
    [Property(MaxTest = 40)]
    public void AFreezeWindowNeverMakesAWinLikelierByAnyDate(int seed)
    {
        var book = new TimingBook(seed);
        int earliest = Period.DaysBetween(TimingBook.Start, book.AsOf) + 1;
        DealClock more = book.Clock with { Freezes = [.. book.Clock.Freezes, .. book.Freezes(2, earliest)] };
        Compare(book, more, book.Clock);
    }

    [Property(MaxTest = 40)]
    public void ADeadlinePullNeverMakesAWinLaterByAnyDate(int seed)
    {
        var book = new TimingBook(seed);
        int earliest = Period.DaysBetween(TimingBook.Start, book.AsOf) + 1;
        DealClock more = book.Clock with { Pulls = [.. book.Clock.Pulls, .. book.Pulls(2, earliest)] };
        Compare(book, book.Clock, more);
    }

    [Property(MaxTest = 30)]
    public void ADealHasTheProbabilityOfItsOwnClockDays(int seed)
    {
        var book = new TimingBook(seed);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        ValueList<SurvivalSubject> all = ClockOracle.Subjects(book.Deals, book.AsOf, book.Clock);
        ValueList<DateSpan> months = CloseScheduleCalculator.Months(book.AsOf, 4);
        CloseSchedule schedule = CloseScheduleCalculator.Schedule(timing, book.Deals, months, book.Clock);
        Assert.Equal(timing.Counts.Open, schedule.Deals.Count);
        foreach (DealCloseSchedule line in schedule.Deals)
        {
            Opportunity deal = book.Deals.Single(one => one.Id == line.Deal);
            decimal age = ClockOracle.Days(book.Clock, deal, deal.Created!.Value, book.AsOf);
            ValueList<SurvivalSubject> open = [.. all.Where(one => one.Time > age)];
            double sum = 0;
            foreach (DealClosePeriod period in line.Periods)
            {
                LocalDate last = period.Period.End!.Value.PlusDays(-1);
                decimal end = age + ClockOracle.Days(book.Clock, deal, book.AsOf, last);
                sum += period.Won;
                Assert.Equal(
                    SurvivalOracle.Number(SurvivalOracle.Incidence(open, 1, end)), period.WonByEnd, 1e-12);
                Assert.Equal(period.WonByEnd, sum, 1e-12);
            }
        }
    }

    [Property(MaxTest = 30)]
    public void FutureFactsDoNotChangeTheSchedule(int seed)
    {
        var book = new TimingBook(seed);
        ValueList<DateSpan> months = CloseScheduleCalculator.Months(book.AsOf, 3);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf);
        Opportunity[] planted =
        [
            .. book.Deals.Select(deal => TimingIsOpen(deal, book.AsOf)
                ? deal with { Timeline = DealTimeline.Won(deal.Created, book.AsOf.PlusDays(3)) }
                : deal),
        ];
        Assert.Equal(
            CloseScheduleCalculator.Schedule(timing, book.Deals, months),
            CloseScheduleCalculator.Schedule(timing, planted, months));
    }

    [Fact]
    public void TotalsSumProbabilitiesAndAmounts()
    {
        var book = new TimingBook(7, deals: 100);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf);
        CloseSchedule schedule = CloseScheduleCalculator.Schedule(
            timing, book.Deals, CloseScheduleCalculator.Quarters(book.AsOf, 2));
        ClosePeriodTotal total = schedule.Totals()[1];
        Assert.Equal(schedule.Periods[1], total.Period);
        Assert.Equal(schedule.Deals.Sum(deal => deal.Periods[1].Won), total.ExpectedWins, 1e-12);
        Assert.Equal(
            schedule.Deals.Sum(deal => deal.Periods[1].Won * (double)(deal.Amount ?? 0m)), total.ExpectedAmount, 1e-6);
        Assert.Equal(schedule.Deals.Count(deal => !deal.Periods[1].IsFullyObserved), total.NotFullyObserved);
        Assert.True(total.NotFullyObserved > 0);
    }

    [Fact]
    public void EachDealHasTheTimingOfItsSegment()
    {
        var book = new TimingBook(3, deals: 100);
        ValueList<DateSpan> months = CloseScheduleCalculator.Months(book.AsOf, 2);
        ValueList<Keyed<string?, CloseTiming>> timings = CloseTimingCalculator.BySegment(book.Deals, book.AsOf);
        CloseSchedule schedule = CloseScheduleCalculator.ScheduleBySegment(timings, book.Deals, months);
        foreach ((string? segment, CloseTiming timing) in timings)
        {
            Opportunity[] own = [.. book.Deals.Where(deal => deal.Segment == segment)];
            Assert.All(
                CloseScheduleCalculator.Schedule(timing, own, months).Deals,
                line => Assert.Contains(line, schedule.Deals));
        }
    }

    [Fact]
    public void PeriodsStartWithTheDayAfter()
    {
        LocalDate end = new(2027, 3, 31);
        Assert.Equal(DateSpan.Of(new YearMonth(2027, 4)), CloseScheduleCalculator.Months(end, 2)[0]);
        Assert.Equal(DateSpan.Of(YearQuarter.Of(2027, 1)), CloseScheduleCalculator.Quarters(end.PlusDays(-1), 1)[0]);
        FiscalCalendar february = FiscalCalendar.StartingIn(2);
        Assert.Equal(
            DateSpan.Of(YearQuarter.Of(2028, 1), february), CloseScheduleCalculator.Quarters(end, 3, february)[0]);
    }

    [Fact]
    public void DaysThatHavePassedDoNotCount()
    {
        var book = new TimingBook(5);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf);
        DateSpan past = DateSpan.Between(book.AsOf.PlusDays(-10), book.AsOf.PlusDays(1));
        Assert.All(
            CloseScheduleCalculator.Schedule(timing, book.Deals, [past]).Deals,
            deal => Assert.Equal(new DealClosePeriod(past, 0, 0, 0, 0, 0), deal.Periods[0]));
    }

    // Losses are limited to one less the wins, which rounds: the difference of two such limits can be below zero.
    [Fact]
    public void NoProbabilityOfAPeriodIsNegative()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var book = new TimingBook(seed, deals: 60);
            CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
            DateSpan[] days = [.. Enumerable.Range(1, 100).Select(i =>
                DateSpan.Between(book.AsOf.PlusDays(i), book.AsOf.PlusDays(i + 1)))];
            foreach (DealCloseSchedule deal in CloseScheduleCalculator.Schedule(timing, book.Deals, days).Deals)
            {
                Assert.All(deal.Periods, period => Assert.True(period.Won >= 0 && period.Lost >= 0));
            }
        }
    }

    [Fact]
    public void PeriodsEndWithTheCalendar()
    {
        LocalDate last = new(9999, 12, 31);
        Assert.Equal(6, CloseScheduleCalculator.Months(new(9999, 5, 31), 6).Count);
        Assert.Equal(2, CloseScheduleCalculator.Quarters(new(9999, 3, 31), 2).Count);
        Assert.Equal(3, CloseScheduleCalculator.Quarters(new(9998, 4, 30), 3, FiscalCalendar.StartingIn(2)).Count);
        Refusal.With(
            "count was 12; at most 6, up to the year 9999 from 9999-05-31, is expected.",
            () => CloseScheduleCalculator.Months(new(9999, 5, 31), 12));
        Refusal.By<ArgumentOutOfRangeException>("asOf", () => CloseScheduleCalculator.Months(last, 1));
        Refusal.By<ArgumentOutOfRangeException>("asOf", () => CloseScheduleCalculator.Quarters(last, 1));
        Refusal.By<ArgumentOutOfRangeException>(
            "count", () => CloseScheduleCalculator.Quarters(new(9999, 3, 31), 3));
        Refusal.By<ArgumentOutOfRangeException>(
            "count", () => CloseScheduleCalculator.Quarters(new(9998, 4, 30), 4, FiscalCalendar.StartingIn(2)));
    }

    [Fact]
    public void ImpossibleProbabilitiesAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>("Won", () => new CloseProbability(0, 1, 1, 7, 0, null));
        Refusal.By<ArgumentOutOfRangeException>("Days", () => new CloseProbability(0, -1, 0, 0.5, 0, null));
        Refusal.By<ArgumentOutOfRangeException>("Lost", () => new DealClosePeriod(default, 1, 1, 0, -1, 0));
        Refusal.By<ArgumentOutOfRangeException>("Weight", () => new CloseTimingCredibility(1, 2));
        Refusal.By<ArgumentOutOfRangeException>("ExpectedWins", () => new ClosePeriodTotal(default, -1, 0, 0));
        Assert.Equal(
            "age 0, within 1 day: won 0.5000, lost 0.0000, open 0.5000, observed for 0.5 days",
            new CloseProbability(0, 1, 0.5, 0.5, 0, null).ToString());
    }

    [Fact]
    public void WhatCannotBeScheduledIsRefused()
    {
        var book = new TimingBook(5);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf);
        Keyed<string?, CloseTiming>[] one = [new("nowhere", timing)];
        DateSpan[] open = [DateSpan.From(book.AsOf)];
        Refusal.By<ArgumentOutOfRangeException>(
            "periods", () => CloseScheduleCalculator.Schedule(timing, book.Deals, open));
        Refusal.By<ArgumentException>(
            "opportunities",
            () => CloseScheduleCalculator.ScheduleBySegment(
                one, book.Deals, CloseScheduleCalculator.Months(book.AsOf, 1).AsSpan()));
        Refusal.By<ArgumentException>(
            "timings", () => CloseScheduleCalculator.ScheduleBySegment([], book.Deals, []));
        Refusal.By<ArgumentOutOfRangeException>(
            "timings",
            () => CloseScheduleCalculator.ScheduleBySegment(
                [one[0], new("b", CloseTimingCalculator.Measure([], TimingBook.Start))], book.Deals, []));
        Refusal.By<ArgumentNullException>(
            "timings",
            () => CloseScheduleCalculator.ScheduleBySegment([one[0], new("b", null!)], book.Deals, []));
        Refusal.With(
            "timings had segment \"nowhere\" twice; each segment once is expected.",
            () => CloseScheduleCalculator.ScheduleBySegment([one[0], one[0]], book.Deals, []));
        Refusal.With(
            "timings had segment \"(none)\" twice; each segment once is expected.",
            () => CloseScheduleCalculator.ScheduleBySegment(
                [new(null, timing), new(null, timing)], book.Deals, []));
        Refusal.By<ArgumentOutOfRangeException>("count", () => CloseScheduleCalculator.Quarters(book.AsOf, 0));
        Refusal.By<ArgumentOutOfRangeException>("count", () => CloseScheduleCalculator.Months(book.AsOf, 0));
    }

    private static bool TimingIsOpen(Opportunity deal, LocalDate asOf) =>
        deal.Created <= asOf && (deal.IsOpen || deal.Closed > asOf);

    private static void Compare(TimingBook book, DealClock slower, DealClock faster)
    {
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        DateSpan[] days = [.. Enumerable.Range(1, 60).Select(i =>
            DateSpan.Between(book.AsOf.PlusDays((2 * i) - 1), book.AsOf.PlusDays(2 * i)))];
        CloseSchedule slow = CloseScheduleCalculator.Schedule(timing, book.Deals, days, slower);
        CloseSchedule fast = CloseScheduleCalculator.Schedule(timing, book.Deals, days, faster);
        foreach ((DealCloseSchedule one, DealCloseSchedule other) in slow.Deals.Zip(fast.Deals))
        {
            Assert.Equal(one.Age, other.Age);
            Assert.All(
                one.Periods.Zip(other.Periods),
                pair => Assert.True(pair.First.WonByEnd <= pair.Second.WonByEnd));
        }
    }
}
