using System.Text.Json;
using RevenueModel.Architectures;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>Every figure of the facts files for pricing, and what the figures imply together.</summary>
public class PublishedPricingFactsTests
{
    private static readonly PricingFigures Figures = PublishedArchitectures.Ipaas2027.Pricing!;

    [Fact]
    public void EveryFigureOfPricingIsAsPublished()
    {
        JsonElement facts = TestData.Facts("ipaas-2027");
        var citation = new Citation(facts.Text("document"), facts.GetProperty("pricing").Text("section"));

        // Each property of the file is checked by name, so that a figure added to the file is not passed over.
        foreach (JsonProperty figure in facts.GetProperty("pricing").EnumerateObject())
        {
            JsonElement value = figure.Value;
            switch (figure.Name)
            {
                case "section":
                    Assert.Equal(citation, Figures.Citation);
                    Assert.Equal(citation, Figures.PredictableTiers.Citation);
                    Assert.Equal(citation, Figures.PureUsage.Citation);
                    break;
                case "predictableTierRenewalRetention":
                    Assert.Equal(value.GetDecimal(), Figures.PredictableTiers.RenewalRetention);
                    break;
                case "pureUsageRenewalRetention":
                    Assert.Equal(value.GetDecimal(), Figures.PureUsage.RenewalRetention);
                    break;
                case "pureUsagePricingPressure":
                    Assert.Equal(BandOf(value), Figures.PureUsage.PricePressure);
                    break;
                case "retentionGapPoints":
                    Assert.Equal(BandOf(value), Figures.StatedRetentionGapPoints);
                    break;
                case "billShockMultiple":
                    Assert.Equal(value.GetDecimal(), Figures.BillShockMultiple);
                    Assert.Equal(BillShockRule.PublishedMultiple, value.GetDecimal());
                    break;
                default:
                    Assert.Fail($"The facts hold \"{figure.Name}\" of pricing, which no test asserts.");
                    break;
            }
        }

        // And what the file does not publish is not made up.
        Assert.Null(Figures.PredictableTiers.PricePressure);
        Assert.Null(Figures.PredictableTiers.Interval);
        Assert.Null(Figures.PureUsage.Interval);
    }

    [Fact]
    public void IndustrialIotPublishesNoPricing()
    {
        Assert.False(TestData.Facts("industrial-iot-2027").TryGetProperty("pricing", out _));
        Assert.Null(PublishedArchitectures.IndustrialIot2027.Pricing);
    }

    // 95% less 78% is 17 points; 95% less 78% at prices down by 20-40%, 62.4% to 46.8%, is 32.6 to 48.2.
    [Fact]
    public void StatedGapIsNotImpliedByRetentionOrPressure()
    {
        Assert.Equal(17m, Figures.ImpliedRetentionGapPoints);
        Assert.Equal(Band.Between(18m, 28m), Figures.StatedRetentionGapPoints);
        Assert.False(Figures.IsStatedGapImplied);
        Assert.Equal(Band.Between(32.6m, 48.2m), Figures.ImpliedArrGapPoints);
        Assert.True(Figures.ImpliedArrGapPoints.Min > Figures.StatedRetentionGapPoints!.Value.Max);
        Assert.Null((Figures with { StatedRetentionGapPoints = null }).IsStatedGapImplied);
    }

    [Fact]
    public void ThePublishedFiguresGiveAnOutlookAsTheyStand()
    {
        RenewalComparison comparison =
            RenewalOutlookCalculator.Compare(Figures.PureUsage, Figures.PredictableTiers, 50_000_000m);

        Assert.Equal(Band.Between(23_400_000m, 31_200_000m), comparison.First.Renewed);
        Assert.Equal(Band.Between(47_500_000m, 47_500_000m), comparison.Second.Renewed);
        Assert.Equal(Band.Between(16_300_000m, 24_100_000m), comparison.Difference);
    }

    [Fact]
    public void OwnRenewalsTakeThePlaceOfThePublished()
    {
        PricingFigures own = Figures with { PureUsage = PricingRetention.Measured("own usage plans", 70, 100) };

        Assert.Equal(25m, own.ImpliedRetentionGapPoints);
        Assert.True(own.IsStatedGapImplied);
        Assert.Equal(Band.Between(25m, 25m), own.ImpliedArrGapPoints);
    }

    [Fact]
    public void PublishedGrowthIsAShockUnderAPricePerOperation()
    {
        JsonElement curve = TestData.Facts("ipaas-2027").GetProperty("expansionCurve")
            .GetProperty("activeIntegrations");
        decimal[] integrations = [curve.Decimal("year1"), curve.Decimal("year2"), curve.Decimal("year3")];
        PricePlan usage = new()
        {
            Name = "Usage",
            Charges = [new Charge { Name = "operations", Price = PriceModel.PerUnit(0.001m) }],
        };

        PricePlanProjection projection = PricePlanProjectionCalculator.ProjectYears(
            [usage], "operations", integrations, quantityEach: 50_000m, Figures.BillShockMultiple!.Value)[0];

        Assert.Equal([false, false, true], projection.Bills.Select(bill => bill.IsShock));
    }

    [Fact]
    public void WhatIsNoFigureIsRefused()
    {
        Refusal.By<ArgumentNullException>(() => Figures with { PureUsage = null! });
        Refusal.By<ArgumentOutOfRangeException>(
            () => Figures with { StatedRetentionGapPoints = Band.Between(-1m, 28m) });
        Assert.Contains(
            "BillShockMultiple was 1",
            Refusal.By<ArgumentOutOfRangeException>(() => Figures with { BillShockMultiple = 1m }).Message,
            StringComparison.Ordinal);
    }

    private static Band<decimal> BandOf(JsonElement pair) => Band.Between(pair[0].GetDecimal(), pair[1].GetDecimal());
}
