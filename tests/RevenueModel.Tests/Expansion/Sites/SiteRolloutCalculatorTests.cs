using System.Text.Json;
using FsCheck.Xunit;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class SiteRolloutCalculatorTests
{
    private static readonly SiteBenchmark Published = SiteBenchmark.OtSecurity2027;

    private static readonly SiteEstate Refining = SiteEstate.Of("Acme Refining", 4, 40, 4m, 125_000m);

    [Fact]
    public void EveryFigureOfSitesIsAsPublished()
    {
        JsonElement facts = TestData.Facts("ot-security-kpis-2027");
        JsonElement velocity = facts.GetProperty("kpis").EnumerateArray()
            .Single(kpi => kpi.Text("name") == "Per-Site Expansion Velocity");
        JsonElement license = facts.GetProperty("landAndExpand");

        Assert.Equal(BandOf(velocity, "healthySitesPerYear"), Published.HealthySitesPerYear);
        Assert.Equal(velocity.Decimal("stalled"), Published.StalledSitesPerYear);
        Assert.Equal(BandOf(velocity, "perSiteAcv"), Published.ArrPerSite);
        Assert.Equal(license.Decimal("pilotAcv"), Published.PilotArr);
        Assert.Equal(license.Decimal("enterpriseLicence"), Published.LicenseArr);
        Assert.Equal(license.GetProperty("sites").GetInt32(), Published.LicenseSites);
        Assert.Equal(facts.Text("document"), Published.Citation!.Document);
    }

    [Fact]
    public void ThePilotIsComparedWithVelocityAndRetention()
    {
        JsonElement facts = TestData.Facts("expansion-2027").GetProperty("ot-security-kpis-2027");
        JsonElement implied = facts.GetProperty("fortySites");
        PilotExpansion pilot = SiteRolloutCalculator.FromPilot(Published, Band.Between(1.10m, 1.30m));

        Assert.Equal(implied.Decimal("acvPerSite"), pilot.ImpliedArrPerSite);
        Assert.True(pilot.IsArrPerSiteInBand);
        Assert.Equal(BandOf(implied, "yearsAt3To6Sites"), pilot.YearsAtVelocity);
        decimal[] years = implied.Decimals("yearsAtNrr110To130");
        Assert.Equal((double)years[0], pilot.YearsAtNrr!.Value.Min, 0.05);
        Assert.Equal((double)years[1], pilot.YearsAtNrr!.Value.Max!.Value, 0.05);
        Assert.Equal(BandOf(facts.GetProperty("velocityAgainstNrr"), "arrAddedPerYear"), pilot.ArrAddedPerYear);
    }

    [Theory]
    [InlineData("0", SiteVelocity.Stalled)]
    [InlineData("2.9", SiteVelocity.BelowHealthy)]
    [InlineData("3", SiteVelocity.Healthy)]
    [InlineData("6", SiteVelocity.Healthy)]
    [InlineData("7", SiteVelocity.AboveHealthy)]
    public void VelocityIsAssessedByThePublishedBand(string sites, SiteVelocity expected) =>
        Assert.Equal(expected, Published.Assess(decimal.Parse(sites)));

    [Fact]
    public void MonthsToATargetFollowFromTheVelocity()
    {
        Assert.Equal(48m, SiteRolloutCalculator.MonthsTo(Refining, 0.5m));
        Assert.Equal(0m, SiteRolloutCalculator.MonthsTo(Refining, 0.1m));
        Assert.Equal(108m, SiteRolloutCalculator.MonthsTo(Refining, 1m));
        Assert.Null(SiteRolloutCalculator.MonthsTo(SiteEstate.Of("Stalled", 1, 2, 0m, 1m), 1m));
    }

    [Fact]
    public void SitesAreAddedWholeMonthByMonth()
    {
        ValueList<SiteRolloutMonth> months = SiteRolloutCalculator.ByMonth(Refining, 120);

        Assert.Equal([4, 4, 4, 5, 5, 5, 6], months.Take(7).Select(month => month.CoveredSites));
        Assert.Equal(500_000m, months[0].Arr);
        Assert.Equal(40, months[120].CoveredSites);
        Assert.Equal(5_000_000m, months[120].Arr);
        Assert.Equal("month 12: 8 of 40 sites (20%), 1,000,000 ARR", months[12].ToString());
        Assert.Equal(4_500_000m, Refining.OpenArr);
    }

    [Property]
    public bool TheTargetIsReachedInItsMonthAndNotBefore(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        int total = 1 + (int)(dice.Next() % 200);
        int covered = (int)(dice.Next() % (ulong)(total + 1));
        decimal velocity = (decimal)(1 + (dice.Next() % 40)) / 4m;
        decimal target = decimal.Round((decimal)dice.NextOpen(), 3);
        SiteEstate estate = SiteEstate.Of("A", covered, total, velocity, 1m);
        var month = (int)decimal.Ceiling(SiteRolloutCalculator.MonthsTo(estate, target)!.Value);
        if (month > 1_200)
        {
            return true;
        }

        ValueList<SiteRolloutMonth> months = SiteRolloutCalculator.ByMonth(estate, month);
        int sites = (int)Math.Ceiling(total * target);
        return months[month].CoveredSites >= sites
            && (month == 0 || months[month - 1].CoveredSites < sites)
            && months.Zip(months.Skip(1)).All(pair => pair.First.CoveredSites <= pair.Second.CoveredSites);
    }

    [Fact]
    public void MoreSitesThanThereAreIsRefusedByName()
    {
        Refusal.With(
            "coveredSites was 5 of Acme; 0 to 4, the sites of the account, is expected.",
            () => SiteEstate.Of("Acme", 5, 4, 1m, 1m));
        Refusal.Any<ArgumentException>(() => SiteEstate.Of("Acme", 0, 0, 1m, 1m));
        Refusal.Any<ArgumentException>(() => SiteEstate.Of("Acme", 0, 2, 1m, decimal.MaxValue));
        Refusal.Any<ArgumentException>(() => SiteRolloutCalculator.MonthsTo(Refining, 50m));
        Refusal.Any<ArgumentException>(() => SiteRolloutCalculator.ByMonth(Refining, 1_201));
    }

    private static Band<decimal> BandOf(JsonElement element, string property)
    {
        decimal[] ends = element.Decimals(property);
        Assert.Equal(2, ends.Length);
        return Band.Between(ends[0], ends[1]);
    }
}
