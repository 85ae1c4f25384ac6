using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Buying;

public class EngagementCalculatorTests
{
    // 38 of 100 with both and 16 of 100 with one, as published.
    [Fact]
    public void ThePublishedRatesGiveARatioOf2375()
    {
        Opportunity[] deals =
        [
            .. Closed(BuyerEngagement.Both, won: 38, lost: 62), .. Closed(BuyerEngagement.IT, won: 10, lost: 40),
            .. Closed(BuyerEngagement.OT, won: 6, lost: 44), .. Closed(null, won: 3, lost: 1),
            TestOpportunities.Open(500m) with { BuyerEngagement = BuyerEngagement.Both },
            TestOpportunities.Open(null) with { BuyerEngagement = BuyerEngagement.Both },
            TestOpportunities.Open(70m),
        ];
        EngagementAttribution parts = EngagementCalculator.Measure(deals);

        Assert.Equal(2.375m, parts.Ratio);
        Assert.Equal(2.375m, parts.RatioByValue);
        Assert.Equal(
            [BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both, BuyerEngagement.None, null],
            parts.Groups.Select(group => group.Engagement));
        Assert.Equal([10, 6, 38, 0, 3], parts.Groups.Select(group => group.WinRate.WonCount));
        Assert.Equal([40, 44, 62, 0, 1], parts.Groups.Select(group => group.WinRate.LostCount));
        Assert.Equal(new CountedAmount(2, 500m), parts.Groups[2].Open);
        Assert.Equal(new CountedAmount(1, 70m), parts.Groups[4].Open);
        Assert.StartsWith("IT only: 10 of 50 won", parts.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutDealsThereIsNoRatio()
    {
        EngagementAttribution parts = EngagementCalculator.Measure([]);

        Assert.Null(parts.Ratio);
        Assert.Null(parts.RatioByValue);
        Assert.Equal(5, parts.Groups.Count);
    }

    [Fact]
    public void ANullDealIsRefused() =>
        Refusal.By<ArgumentNullException>("opportunities", () => EngagementCalculator.Measure([null!]));

    private static IEnumerable<Opportunity> Closed(BuyerEngagement? engagement, int won, int lost) =>
        Enumerable.Range(0, won + lost).Select(i =>
            (i < won ? TestOpportunities.Won(10m) : TestOpportunities.Lost(10m)) with
            {
                BuyerEngagement = engagement,
            });
}
