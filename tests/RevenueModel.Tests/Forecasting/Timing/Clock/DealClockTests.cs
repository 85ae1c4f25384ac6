using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Forecasting;

namespace RevenueModel.Tests.Forecasting.Timing.Clock;

public class DealClockTests
{
    private static readonly LocalDate March = new(2027, 3, 1);

    private static readonly FreezeWindow Turnaround = new()
    {
        Days = DateSpan.Between(March, March.PlusDays(10)), Scope = "Plant 4", Reason = "turnaround",
    };

    [Property(MaxTest = 60)]
    public void ClockDaysAreTheSumOfTheSpeedsOfDays(int seed)
    {
        var book = new TimingBook(seed, deals: 8);
        foreach (Opportunity deal in book.Deals)
        {
            LocalDate from = TimingBook.Start.PlusDays(book.Dice.Next(0, 100));
            LocalDate to = from.PlusDays(book.Dice.Next(0, 120));
            Assert.Equal(
                ClockOracle.Days(book.Clock, deal, from, to),
                book.Clock.DaysBetween(from, to, DealScope.Of(deal)));
        }
    }

    [Property(MaxTest = 60)]
    public void ClockDaysOfPartsSumToTheWhole(int seed)
    {
        var book = new TimingBook(seed, deals: 1);
        DealScope scope = DealScope.Of(book.Deals[0]);
        LocalDate middle = TimingBook.Start.PlusDays(book.Dice.Next(0, 200));
        LocalDate end = TimingBook.Start.PlusDays(200);
        Assert.Equal(
            book.Clock.DaysBetween(TimingBook.Start, end, scope),
            book.Clock.DaysBetween(TimingBook.Start, middle, scope) + book.Clock.DaysBetween(middle, end, scope));
    }

    [Property(MaxTest = 30)]
    public void FrozenDaysAreThoseWithoutSpeed(int seed)
    {
        var book = new TimingBook(seed, deals: 1);
        Assert.Equal(
            Enumerable.Range(1, 150).Where(day =>
                ClockOracle.Speed(book.Clock, book.Deals[0], book.AsOf.PlusDays(day)) == 0m),
            book.Clock.FrozenDays(book.AsOf, 150, DealScope.Of(book.Deals[0])));
    }

    [Fact]
    public void TheDefaultClockCountsCalendarDays() =>
        Assert.Equal(31m, new DealClock().DaysBetween(March, March.PlusMonths(1)));

    [Fact]
    public void TheDayAtWhoseEndTheCountStartsDoesNotCount()
    {
        var clock = new DealClock { Freezes = [Turnaround with { Scope = null }] };
        Assert.Equal(1m, clock.DaysBetween(March.PlusDays(-2), March));
        Assert.Equal(0m, clock.DaysBetween(March.PlusDays(-1), March.PlusDays(9)));
        Assert.Equal(1m, clock.DaysBetween(March.PlusDays(8), March.PlusDays(10)));
    }

    [Fact]
    public void OverlappingWindowsCountOnce()
    {
        var clock = new DealClock
        {
            Freezes =
            [
                Turnaround with { Scope = null },
                Turnaround with { Scope = null, Days = DateSpan.Between(March.PlusDays(5), March.PlusDays(15)) },
            ],
        };
        Assert.Equal(16m, clock.DaysBetween(March.PlusDays(-1), March.PlusDays(30)));
    }

    [Fact]
    public void AFreezeTakesPrecedenceAndTheLargestPullApplies()
    {
        DateSpan days = DateSpan.Between(March, March.PlusDays(20));
        var clock = new DealClock
        {
            Freezes = [Turnaround],
            Pulls =
            [
                new() { Regulation = "NIS2", Days = days, Multiplier = 1.5m },
                new() { Regulation = "nis2", Days = days, Multiplier = 2m },
                new() { Regulation = "CIRCIA", Days = days, Multiplier = 9m },
            ],
        };
        var scope = new DealScope { Names = ["plant 4"], Regulation = "NIS2" };
        Assert.Equal(20m, clock.DaysBetween(March.PlusDays(-1), March.PlusDays(19), scope));
        Assert.Equal(20m, clock.DaysBetween(March.PlusDays(-1), March.PlusDays(19)));
        Assert.Equal(40m, clock.DaysBetween(March.PlusDays(-1), March.PlusDays(19), scope with { Names = [] }));
    }

    [Fact]
    public void AWindowWithoutAnEndFreezesForEver()
    {
        var clock = new DealClock { Freezes = [new() { Days = DateSpan.From(March) }] };
        Assert.Equal(4m, clock.DaysBetween(March.PlusDays(-5), new LocalDate(9998, 1, 1)));
    }

    [Fact]
    public void AScopeHasTheAccountTheSegmentAndTheRegulation()
    {
        Opportunity deal = TestOpportunities.Open(1m) with
        {
            Account = "Acme", Segment = "Energy", RegulatoryTrigger = new() { Name = "NIS2" },
        };
        DealScope scope = DealScope.Of(deal, "Plant 4");
        Assert.Equal(["Acme", "Energy", "Plant 4"], scope.Names);
        Assert.Equal("NIS2", scope.Regulation);
        Assert.Equal(scope, DealScope.Of(deal, new List<string> { "Plant 4" }));
        Assert.Equal(new DealScope(), DealScope.Of(TestOpportunities.Open(1m)));
    }

    [Fact]
    public void WhatNoClockCanCountIsRefused()
    {
        Refusal.With(
            "to was 2027-02-28; 2027-03-01 or a later day is expected.",
            () => new DealClock().DaysBetween(March, March.PlusDays(-1)));
        Refusal.With(
            "Multiplier was 0.5; a number between 1 and 100 with at most nine decimal places is expected.",
            () => new DeadlinePull { Regulation = "NIS2", Days = default, Multiplier = 0.5m });
        Refusal.By<ArgumentOutOfRangeException>("days", () => new DealClock().FrozenDays(March, -1));
        Refusal.By<ArgumentException>(() => new DealScope { Names = [" "] });
        Refusal.By<ArgumentException>(() => Turnaround with { Scope = "" });
        Refusal.By<ArgumentException>("names", () => DealScope.Of(TestOpportunities.Open(1m), " "));
    }

    [Fact]
    public void FrozenDaysEndWithTheCalendar()
    {
        LocalDate june = new(9999, 6, 1);
        var clock = new DealClock { Freezes = [new() { Days = DateSpan.From(new(9999, 12, 30)) }] };
        Assert.Equal([212, 213], clock.FrozenDays(june, 213));
        Refusal.With(
            "days was 1000; at most 213, up to the year 9999 from 9999-06-01, is expected.",
            () => clock.FrozenDays(june, 1_000));
    }

    [Fact]
    public void ScopesThatDifferInCaseHaveTheSameWindows()
    {
        LocalDate day = new(2027, 1, 1);
        var clock = new DealClock { Freezes = [new() { Days = DateSpan.Year(2027), Scope = "Acme" }] };
        DealScope lower = new() { Names = ["acme"] };
        DealScope upper = new() { Names = ["ACME"] };
        Assert.NotEqual(lower, upper);
        Assert.Equal(0m, clock.DaysBetween(day, day.PlusDays(9), lower));
        Assert.Equal(0m, clock.DaysBetween(day, day.PlusDays(9), upper));
    }
}
