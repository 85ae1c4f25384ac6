using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ExpansionLagCalculatorTests
{
    private static readonly Band<decimal> Published =
        PublishedArchitectures.Ipaas2027.Expansion!.ExpansionLagPoints!.Value;

    [Fact]
    public void TheLagIsTakenFromTheExpansion()
    {
        ExpansionLag lag = ExpansionLagCalculator.Compare(10_000_000m, 0.5m, Published);

        Assert.Equal(15_000_000m, lag.ClosingArr);
        Assert.Equal(Band.Between(0.05m, 0.20m), lag.ExpansionWithout);
        Assert.Equal(Band.Between(3_000_000m, 4_500_000m), lag.ArrLost);
        Assert.False(lag.IsLagAboveExpansion);
        Assert.Equal("expansion 50%, without the role 5%-20%: 3,000,000-4,500,000 ARR less", lag.ToString());
    }

    // NRR of 115-135% is 15 to 35 points of net expansion: less than most of the published lag.
    [Theory]
    [InlineData("0.15", -0.30, -0.15)]
    [InlineData("0.35", -0.10, 0.05)]
    public void ThePublishedLagExceedsThePublishedExpansion(string expansion, double low, double high)
    {
        ExpansionLag lag = ExpansionLagCalculator.Compare(1_000m, decimal.Parse(expansion), Published);

        Assert.True(lag.IsLagAboveExpansion);
        Assert.Equal(Band.Between((decimal)low, (decimal)high), lag.ExpansionWithout);
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        Refusal.Any<ArgumentException>(() => ExpansionLagCalculator.Compare(-1m, 0.5m, Published));
        Refusal.Any<ArgumentException>(() => ExpansionLagCalculator.Compare(1m, -0.5m, Published));
        Refusal.With(
            "lagPoints was 30-145; a band of percentage points between 0 and 100 is expected.",
            () => ExpansionLagCalculator.Compare(1m, 0.5m, Band.Between(30m, 145m)));
        Refusal.Any<ArgumentException>(() => ExpansionLagCalculator.Compare(decimal.MaxValue, 0.5m, Published));
    }
}
