using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class ModuleRoiCalculatorTests
{
    private static readonly ModuleRoiTerms Terms = new()
    {
        ModuleArr = 2_000_000m,
        DowntimeCost = 20_000_000m,
        DowntimeReduction = 0.2m,
        YieldProfit = 50_000_000m,
        YieldImprovement = 0.08m,
    };

    [Fact]
    public void ValueIsSavedDowntimeAndAddedYield()
    {
        ModuleRoi roi = ModuleRoiCalculator.Measure(Terms);

        Assert.Equal((4_000_000m, 4_000_000m), (roi.DowntimeSavings, roi.YieldGain));
        Assert.Equal((8_000_000m, 6_000_000m), (roi.AnnualValue, roi.NetValue));
        Assert.Equal(3m, roi.PaybackMonths);
        Assert.Equal(3m, roi.Roi);
        Assert.Equal(2_000_000m, roi.AttributedValue(0.25m));
        Assert.Equal(6m, ModuleRoiCalculator.Measure(Terms with { ImplementationCost = 2_000_000m }).PaybackMonths);
        Assert.Null(ModuleRoiCalculator.Measure(new ModuleRoiTerms { ModuleArr = 1m }).PaybackMonths);
        Assert.Equal(
            "8,000,000 a year (downtime 4,000,000, yield 4,000,000), payback 3 months, ROI 300%", roi.ToString());
    }

    [Property]
    public bool MeasuredValuesLieInThePublishedBand(Fraction position, Fraction other, ushort downtime, ushort profit)
    {
        ModuleRoiBenchmark published = PublishedUnitEconomics.IndustrialIotModuleRoi2027;
        ModuleRoi roi = ModuleRoiCalculator.Measure(new ModuleRoiTerms
        {
            ModuleArr = 1m,
            DowntimeCost = downtime,
            DowntimeReduction = published.DowntimeReduction.Interpolate(position)!.Value,
            YieldProfit = profit,
            YieldImprovement = published.YieldImprovement.Interpolate(other)!.Value,
        });
        return ModuleRoiCalculator.AnnualValue(published, downtime, profit).Contains(roi.AnnualValue);
    }

    [Property]
    public bool ValueUntilPaybackIsWhatWasPaid(Fraction reduction, ushort downtime, ushort implementation)
    {
        ModuleRoi roi = ModuleRoiCalculator.Measure(new ModuleRoiTerms
        {
            ModuleArr = 10m,
            DowntimeCost = downtime,
            DowntimeReduction = reduction,
            ImplementationCost = implementation,
        });
        return roi.PaybackMonths is { } months
            ? Math.Abs((roi.AnnualValue * months / 12m) - 10m - implementation) < 1e-9m
            : roi.AnnualValue == 0m;
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        Refusal.By<ArgumentException>(
            "terms",
            () => ModuleRoiCalculator.Measure(Terms with { DowntimeCost = decimal.MaxValue, DowntimeReduction = 1m }));
        Refusal.By<ArgumentOutOfRangeException>("attributedShare", () => ModuleRoiCalculator.Measure(Terms)
            .AttributedValue(25m));
        Refusal.By<ArgumentOutOfRangeException>("paybackMonths", () => ModuleRoiBenchmark.Of(
            Band.Between(0m, 12m), Band.Between(0m, 1m), Band.Between(0m, 1m), Band.Between(1m, 2m)));
        Refusal.By<ArgumentOutOfRangeException>("moduleArr", () => ModuleRoiBenchmark.Of(
            Band.Between(2m, 12m), Band.Between(0m, 1m), Band.Between(0m, 1m), Band.AtLeast(1m)));
    }
}
