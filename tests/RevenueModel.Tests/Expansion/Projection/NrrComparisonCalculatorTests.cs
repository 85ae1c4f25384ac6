using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class NrrComparisonCalculatorTests
{
    private static readonly ExpansionCurve Acv = PublishedArchitectures.Ipaas2027.Expansion!.AcvMultiple!;

    private static readonly Band<decimal> Enterprise =
        PublishedArchitectures.Ipaas2027.Segmentation.Segments[2].NrrTarget!.Value;

    [Fact]
    public void ThePublishedCurveIsAboveThePublishedRetention()
    {
        NrrComparison comparison =
            NrrComparisonCalculator.Compare(Enterprise, Acv, CohortSurvival.AtRenewals(0.95), 0, 24);

        Assert.Equal(Band.Between(1.20m, 1.35m), comparison.Published);
        Assert.Equal(1.483, comparison.ImpliedBeforeChurn, 0.0005);
        Assert.Equal(1.409, comparison.Implied, 0.0005);
        Assert.Equal(BandPosition.Above, comparison.Position);
        Assert.Equal(5.9, comparison.PointsOutside, 0.05);
        Assert.Equal(1.275 / Math.Sqrt(2.2), comparison.SurvivalForMiddle!.Value, 1e-12);
        Assert.Equal(
            "published NRR 120%-135%; the curve implies 148.3% before churn and 140.9% after it, 5.9 points above it",
            comparison.ToString());
    }

    [Theory]
    [InlineData("1.40-1.45", BandPosition.In)]
    [InlineData("1.45-1.60", BandPosition.Below)]
    [InlineData("1.20+", BandPosition.In)]
    public void EachBandHasItsPosition(string published, BandPosition expected) =>
        Assert.Equal(
            expected,
            NrrComparisonCalculator.Compare(
                Band<decimal>.Parse(published), Acv, CohortSurvival.AtRenewals(0.95), 0, 24).Position);

    [Fact]
    public void AnOpenBandHasNoMiddle() =>
        Assert.Null(NrrComparisonCalculator.Compare(
            Band.AtLeast(1.2m), Acv, CohortSurvival.Full, 0, 24).SurvivalForMiddle);

    [Fact]
    public void MonthsOutsideCurveOrSurvivalAreRefused()
    {
        Refusal.Any<ArgumentException>(
            () => NrrComparisonCalculator.Compare(Enterprise, Acv, CohortSurvival.Full, 0, 36));
        Refusal.Any<ArgumentException>(
            () => NrrComparisonCalculator.Compare(Enterprise, Acv, CohortSurvival.Monthly(0.9), 0, 24));
        Refusal.Any<ArgumentException>(() => NrrComparisonCalculator.Compare(
            Enterprise, ExpansionCurve.Linear(0, 1), CohortSurvival.Full, 0, 24));
    }
}
