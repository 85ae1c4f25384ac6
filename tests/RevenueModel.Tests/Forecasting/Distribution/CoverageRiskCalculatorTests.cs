using System.Numerics;
using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution;

public class CoverageRiskCalculatorTests
{
    [Theory]
    [InlineData(40, 10, 0.25)]
    [InlineData(36, 10, 0.22)]
    [InlineData(500, 130, 0.25)]
    [InlineData(7, 0, 0.5)]
    [InlineData(7, 7, 0.5)]
    public void ConfidenceIsTheBinomialTail(int deals, int wins, double rate) => Assert.Equal(
        Tail(deals, wins, rate),
        wins == 0
            ? 1
            : CoverageRiskCalculator.Confidence((decimal)deals / wins, (decimal)rate, wins * 100m, 100m),
        1e-13);

    [Fact]
    public void CoverageOfTheInverseWinRateReachesTheTargetEverySecondTime()
    {
        double few = CoverageRiskCalculator.Confidence(4m, 0.25m, 500_000m, 100_000m);
        double many = CoverageRiskCalculator.Confidence(4m, 0.25m, 50_000_000m, 100_000m);

        Assert.InRange(few, 0.5, 0.6);
        Assert.InRange(many, 0.5, 0.52);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void RequiredPipelineIsTheSmallest(double confidence)
    {
        PipelineRequirement required =
            CoverageRiskCalculator.RequiredPipeline(1_000_000m, 100_000m, 0.25m, confidence)!;

        Assert.True(Tail(required.Deals, 10, 0.25) >= confidence);
        Assert.True(Tail(required.Deals - 1, 10, 0.25) < confidence);
        Assert.Equal(Tail(required.Deals, 10, 0.25), required.Probability, 1e-13);
        Assert.Equal(required.Deals * 0.1m, required.Coverage);
    }

    [Fact]
    public void SmallerDealsNeedLessCoverage()
    {
        PipelineRequirement large = CoverageRiskCalculator.RequiredPipeline(1_000_000m, 250_000m, 0.2m)!;
        PipelineRequirement small = CoverageRiskCalculator.RequiredPipeline(1_000_000m, 10_000m, 0.2m)!;

        Assert.True(small.Coverage < large.Coverage);
        Assert.StartsWith("558 deals of 10,000, 5.58x of 1,000,000: reached with 90.", small.ToString());
    }

    [Fact]
    public void NoTargetNeedsNoPipeline()
    {
        PipelineRequirement none = CoverageRiskCalculator.RequiredPipeline(-5m, 100m, 0m)!;

        Assert.Equal((0, 1.0), (none.Deals, none.Probability));
        Assert.Null(none.Coverage);
    }

    [Fact]
    public void AWinRateOfZeroReachesNoTarget() =>
        Assert.Null(CoverageRiskCalculator.RequiredPipeline(5m, 100m, 0m));

    [Fact]
    public void ACertainWinNeedsJustTheTarget() =>
        Assert.Equal(3, CoverageRiskCalculator.RequiredPipeline(250m, 100m, 1m)!.Deals);

    [Fact]
    public void AddedDealsBringTheP10ToTheFloor()
    {
        ForecastDistribution open = DistributionCalculator.Forecast(
            [UncertainDeal.Of(400m, 0.5), UncertainDeal.Of(100m, 0.8), UncertainDeal.Of(70m, 0.3)]);

        PipelineRequirement required = CoverageRiskCalculator.RequiredForFloor(open, 500m, 50m, 0.4m)!;

        Assert.True(With(required.Deals).P10 >= 500m);
        Assert.True(With(required.Deals - 1).P10 < 500m);
        Assert.Equal(With(required.Deals).ProbabilityAtLeast(500m), required.Probability, 1e-12);

        ForecastDistribution With(int deals) =>
            open.Merge(DistributionCalculator.Forecast(Enumerable.Repeat(UncertainDeal.Of(50m, 0.4), deals)));
    }

    [Fact]
    public void AddedDealsReachTheTargetWithTheConfidence()
    {
        ForecastDistribution nothing = DistributionCalculator.Forecast(ReadOnlySpan<UncertainDeal>.Empty);

        Assert.Equal(
            CoverageRiskCalculator.RequiredPipeline(1_000m, 100m, 0.3m, 0.8),
            CoverageRiskCalculator.RequiredAddition(nothing, 1_000m, 100m, 0.3m, 0.8));
    }

    [Fact]
    public void AtATieTheConfidenceIsReachedAndTheFloorIsNot()
    {
        // One deal of probability 0.9 reaches its amount with exactly 90%, but the P10 is still zero.
        ForecastDistribution nothing = DistributionCalculator.Forecast(ReadOnlySpan<UncertainDeal>.Empty);

        Assert.Equal(1, CoverageRiskCalculator.RequiredAddition(nothing, 100m, 100m, 0.9m)!.Deals);
        Assert.Equal(2, CoverageRiskCalculator.RequiredForFloor(nothing, 100m, 100m, 0.9m)!.Deals);
        Assert.Equal(0m, DistributionCalculator.Forecast([UncertainDeal.Of(100m, 0.9)]).P10);
    }

    [Fact]
    public void FiguresOutsideTheirRangeAreRefused()
    {
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.Confidence(-1m, 0.2m, 100m, 10m));
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.Confidence(3m, 20m, 100m, 10m));
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.Confidence(3m, 0.2m, 0m, 10m));
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.Confidence(3m, 0.2m, 1e12m, 0.01m));
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.RequiredPipeline(1m, 0m, 0.2m));
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.RequiredPipeline(1m, 1m, 0.2m, 1));
        Refusal.Any<ArgumentException>(() => CoverageRiskCalculator.RequiredPipeline(1m, 1m, 0.00000001m));
    }

    // P(Bin(n, p) ≥ k) with exact coefficients and a rate of whole ten-thousandths.
    private static double Tail(int trials, int wins, double rate)
    {
        BigInteger p = (BigInteger)Math.Round(rate * 10_000);
        BigInteger sum = 0;
        BigInteger choose = 1;
        for (int k = 0; k <= trials; k++)
        {
            sum += k >= wins ? choose * BigInteger.Pow(p, k) * BigInteger.Pow(10_000 - p, trials - k) : 0;
            choose = choose * (trials - k) / (k + 1);
        }

        BigInteger all = BigInteger.Pow(10_000, trials);
        return (double)(sum * BigInteger.Pow(2, 80) / all) / Math.Pow(2, 80);
    }
}
