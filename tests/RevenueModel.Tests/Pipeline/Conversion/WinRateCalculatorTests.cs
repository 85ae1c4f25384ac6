using FsCheck.Xunit;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class WinRateCalculatorTests
{
    [Fact]
    public void ARateIsUndefinedWhereNothingClosed()
    {
        Assert.Null(WinRateCalculator.ByCount(0, 0));
        Assert.Null(WinRateCalculator.ByValue(0m, 0m));
        WinRate rate = WinRateCalculator.Measure([TestOpportunities.Open(5m)]);
        Assert.Equal(0, rate.ClosedCount);
        Assert.Null(rate.ByCount);
        Assert.Null(rate.ByValue);
        Assert.Null(rate.CountInterval);
        Assert.Null(rate.ValueInterval);
    }

    [Fact]
    public void ARateByValueIsNotInventedWhereLostDealsCarryNoAmount()
    {
        WinRate rate = WinRateCalculator.Measure(
            [
                TestOpportunities.Won(100m),
                TestOpportunities.Won(300m),
                TestOpportunities.Lost(0m),
                TestOpportunities.Lost(null),
            ]);

        Assert.Equal(0.5m, rate.ByCount);
        Assert.Equal(2, rate.LostWithoutValueCount);
        Assert.Null(rate.ByValue);
        Assert.Null(rate.ValueInterval);
    }

    [Fact]
    public void AllWonIsARateOfOneByValueToo()
    {
        WinRate rate = WinRateCalculator.Measure([TestOpportunities.Won(100m), TestOpportunities.Won(300m)]);

        Assert.Equal(1m, rate.ByCount);
        Assert.Equal(1m, rate.ByValue);
    }

    [Fact]
    public void TheIntervalByCountIsWilsonsForThePublishedExample()
    {
        // Newcombe 1998, table I: 81 of 263, score method: 0.2553 to 0.3662.
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 81).Select(_ => TestOpportunities.Won(1m)),
            .. Enumerable.Range(0, 182).Select(_ => TestOpportunities.Lost(1m)),
        ];

        ConfidenceInterval interval = WinRateCalculator.Measure(deals).CountInterval!.Value;

        Assert.Equal(0.2553, interval.Lower, 4);
        Assert.Equal(0.3662, interval.Upper, 4);
    }

    [Fact]
    public void EqualDealsTellAsMuchByValueAsByCount()
    {
        WinRate rate = WinRateCalculator.Measure(
            [
                .. Enumerable.Repeat(TestOpportunities.Won(250m), 3),
                .. Enumerable.Repeat(TestOpportunities.Lost(250m), 7),
            ]);

        Assert.Equal(10, rate.EffectiveDeals!.Value, 10);
        Assert.Equal(rate.CountInterval!.Value.Lower, rate.ValueInterval!.Value.Lower, 12);
        Assert.Equal(rate.CountInterval!.Value.Upper, rate.ValueInterval!.Value.Upper, 12);
    }

    [Fact]
    public void OneDealThatOutweighsTheRestMakesTheRateByValueAlmostUnknown()
    {
        WinRate rate = WinRateCalculator.Measure(
            [TestOpportunities.Won(500_000m), .. Enumerable.Repeat(TestOpportunities.Lost(10_000m), 10)]);

        Assert.InRange(rate.EffectiveDeals!.Value, 1.0, 1.5);
        Assert.True(rate.ValueInterval!.Value.Upper - rate.ValueInterval.Value.Lower > 0.7);
    }

    [Fact]
    public void WithoutARateByValueEffectiveDealsAreUndefined()
    {
        Assert.Null(
            WinRateCalculator.Measure([TestOpportunities.Won(5m), TestOpportunities.Lost(null)]).EffectiveDeals);
        Assert.Null(default(WinRate).EffectiveDeals);
    }

    [Fact]
    public void TheDealThatOverflowsIsNamed()
    {
        Opportunity last = TestOpportunities.Lost(1m);
        List<Opportunity> deals = [TestOpportunities.Won(decimal.MaxValue), TestOpportunities.Open(1m), last];

        var refused = Refusal.By<ArgumentException>("opportunities", () => WinRateCalculator.Measure(deals));

        Assert.Contains($"Opportunity {last.Id}, ", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentException>("opportunities", () => WinRateCalculator.BySegment(deals));
        Refusal.By<ArgumentException>("wonValue", () => WinRateCalculator.ByValue(decimal.MaxValue, 1m));
    }

    [Fact]
    public void GroupsComeInOrderAndThoseThatDoNotSayComeLast()
    {
        Opportunity won = TestOpportunities.Won(1m);
        Opportunity lost = TestOpportunities.Lost(1m);
        Opportunity[] deals =
        [
            won,
            lost with { Segment = "SMB", IsCompetitive = true },
            won with { Segment = "Enterprise", IsCompetitive = false },
            won with { Segment = "SMB", IsCompetitive = true },
        ];

        Assert.Equal(["Enterprise", "SMB", null], WinRateCalculator.BySegment(deals).Select(line => line.Key));
        Assert.Equal(
            new bool?[] { false, true, null }, WinRateCalculator.ByCompetitive(deals).Select(line => line.Key));
        Assert.Equal(0.5m, WinRateCalculator.BySegment(deals)[1].Value.ByCount);
    }

    [Fact]
    public void BuyersAreGroupedByWhichOfThemAreEngaged()
    {
        Opportunity won = TestOpportunities.Won(1m);
        Opportunity[] deals =
        [
            won with { BuyerEngagement = BuyerEngagement.Both }, won with { BuyerEngagement = BuyerEngagement.OT },
            won with { BuyerEngagement = BuyerEngagement.None },
            won,
            won with { BuyerEngagement = BuyerEngagement.IT },
        ];

        Assert.Equal(
            new BuyerEngagement?[]
            {
                BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both, null,
            },
            WinRateCalculator.ByBuyerEngagement(deals).Select(line => line.Key));
    }

    [Fact]
    public void AConfidenceOutsideZeroToOneIsRefused() =>
        Refusal.By<ArgumentOutOfRangeException>(
            () => WinRateCalculator.Measure([TestOpportunities.Won(1m)], confidence: 95));

    [Property]
    public bool GroupsSumToTheWhole(DealBook book)
    {
        WinRate whole = WinRateCalculator.Measure(book.Deals.AsSpan());
        ValueList<Keyed<string?, WinRate>> groups = WinRateCalculator.BySegment(book.Deals.AsSpan());
        return groups.Sum(line => line.Value.WonCount) == whole.WonCount
            && groups.Sum(line => line.Value.LostCount) == whole.LostCount
            && groups.Sum(line => line.Value.WonValue) == whole.WonValue
            && groups.Sum(line => line.Value.LostValue) == whole.LostValue;
    }

    [Property]
    public bool TheIntervalsHoldTheirRates(DealBook book)
    {
        WinRate rate = WinRateCalculator.Measure(book.Deals.AsSpan());
        return (rate.ByCount is not { } byCount || rate.CountInterval!.Value.Contains((double)byCount))
            && (rate.ByValue is not { } byValue
                || (rate.ValueInterval!.Value.Lower <= (double)byValue + 1e-12
                    && rate.ValueInterval.Value.Upper >= (double)byValue - 1e-12));
    }

    [Property]
    public bool EffectiveDealsNeverPassTheDealsThatCarryAnAmount(DealBook book)
    {
        WinRate rate = WinRateCalculator.Measure(book.Deals.AsSpan());
        return rate.EffectiveDeals is null
            || rate.EffectiveDeals <= rate.ClosedCount - rate.WonWithoutValueCount - rate.LostWithoutValueCount + 1e-9;
    }

    [Property]
    public bool TheOrderOfDealsChangesNoRate(DealBook book)
    {
        WinRate forwards = WinRateCalculator.Measure(book.Deals.AsSpan());
        WinRate backwards = WinRateCalculator.Measure([.. book.Deals.Reverse()]);
        return forwards.ByCount == backwards.ByCount && forwards.ByValue == backwards.ByValue;
    }
}
