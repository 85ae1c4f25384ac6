using RevenueModel.Packaging;

namespace RevenueModel.Tests.Packaging;

/// <summary>Months counted by hand. Three customers have four months each; today each unit is 1.</summary>
public class LadderEvaluatorTests
{
    private static readonly decimal[] Usage =
    [
        8m, 12m, 8m, 12m, // commits to 8: above 10 in two months, three times from one side to the other
        10m, 10m, 10m, 10m, // the end belongs to the tier
        50m, 60m, 70m, 80m, // commits to 60, which is without limit
    ];

    private static readonly TierLadder Ladder = TierLadder.Of(
        "calls", LadderTier.UpTo(10m, 15m), LadderTier.Unlimited(30m));

    [Fact]
    public void AMonthAboveItsTierPaysTheNextFee()
    {
        LadderEvaluation fit = LadderCalculator.Evaluate(Ladder, 4, Usage, Usage);

        Assert.Equal([2, 1], fit.Tiers.Select(tier => tier.CustomerCount));
        Assert.Equal([8, 4], fit.Tiers.Select(tier => tier.Months));
        Assert.Equal([2, 0], fit.Tiers.Select(tier => tier.MonthsAbove));
        Assert.Equal([80m, 260m], fit.Tiers.Select(tier => tier.RevenueToday));
        Assert.Equal([(6 * 15m) + (2 * 30m), 4 * 30m], fit.Tiers.Select(tier => tier.Revenue));
        Assert.Equal(270m, fit.Bills.Total);
        Assert.Equal(3 * 15m, fit.Bills.Changes);
        Assert.Equal(340m, fit.BillsToday.Total);
        Assert.Equal((3 * 4m) + 30m, fit.BillsToday.Changes);
        Assert.Equal(0, fit.TripledCustomerCount);
    }

    [Theory]
    [InlineData(20.0, 1)] // 4 x 15 is three times 20
    [InlineData(20.01, 0)]
    public void ACustomerThatPaysThreeTimesAsMuchIsTripled(double today, int tripled)
    {
        decimal[] bills = [(decimal)today, 0m, 0m, 0m];
        LadderEvaluation fit = LadderCalculator.Evaluate(Ladder, 4, Usage.AsSpan(4, 4), bills);

        Assert.Equal(tripled, fit.TripledCustomerCount);
    }

    [Fact]
    public void ATierWithoutCustomersIsEmpty()
    {
        LadderEvaluation fit = LadderCalculator.Evaluate(Ladder, 4, Usage.AsSpan(8, 4), Usage.AsSpan(8, 4));

        Assert.Equal([0, 1], fit.Tiers.Select(tier => tier.CustomerCount));
        Assert.Equal([0m, 120m], fit.Tiers.Select(tier => tier.Revenue));
    }
}
