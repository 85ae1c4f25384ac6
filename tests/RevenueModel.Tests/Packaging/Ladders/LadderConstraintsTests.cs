using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class LadderConstraintsTests
{
    [Fact]
    public void DefaultsAreThoseOfThePublishedGrowthAndBelowAShock()
    {
        var goal = new LadderConstraints();
        Assert.Equal(2m, goal.UsageGrowth); // 24 to 48 integrations ...
        Assert.Equal(1.5m, goal.MaxBillGrowth); // ... at 1.5 times the contract value
        Assert.Equal(Band.Between(3, 6), goal.Tiers);
        Assert.Equal(0.02m, goal.RevenueTolerance);
        Assert.Equal(0.5m, goal.TierRevenueTolerance);
        Assert.Equal(goal, new LadderConstraints());
    }

    [Fact]
    public void ValuesOutsideTheirRangesAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { Tiers = Band.Between(1, 3) });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { RevenueTolerance = 2m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { UsageGrowth = 1m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { MaxBillGrowth = 1m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { TierRevenueTolerance = -0.1m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { MinCustomersPerTier = 0 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { CommitQuantile = 50m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { FeeDigits = 0 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { FeeDigits = 10 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { BoundaryDigits = 0 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { CandidateBoundaries = 0 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { CandidateBoundaries = 257 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderConstraints { MaxLadders = 0 });
    }

    [Fact]
    public void PrintsItself() =>
        Assert.Equal(
            "3-6 tiers, revenue within 2%, bills grow by at most 1.5x if usage grows by 2x, revenue of each tier "
                + "within 50%",
            Culture.In("de-DE", () => new LadderConstraints().ToString()));
}
