using FsCheck.Xunit;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class CacCalculatorTests
{
    private static readonly AcquisitionMotion Motion = new()
    {
        CycleMonths = 12m,
        SellingCostPerMonth = 5_000m,
        PreSalesDays = 20m,
        PreSalesCostPerDay = 1_200m,
        SiteVisits = 4m,
        CostPerSiteVisit = 3_000m,
        MarketingCost = 4_000m,
        WinRate = 0.25m,
    };

    [Fact]
    public void AMotionCostsByDriver()
    {
        AcquisitionCost cost = CacCalculator.FromMotion(Motion);

        Assert.Equal(400_000m, cost.PerAccount);
        Assert.Equal(240_000m, cost.AmountOf(AcquisitionCostKind.SalesCycle));
        Assert.Equal(0.6m, cost.ShareOf(AcquisitionCostKind.SalesCycle));
        Assert.Equal(0.24m, cost.ShareOf(AcquisitionCostKind.TechnicalPreSales));
        Assert.Equal(0.12m, cost.ShareOf(AcquisitionCostKind.SiteTravel));
        Assert.Equal(0.04m, cost.ShareOf(AcquisitionCostKind.Marketing));
        Assert.Equal(0m, cost.AmountOf(AcquisitionCostKind.Other));
        Assert.Equal(
            "CAC 400,000 for 1 new account: SalesCycle 240,000, TechnicalPreSales 96,000, SiteTravel 48,000, "
                + "Marketing 16,000",
            cost.ToString());
    }

    [Fact]
    public void BookedCostsAreDividedByNewAccounts()
    {
        AcquisitionCost cost = AcquisitionCost.Of(
            [new(AcquisitionCostKind.Marketing, 30_000m), new(AcquisitionCostKind.Other, 20_000m)], newAccounts: 25);

        Assert.Equal(2_000m, cost.PerAccount);
        Assert.Equal(CacCalculator.Cac(50_000m, 25), cost.PerAccount);
        Assert.Null(CacCalculator.Cac(50_000m, 0));
        Assert.Null(AcquisitionCost.Of([], 0).PerAccount);
        Assert.Null(AcquisitionCost.Of([], 5).ShareOf(AcquisitionCostKind.Other));
    }

    [Fact]
    public void PaybackIsOnGrossMargin()
    {
        Assert.Equal(12m, CacCalculator.PaybackMonths(400_000m, arr: 500_000m, grossMargin: 0.8m));
        Assert.Null(CacCalculator.PaybackMonths(400_000m, arr: 0m, grossMargin: 0.8m));
        Assert.Null(CacCalculator.PaybackMonths(400_000m, arr: 500_000m, grossMargin: 0m));
        Assert.Equal(3m, CacCalculator.LtvToCac(1_200_000m, cac: 400_000m));
        Assert.Null(CacCalculator.LtvToCac(1_200_000m, cac: 0m));
    }

    // After the payback months, the gross profit equals the CAC.
    [Property]
    public bool GrossProfitUntilPaybackIsTheCac(Fraction margin, ushort cac, ushort arr)
    {
        decimal? months = CacCalculator.PaybackMonths(cac, arr, margin);
        return arr * margin.Value == 0m
            ? months is null
            : Math.Abs((arr * margin * months!.Value / 12m) - cac) < 1e-9m;
    }

    [Property]
    public bool ALongerCycleOrALowerWinRateCostsMore(Fraction winRate, byte months, Fraction more)
    {
        AcquisitionMotion motion = Motion with { WinRate = (winRate * 0.9m) + 0.1m, CycleMonths = months };
        decimal? cac = CacCalculator.FromMotion(motion).PerAccount;
        return CacCalculator.FromMotion(motion with { CycleMonths = months + more.Value }).PerAccount >= cac
            && CacCalculator.FromMotion(motion with { WinRate = motion.WinRate * (1m - (more * 0.5m)) })
                .PerAccount >= cac;
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        Refusal.With("WinRate was 0; more than zero is expected.", () => Motion with { WinRate = 0m });
        Refusal.With(
            "parts was Marketing -1; an amount of zero or more is expected.",
            () => AcquisitionCost.Of([new(AcquisitionCostKind.Marketing, -1m)], 1));
        Refusal.By<ArgumentException>(
            "motion", () => CacCalculator.FromMotion(Motion with { CycleMonths = decimal.MaxValue }));
        Refusal.By<ArgumentException>(
            "motion",
            () => CacCalculator.FromMotion(Motion with
            {
                MarketingCost = decimal.MaxValue / 4m, CycleMonths = decimal.MaxValue / 5_000m / 4m,
            }));
    }
}
