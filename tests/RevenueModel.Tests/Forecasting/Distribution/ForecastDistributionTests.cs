using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution;

public class ForecastDistributionTests
{
    private static readonly ForecastDistribution Whale = DistributionCalculator.Forecast(
        [UncertainDeal.Of(1_000m, 0.3), .. Enumerable.Repeat(UncertainDeal.Of(10m, 0.5), 9)]);

    [Fact]
    public void AForecastPrintsItsQuantiles() =>
        Assert.Equal("P10 30, P50 50, P90 1,050, mean 345", Whale.ToString());

    [Fact]
    public void AQuantilePrintsItsBounds()
    {
        Assert.Equal("P10 30", Whale.Quantile(0.1).ToString());
        Assert.Equal("P50 5 (unknown to 9)", new ForecastQuantile(0.5, 5m, null, 9m).ToString());
    }

    [Fact]
    public void NothingIsCertainlyZero()
    {
        ForecastDistribution forecast = DistributionCalculator.Forecast(ReadOnlySpan<UncertainDeal>.Empty);

        Assert.Equal([1.0], forecast.Probabilities);
        Assert.Equal(0m, forecast.P90);
        Assert.Equal(0, forecast.Variance);
        Assert.Equal(1, forecast.ProbabilityAtLeast(0m));
        Assert.Equal(0, forecast.ProbabilityAtLeast(0.01m));
    }

    [Fact]
    public void ShortfallConventionsDifferOnALattice()
    {
        // P(0) = 0.4, so that the worst half is 0.4 of nothing and 0.1 of 10.
        ForecastDistribution forecast = DistributionCalculator.Forecast([UncertainDeal.Of(10m, 0.6)]);

        Assert.Equal(2, forecast.ExpectedShortfall(0.5), 1e-12);
        Assert.Equal(6, forecast.ExpectedShortfall(0.5, ShortfallConvention.AtOrBelowQuantile), 1e-12);
    }

    [Fact]
    public void ExpectedMissBeyondTheHighestAmountIsLinear()
    {
        ForecastDistribution forecast = DistributionCalculator.Forecast([UncertainDeal.Of(10m, 0.6)]);

        Assert.Equal(0, forecast.ExpectedMiss(-5m));
        Assert.Equal(2, forecast.ExpectedMiss(5m), 1e-12);
        Assert.Equal(4, forecast.ExpectedMiss(10m), 1e-12);
        Assert.Equal(14, forecast.ExpectedMiss(20m), 1e-12);
    }

    [Fact]
    public void OpportunitiesHaveTheWeightsOfTheWeightedForecast()
    {
        SalesProcess process = SalesProcess.Of(
            new PipelineStage { Name = "Proposal", WinProbability = 0.5m },
            new PipelineStage
            {
                Name = "Parked", WinProbability = 0.6m, ForecastCategory = ForecastCategory.Omitted,
            });
        Opportunity[] deals =
        [
            new() { Id = "A", Stage = "Proposal", Amount = 80m, Timeline = DealTimeline.Open() },
            new() { Id = "B", Stage = "Parked", Amount = 45m, Timeline = DealTimeline.Open() },
            new() { Id = "C", Stage = "Proposal", Timeline = DealTimeline.Open() },
            TestOpportunities.Won(100m),
            TestOpportunities.Lost(700m),
        ];

        ForecastDistribution forecast = DistributionCalculator.Forecast(process, deals);

        Assert.Equal((double)WeightedForecastCalculator.Forecast(process, deals).Total.Weighted, forecast.Mean);
        Assert.Equal((100m, 180m), (forecast.Lowest, forecast.Highest));
        Assert.Equal(forecast, DistributionCalculator.Forecast(process, deals.AsEnumerable()));
        Assert.Equal(forecast, OneFactorCalculator.Forecast(process, deals, rho: 0));
    }

    [Fact]
    public void ManyDecimalPlacesAreRoundedWithinTheBounds()
    {
        decimal third = 1_000_000_000m / 3m;
        ForecastDistribution forecast = DistributionCalculator.Forecast([third, third, -third / 7m], [0.5, 0.5, 0.5]);

        ForecastQuantile quantile = forecast.Quantile(0.6);

        Assert.InRange(third, quantile.Lower!.Value, quantile.Upper!.Value);
        Assert.Equal((double)(third - (third / 14m)), forecast.Mean, 1e-3);
    }

