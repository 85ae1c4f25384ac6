using RevenueModel.Pricing.Ladders;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Pricing.Ladders;

public class LadderGoalTests
{
    [Fact]
    public void DefaultsAreThoseOfThePublishedGrowthAndBelowAShock()
    {
        var goal = new LadderGoal();
        Assert.Equal(2m, goal.UsageGrowth); // 24 to 48 integrations ...
        Assert.Equal(1.5m, goal.LargestBillGrowth); // ... at 1.5 times the contract value
        Assert.Equal(Band.Between(3, 6), goal.Tiers);
        Assert.Equal(0.02m, goal.RevenueTolerance);
        Assert.Equal(0.5m, goal.TierRevenueTolerance);
        Assert.Equal(goal, new LadderGoal());
    }

    [Fact]
    public void ValuesOutsideTheirRangesAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { Tiers = Band.Between(1, 3) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { RevenueTolerance = 2m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { UsageGrowth = 1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { LargestBillGrowth = 1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { TierRevenueTolerance = -0.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { MinimumCustomersPerTier = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { CommitQuantile = 50m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { FeeDigits = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { FeeDigits = 10 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { BoundaryDigits = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { CandidateBoundaries = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { CandidateBoundaries = 257 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LadderGoal { MostLadders = 0 });
    }

    [Fact]
    public void PrintsItself() =>
        Assert.Equal(
            "3-6 tiers, revenue within 2%, bills grow by 1.5x at most where usage grows by 2x, each tier pays what it does today within 50%",
            Culture.In("de-DE", () => new LadderGoal().ToString()));
}
