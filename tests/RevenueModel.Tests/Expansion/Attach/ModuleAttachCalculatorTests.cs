using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ModuleAttachCalculatorTests
{
    private static readonly ModuleAttach Attach = new()
    {
        Module = "AI/Digital-Twin",
        Accounts = 100,
        BaseArpu = 200_000m,
        AttachRate = ExpansionCurve.Points(
            [ExpansionPoint.At(0, 0), ExpansionPoint.At(24, 0.6)], CurveInterpolation.Linear),
        Uplift = PublishedArchitectures.IndustrialIot2027.Expansion!.ModuleUplift!.Value,
        LagPoints = PublishedArchitectures.IndustrialIot2027.Expansion!.AttachLagPoints,
    };

    [Fact]
    public void AttachedArrIsBaseTimesRateTimesUplift()
    {
        ModuleAttachEstimate estimate = ModuleAttachCalculator.Estimate(Attach, 24);

        Assert.Equal(0.6m, estimate.AttachRate);
        Assert.Equal(60m, estimate.AttachedAccounts);
        Assert.Equal(Band.Between(4_080_000m, 6_960_000m), estimate.ModuleArr);
        Assert.Equal(Band.Between(240_800m, 269_600m), estimate.Arpu);
    }

    [Fact]
    public void AMissingOverlayCostsTheLag()
    {
        ModuleAttachEstimate estimate = ModuleAttachCalculator.Estimate(Attach, 24);

        Assert.Equal(Band.Between(0.10m, 0.25m), estimate.AttachRateWithoutOverlay);
        Assert.Equal(Band.Between(680_000m, 2_900_000m), estimate.ModuleArrWithoutOverlay);
        Assert.Equal(Band.Between(2_380_000m, 5_800_000m), estimate.ArrLost);
        Assert.False(estimate.IsLagAboveAttachRate);
        Assert.Equal(
            "month 24: 60% attached, 4,080,000-6,960,000 ARR; without the overlay role 2,380,000-5,800,000 less",
            estimate.ToString());
    }

    [Fact]
    public void ALagAboveTheAttachRateTakesTheWholeRate()
    {
        ModuleAttachEstimate estimate = ModuleAttachCalculator.Estimate(Attach, 12);

        Assert.True(estimate.IsLagAboveAttachRate);
        Assert.Equal(Band.Between(0m, 0m), estimate.AttachRateWithoutOverlay);
        Assert.Equal(estimate.ModuleArr, estimate.ArrLost);
    }

    [Fact]
    public void WithoutALagNothingIsSaidOfIt()
    {
        ModuleAttachEstimate estimate = ModuleAttachCalculator.Estimate(Attach with { LagPoints = null }, 24);

        Assert.Null(estimate.ArrLost);
        Assert.Null(estimate.ModuleArrWithoutOverlay);
        Assert.False(estimate.IsLagAboveAttachRate);
    }

    [Fact]
    public void EachMonthHasItsEstimate()
    {
        ValueList<ModuleAttachEstimate> months = ModuleAttachCalculator.ByMonth(Attach, 24);

        Assert.Equal(25, months.Count);
        Assert.All(months, month => Assert.Equal(ModuleAttachCalculator.Estimate(Attach, month.Month), month));
        Assert.Equal(0.025m, months[1].AttachRate);
    }

    [Fact]
    public void AnAttachRateAboveOneIsRefused()
    {
        Refusal.With(
            "attach was an attach rate of 1.2 in month 0 of \"AI/Digital-Twin\"; "
                + "a fraction between 0 and 1 is expected.",
            () => ModuleAttachCalculator.Estimate(Attach with { AttachRate = ExpansionCurve.Linear(1.2, 0) }, 0));
        Refusal.Any<ArgumentException>(() => ModuleAttachCalculator.Estimate(Attach, 25));
        Refusal.Any<ArgumentException>(() => ModuleAttachCalculator.ByMonth(Attach, 25));
        Refusal.Any<ArgumentException>(() => Attach with { LagPoints = Band.Between(35m, 120m) });
        Refusal.Any<ArgumentException>(() => Attach with { Uplift = Band.AtLeast(0.3m) });
        Refusal.Any<ArgumentException>(
            () => ModuleAttachCalculator.Estimate(Attach with { BaseArpu = decimal.MaxValue }, 24));
    }
}
