using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class DualBuyerCalculatorTests
{
    private static readonly decimal PublishedRatio =
        PublishedArchitectures.IndustrialIot2027.BuyerMotion!.ImpliedRatio;

    [Fact]
    public void ThePublishedRatesAreSolvedFromTheirOwnBlend()
    {
        decimal blended = DualBuyerCalculator.Blend(0.38m, 0.16m, dualShare: 0.25m);

        DualBuyerRates rates = DualBuyerCalculator.Solve(blended, dualShare: 0.25m, PublishedRatio);

        Assert.Equal(0.16m, rates.SingleWinRate);
        Assert.Equal(0.38m, rates.DualWinRate);
    }

    [Fact]
    public void RaisingTheShareIsWorthTheDifferenceOfTheRates()
    {
        DualBuyerRates rates = DualBuyerCalculator.Solve(0.215m, dualShare: 0.25m, PublishedRatio);

        DualBuyerGain gain = DualBuyerCalculator.RaiseShare(rates, dualShare: 0.75m, pipeline: 10_000_000m);

        Assert.Equal(0.325m, gain.WinRateAfter);
        Assert.Equal(1_100_000m, gain.Gain); // half of the deals won 22 points more often
    }

    [Fact]
    public void ABlendedRateThatNeedsMoreThanCertaintyIsRefused()
    {
        var error = Refusal.By<ArgumentException>(
            () => DualBuyerCalculator.Solve(0.6m, dualShare: 0.1m, PublishedRatio));

        Assert.Contains("blendedWinRate 0.6", error.Message, StringComparison.Ordinal);
        Assert.Contains("none may be above 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DealsThatEngagedNeitherBuyerOrDoNotSayAreInNeitherRate()
    {
        Opportunity won = TestOpportunities.Won(1m);
        Opportunity lost = TestOpportunities.Lost(1m);
        Opportunity[] deals =
        [
            won with { BuyerEngagement = BuyerEngagement.Both }, won with { BuyerEngagement = BuyerEngagement.Both },
            lost with { BuyerEngagement = BuyerEngagement.Both },
            won with { BuyerEngagement = BuyerEngagement.IT }, lost with { BuyerEngagement = BuyerEngagement.OT },
            lost with { BuyerEngagement = BuyerEngagement.IT },
            won, won with { BuyerEngagement = BuyerEngagement.None },
        ];

        DualBuyerMeasurement measured = DualBuyerCalculator.Measure(deals);

        Assert.Equal(2m / 3m, measured.DualBuyer.ByCount);
        Assert.Equal(1m / 3m, measured.SingleBuyer.ByCount);
        Assert.Equal(0.5m, measured.DualShare);
        Assert.Equal(2m, measured.Ratio!.Value, 25);
        Assert.Equal(2, measured.WithoutEngagementCount);
    }

    [Fact]
    public void WithoutDealsThereIsNoShareAndNoRatio()
    {
        DualBuyerMeasurement measured = DualBuyerCalculator.Measure([]);

        Assert.Null(measured.DualShare);
        Assert.Null(measured.Ratio);
        Assert.Null(measured.DualBuyer.ByCount);
    }

    [Fact]
    public void ARatioThatOverflowsIsNamed() =>
        Refusal.By<ArgumentException>("ratio", () => DualBuyerCalculator.Solve(0.5m, dualShare: 1m, decimal.MaxValue));

    [Property]
    public bool GroupsHoldEveryClosedDealOnce(DealBook book)
    {
        var bySegment = DualBuyerCalculator.BySegment(book.Deals);
        return bySegment == DualBuyerCalculator.By(book.Deals, deal => deal.Segment, StringComparer.Ordinal)
            && bySegment.Sum(line => line.Value.DualBuyer.ClosedCount
                + line.Value.SingleBuyer.ClosedCount
                + line.Value.WithoutEngagementCount)
                == book.Deals.Count(deal => !deal.IsOpen);
    }

    [Property]
    public bool TheTwoRatesAverageBackToTheBlendedOneAndKeepTheRatio(Fraction blended, Fraction share, Fraction tenths)
    {
        decimal ratio = 1m + (9m * tenths.Value);
        if (!CanBe(blended.Value, share.Value, ratio))
        {
            return true;
        }

        DualBuyerRates rates = DualBuyerCalculator.Solve(blended.Value, share.Value, ratio);
        return Math.Abs(rates.BlendedAt(share.Value) - blended.Value) < 1e-25m
            && Math.Abs(rates.DualWinRate - (ratio * rates.SingleWinRate)) < 1e-25m
            && rates.DualWinRate is >= 0m and <= 1m;
    }

    [Property]
    public bool ALargerShareOfDualBuyerDealsIsNeverWorthLess(
        Fraction blended, Fraction share, Fraction one, Fraction other, Cents pipeline)
    {
        decimal amount = Math.Abs(pipeline.Amount);
        if (!CanBe(blended.Value, share.Value, PublishedRatio))
        {
            return true;
        }

        DualBuyerRates rates = DualBuyerCalculator.Solve(blended.Value, share.Value, PublishedRatio);
        decimal less = Math.Min(one.Value, other.Value);
        decimal more = Math.Max(one.Value, other.Value);
        return DualBuyerCalculator.RaiseShare(rates, less, amount).Gain
            <= DualBuyerCalculator.RaiseShare(rates, more, amount).Gain;
    }

    // dual = ratio x blended / (share x ratio + 1 - share) is at most one
    private static bool CanBe(decimal blended, decimal share, decimal ratio) =>
        ratio * blended <= (share * ratio) + 1m - share;
}
