using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class VestingScheduleTests
{
    [Property]
    public bool PartsOfAnAwardSumToTheAwardToTheCent(VestingSchedule schedule, Cents award)
    {
        ValueList<decimal> parts = schedule.Split(award, RoundingPolicy.Cents);
        return parts.Count == schedule.Shares.Count
            && parts.Sum() == award
            && parts.All(part => RoundingPolicy.Cents.Round(part) == part);
    }

    [Property]
    public bool EachPartIsWithinACentOfItsShare(VestingSchedule schedule, Cents award) =>
        schedule.Split(award, RoundingPolicy.Cents)
            .Zip(schedule.Shares, (part, share) => Math.Abs(part - (share * award)))
            .All(off => off < 0.01m);

    [Property]
    public bool WhatIsTakenBackIsSplitAsWhatWasAwarded(VestingSchedule schedule, Cents award) =>
        schedule.Split(-award.Amount, RoundingPolicy.Cents)
            .SequenceEqual(schedule.Split(award, RoundingPolicy.Cents).Select(part => -part));

    [Property]
    public bool AScheduleIsRebuiltFromItsShares(VestingSchedule schedule)
    {
        VestingSchedule same = VestingSchedule.Of(schedule.Shares.AsSpan());
        return same == schedule
            && same.GetHashCode() == schedule.GetHashCode()
            && VestingSchedule.IsValid(schedule.Shares.AsSpan());
    }

    [Property]
    public bool SharesMakeAScheduleWhereTheyAreValidAndOnlyThere(Fraction[] fractions)
    {
        decimal[] shares = [.. fractions.Select(fraction => fraction.Value)];
        try
        {
            return VestingSchedule.Of(shares).Shares.SequenceEqual(shares) && VestingSchedule.IsValid(shares);
        }
        catch (ArgumentException)
        {
            return !VestingSchedule.IsValid(shares);
        }
    }

    [Fact]
    public void TheDefaultVestsEverythingAtOnce()
    {
        VestingSchedule schedule = default;
        Assert.Equal([1m], schedule.Shares);
        Assert.Equal([12.34m], schedule.Split(12.34m, RoundingPolicy.Cents));
        Assert.Equal(VestingSchedule.Of(1.00m), schedule);
        Assert.Equal("100", schedule.ToString());
    }

    [Fact]
    public void ThePublishedScheduleVestsOnAnniversaries()
    {
        VestingSchedule schedule = VestingSchedule.Of(0.55m, 0.30m, 0.15m);
        var earned = new LocalDate(2027, 5, 17);
        Assert.Equal("55/30/15", schedule.ToString());
        Assert.Equal([5_500.01m, 3_000m, 1_500m], schedule.Split(10_000.01m, RoundingPolicy.Cents));
        Assert.Equal(
            [earned, new LocalDate(2028, 5, 17), new LocalDate(2029, 5, 17)],
            Enumerable.Range(0, 3).Select(index => schedule.VestingDay(earned, index)));
    }

    [Fact]
    public void WhatIsEarnedOnALeapDayVestsOnTheDayBefore() => Assert.Equal(
        new LocalDate(2029, 2, 28), VestingSchedule.Of(0.5m, 0.5m).VestingDay(new LocalDate(2028, 2, 29), 1));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void AShareThatThereIsNotHasNoDay(int index)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => VestingSchedule.Of(0.5m, 0.5m).VestingDay(new LocalDate(2028, 2, 29), index));
        Assert.StartsWith($"index was {index}; 0 to 1 is expected.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SharesThatDoNotSumToOneAreRefused()
    {
        Refused(
            "VestingSchedule was [0.55, 0.30, 0.20], which sums to 1.05; shares that sum to 1", 0.55m, 0.30m, 0.20m);
        Refused("VestingSchedule was [], which sums to 0");
        Refused("shares was 55; a fraction between 0 and 1 (for 55% write 0.55", 55m, 30m, 15m);
        Refused("shares was -0.5; a fraction between 0 and 1", 1m, -0.5m, 0.5m);
    }

    [Fact]
    public void AnAwardFinerThanTheMinorUnitIsRefused() => Refusal.By<ArgumentOutOfRangeException>(
        () => VestingSchedule.Of(0.5m, 0.5m).Split(0.001m, RoundingPolicy.Cents));

    private static void Refused(string message, params decimal[] shares)
    {
        Assert.False(VestingSchedule.IsValid(shares));
        var refused = Refusal.Any<ArgumentException>(() => VestingSchedule.Of(shares));
        Assert.Equal("shares", refused.ParamName);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }
}
