using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ExpansionTeamCalculatorTests
{
    private static readonly ExpansionTeam Team =
        new() { Name = "Refining team", SitesPerYear = 6m, CostPerYear = 400_000m };

    private static readonly SiteEstate Slow = SiteEstate.Of("Acme Refining", 4, 40, 2m, 125_000m);
    private static readonly SiteEstate Small = SiteEstate.Of("Small Co", 9, 10, 2m, 50_000m);

    [Fact]
    public void ATeamBringsTheSitesOfItsVelocity()
    {
        ExpansionTeamEffect effect = ExpansionTeamCalculator.Compare(Team, [Slow, Small], months: 24);

        Assert.Equal(new AccountTeamEffect("Acme Refining", 8, 16, 125_000m), effect.Accounts[0]);
        Assert.Equal(0, effect.Accounts[1].AddedSites);
        Assert.Equal(8, effect.AddedSites);
        Assert.Equal(1_000_000m, effect.AddedArr);
        Assert.Equal(800_000m, effect.Cost);
        Assert.Equal(1.25m, effect.ArrPerCost);
        Assert.Equal("Refining team in 24 months: +8 sites, +1,000,000 ARR, cost 800,000", effect.ToString());
    }

    [Fact]
    public void ATeamThatIsSlowerTakesSitesAway() =>
        Assert.Equal(
            -4, ExpansionTeamCalculator.Compare(Team with { SitesPerYear = 0m }, [Slow], months: 24).AddedSites);

    [Fact]
    public void ATeamWithoutCostHasNoRatio() =>
        Assert.Null(ExpansionTeamCalculator.Compare(Team with { CostPerYear = 0m }, [Slow], 24).ArrPerCost);

    [Fact]
    public void AnAccountThatOccursTwiceIsRefused()
    {
        Refusal.Any<ArgumentException>(() => ExpansionTeamCalculator.Compare(Team, [Slow, Slow], 24));
        Refusal.Any<ArgumentException>(() => ExpansionTeamCalculator.Compare(Team, [Slow], 0));
    }
}
