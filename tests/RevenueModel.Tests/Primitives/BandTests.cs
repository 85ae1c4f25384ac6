using System.Globalization;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class BandTests
{
    [Fact]
    public void BandsPrintInvariantly()
    {
        Assert.Equal("12,000-58,000", Band.Between(12_000m, 58_000m).ToString());
        Assert.Equal("680,000+", Band.AtLeast(680_000m).ToString());
    }

    [Fact]
    public void BandsPrintTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("12,000-58,000", Culture.In(culture, () => Band.Between(12_000m, 58_000m).ToString()));
            Assert.Equal("680,000+", Culture.In(culture, () => Band.AtLeast(680_000L).ToString()));
            Assert.Equal("0.125-1,234.5", Culture.In(culture, () => Band.Between(0.125, 1_234.5).ToString()));
            Assert.Equal("22%-30%", Culture.In(culture, () => Band.Between(0.22m, 0.30m).ToString("0%", null)));
        }
    }

    [Fact]
    public void AFormatAndACultureThatAreAskedForAreUsed() => Assert.Equal(
        "12.000-58.000",
        Band.Between(12_000m, 58_000m).ToString("N0", CultureInfo.GetCultureInfo("de-DE")));

    [Fact]
    public void TheDefaultIsTheBandFromZeroToZero()
    {
        Band<decimal> band = default;
        Assert.Equal(Band.Between(0m, 0m), band);
        Assert.Equal(0m, band.Max);
        Assert.False(band.IsOpen);
        Assert.True(band.Contains(0m));
        Assert.False(band.Contains(0.01m));
        Assert.Equal("0-0", band.ToString());
    }

    [Fact]
    public void BothEndsBelongToTheBand()
    {
        Band<int> band = Band.Between(30, 90);
        Assert.Equal(BandPosition.Below, band.Locate(29));
        Assert.Equal(BandPosition.In, band.Locate(30));
        Assert.Equal(BandPosition.In, band.Locate(90));
        Assert.Equal(BandPosition.Above, band.Locate(91));
    }

    [Fact]
    public void NothingIsAboveABandThatIsOpenAtTheTop()
    {
        Band<long> band = Band.AtLeast(2_001L);
        Assert.Equal(BandPosition.Below, band.Locate(2_000));
        Assert.Equal(BandPosition.In, band.Locate(long.MaxValue));
        Assert.Null(band.Max);
        Assert.Null(band.Midpoint);
        Assert.Null(band.Interpolate(0m));
        Assert.Null(band.Interpolate(1m));
        Assert.Null(band.PositionOf(2_001));
        Assert.Equal(1L, band.DistanceTo(2_000));
        Assert.Equal(0L, band.DistanceTo(long.MaxValue));
    }

    [Fact]
    public void ABandFromZeroUpIsNotTheBandFromZeroToZero()
    {
        Assert.NotEqual(Band.AtLeast(0m), Band.Between(0m, 0m));
        Assert.NotEqual(Band.AtLeast(0m), default);
    }

    [Fact]
    public void EqualAmountsMakeEqualBandsWhateverTheirTrailingZeros()
    {
        Assert.Equal(Band.Between(1.0m, 2.00m), Band.Between(1m, 2m));
        Assert.Equal(Band.Between(1.0m, 2.00m).GetHashCode(), Band.Between(1m, 2m).GetHashCode());
        Assert.Equal("1-2", Band.Between(1.0m, 2.00m).ToString());
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.NegativeInfinity, 1)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(2, 1)]
    public void EndsThatMakeNoBandAreRefused(double min, double max)
    {
        Assert.False(Band.IsValid(min, max));
        Refusal.Any<ArgumentException>(() => Band.Between(min, max));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void AnOpenBandStartsAtAFiniteNumber(double min)
    {
        var refused = Refusal.By<ArgumentException>(() => Band.AtLeast(min));
        Assert.Equal("min", refused.ParamName);
        Assert.Contains("finite", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMessageNamesBothEnds()
    {
        var refused = Refusal.By<ArgumentException>(() => Band.Between(58_000m, 12_000.5m));
        Assert.Contains("58000", refused.Message, StringComparison.Ordinal);
        Assert.Contains("12000.5", refused.Message, StringComparison.Ordinal);
        Assert.Equal("max", refused.ParamName);
    }

    [Fact]
    public void NaNLiesNowhere()
    {
        Band<double> band = Band.Between(0.0, 1.0);
        Refusal.By<ArgumentException>(() => band.Locate(double.NaN));
        Refusal.By<ArgumentException>(() => band.Contains(double.NaN));
        Refusal.By<ArgumentException>(() => band.Clamp(double.NaN));
        Refusal.By<ArgumentException>(() => band.DistanceTo(double.NaN));
        Refusal.By<ArgumentException>(() => band.PositionOf(double.NaN));
    }

    [Fact]
    public void InfinityLiesAboveAClosedBandAndInAnOpenOne()
    {
        Assert.Equal(BandPosition.Above, Band.Between(0.0, 1.0).Locate(double.PositiveInfinity));
        Assert.Equal(1.0, Band.Between(0.0, 1.0).Clamp(double.PositiveInfinity));
        Assert.Equal(BandPosition.In, Band.AtLeast(0.0).Locate(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(30, 90, 60)]
    [InlineData(1, 4, 3)]
    [InlineData(-4, -1, -3)]
    [InlineData(-3, 0, -2)]
    [InlineData(0, 3, 2)]
    [InlineData(7, 7, 7)]
    [InlineData(int.MinValue, int.MaxValue, -1)]
    public void AWholeMidpointIsRoundedHalfAwayFromZero(int min, int max, int midpoint)
    {
        Assert.Equal(midpoint, Band.Between(min, max).Midpoint);
        Assert.Equal(midpoint, Band.Between((long)min, max).Midpoint);
    }

    [Fact]
    public void MidpointsOfAmountsAreExact()
    {
        Assert.Equal(35_000m, Band.Between(12_000m, 58_000m).Midpoint);
        Assert.Equal(0.26m, Band.Between(0.22m, 0.30m).Midpoint);
        Assert.Equal(0.125, Band.Between(0.0, 0.25).Midpoint);
    }

    [Fact]
    public void TheWholeRangeOfAnIntegerIsABandLikeAnyOther()
    {
        Band<long> band = Band.Between(long.MinValue, long.MaxValue);
        Assert.Equal(long.MinValue, band.Interpolate(0m));
        Assert.Equal(-4_611_686_018_427_387_904L, band.Interpolate(0.25m));
        Assert.Equal(long.MaxValue, band.Interpolate(1m));
        Assert.Equal(0m, band.PositionOf(long.MinValue));
        Assert.Equal(1m, band.PositionOf(long.MaxValue));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void APositionIsAFraction(double position)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => Band.Between(0, 10).Interpolate((decimal)position));
        Assert.Equal("position", refused.ParamName);
        Refusal.By<ArgumentOutOfRangeException>(() => Band.AtLeast(0).Interpolate((decimal)position));
    }

    [Fact]
    public void APositionIsUndefinedInABandOfOneValue() => Assert.Null(Band.Between(5m, 5m).PositionOf(5m));

    [Fact]
    public void PositionsReachBeyondTheBand()
    {
        Band<decimal> band = Band.Between(100m, 200m);
        Assert.Equal(-0.5m, band.PositionOf(50m));
        Assert.Equal(2m, band.PositionOf(300m));
    }

    [Fact]
    public void EndsThatDifferInTheLastBitAreTwoEnds()
    {
        Band<double> band = Band.Between(1.0, Math.BitIncrement(1.0));
        Assert.Equal(0m, band.PositionOf(1.0));
        Assert.Equal(1m, band.PositionOf(Math.BitIncrement(1.0)));
    }

    [Fact]
    public void DistancesAreMeasuredToTheNearerEnd()
    {
        Band<decimal> band = Band.Between(12_000m, 58_000m);
        Assert.Equal(2_000m, band.DistanceTo(10_000m));
        Assert.Equal(0m, band.DistanceTo(12_000m));
        Assert.Equal(0.01m, band.DistanceTo(58_000.01m));
    }

    [Fact]
    public void ADistanceThatDoesNotFitIsRefusedInsteadOfWrapped() =>
        Assert.Throws<OverflowException>(() => Band.AtLeast(int.MaxValue).DistanceTo(int.MinValue + 10));
}
