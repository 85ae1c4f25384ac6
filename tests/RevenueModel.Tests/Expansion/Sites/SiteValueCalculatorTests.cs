using FsCheck.Xunit;
using RevenueModel.Expansion;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class SiteValueCalculatorTests
{
    [Fact]
    public void SitesAreAddedUntilAllAreCovered()
    {
        SiteLifetimeValue value = SiteValueCalculator.Project(
            SiteEstate.Of("Acme", 1, 4, 1.5m, 100_000m), grossMargin: 0.8m, logoRetention: 0.5m, years: 4);

        Assert.Equal([1, 2, 4, 4], value.Years.Select(year => year.Sites));
        Assert.Equal([1m, 0.5m, 0.25m, 0.125m], value.Years.Select(year => year.Survival));
        Assert.Equal([80_000m, 80_000m, 80_000m, 40_000m], value.Years.Select(year => year.GrossProfit));
        Assert.Equal(280_000m, value.LifetimeValue);
        Assert.Equal("Acme: 280,000 in 4 years, 4 sites in the last", value.ToString());
        Assert.Equal("year 3: 4 sites, 400,000 ARR, 25% retained, 80,000 gross profit", value.Years[2].ToString());
    }

    // KPI 6: a stalled account stays below the published 1,000,000 to 15,000,000, one that adds three to six sites a
    // year reaches it.
    [Theory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    [InlineData(6, true)]
    public void HealthyVelocityReachesThePublishedValue(int sitesPerYear, bool isReached)
    {
        SiteLifetimeValue value = SiteValueCalculator.Project(
            SiteEstate.Of("Acme", 1, 40, sitesPerYear, 75_000m), grossMargin: 0.76m, logoRetention: 0.93m, years: 10);

        Assert.Equal(
            isReached, PublishedUnitEconomics.OtSecurityLifetimeValues2027[1].LifetimeValue
                .Contains(value.LifetimeValue));
    }

    [Property]
    public bool WithoutNewSitesTheValueIsTheSumOverYears(
        Fraction margin, Fraction retention, Fraction rate, byte sites)
    {
        SiteLifetimeValue value = SiteValueCalculator.Project(
            SiteEstate.Of("Acme", sites, 255, 0m, 1_000m), margin, retention, years: 20, rate);
        decimal sum = LifetimeValueCalculator.OverPeriods(sites * 1_000m, margin, retention, rate, 20);
        return Math.Abs(value.LifetimeValue - sum) < 1e-15m
            && value.LifetimeValue == value.Years.Sum(year => year.GrossProfit);
    }

    [Property]
    public bool ValueRisesWithVelocityRetentionAndMargin(
        Fraction margin, Fraction retention, Fraction rate, byte velocity, Fraction more)
    {
        decimal Value(decimal ownMargin, decimal ownRetention, decimal ownRate, decimal ownVelocity) =>
            SiteValueCalculator.Project(
                SiteEstate.Of("Acme", 2, 40, ownVelocity, 1_000m), ownMargin, ownRetention, years: 15, ownRate)
                .LifetimeValue;
        decimal value = Value(margin, retention, rate, velocity / 16m) - 1e-15m;
        return Value(margin, retention, rate, (velocity / 16m) + more) >= value
            && Value(Math.Min(margin + more.Value, 1m), retention, rate, velocity / 16m) >= value
            && Value(margin, Math.Min(retention + more.Value, 1m), rate, velocity / 16m) >= value
            && Value(margin, retention, rate * more, velocity / 16m) >= value;
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        SiteEstate estate = SiteEstate.Of("Acme", 1, 4, 1m, 1m);
        Refusal.With(
            "years was 101 of Acme; 1 to 100 is expected.",
            () => SiteValueCalculator.Project(estate, 0.8m, 0.9m, 101));
        Refusal.Any<ArgumentException>(() => SiteValueCalculator.Project(estate, 80m, 0.9m, 10));
        Refusal.By<ArgumentException>(
            "estate",
            () => SiteValueCalculator.Project(
                SiteEstate.Of("Acme", 4, 4, 1m, decimal.MaxValue / 8m), 1m, 1m, 10));
    }
}
