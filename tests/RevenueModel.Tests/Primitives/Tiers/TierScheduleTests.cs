using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class TierScheduleTests
{
    [Property]
    public bool AScheduleIsRebuiltFromItsTiersAndBoundary(TierSchedule schedule)
    {
        TierSchedule same = TierSchedule.Of(schedule.Boundary, schedule.Tiers.AsSpan());
        return same == schedule
            && same.GetHashCode() == schedule.GetHashCode()
            && string.Equals(same.ToString(), schedule.ToString(), StringComparison.Ordinal);
    }

    [Property]
    public bool SchedulesWithAnotherBoundaryDiffer(TierSchedule schedule) =>
        TierSchedule.Of(TierBoundary.ToUpperTier, schedule.Tiers.AsSpan())
            != TierSchedule.Of(TierBoundary.ToLowerTier, schedule.Tiers.AsSpan());

    [Property]
    public bool TiersMakeAScheduleWhereTheyAreValidAndOnlyThere(Tier[] tiers)
    {
        try
        {
            return TierSchedule.Of(tiers).Tiers.SequenceEqual(tiers) && TierSchedule.IsValid(tiers);
        }
        catch (ArgumentException)
        {
            return !TierSchedule.IsValid(tiers);
        }
    }

    [Property]
    public bool AScheduleEndsWhereItsLastTierDoes(TierSchedule schedule) => schedule.UpTo == schedule.Tiers[^1].UpTo;

    [Fact]
    public void NoTiersAreRefused() => Refused("tiers had no tier");

    [Fact]
    public void AFirstTierThatDoesNotStartAtZeroIsRefused() =>
        Refused("Tier 1 starts at 10", Tier.AtLeast(10m, 1m));

    [Fact]
    public void AGapIsRefused() => Refused(
        "Tier 2 ends at 20 and tier 3 starts at 25.5, which leaves a gap",
        Tier.Between(0m, 10m, 1m), Tier.Between(10m, 20m, 1m), Tier.AtLeast(25.5m, 2m));

    [Fact]
    public void AnOverlapIsRefused() => Refused(
        "Tier 1 ends at 10 and tier 2 starts at 5, which overlaps it or is out of order",
        Tier.Between(0m, 10m, 1m), Tier.AtLeast(5m, 2m));

    [Fact]
    public void TiersOutOfOrderAreRefused() => Refused(
        "Tier 2 ends at 30 and tier 3 starts at 10, which overlaps it or is out of order",
        Tier.Between(0m, 20m, 1m), Tier.Between(20m, 30m, 3m), Tier.Between(10m, 20m, 2m));

    [Fact]
    public void AnOpenTierThatIsNotTheLastIsRefused() => Refused(
        "Tier 1 is open and tier 2 starts at 10", Tier.AtLeast(0m, 1m), Tier.AtLeast(10m, 2m));

    [Fact]
    public void ABoundaryThatIsNotDefinedIsRefused() =>
        Refusal.By<ArgumentOutOfRangeException>(() => TierSchedule.Of((TierBoundary)2, Tier.AtLeast(0m, 1m)));

    [Fact]
    public void EqualAmountsMakeEqualSchedulesWhateverTheirTrailingZeros()
    {
        TierSchedule one = TierSchedule.Of(Tier.Between(0m, 10.0m, 0.50m), Tier.AtLeast(10.00m, 1m));
        TierSchedule other = TierSchedule.Of(Tier.Between(0.0m, 10m, 0.5m), Tier.AtLeast(10m, 1.0m));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void SchedulesPrintTheirTiers()
    {
        Tier[] tiers =
        [
            Tier.Between(0m, 1_000m, 0.05m),
            Tier.Between(1_000m, 2_000m, 0.06m, TierMode.RetroactiveOnOverage),
            Tier.Interpolated(2_000m, 3_000m, 1_250.5m),
            Tier.AtLeast(3_000m, 0.07m, TierMode.RetroactiveToFirstUnit, flatAmount: 500m),
        ];
        const string Words = "0-1,000 at 0.05; 1,000-2,000 at 0.06 on the overage; 2,000-3,000 rising to 1,250.5; "
            + "3,000+ at 0.07 to the first unit, 500 once";

        Assert.Equal(Words, TierSchedule.Of(tiers).ToString());
        Assert.Equal(
            Words + " (each up to and including its end)",
            TierSchedule.Of(TierBoundary.ToLowerTier, tiers).ToString());
    }

    private static void Refused(string message, params Tier[] tiers)
    {
        Assert.False(TierSchedule.IsValid(tiers));
        var refused = Refusal.By<ArgumentException>(() => TierSchedule.Of(tiers));
        Assert.Equal("tiers", refused.ParamName);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }
}
