using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Timing.Close;

public class CloseTimingCalculatorTests
{
    private static readonly LocalDate Start = new(2027, 1, 4);
    private static readonly LocalDate AsOf = Start.PlusDays(100);

    private static readonly Opportunity[] Deals =
    [
        Won(0), Won(20), Lost(30), Won(60), TestOpportunities.Open(1m, created: Start.PlusDays(55)),
        TestOpportunities.Open(1m), TestOpportunities.Won(1m, closed: Start), TestOpportunities.Lost(1m, Start),
        TestOpportunities.Open(1m, created: AsOf.PlusDays(1)), TestOpportunities.Won(1m, Start, AsOf.PlusDays(1)),
    ];

    [Fact]
    public void ExcludedDealsAreCountedByReason()
    {
        CloseTimingCounts counts = CloseTimingCalculator.Measure(Deals, AsOf).Counts;
        Assert.Equal(
            new CloseTimingCounts(
                3, 1, 2, WithoutCreated: 2, CreatedLater: 1, ClosedWithoutDate: 1, ClosedEarlier: 0),
            counts);
        Assert.Equal(6, counts.Counted);
        Assert.Equal(4, counts.Excluded);
    }

    [Fact]
    public void ACloseOnTheDayOfCreationIsAtTimeZero()
    {
        CloseTiming timing = CloseTimingCalculator.Measure(Deals, AsOf);
        Assert.Equal(1 / 6d, timing.NewDealProbability(0).Won, 1e-15);
        Assert.Equal(0, timing.Probability(0, 0).Won);
        Assert.Equal(1 / 5d, timing.WinProbability(0, 20), 1e-15);
        Assert.Equal(0, timing.WinProbability(20, 30));
    }

    [Fact]
    public void TheUnobservedPartOfAHorizonIsStated()
    {
        CloseTiming timing = CloseTimingCalculator.Measure(Deals, AsOf);
        Assert.Equal(100m, timing.LastAge);
        CloseProbability probability = timing.Probability(40, 90);
        Assert.Equal(60, probability.ObservedDays);
        Assert.Equal(30, probability.UnobservedDays);
        Assert.False(probability.IsFullyObserved);
        Assert.Equal(1 / 2d, probability.Won, 1e-15);
        Assert.True(timing.Probability(40, 60).IsFullyObserved);

        CloseProbability older = timing.Probability(101, 30);
        Assert.Equal(0, older.ObservedDays);
        Assert.Equal(0, older.Won);
    }

    [Fact]
    public void AfterTheLastDealClosedEveryHorizonIsObserved()
    {
        CloseTiming timing = CloseTimingCalculator.Measure([Won(10), Lost(30)], AsOf);
        Assert.True(timing.Probability(10, 1_000).IsFullyObserved);
        Assert.Equal(1, timing.Probability(10, 1_000).Lost, 1e-15);
        Assert.Equal(0, timing.Probability(30, 1_000).ObservedDays);
    }

    [Fact]
    public void WithoutDealsNothingIsObserved()
    {
        CloseTiming timing = CloseTimingCalculator.Measure([], AsOf);
        Assert.Null(timing.Table);
        Assert.Equal(new CloseProbability(5, 10, 0, 0, 0, null), timing.Probability(5, 10));
        Assert.Null(CloseTimingCalculator.Probability(timing, 5, 10).Interval);
        Assert.Empty(CloseTimingCalculator.BySegment([], AsOf));
        Assert.Empty(CloseTimingCalculator.Credible(CloseTimingCalculator.BySegment([], AsOf)));
    }

    [Fact]
    public void FreezeWindowsInThePastStopTheAge()
    {
        var clock = new DealClock { Freezes = [new() { Days = DateSpan.Between(Start, Start.PlusDays(16)) }] };
        CloseTiming timing = CloseTimingCalculator.Measure([Won(20), Won(10)], AsOf, clock);
        Assert.Equal([0m, 5m], timing.Table!.Rows.Select(row => row.Time));
    }

