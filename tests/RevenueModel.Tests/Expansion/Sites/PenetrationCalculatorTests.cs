using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class PenetrationCalculatorTests
{
    private static readonly SiteEstate Refining = SiteEstate.Of("Acme Refining", 4, 40, 4m, 125_000m);
    private static readonly SiteEstate Utility = SiteEstate.Of("Grid Co", 10, 200, 6m, 50_000m);

    private static readonly PenetrationTarget Half =
        new() { Account = "Acme Refining", Penetration = 0.5m, Months = 36 };

    [Fact]
    public void ATargetIsComparedWithTheRollout()
    {
        PenetrationGap gap = PenetrationCalculator.Compare(Half, Refining);

        Assert.Equal(20, gap.TargetSites);
        Assert.Equal(16, gap.ProjectedSites);
        Assert.Equal(4, gap.MissingSites);
        Assert.Equal(500_000m, gap.MissingArr);
        Assert.Equal(16m * 12m / 36m, gap.RequiredSitesPerYear);
        Assert.False(gap.IsReached);
        Assert.Equal(
            "Acme Refining: 50% in 36 months: 16 of 20 sites, 4 sites short, 5.33 a year are needed", gap.ToString());
    }

    [Fact]
    public void TargetsFindTheSitesOfTheirAccount()
    {
        ValueList<PenetrationGap> gaps = PenetrationCalculator.Compare(
            [Half with { Account = "grid co", Penetration = 0.05m }, Half], [Refining, Utility]);

        Assert.Equal([Utility, Refining], gaps.Select(gap => gap.Estate));
        Assert.True(gaps[0].IsReached);
        Assert.Equal(0m, gaps[0].RequiredSitesPerYear);
    }

    [Fact]
    public void ATargetWithoutSitesIsRefusedByName()
    {
        Refusal.With(
            "estates had no \"Acme Refining\"; the sites of each account with a target are expected.",
            () => PenetrationCalculator.Compare([Half], [Utility]));
        Refusal.With(
            "estates had \"Grid Co\" twice; each account once is expected.",
            () => PenetrationCalculator.Compare([Half], [Utility, Utility]));
        Refusal.With(
            "estate was of \"Grid Co\"; the sites of Acme Refining are expected.",
            () => PenetrationCalculator.Compare(Half, Utility));
        Refusal.Any<ArgumentException>(() => Half with { Months = 0 });
        Refusal.Any<ArgumentException>(() => Half with { Penetration = 50m });
    }
}
