using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class RoundingPolicyTests
{
    [Theory]
    [InlineData(RoundingRule.HalfAwayFromZero, 2.5, 3)]
    [InlineData(RoundingRule.HalfAwayFromZero, -2.5, -3)]
    [InlineData(RoundingRule.HalfAwayFromZero, 2.4, 2)]
    [InlineData(RoundingRule.HalfToEven, 2.5, 2)]
    [InlineData(RoundingRule.HalfToEven, 3.5, 4)]
    [InlineData(RoundingRule.HalfToEven, -2.5, -2)]
    [InlineData(RoundingRule.Up, 2.1, 3)]
    [InlineData(RoundingRule.Up, -2.1, -3)]
    [InlineData(RoundingRule.Up, 2, 2)]
    [InlineData(RoundingRule.Up, 0, 0)]
    [InlineData(RoundingRule.Down, 2.9, 2)]
    [InlineData(RoundingRule.Down, -2.9, -2)]
    public void EachRuleDoesWhatItSays(RoundingRule rule, double amount, double rounded) =>
        Assert.Equal((decimal)rounded, RoundingPolicy.ToDigits(0, rule).Round((decimal)amount));

    [Fact]
    public void TheDefaultIsWholeUnitsHalfAwayFromZero()
    {
        Assert.Equal(RoundingPolicy.WholeUnits, default);
        Assert.Equal(RoundingPolicy.ToDigits(0), default);
        Assert.Equal(RoundingRule.HalfAwayFromZero, default(RoundingPolicy).Rule);
        Assert.Equal(3m, default(RoundingPolicy).Round(2.5m));
        Assert.Equal(1L, default(RoundingPolicy).MinorUnitsPerUnit);
    }

    [Fact]
    public void CentsAreTwoDigits()
    {
        Assert.Equal(RoundingPolicy.ToDigits(2), RoundingPolicy.Cents);
        Assert.Equal(12.35m, RoundingPolicy.Cents.Round(12.345m));
        Assert.Equal(100L, RoundingPolicy.Cents.MinorUnitsPerUnit);
        Assert.Equal(1_234L, RoundingPolicy.Cents.ToMinorUnits(12.34m));
    }

    [Fact]
    public void EqualMeansTheSameDigitsAndRule()
    {
        Assert.NotEqual(RoundingPolicy.ToDigits(2), RoundingPolicy.ToDigits(3));
        Assert.NotEqual(RoundingPolicy.ToDigits(2), RoundingPolicy.ToDigits(2, RoundingRule.Down));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void DigitsOutsideTheirRangeAreRefused(int digits)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => RoundingPolicy.ToDigits(digits));
        Assert.Equal("digits", refused.ParamName);
        Assert.Contains("0 to 9", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARuleThatIsNotDefinedIsRefused()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => RoundingPolicy.ToDigits(2, (RoundingRule)4));
        Assert.Contains("HalfToEven", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAmountFinerThanTheMinorUnitIsNoCountOfThem()
    {
        Assert.False(RoundingPolicy.Cents.TryToMinorUnits(0.001m, out long none));
        Assert.Equal(0L, none);
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => RoundingPolicy.Cents.ToMinorUnits(0.001m));
        Assert.Contains("0.001", refused.Message, StringComparison.Ordinal);
        Assert.Contains("2 decimal places", refused.Message, StringComparison.Ordinal);
        Assert.False(RoundingPolicy.Cents.TryToMinorUnits(1.0000000000000000000000000001m, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(9)]
    public void AllOf64BitsCountsMinorUnitsAndNothingBeyond(int digits)
    {
        RoundingPolicy policy = RoundingPolicy.ToDigits(digits);
        foreach (long extreme in (long[])[long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1])
        {
            Assert.True(policy.TryToMinorUnits(policy.FromMinorUnits(extreme), out long back));
            Assert.Equal(extreme, back);
        }

        Assert.False(policy.TryToMinorUnits(policy.FromMinorUnits((Int128)long.MaxValue + 1), out _));
        Assert.False(policy.TryToMinorUnits(policy.FromMinorUnits((Int128)long.MinValue - 1), out _));
        Assert.False(policy.TryToMinorUnits(decimal.MaxValue, out _));
        Assert.False(policy.TryToMinorUnits(decimal.MinValue, out _));
    }

    [Fact]
    public void ACountThatDoesNotFitADecimalIsRefused() =>
        Assert.Throws<OverflowException>(() => RoundingPolicy.Cents.FromMinorUnits(Int128.MaxValue));

    [Property]
    public bool MinorUnitsAreTheInverseOfAmounts(RoundingPolicy policy, long minorUnits) =>
        policy.ToMinorUnits(policy.FromMinorUnits(minorUnits)) == minorUnits;

    [Property]
    public bool RoundingTwiceIsRoundingOnce(RoundingPolicy policy, Cents amount, Fraction part)
    {
        decimal rounded = policy.Round(amount * part.Value);
        return policy.Round(rounded) == rounded && policy.TryToMinorUnits(rounded, out _);
    }

    [Property]
    public bool RoundingStaysWithinAMinorUnitAndHalfOfItToTheNearest(
        RoundingPolicy policy, Cents amount, Fraction part)
    {
        decimal exact = amount * part.Value;
        decimal moved = Math.Abs(policy.Round(exact) - exact) * policy.MinorUnitsPerUnit;
        return policy.Rule is RoundingRule.Up or RoundingRule.Down ? moved < 1m : moved <= 0.5m;
    }

    [Property]
    public bool RoundingIsSymmetricAroundZero(RoundingPolicy policy, Cents amount, Fraction part) =>
        policy.Round(-(amount * part.Value)) == -policy.Round(amount * part.Value);

    [Property]
    public bool UpNeverComesNearerToZeroAndDownNeverMovesAway(Cents amount, Fraction part)
    {
        decimal exact = amount * part.Value;
        return Math.Abs(RoundingPolicy.ToDigits(2, RoundingRule.Up).Round(exact)) >= Math.Abs(exact)
            && Math.Abs(RoundingPolicy.ToDigits(2, RoundingRule.Down).Round(exact)) <= Math.Abs(exact);
    }
}
