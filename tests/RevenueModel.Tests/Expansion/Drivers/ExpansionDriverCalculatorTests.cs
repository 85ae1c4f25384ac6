using FsCheck.Xunit;
using RevenueModel.Expansion;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ExpansionDriverCalculatorTests
{
    private static readonly DriverChange Assets = new()
    {
        Driver = "connected-asset count",
        QuantityBefore = 1_000m,
        QuantityAfter = 1_300m,
        ArrPerUnitBefore = 200m,
        ArrPerUnitAfter = 190m,
    };

    private static readonly DriverChange Twin = new()
    {
        Driver = "digital-twin module attach",
        QuantityBefore = 0m,
        QuantityAfter = 12m,
        ArrPerUnitBefore = 0m,
        ArrPerUnitAfter = 40_000m,
    };

    [Fact]
    public void GrowthIsSplitIntoVolumeAndPrice()
    {
        DriverBridge bridge = ExpansionDriverCalculator.Measure([Assets, Twin]);

        Assert.Equal(200_000m, bridge.OpeningArr);
        Assert.Equal(60_000m, bridge.VolumeEffect);
        Assert.Equal(467_000m, bridge.PriceEffect);
        Assert.Equal(727_000m, bridge.ClosingArr);
        Assert.Equal(2.635m, bridge.Growth);
        Assert.Equal(0.3m, Assets.QuantityGrowth);
        Assert.Null(Twin.QuantityGrowth);
    }

    [Property]
    public bool OpeningAndEffectsSumToTheClosing(Cents before, Cents after, Cents price, Cents newPrice)
    {
        DriverBridge bridge = ExpansionDriverCalculator.Measure(
        [
            Twin,
            new DriverChange
            {
                Driver = "volume",
                QuantityBefore = Math.Abs((decimal)before),
                QuantityAfter = Math.Abs((decimal)after),
                ArrPerUnitBefore = Math.Abs((decimal)price),
                ArrPerUnitAfter = Math.Abs((decimal)newPrice),
            },
        ]);
        return bridge.OpeningArr + bridge.VolumeEffect + bridge.PriceEffect == bridge.ClosingArr;
    }

    [Fact]
    public void NoDriversHaveNoGrowth()
    {
        DriverBridge bridge = ExpansionDriverCalculator.Measure(Enumerable.Empty<DriverChange>());

        Assert.Equal(0m, bridge.ClosingArr);
        Assert.Null(bridge.Growth);
    }

    [Fact]
    public void ADriverThatOccursTwiceIsRefused()
    {
        Refusal.With(
            "changes had \"connected-asset count\" twice; each has a driver of its own.",
            () => ExpansionDriverCalculator.Measure([Assets, Assets]));
        Refusal.Any<ArgumentException>(
            () => ExpansionDriverCalculator.Measure([Assets with { ArrPerUnitAfter = decimal.MaxValue }]));
        Refusal.Any<ArgumentException>(() => Assets with { QuantityAfter = -1m });
    }
}
