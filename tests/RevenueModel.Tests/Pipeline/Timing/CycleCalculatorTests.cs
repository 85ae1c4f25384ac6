using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Statistics;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class CycleCalculatorTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact]
    public void WonCyclesAreMeasuredFromCreationToClose()
    {
        Opportunity[] deals =
        [
            Won(10), Won(20), Won(30), Won(40), Won(100), TestOpportunities.Won(1m), TestOpportunities.Open(
                1m, created: Start),
            TestOpportunities.Lost(1m, Start, Start.PlusDays(7)),
        ];

        CycleLengths cycles = CycleCalculator.Measure(deals);

        Assert.Equal(5, cycles.Count);
        Assert.Equal(1, cycles.WithoutCycleCount);
        Assert.Equal(10, cycles.Shortest);
        Assert.Equal(20m, cycles.LowerQuartile);
        Assert.Equal(30m, cycles.Median);
        Assert.Equal(40m, cycles.UpperQuartile);
        Assert.Equal(76m, cycles.NinetiethPercentile); // rank 0.9 x 4 = 3.6: 40 + 0.6 x 60
        Assert.Equal(100, cycles.Longest);
        Assert.Equal(40m, cycles.Mean);
        Assert.Equal(7, CycleCalculator.Measure(deals, DealOutcome.Lost).Longest);
        Assert.Equal(100m, CycleCalculator.Measure(deals, method: QuantileMethod.NearestRank).NinetiethPercentile);
    }

    [Fact]
    public void AStatedCycleStandsInForMissingDates() =>
        Assert.Equal(12, CycleCalculator.Measure([TestOpportunities.Won(1m, cycleDays: 12)]).Longest);

    [Fact]
    public void WithoutClosedDealsNothingIsSaid()
    {
        CycleLengths cycles = CycleCalculator.Measure([TestOpportunities.Open(1m)]);

        Assert.Equal(0, cycles.Count);
        Assert.Null(cycles.Median);
        Assert.Null(cycles.Mean);
    }

    [Fact]
    public void OpenDealsHaveNoCycle() =>
        Refusal.By<ArgumentOutOfRangeException>(() => CycleCalculator.Measure([], DealOutcome.Open));

    [Property]
    public bool GroupsHoldEveryLostDealOnce(DealBook book)
    {
        var byMotion = CycleCalculator.By(book.Deals, deal => deal.Motion, outcome: DealOutcome.Lost);
        return byMotion.Sum(line => line.Value.Count + line.Value.WithoutCycleCount)
            == book.Deals.Count(deal => deal.Outcome == DealOutcome.Lost);
    }

    [Property]
    public bool SegmentsHoldEveryWonDealOnce(DealBook book)
    {
        CycleLengths all = CycleCalculator.Measure(book.Deals.AsSpan());
        var bySegment = CycleCalculator.BySegment(book.Deals.AsSpan());
        return bySegment.Sum(line => line.Value.Count) == all.Count
            && bySegment.Sum(line => line.Value.WithoutCycleCount) == all.WithoutCycleCount
            && all.Count + all.WithoutCycleCount == book.Deals.Count(deal => deal.Outcome == DealOutcome.Won);
    }

    [Property]
    public bool QuantilesAreInOrder(DealBook book)
    {
        CycleLengths cycles = CycleCalculator.Measure(book.Deals.AsSpan());
        return cycles.Count == 0
            || (cycles.Shortest <= cycles.LowerQuartile
                && cycles.LowerQuartile <= cycles.Median
                && cycles.Median <= cycles.UpperQuartile
                && cycles.UpperQuartile <= cycles.NinetiethPercentile && cycles.NinetiethPercentile <= cycles.Longest);
    }

    private static Opportunity Won(int days) => TestOpportunities.Won(1m, Start, Start.PlusDays(days));
}
