using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class AgingCalculatorTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly LocalDate AsOf = new(2026, 12, 31);

    [Fact]
    public void OnlyDealsOlderThanTheLongestCycleAreStale()
    {
        Opportunity asOld = TestOpportunities.Open(1m, created: AsOf.PlusDays(-90));
        Opportunity older = TestOpportunities.Open(1m, created: AsOf.PlusDays(-91));
        Opportunity[] deals =
        [
            TestOpportunities.Won(1m, Start, Start.PlusDays(30)),
            TestOpportunities.Lost(1m, Start, Start.PlusDays(90)),
            asOld, older, TestOpportunities.Open(1m), TestOpportunities.Open(1m, created: AsOf.PlusDays(1)),
        ];

        StaleDeals stale = AgingCalculator.OlderThanAnyClosed(deals, AsOf);

        Assert.Equal(90, stale.LongestClosedCycleDays);
        Assert.Equal([older], stale.Deals);
        Assert.Equal(2, stale.WithoutAgeCount);
    }

    [Fact]
    public void WhatClosesLaterSetsNoLength()
    {
        Opportunity old = TestOpportunities.Open(1m, created: AsOf.PlusDays(-60));
        Opportunity[] deals =
        [
            TestOpportunities.Won(1m, Start, Start.PlusDays(19)),
            TestOpportunities.Won(1m, Start, AsOf.PlusDays(1)),
            old,
        ];

        Assert.Equal([old], AgingCalculator.OlderThanAnyClosed(deals, AsOf).Deals);
        Assert.Empty(AgingCalculator.OlderThanAnyClosed(deals, AsOf.PlusDays(1)).Deals);
    }

    [Fact]
    public void WithoutAClosedDealNoneIsStale()
    {
        StaleDeals stale = AgingCalculator.OlderThanAnyClosed([TestOpportunities.Open(1m, created: Start)], AsOf);

        Assert.Null(stale.LongestClosedCycleDays);
        Assert.True(stale.Deals.IsEmpty);
    }

    [Fact]
    public void EachGroupIsComparedWithItsOwnCycles()
    {
        Opportunity quick = TestOpportunities.Open(1m, created: AsOf.PlusDays(-40)) with { Segment = "SMB" };
        Opportunity slow = quick with { Id = "slow", Segment = "Enterprise" };
        List<Opportunity> deals =
        [
            TestOpportunities.Won(1m, Start, Start.PlusDays(30)) with { Segment = "SMB" },
            TestOpportunities.Won(1m, Start, Start.PlusDays(90)) with { Segment = "Enterprise" },
            quick, slow,
        ];

        Assert.Empty(AgingCalculator.OlderThanAnyClosed(deals, AsOf).Deals);
        var bySegment = AgingCalculator.OlderThanAnyClosedBySegment(deals, AsOf);

        Assert.Equal(["Enterprise", "SMB"], bySegment.Select(line => line.Key));
        Assert.Empty(bySegment[0].Value.Deals);
        Assert.Equal([quick], bySegment[1].Value.Deals);
        Assert.Equal(
            "1 open deal older than 30 days, the longest closed cycle, as of 2026-12-31",
            bySegment[1].Value.ToString());
        Assert.Equal(
            bySegment,
            AgingCalculator.OlderThanAnyClosedBy(deals, AsOf, deal => deal.Segment, StringComparer.Ordinal));
    }

    [Fact]
    public void ADealExpectedTodayIsNotLateYet()
    {
        Opportunity today = TestOpportunities.Open(1m, expected: AsOf);
        Opportunity yesterday = TestOpportunities.Open(1m, expected: AsOf.PlusDays(-1));

        Assert.Equal(
            [yesterday], AgingCalculator.PastExpectedClose([today, yesterday, TestOpportunities.Open(1m)], AsOf));
    }

    [Property]
    public bool OnceEveryCloseIsKnownTimeNeverMakesAStaleDealFresh(DealBook book, LocalDate asOf, byte days)
    {
        LocalDate known = book.Deals.Select(deal => deal.Closed ?? asOf).Append(asOf).Max();
        int now = AgingCalculator.OlderThanAnyClosed(book.Deals.AsSpan(), known).Deals.Count;
        int later = AgingCalculator.OlderThanAnyClosed(book.Deals.AsSpan(), known.PlusDays(days)).Deals.Count;
        return later >= now;
    }
}
