using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;
using Measured = RevenueModel.Forecasting.Slippage;

namespace RevenueModel.Tests.Forecasting.Timing.Slippage;

public class SlippageCalculatorTests
{
    private static readonly LocalDate January = new(2027, 1, 20);
    private static readonly LocalDate MidApril = new(2027, 4, 15);
    private static readonly LocalDate AsOf = new(2027, 6, 30);

    // Expected by the end of March at creation, pushed twice and pulled once, won in April.
    private static readonly Opportunity Late = Deal("late", DealTimeline.Won(January, MidApril, MidApril));

    private static readonly DealHistory LateHistory = History(
        "late",
        new(new(2027, 2, 20), new(2027, 3, 31), new(2027, 5, 31)),
        new(new(2027, 3, 20), new(2027, 5, 31), new(2027, 4, 20)),
        new(new(2027, 4, 5), new(2027, 4, 20), new(2027, 4, 30)),
        new(MidApril, new(2027, 4, 30), MidApril));

    [Fact]
    public void PushesAndPullsBeforeTheCloseCount()
    {
        DealSlippage deal = Measure([Late], [LateHistory]).Deals[0];
        Assert.Equal((2, 1, 61 + 10, 41), (deal.PushCount, deal.PullCount, deal.PushedDays, deal.PulledDays));
        Assert.Equal(15, deal.ErrorAtCreation);
    }

    [Fact]
    public void ErrorsAreFromTheDateAsItStood()
    {
        ValueList<CloseDateError> errors = Measure([Late], [LateHistory], leadDays: [8, 20, 40, 80, 200]).Errors;
        Assert.Equal([null, 8, 20, 40, 80, 200], errors.Select(error => error.LeadDays));
        Assert.Equal([15m, -15m, -5m, -46m, 15m, null], errors.Select(error => error.MeanDays));
        Assert.Equal([15m, 15m, 5m, 46m, 15m, null], errors.Select(error => error.MeanAbsoluteDays));
    }

    [Fact]
    public void DealsThatSlipPastTheirQuarterAreCountedInIt()
    {
        Opportunity[] deals =
        [
            Deal("won", DealTimeline.Won(January, new(2027, 5, 2), new(2027, 5, 2))),
            Deal("lost", DealTimeline.Lost(January, new(2027, 6, 30), new(2027, 6, 30))),
            Deal("open", DealTimeline.Open(January, expectedClose: new(2027, 7, 20))),
            Deal("next", DealTimeline.Won(January, new(2027, 7, 2), new(2027, 7, 2))),
            Deal("early", DealTimeline.Won(January, new(2027, 3, 2), new(2027, 3, 2))),
            Deal("new", DealTimeline.Open(new(2027, 4, 1), expectedClose: new(2027, 6, 1))),
            Late,
        ];
        DealHistory[] histories =
        [
            History("won"), History("lost") with { Outcome = DealOutcome.Lost },
            History("open", new CloseDateChange(new(2027, 6, 1), new(2027, 5, 1), new(2027, 7, 20))),
            History("next", new CloseDateChange(new(2027, 6, 1), new(2027, 5, 1), new(2027, 7, 2))),
            History("early"), History("new"), LateHistory,
        ];
        QuarterSlippage quarter = Assert.Single(Measure(deals, histories).Quarters);
        Assert.Equal(YearQuarter.Of(2027, 2), quarter.Quarter);
        Assert.Equal((2, 1, 2), (quarter.Won, quarter.Lost, quarter.Slipped));
        Assert.Equal(0.4m, quarter.SlippedShare);
        Assert.Equal(ProportionCalculator.Wilson(2, 5), quarter.Interval);
    }

    [Fact]
    public void DealsWithoutAHistoryAreCounted()
    {
        Measured slippage = Measure(
            [
                Late, Deal("other", DealTimeline.Open(January)), Deal("x", DealTimeline.Open()),
                Deal("y", DealTimeline.Open(AsOf.PlusDays(1))), Deal("z", DealTimeline.Won(January)),
            ],
            [LateHistory]);
        Assert.Equal(1, slippage.WithoutHistoryCount);
        Assert.Equal(3, slippage.ExcludedCount);
        Assert.Equal(1, slippage.PushedDealCount);
        Assert.Equal(1m, slippage.PushedShare);
    }

    [Fact]
    public void ADealThatItsHistoryContradictsIsCountedOnly()
    {
        Opportunity open = Deal("open", DealTimeline.Open(January));
        Opportunity later = Deal("later", DealTimeline.Won(January, AsOf.PlusDays(20)));
        Opportunity[] deals = [Late, open, later];
        DealHistory[] contradicting =
        [
            LateHistory with { Outcome = DealOutcome.Lost, Closed = new(2027, 3, 1) },
            History("open") with { Closed = AsOf },
            History("later") with { Outcome = DealOutcome.Lost, Closed = AsOf.PlusDays(-20) },
        ];
        Measured slippage = Measure(deals, contradicting);
        Assert.Equal((3, 0), (slippage.ContradictoryCount, slippage.Deals.Count));
        Assert.EndsWith("0 without a history, 3 contradicted by their history", slippage.ToString());
        Assert.Equal(
            1, Measure([Late], [LateHistory with { Outcome = DealOutcome.Open }]).ContradictoryCount);

        // What happens later, and a close without a date, contradict nothing.
        DealHistory[] consistent =
        [
            LateHistory with { Closed = MidApril.PlusDays(-2) }, History("open") with { Closed = AsOf.PlusDays(1) },
            History("later") with { Outcome = DealOutcome.Lost },
        ];
        Assert.Equal((0, 3), (Measure(deals, consistent).ContradictoryCount, Measure(deals, consistent).Deals.Count));
    }

