using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class TierLadderTests
{
    private static readonly TierLadder Ladder = TierLadder.Of(
        "tasks", LadderTier.UpTo(1_000m, 200m), LadderTier.UpTo(5_000m, 300m), LadderTier.Unlimited(420m));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_000, 0)]
    [InlineData(1_000.01, 1)]
    [InlineData(5_000, 1)]
    [InlineData(5_001, 2)]
    [InlineData(1_000_000, 2)]
    public void ALevelThatIsEqualToTheIncludedUnitsLiesInTheTier(double level, int tier) =>
        Assert.Equal(tier, Ladder.IndexOf((decimal)level));

    [Theory]
    [InlineData(0, 0, 200)]
    [InlineData(0, 1_000, 200)]
    [InlineData(0, 1_001, 300)]
    [InlineData(0, 900_000, 300)]
    [InlineData(1, 10, 300)]
    [InlineData(1, 5_001, 420)]
    [InlineData(2, 900_000, 420)]
    public void AMonthAboveTheIncludedUnitsIsBilledTheNextFeeAndNeverMore(int tier, int usage, int bill)
    {
        Assert.Equal(bill, Ladder.BillOf(tier, usage));
        Assert.Equal(bill, BillCalculator.Amount(Ladder.ToPlan(tier), usage));
    }

    [Fact]
    public void ATierUpToTheLargestDecimalIsToBeUnlimited() =>
        Refusal.With(
            "included was 79228162514264337593543950335; a limited number of units (for a tier without a limit write "
                + "LadderTier.Unlimited) is expected.",
            () => LadderTier.UpTo(decimal.MaxValue, 1m));

    [Fact]
    public void PlansOfAllTiersAreInOrderAndHaveTheMeter()
    {
        Assert.Equal([200m, 300m, 420m], Ladder.ToPlans().Select(plan => plan.BaseFee));
        Assert.All(Ladder.ToPlans(), plan => Assert.Equal(["tasks"], plan.Meters));
    }

    [Fact]
    public void APlanIsCappedAtTheNextFee()
    {
        Assert.Equal(BillCap.At(300m), Ladder.ToPlan(0).Protection!.Cap);
        Assert.Null(Ladder.ToPlan(2).Protection);
    }

    [Fact]
    public void GrowthIsTheLargestStepOfFeesAndTheSmallestOfUnits()
    {
        Assert.Equal(1.5m, Ladder.LargestBillGrowth);
        Assert.Equal(5m, Ladder.UsageGrowthOfOneTier);
    }

    [Fact]
    public void OneStepOfUnitsIsPassedByNoGrowth() =>
        Assert.Null(TierLadder.Of("tasks", LadderTier.UpTo(10m, 1m), LadderTier.Unlimited(2m)).UsageGrowthOfOneTier);

    [Fact]
    public void ABillThatWasNothingGrowsByNoFactor() =>
        Assert.Null(TierLadder.Of("tasks", LadderTier.UpTo(10m, 0m), LadderTier.Unlimited(2m)).LargestBillGrowth);

    [Fact]
    public void OneTierBillsTheSameForAll()
    {
        TierLadder flat = TierLadder.Of("tasks", LadderTier.Unlimited(99m));
        Assert.Equal(99m, flat.BillOf(0, 1_000_000m));
        Assert.Equal(1m, flat.LargestBillGrowth);
    }

    [Fact]
    public void LaddersThatDoNotRiseOrDoNotEndUnlimitedAreRefused()
    {
        Refusal.By<ArgumentException>(() => TierLadder.Of(" ", LadderTier.Unlimited(1m)));
        Refusal.By<ArgumentException>(() => TierLadder.Of("tasks"));
        Refusal.By<ArgumentException>(() => TierLadder.Of("tasks", LadderTier.UpTo(1m, 1m)));
        Refusal.By<ArgumentException>(
            () => TierLadder.Of("tasks", LadderTier.Unlimited(1m), LadderTier.Unlimited(2m)));
        Refusal.By<ArgumentException>(
            () => TierLadder.Of("tasks", LadderTier.UpTo(2m, 1m), LadderTier.UpTo(2m, 2m), LadderTier.Unlimited(3m)));
        ArgumentException thrown = Refusal.By<ArgumentException>(
            () => TierLadder.Of("tasks", LadderTier.UpTo(2m, 5m), LadderTier.Unlimited(5m)));
        Assert.StartsWith(
            "Tier 2 was unlimited for 5 after up to 2 for 5; more units for a higher fee are expected.",
            thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TiersOfNegativeFeesOrNoUnitsAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => LadderTier.UpTo(0m, 1m));
        Refusal.By<ArgumentOutOfRangeException>(() => LadderTier.UpTo(1m, -1m));
        Refusal.By<ArgumentOutOfRangeException>(() => LadderTier.Unlimited(-1m));
    }

    [Fact]
    public void NegativeUsageAndTiersThatAreNotThereAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => Ladder.IndexOf(-1m));
        Refusal.By<ArgumentOutOfRangeException>(() => Ladder.BillOf(0, -1m));
        Refusal.By<ArgumentOutOfRangeException>(() => Ladder.BillOf(3, 1m));
        Refusal.By<ArgumentOutOfRangeException>(() => Ladder.ToPlan(3));
    }

    [Fact]
    public void LaddersOfEqualTiersAreEqual()
    {
        TierLadder same = TierLadder.Of("tasks", [.. Ladder.Tiers]);
        Assert.Equal(Ladder, same);
        Assert.Equal(Ladder.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Ladder, TierLadder.Of("calls", [.. Ladder.Tiers]));
    }

    [Fact]
    public void PrintsItself()
    {
        string text = Culture.In("de-DE", () => Ladder.ToString());
        Assert.Equal("tasks: up to 1,000 for 200, up to 5,000 for 300, unlimited for 420", text);
    }
}
