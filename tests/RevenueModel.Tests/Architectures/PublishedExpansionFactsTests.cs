using System.Text.Json;
using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>Every figure of the facts files for expansion, and figures that follow from several of them.</summary>
public class PublishedExpansionFactsTests
{
    private static readonly ExpansionFigures Ipaas = PublishedArchitectures.Ipaas2027.Expansion!;
    private static readonly ExpansionFigures IndustrialIot = PublishedArchitectures.IndustrialIot2027.Expansion!;
    private static readonly JsonElement Additions = TestData.Facts("expansion-2027");

    [Fact]
    public void EveryFigureOfTheCurveIsAsPublished()
    {
        foreach (JsonProperty figure in TestData.Facts("ipaas-2027").GetProperty("expansionCurve").EnumerateObject())
        {
            switch (figure.Name)
            {
                case "section":
                    Assert.Equal("2.2, FAQ", figure.Value.GetString());
                    Assert.Equal("2.2, 7.2, FAQ", Ipaas.Citation!.Section);
                    break;
                case "activeIntegrations":
                    AssertYears(figure.Value, Ipaas.Volume!);
                    break;
                case "acvMultiple":
                    AssertYears(figure.Value, Ipaas.AcvMultiple!);
                    break;
                case "statedVolumeGrowthPerYear":
                    Assert.Equal(figure.Value.GetDecimal(), Ipaas.StatedVolumeGrowthPerYear);
                    break;
                default:
                    Assert.Fail($"The facts hold \"{figure.Name}\" of the curve, which no test asserts.");
                    break;
            }
        }
    }

    [Theory]
    [InlineData("ipaas-2027")]
    [InlineData("industrial-iot-2027")]
    public void UpliftsAreAsPublished(string document)
    {
        decimal[] published = TestData.Facts(document).Decimals("aiArpuUplift");
        ExpansionFigures figures = document == "ipaas-2027" ? Ipaas : IndustrialIot;
        Band<decimal> uplift = Band.Between(published[0], published[1]);

        Assert.Equal(uplift, figures.ModuleUplift);
        Assert.Equal(uplift, Assert.Single(figures.Drivers, driver => driver.Uplift is not null).Uplift);
        Assert.Equal(TestData.Facts(document).Text("document"), figures.Citation!.Document);
    }

    [Fact]
    public void DriversAreAsPublished()
    {
        Assert.Equal(
            TestData.Facts("industrial-iot-2027").Texts("expansionDrivers"),
            IndustrialIot.Drivers.Select(driver => driver.Name));
        Assert.Equal(
            Additions.GetProperty("ipaas-2027").GetProperty("drivers").Texts("names"),
            Ipaas.Drivers.Select(driver => driver.Name));
        Assert.Equal(7, IndustrialIot.Drivers.Count);
        Assert.Equal(3, Ipaas.Drivers.Count);
    }

    // Each role that watches a driver is one of the published plans.
    [Fact]
    public void DriversAreWatchedByPublishedRoles()
    {
        Assert.All(Ipaas.Drivers, driver =>
            Assert.NotNull(PublishedArchitectures.Ipaas2027.FindCompPlan(driver.WatchedBy)));
        Assert.All(IndustrialIot.Drivers, driver =>
            Assert.NotNull(PublishedArchitectures.IndustrialIot2027.FindCompPlan(driver.WatchedBy)));
    }

    [Fact]
    public void LagsAreAsPublished()
    {
        decimal[] expansion = Additions.GetProperty("ipaas-2027").GetProperty("expansionLagPoints").Decimals("points");
        decimal[] attach = Additions.GetProperty("industrial-iot-2027").GetProperty("attachLagPoints")
            .Decimals("points");

        Assert.Equal(Band.Between(expansion[0], expansion[1]), Ipaas.ExpansionLagPoints);
        Assert.Equal(Band.Between(attach[0], attach[1]), IndustrialIot.AttachLagPoints);
        Assert.Null(Ipaas.AttachLagPoints);
        Assert.Null(IndustrialIot.ExpansionLagPoints);
        Assert.Null(IndustrialIot.Volume);
        Assert.Null(IndustrialIot.Multiples);
        Assert.Null(IndustrialIot.StatedGrowth);
    }

    [Fact]
    public void StatedGrowthContradictsTheVolumes()
    {
        JsonElement facts = Additions.GetProperty("ipaas-2027").GetProperty("growthToAcv");
        GrowthComparison growth = Ipaas.StatedGrowth!;

        Assert.Equal((double)facts.Decimal("overTwoYears"), growth.ImpliedMultiple, 0.0005);
        Assert.Equal((double)facts.Decimal("overThreeYears"), growth.ImpliedMultiple * 1.33, 0.0005);
        Assert.Equal(0.732, growth.ImpliedGrowthPerYear, 0.0005);
        Assert.Equal(
            (double)facts.Decimal("ratePerYearFor2.2xInTwoYears"), Ipaas.Multiples!.AcvGrowthPerYear, 0.0005);
        Assert.Equal(0.718, Ipaas.Multiples!.Elasticity!.Value, 0.0005);
    }

    [Fact]
    public void VolumesAreLinearAndNotCompound()
    {
        JsonElement facts = Additions.GetProperty("ipaas-2027").GetProperty("curveNotCompound");
        ExpansionFit fit = ExpansionFitCalculator.Fit(
            ExpansionShape.Linear,
            new double[] { 0, 12, 24 }.Select(
                month => ExpansionPoint.At(month, ExpansionCurveCalculator.Value(Ipaas.Volume!, month))));

        Assert.Equal(
            (double)facts.Decimal("addedPerYear"), fit.FindParameter(ExpansionParameter.AddedPerYear)!.Value.Value);
        Assert.Equal(
            facts.Decimals("growth").Select(growth => (double)growth),
            [Growth(Ipaas.Volume!, 0), Growth(Ipaas.Volume!, 12)]);
    }

    [Fact]
    public void ContractValuesGrowByHalfEachYear()
    {
        JsonElement facts = Additions.GetProperty("ipaas-2027").GetProperty("curveAgainstNrr");
        decimal[] growth = facts.Decimals("acvGrowthPerYear");

        Assert.Equal((double)growth[0], Growth(Ipaas.AcvMultiple!, 0), 0.0005);
        Assert.Equal((double)growth[1], Growth(Ipaas.AcvMultiple!, 12), 0.0005);
        Assert.Equal((double)facts.Decimal("nrrBeforeChurn"), 1 + Ipaas.Multiples!.AcvGrowthPerYear, 0.0005);
    }

    private static double Growth(ExpansionCurve curve, double month) =>
        ExpansionCurveCalculator.Multiple(curve, month, month + 12)!.Value - 1;

    private static void AssertYears(JsonElement years, ExpansionCurve curve)
    {
        Assert.Equal(["year1", "year2", "year3"], years.EnumerateObject().Select(year => year.Name));
        Assert.All(years.EnumerateObject().Index(), year => Assert.Equal(
            year.Item.Value.GetDouble(), ExpansionCurveCalculator.Value(curve, year.Index * 12)));
    }
}