    [Fact]
    public void ALeadOfTheWholeLifeIsTheDayOfCreation()
    {
        int life = Period.DaysBetween(January, MidApril);
        ValueList<CloseDateError> errors = Measure([Late], [LateHistory], leadDays: [life, life + 1]).Errors;
        Assert.Equal([1, 1, 0], errors.Select(error => error.Count));
        Assert.Equal(errors[0].MeanDays, errors[1].MeanDays);
    }

    [Fact]
    public void TheEndOfTheCalendarIsMeasured()
    {
        LocalDate end = new(9999, 12, 31);
        Opportunity old = Deal("a", DealTimeline.Open(new(9999, 9, 1), expectedClose: new(9999, 12, 31)));
        Measured slippage = SlippageCalculator.Measure([old], [History("a") with { Outcome = DealOutcome.Open }], end);
        Assert.Equal((YearQuarter.Of(9999, 4), 1), (slippage.Quarters[0].Quarter, slippage.Quarters[0].Slipped));
        Opportunity first = Deal("b", DealTimeline.Won(LocalDate.MinIsoValue.PlusDays(3_700), new(-9987, 3, 1)));
        Assert.Equal(0, SlippageCalculator.Measure([first], [], new(-9986, 1, 1)).Errors[1].Count);
    }

    [Fact]
    public void DistancesAreInWords()
    {
        DealSlippage deal = new()
        {
            Deal = "A", PushCount = 1, PullCount = 0, PushedDays = 1, PulledDays = 0, ErrorAtCreation = 1,
        };
        Assert.EndsWith(", closed 1 day after the first date", deal.ToString());
        Assert.EndsWith(", closed 2 days before the first date", (deal with { ErrorAtCreation = -2 }).ToString());
        Assert.EndsWith(", closed on the first date", (deal with { ErrorAtCreation = 0 }).ToString());
        Assert.Equal(
            "1 day before the close: mean 1, median 1, absolute 1 day of 1 deal",
            new CloseDateError(1, 1, 1m, 1m, 1m).ToString());
        Refusal.By<ArgumentOutOfRangeException>("PushCount", () => deal with { PushCount = -1 });
        Refusal.By<ArgumentOutOfRangeException>("Count", () => new CloseDateError(1, -1, null, null, null));
        Refusal.By<ArgumentOutOfRangeException>("LeadDays", () => new CloseDateError(0, 1, null, null, null));
        Refusal.By<ArgumentOutOfRangeException>("Lost", () => new QuarterSlippage(default, 1, -1, 0, null));
    }

    [Fact]
    public void ADateThatNeverMovedHasNoPush()
    {
        Measured slippage = Measure(
            [Deal("a", DealTimeline.Won(January, MidApril, MidApril.PlusDays(-3)))], [History("a")]);
        Assert.Equal(0, slippage.PushCount);
        Assert.Equal(0m, slippage.PushedShare);
        Assert.Equal(3, slippage.Deals[0].ErrorAtCreation);
    }

    [Fact]
    public void FutureFactsHaveNoEffect()
    {
        LocalDate march = new(2027, 3, 1);
        Measured known = SlippageCalculator.Measure(
            [Deal("late", DealTimeline.Open(January, expectedClose: new(2027, 5, 31)))],
            [LateHistory with { CloseDateChanges = [LateHistory.CloseDateChanges[0]], Outcome = DealOutcome.Open }],
            march);
        Assert.Equal(known, SlippageCalculator.Measure([Late], [LateHistory], march));
    }

    [Fact]
    public void SegmentsHaveTheirOwnFigures()
    {
        Opportunity other = Deal("other", DealTimeline.Open(January)) with { Segment = "SMB" };
        ValueList<Keyed<string?, Measured>> lines = SlippageCalculator.BySegment([other, Late], [LateHistory], AsOf);
        Assert.Equal(["SMB", null], lines.Select(line => line.Key));
        Assert.Equal(Measure([Late], [LateHistory]), lines[1].Value);
        Assert.Equal(lines, SlippageCalculator.BySegment(new List<Opportunity> { other, Late }, [LateHistory], AsOf));
    }

    [Fact]
    public void WhatCannotBeMeasuredIsRefused()
    {
        Refusal.With(
            "histories had deal \"late\" twice; each deal once is expected.",
            () => Measure([Late], [LateHistory, LateHistory]));
        Refusal.With(
            "opportunities had deal \"late\" twice; each deal once is expected.",
            () => Measure([Late, Late with { Segment = "SMB" }], [LateHistory]));
        Refusal.By<ArgumentException>(
            "opportunities",
            () => SlippageCalculator.BySegment([Late, Late with { Segment = "SMB" }], [LateHistory], AsOf));
        Refusal.By<ArgumentOutOfRangeException>("leadDays", () => Measure([Late], [LateHistory], leadDays: [0]));
        Refusal.By<ArgumentOutOfRangeException>(
            "confidence", () => SlippageCalculator.Measure([Late], [LateHistory], AsOf, confidence: 0));
        Refusal.By<ArgumentNullException>("opportunities", () => Measure([null!], [LateHistory]));
        Refusal.By<ArgumentNullException>("histories", () => Measure([Late], [null!]));
    }

    private static Measured Measure(Opportunity[] deals, DealHistory[] histories, int[]? leadDays = null) =>
        SlippageCalculator.Measure(deals, histories, AsOf, leadDays: leadDays);

    private static Opportunity Deal(string id, DealTimeline timeline) =>
        new() { Id = id, Stage = "Any", Timeline = timeline };

    private static DealHistory History(string deal, params CloseDateChange[] changes) =>
        new() { Deal = deal, Outcome = DealOutcome.Won, CloseDateChanges = changes };
}