    [Fact]
    public void SegmentsAreInTheOrderOfNames()
    {
        Opportunity[] deals = [Won(10), Won(20) with { Segment = "SMB" }, Lost(10) with { Segment = "Energy" }];
        ValueList<Keyed<string?, CloseTiming>> lines = CloseTimingCalculator.BySegment(deals, AsOf);
        Assert.Equal(["Energy", "SMB", null], lines.Select(line => line.Key));
        Assert.Equal(CloseTimingCalculator.Measure([deals[1]], AsOf), lines[1].Value);
        Assert.Equal(lines, CloseTimingCalculator.BySegment(deals.ToList(), AsOf));
    }

    [Fact]
    public void WithoutADifferenceOfWinRatesOrTimesEachGroupIsPooled()
    {
        Opportunity[] deals =
        [
            Won(10) with { Segment = "A" }, Lost(20) with { Segment = "A" },
            Won(20) with { Segment = "B" }, Lost(10) with { Segment = "B" },
        ];
        foreach ((string? _, CloseTiming timing) in CloseTimingCalculator.Credible(
            CloseTimingCalculator.BySegment(deals, AsOf)))
        {
            Assert.Equal(new CloseTimingCredibility(null, 0), timing.Credibility);
            Assert.Equal(CloseTimingCalculator.Measure(deals, AsOf).Table, timing.Table);
        }
    }

    [Fact]
    public void AGroupWithoutClosedDealsHasTheWeightZero()
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(1, 20).Select(day => Won(day) with { Segment = "A" }),
            .. Enumerable.Range(1, 5).Select(day => Lost(day) with { Segment = "A" }),
            .. Enumerable.Range(1, 30).Select(day => Lost(day) with { Segment = "B" }),
            TestOpportunities.Open(1m, created: AsOf.PlusDays(-1)) with { Segment = "C" },
        ];
        CloseTiming timing = CloseTimingCalculator.Credible(CloseTimingCalculator.BySegment(deals, AsOf))[2].Value;
        Assert.Equal(0, timing.Credibility!.Value.Weight);
        Assert.InRange(timing.WinProbability(1, 60), 0.2, 0.6);
    }

    [Fact]
    public void WhatIsNotATimeIsRefused()
    {
        CloseTiming timing = CloseTimingCalculator.Measure(Deals, AsOf);
        Refusal.With(
            "age was -1; a finite number of days, zero or more, is expected.", () => timing.WinProbability(-1, 10));
        Refusal.By<ArgumentOutOfRangeException>("days", () => timing.Probability(1, double.NaN));
        Refusal.By<ArgumentOutOfRangeException>("days", () => timing.NewDealProbability(double.PositiveInfinity));
        Assert.Throws<ArgumentException>("days", () => timing.WinProbabilities([1, 2], [1], new double[2]));
        Assert.Throws<ArgumentException>("destination", () => timing.WinProbabilities([1], [1], new double[2]));
        Refusal.By<ArgumentOutOfRangeException>(
            "confidence", () => CloseTimingCalculator.Probability(timing, 1, 10, confidence: 1));
        Refusal.By<ArgumentOutOfRangeException>(
            "confidence",
            () => CloseTimingCalculator.Probability(CloseTimingCalculator.Measure([], AsOf), 1, 10, confidence: 2));
        ValueList<Keyed<string?, CloseTiming>> weighted =
            CloseTimingCalculator.Credible(CloseTimingCalculator.BySegment(Deals, AsOf));
        Refusal.By<ArgumentOutOfRangeException>("timings", () => CloseTimingCalculator.Credible(weighted));
        Refusal.By<ArgumentNullException>("opportunities", () => CloseTimingCalculator.Measure([null!], AsOf));
        Refusal.By<ArgumentNullException>(
            "scope",
            () => CloseTimingCalculator.Measure(
                Deals, AsOf, new DealClock { Freezes = [new() { Days = default }] }, _ => null!));
    }

    private static Opportunity Won(int days) => TestOpportunities.Won(1m, Start, Start.PlusDays(days));

    private static Opportunity Lost(int days) => TestOpportunities.Lost(1m, Start, Start.PlusDays(days));
}
