using FsCheck;
using FsCheck.Xunit;
using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution;

/// <summary>Pipelines at the edge: rare large deals, amounts of different size, lattices without a common
/// step.</summary>
public class DistributionEdgeTests
{
    [Fact]
    public void AFewLargeDealsDoNotMakeAMergeCoarse()
    {
        UncertainDeal[] large = [UncertainDeal.Of(1_500_000m, 0.5), UncertainDeal.Of(3_000_000m, 0.5)];
        UncertainDeal[] small =
            [.. Enumerable.Range(0, 30).Select(i => UncertainDeal.Of(10_000m + (137.11m * i), 0.3))];
        ForecastDistribution together = DistributionCalculator.Forecast([.. large, .. small]);
        ForecastDistribution merged =
            DistributionCalculator.Forecast(large).Merge(DistributionCalculator.Forecast(small));

        Assert.True(merged.Step < 1_000m);
        foreach (double share in (double[])[0.1, 0.4, 0.6, 0.9])
        {
            Assert.Equal((double)together.Quantile(share).Amount, (double)merged.Quantile(share).Amount, 3_000.0);
        }

        ForecastDistribution mixed = DistributionCalculator.Mixture(
            [DistributionCalculator.Forecast([UncertainDeal.Of(10_000_000m, 0.5)]),
             DistributionCalculator.Forecast([UncertainDeal.Of(12.34m, 0.5)])],
            [0.5, 0.5]);
        Assert.True(mixed.Step < 2_000m);
    }

    // Two possible sums of each merge are compared with the four products of the parts.
    [Property(MaxTest = 200)]
    public void MergedQuantilesAreWithinTheirBounds(PositiveInt seed)
    {
        var random = new SplitMix64((ulong)seed.Get);
        (decimal Amount, double Probability)[] parts =
        [
            .. Enumerable.Range(0, 3).Select(_ => (Amount(), 0.05 + (0.9 * random.NextOpen()))),
        ];
        ForecastDistribution merged = parts
            .Select(part => DistributionCalculator.Forecast([UncertainDeal.Of(part.Amount, part.Probability)]))
            .Aggregate((one, other) => one.Merge(other));
        (decimal Sum, double Probability)[] sums =
        [
            .. Enumerable.Range(0, 8).Select(mask => (
                parts.Select((part, i) => (mask & (1 << i)) != 0 ? part.Amount : 0m).Sum(),
                parts.Select((part, i) => (mask & (1 << i)) != 0 ? part.Probability : 1 - part.Probability)
                    .Aggregate((one, other) => one * other))).OrderBy(sum => sum.Item1),
        ];
        foreach (double share in (double[])[0.15, 0.5, 0.85])
        {
            double below = 0;
            decimal exact = sums.First(sum => (below += sum.Probability) >= share).Sum;
            ForecastQuantile quantile = merged.Quantile(share);
            Assert.InRange(exact, quantile.Lower ?? decimal.MinValue, quantile.Upper ?? decimal.MaxValue);
        }

        foreach ((decimal target, _) in sums)
        {
            ForecastProbability reach = merged.AtLeast(target);
            double exact = sums.Where(sum => sum.Sum >= target).Sum(sum => sum.Probability);
            Assert.InRange(exact, reach.Lower - 1e-12, reach.Upper + 1e-12);
        }

        decimal Amount()
        {
            decimal size = (decimal)Math.Pow(10, 8 * random.NextOpen());
            return decimal.Round(size * (decimal)(0.1 + random.NextOpen()), 2) * (random.NextOpen() < 0.3 ? -1m : 1m);
        }
    }

    [Fact]
    public void AmountsOfVeryDifferentSizeMerge()
    {
        ForecastDistribution large = DistributionCalculator.Forecast([UncertainDeal.Of(1_000_000_000_000m, 0.5)]);
        ForecastDistribution tiny =
            DistributionCalculator.Forecast([UncertainDeal.Of(0.000_000_000_000_000_01m, 0.5)]);

        Assert.InRange(large.Merge(tiny).Quantile(0.9).Amount, 999_000_000_000m, 1_001_000_000_000m);
        Assert.Equal(5e11, DistributionCalculator.Mixture([large, large], [0.5, 0.5]).Mean, 1e-3);
        Assert.Equal(2.5e11, DistributionCalculator.Mixture([large, tiny], [0.5, 0.5]).Mean, 1);
    }

    [Fact]
    public void RareDealsOfBothSignsAreComputed()
    {
        UncertainDeal[] deals =
        [
            .. Enumerable.Range(0, 1_000).Select(i => UncertainDeal.Of(i % 2 == 0 ? 5_000m : -5_000m, 1e-4)),
            .. Enumerable.Repeat(UncertainDeal.Of(1m, 0.5), 1_000),
        ];
        ForecastDistribution forecast = DistributionCalculator.Forecast(deals);

        Assert.Equal(500, forecast.Mean, 1e-6);
        Assert.Equal(1, forecast.Probabilities.Sum() + forecast.DroppedMass, 1e-9);
        double none = Math.Pow(1 - 1e-4, 1_000);
        Assert.InRange(forecast.ProbabilityAtLeast(1_500m), 0.8 * (1 - none) / 2, (1 - none) / 2);
    }