    [Fact]
    public void EqualDealsHaveEqualDistributions()
    {
        ForecastDistribution again = DistributionCalculator.Forecast(
            (decimal[])[1_000m, .. Enumerable.Repeat(10m, 9)], [0.3, .. Enumerable.Repeat(0.5, 9)]);

        Assert.Equal(Whale, again);
        Assert.Equal(Whale.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(Whale, again.Plus(1m));
    }

    [Fact]
    public void PlusShiftsAllAmounts()
    {
        ForecastDistribution shifted = Whale.Plus(-20m);

        Assert.Equal(Whale.P50 - 20m, shifted.P50);
        Assert.Equal(Whale.Mean - 20, shifted.Mean);
        Assert.Equal(Whale.Variance, shifted.Variance);
        Refusal.Any<ArgumentException>(() => Whale.Plus(decimal.MaxValue));
    }

    [Fact]
    public void DifferentStepsMergeOnTheirDivisor()
    {
        ForecastDistribution sixes = DistributionCalculator.Forecast([UncertainDeal.Of(6m, 0.5)]);
        ForecastDistribution fours = DistributionCalculator.Forecast([UncertainDeal.Of(4m, 0.25)]);

        ForecastDistribution sum = sixes.Merge(fours);

        Assert.Equal(2m, sum.Step);
        Assert.True(sum.Split.IsExact);
        Assert.Equal([0.375, 0, 0.125, 0.375, 0, 0.125], sum.Probabilities);
    }

    [Fact]
    public void StepsWithoutADivisorMergeBySplitting()
    {
        ForecastDistribution coarse = DistributionCalculator.Forecast([UncertainDeal.Of(1_000_000m, 0.5)]);
        ForecastDistribution fine = DistributionCalculator.Forecast([UncertainDeal.Of(0.37m, 0.5)]);

        ForecastDistribution sum = coarse.Merge(fine);

        Assert.InRange(sum.Step, 1m, 200m);
        Assert.False(sum.Split.IsExact);
        Assert.Equal(500_000.185, sum.Mean, 1e-9);
        ForecastQuantile quantile = sum.Quantile(0.75);
        Assert.InRange(1_000_000m, quantile.Lower!.Value, quantile.Upper!.Value);
    }

    [Fact]
    public void RefusalsNameTheValue()
    {
        Refusal.With(
            "probabilities had NaN at position 1; a fraction between 0 and 1 is expected.",
            () => DistributionCalculator.Forecast([1m, 2m], [0.5, double.NaN]));
        Refusal.With(
            "probabilities had 1 values for 2 amounts; one for each amount is expected.",
            () => DistributionCalculator.Forecast([1m, 2m], [0.5]));
        Refusal.With(
            "deals had null at position 0; a deal is expected.",
            () => DistributionCalculator.Forecast((UncertainDeal[])[null!]));
        Refusal.With(
            "probability was 1.5; a fraction between 0 and 1 is expected.", () => UncertainDeal.Of(1m, 1.5));
        Refusal.With(
            "outcomes had probabilities that sum to 1.2; at most 1 is expected.",
            () => UncertainDeal.OfOutcomes(new PossibleAmount(1m, 0.6), new PossibleAmount(2m, 0.6)));
        Refusal.Any<ArgumentException>(() => Whale.Quantile(0));
        Refusal.Any<ArgumentException>(() => Whale.Quantile(double.NaN));
        Refusal.Any<ArgumentException>(() => DistributionCalculator.Forecast([5e18m], [0.5]));
        Refusal.Any<ArgumentException>(() => DistributionCalculator.Mixture([Whale], [0.9]));
        Refusal.Any<ArgumentException>(() => new DistributionOptions { MaxCells = 10 });
        Refusal.Any<ArgumentException>(() => new DistributionOptions { DroppedMass = 0.5 });
    }

    [Fact]
    public void OnlyTheResultIsAllocated()
    {
        decimal[] amounts = [.. Enumerable.Range(0, 2_000).Select(i => 1m + (7_919m * i % 60))];
        double[] probabilities = [.. Enumerable.Range(0, 2_000).Select(i => (1 + (37 * i % 63)) / 64.0)];
        for (int i = 0; i < 3; i++)
        {
            DistributionCalculator.Forecast(amounts, probabilities);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ForecastDistribution forecast = DistributionCalculator.Forecast(amounts, probabilities);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 1, (forecast.Probabilities.Count * sizeof(double)) + 2_000);
    }
}
