using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution;

public class OneFactorCalculatorTests
{
    private static readonly UncertainDeal[] Deals =
    [
        .. Enumerable.Range(0, 60).Select(i => UncertainDeal.Of(100m * (1 + (i % 7)), (1 + (i % 9)) / 10.0)),
        UncertainDeal.OfOutcomes(new PossibleAmount(500m, 0.2), new PossibleAmount(900m, 0.3)),
        UncertainDeal.Of(-300m, 0.4),
    ];

    [Fact]
    public void RhoOfZeroIsTheIndependentResultBitForBit() => Assert.Equal(
        DistributionCalculator.Forecast(Deals), OneFactorCalculator.Forecast(Deals, rho: 0));

    [Fact]
    public void ACommonFactorKeepsTheMeanAndWidens()
    {
        ForecastDistribution independent = DistributionCalculator.Forecast(Deals);
        ForecastDistribution correlated = OneFactorCalculator.Forecast(Deals, rho: 0.3);

        Assert.Equal(independent.Mean, correlated.Mean);
        Assert.Equal(independent.Mean, LatticeMean(correlated), 1e-8);
        Assert.True(correlated.Variance > 2 * independent.Variance);
        Assert.True(correlated.P10 < independent.P10 && correlated.P90 > independent.P90);
        Assert.Equal(1, correlated.Probabilities.Sum() + correlated.DroppedMass, 1e-12);
        Assert.Equal(correlated.Variance, LatticeVariance(correlated), correlated.Variance * 1e-10);
    }

    [Fact]
    public void ASmallRhoIsCloseToNone()
    {
        ForecastDistribution independent = DistributionCalculator.Forecast(Deals);
        ForecastDistribution correlated = OneFactorCalculator.Forecast(Deals, rho: 1e-9);

        Assert.Equal(independent.ProbabilityAtMost(12_000m), correlated.ProbabilityAtMost(12_000m), 1e-5);
    }

    [Fact]
    public void AStrongFactorConvergesToo()
    {
        // Two deals: P(both) by Sheppard's formula.
        ForecastDistribution pair = OneFactorCalculator.Forecast(
            [UncertainDeal.Of(1m, 0.5), UncertainDeal.Of(1m, 0.5)], rho: 0.95);

        Assert.Equal(0.25 + (Math.Asin(0.95) / Math.Tau), pair.ProbabilityAtLeast(2m), 1e-12);
    }

    [Fact]
    public void RhosOfEachDealMatchOneRho()
    {
        decimal[] amounts = [100m, 250m, 0m, 40m, 75m];
        double[] probabilities = [0.1, 0.25, 0.5, 1, 0.75];

        Assert.Equal(
            OneFactorCalculator.Forecast(amounts.Select((a, i) => UncertainDeal.Of(a, probabilities[i])), 0.2),
            OneFactorCalculator.Forecast(amounts, probabilities, Enumerable.Repeat(0.2, 5)));
    }

    [Fact]
    public void SplitLatticesCorrelateToo()
    {
        var random = new SplitMix64(5);
        UncertainDeal[] deals =
            [.. Enumerable.Range(0, 80).Select(_ => UncertainDeal.Of(1m + (random.Next() % 999_983), 0.3))];

        ForecastDistribution fine = OneFactorCalculator.Forecast(deals, 0.15);
        ForecastDistribution coarse = OneFactorCalculator.Forecast(
            deals, 0.15, new DistributionOptions { MaxCells = 512 });

        Assert.False(coarse.Split.IsExact);
        Assert.Equal(fine.Mean, LatticeMean(coarse), 1e-5);
        ForecastQuantile quantile = coarse.Quantile(0.1);
        Assert.InRange(fine.P10, quantile.Lower!.Value, quantile.Upper!.Value);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void RhoIsZeroOrMoreAndBelowOne(double rho)
    {
        Refusal.Any<ArgumentException>(() => OneFactorCalculator.Forecast(Deals, rho));
        Refusal.Any<ArgumentException>(() => OneFactorCalculator.Forecast([1m], [0.5], [rho]));
    }

    private static double LatticeMean(ForecastDistribution forecast) => forecast.Probabilities
        .Select((probability, i) => probability * (double)(forecast.Lowest + (i * forecast.Step))).Sum();

    private static double LatticeVariance(ForecastDistribution forecast) => forecast.Probabilities
        .Select((probability, i) =>
            probability * Math.Pow((double)(forecast.Lowest + (i * forecast.Step)) - forecast.Mean, 2)).Sum();
}