    [Theory]
    [InlineData(1_000_000_007, 1e-12)]
    [InlineData(1_000_000_000_001, 1e-25)]
    [InlineData(1_000_001, 1e-6)]
    [InlineData(1_000_000_000, 1e-20)]
    public void RareLargeDealsDoNotTakeTheMemory(long amount, double probability)
    {
        UncertainDeal[] deals =
        [
            UncertainDeal.Of(amount, probability), UncertainDeal.Of(-amount, probability), UncertainDeal.Of(3m, 0.5),
        ];
        foreach (DistributionOptions options in (DistributionOptions[])[new(), new() { DroppedMass = 1e-250 }])
        {
            ForecastDistribution forecast = DistributionCalculator.Forecast(deals, options);
            Assert.Equal(1.5, forecast.Mean, 1e-3);
            Assert.True(forecast.Probabilities.Count <= 16 * options.MaxCells);
            ForecastQuantile median = forecast.Quantile(0.75);
            Assert.InRange(3m, median.Lower!.Value, median.Upper!.Value);
        }
    }

    [Fact]
    public void AmountsThatCannotOrMustBeBookedDoNotChangeTheOthers()
    {
        ForecastDistribution alone = DistributionCalculator.Forecast([UncertainDeal.Of(0.000_01m, 0.5)]);

        Assert.Equal(
            alone,
            DistributionCalculator.Forecast([UncertainDeal.Of(1e15m, 0), UncertainDeal.Of(0.000_01m, 0.5)]));
        Assert.Equal(alone, DistributionCalculator.Forecast([5e18m, 0.000_01m], [0, 0.5]));
        ForecastDistribution certain =
            DistributionCalculator.Forecast([UncertainDeal.Of(1e15m, 1), UncertainDeal.Of(0.000_01m, 0.5)]);
        Assert.Equal(alone.Plus(1e15m), certain);
        Assert.Equal(2.5e-11, certain.Variance, 1e-20);
        Assert.Equal(
            3e18m,
            DistributionCalculator.Forecast(
                [UncertainDeal.OfOutcomes(new(3e18m, 0.4), new(2e18m, 0.6))]).Quantile(0.9).Amount);
    }

    [Theory]
    [InlineData(1e-3, 1e-3)]
    [InlineData(1e-4, 1e-3)]
    [InlineData(1e-5, 1e-4)]
    [InlineData(1e-6, 1e-6)]
    [InlineData(1e-24, 1e-3)]
    public void ALooseToleranceKeepsTheMassAndTheVarianceOfAFactor(double dropped, double tolerance)
    {
        UncertainDeal[] deals = [.. Enumerable.Repeat(UncertainDeal.Of(100m, 0.3), 20)];
        ForecastDistribution exact = OneFactorCalculator.Forecast(deals, 0.2);
        ForecastDistribution forecast = OneFactorCalculator.Forecast(
            deals, 0.2, new DistributionOptions { DroppedMass = dropped, FactorTolerance = tolerance });

        Assert.Equal(exact.Variance, forecast.Variance, 1e-9 * exact.Variance);
        Assert.Equal(1, forecast.Probabilities.Sum() + forecast.DroppedMass, forecast.RoundingError + 1e-12);
        Assert.Equal(exact.ProbabilityAtLeast(700m), forecast.ProbabilityAtLeast(700m), tolerance + dropped);
    }

    // A single deal has its probability, whatever the factor does.
    [Theory]
    [InlineData(0.00537, 0.995, 1e-3)]
    [InlineData(0.3, 0.999, 1e-6)]
    [InlineData(1e-6, 0.9, 1e-12)]
    [InlineData(0.5, 0.9999, 1e-9)]
    public void TheProbabilityOfASingleDealIsKept(double probability, double rho, double tolerance)
    {
        ForecastDistribution forecast = OneFactorCalculator.Forecast(
            [UncertainDeal.Of(100m, probability)], rho, new DistributionOptions { FactorTolerance = tolerance });

        double error = forecast.RoundingError + forecast.DroppedMass + 1e-14;
        Assert.Equal(probability, forecast.ProbabilityAtLeast(100m), error);
        Assert.InRange(error, 0, 2 * tolerance);
        Assert.Equal(10_000 * probability * (1 - probability), forecast.Variance, 1e-8 * forecast.Variance);
    }

    [Fact]
    public void WeightsThatDoNotQuiteSumToOneAreScaled()
    {
        ForecastDistribution certain = DistributionCalculator.Forecast([UncertainDeal.Of(1_000_000_000m, 1)]);
        ForecastDistribution mixed = DistributionCalculator.Mixture(
            [certain, certain, certain], [0.333_333_333_3, 0.333_333_333_3, 0.333_333_333_3]);

        Assert.Equal(1_000_000_000, mixed.Mean);
        Assert.Equal(0, mixed.Variance);
        Assert.Equal(1, mixed.Probabilities.Sum(), 1e-15);
    }

    [Fact]
    public void ATargetAboveTheLowestAmountTakesAWin()
    {
        ForecastDistribution forecast = DistributionCalculator.Forecast([UncertainDeal.Of(1_000_000m, 0.3)]);

        Assert.Equal(0.3, forecast.ProbabilityAtLeast(1e-28m), 1e-15);
        Assert.Equal(0.5, CoverageRiskCalculator.Confidence(1m, 0.5m, 1e-10m, 1e-10m), 1e-15);
    }
}
