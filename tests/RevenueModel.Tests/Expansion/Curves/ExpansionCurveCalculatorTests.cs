using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class ExpansionCurveCalculatorTests
{
    private static readonly ExpansionCurve Integrations = ExpansionCurve.Years([24, 48, 72]);
    private static readonly ExpansionCurve Acv = ExpansionCurve.Years([1.0, 1.5, 2.2]);

    [Theory]
    [InlineData(0, 24, 0.718)]
    [InlineData(0, 12, 0.585)]
    [InlineData(12, 24, 0.945)]
    public void ElasticityIsTheRatioOfLogarithms(double from, double to, double expected) =>
        Assert.Equal(
            expected, ExpansionCurveCalculator.Compare(Integrations, Acv, from, to).Elasticity!.Value, 0.0005);

    [Fact]
    public void PublishedMultiplesAndTheirGrowth()
    {
        ExpansionMultiples multiples = ExpansionCurveCalculator.Compare(Integrations, Acv, 0, 24);

        Assert.Equal(3, multiples.VolumeMultiple);
        Assert.Equal(2.2, multiples.AcvMultiple);
        Assert.Equal(Math.Sqrt(3) - 1, multiples.VolumeGrowthPerYear, 1e-14);
        Assert.Equal(Math.Sqrt(2.2) - 1, multiples.AcvGrowthPerYear, 1e-14);
        Assert.Equal("months 0 to 24: volume 3.00x, ACV 2.20x, elasticity 0.718", multiples.ToString());
    }

    [Fact]
    public void ElasticityIsUndefinedWithoutAChangeOfVolume() =>
        Assert.Null(ExpansionCurveCalculator.Compare(ExpansionCurve.Linear(5, 0), Acv, 0, 24).Elasticity);

    [Fact]
    public void AStatedGrowthStandsBesideWhatTheCurveImplies()
    {
        GrowthComparison growth = ExpansionCurveCalculator.CompareStated(Integrations, 0.33, 0, 24);

        Assert.Equal(0.73205, growth.ImpliedGrowthPerYear, 1e-5);
        Assert.Equal(1.7689, growth.ImpliedMultiple, 1e-12);
        Assert.Equal(Math.Log(3) / Math.Log(1.33), growth.YearsToMultiple!.Value, 1e-12);
        Assert.Equal(
            "stated 33% a year implies 1.769x; stated 3.00x in 2 years implies 73.2% a year", growth.ToString());
    }

    [Fact]
    public void NoGrowthNeverReachesAMultiple()
    {
        Assert.Null(ExpansionCurveCalculator.CompareStated(Integrations, 0, 0, 24).YearsToMultiple);
        Assert.Null(ExpansionCurveCalculator.CompareStated(Integrations, -0.1, 0, 24).YearsToMultiple);
        Assert.Equal(
            0, ExpansionCurveCalculator.CompareStated(ExpansionCurve.Linear(5, 0), 0, 0, 24).YearsToMultiple);
    }

    [Fact]
    public void AMultipleOfZeroIsUndefined()
    {
        ExpansionCurve sites = ExpansionCurve.Linear(0, 5);

        Assert.Null(ExpansionCurveCalculator.Multiple(sites, 0, 12));
        Assert.Null(ExpansionCurveCalculator.GrowthPerYear(sites, 0, 12));
        Refusal.With(
            "volume was 0 in month 0; a value above zero, of which there is a multiple, is expected.",
            () => ExpansionCurveCalculator.Compare(sites, Acv, 0, 12));
    }

    [Fact]
    public void MonthsThatDoNotAscendAreRefused() =>
        Refusal.With(
            "toMonth was 12; a month after 12 is expected.",
            () => ExpansionCurveCalculator.Multiple(Acv, 12, 12));
}
