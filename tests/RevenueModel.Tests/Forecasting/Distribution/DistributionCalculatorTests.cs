using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Forecasting;

namespace RevenueModel.Tests.Forecasting.Distribution;

/// <summary>Laws of distributions, on random small pipelines with outcomes of any sign.</summary>
public class DistributionCalculatorTests
{
    private const double Tolerance = 1e-13;

    [Property(MaxTest = 60)]
    public void DistributionIsThatOfExactFractions(int seed)
    {
        UncertainDeal[] deals = Deals(seed);
        ExactDistribution exact = Exact(deals);
        ForecastDistribution forecast = DistributionCalculator.Forecast(deals);

        Assert.Equal(exact.Mean(), forecast.Mean, 1e-9);
        foreach (decimal sum in exact.Probabilities.Keys)
        {
            Assert.Equal(exact.AtMost(sum), forecast.ProbabilityAtMost(sum), Tolerance);
            Assert.Equal(exact.AtLeast(sum), forecast.ProbabilityAtLeast(sum), Tolerance);
            Assert.Equal(exact.Miss(sum), forecast.ExpectedMiss(sum), 1e-9);
        }

        foreach (double probability in new[] { 0.01, 0.1, 0.25, 0.5, 0.77, 0.9, 0.99 })
        {
            ForecastQuantile quantile = forecast.Quantile(probability);
            decimal expected = exact.Quantile(probability);
            Assert.InRange(expected, quantile.Lower!.Value, quantile.Upper!.Value);
        }
    }

    [Property(MaxTest = 100)]
    public void ProbabilitiesAndDroppedMassSumToOne(int seed)
    {
        ForecastDistribution forecast = DistributionCalculator.Forecast(Deals(seed));

        Assert.All(forecast.Probabilities, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, forecast.Probabilities.Sum() + forecast.DroppedMass, Tolerance);
    }

    [Property(MaxTest = 100)]
    public void LatticeKeepsTheMean(int seed, bool isSplit)
    {
        UncertainDeal[] deals = Deals(seed);
        ForecastDistribution forecast = isSplit ? Split(deals) : DistributionCalculator.Forecast(deals);

        double mean = forecast.Probabilities
            .Select((probability, i) => probability * (double)(forecast.Lowest + (i * forecast.Step))).Sum();
        Assert.Equal(forecast.Mean, mean, 1e-8);
    }

    [Property(MaxTest = 100)]
    public void BoundsOfASplitLatticeHoldTheExactQuantile(int seed)
    {
        UncertainDeal[] deals = Deals(seed);
        ForecastDistribution split = Split(deals);
        ExactDistribution exact = Exact(deals);

        foreach (double probability in new[] { 0.05, 0.1, 0.5, 0.9, 0.95 })
        {
            ForecastQuantile quantile = split.Quantile(probability);
            Assert.InRange(
                exact.Quantile(probability), quantile.Lower ?? decimal.MinValue, quantile.Upper ?? decimal.MaxValue);
        }
    }

    [Property(MaxTest = 100)]
    public void MergeIsCommutative(int seed, int other)
    {
        ForecastDistribution one = DistributionCalculator.Forecast(Deals(seed));
        ForecastDistribution two = DistributionCalculator.Forecast(Deals(other));

        Assert.Equal(one.Merge(two), two.Merge(one));
    }

    [Property(MaxTest = 60)]
    public void MergeIsAssociativeWithinRounding(int seed, int second, int third)
    {
        ForecastDistribution one = DistributionCalculator.Forecast(Deals(seed));
        ForecastDistribution two = DistributionCalculator.Forecast(Deals(second));
        ForecastDistribution three = DistributionCalculator.Forecast(Deals(third));

        Same(one.Merge(two).Merge(three), one.Merge(two.Merge(three)));
    }

    [Property(MaxTest = 60)]
    public void SplittingDealsIntoPartsChangesNothing(int seed, int cut)
    {
        UncertainDeal[] deals = Deals(seed);
        int at = deals.Length == 0 ? 0 : Math.Abs(cut % deals.Length);

        Same(
            DistributionCalculator.Forecast(deals),
            DistributionCalculator.Forecast(deals.AsSpan(..at))
                .Merge(DistributionCalculator.Forecast(deals.AsSpan(at..))));
    }

    [Property(MaxTest = 100)]
    public void ScalingAmountsScalesQuantiles(int seed, PositiveInt factor)
    {
        UncertainDeal[] deals = Deals(seed);
        decimal scale = factor.Get;
        ForecastDistribution forecast = DistributionCalculator.Forecast(deals);
        ForecastDistribution scaled = DistributionCalculator.Forecast(
            deals.Select(deal => UncertainDeal.OfOutcomes(deal.Outcomes.Select(
                outcome => new PossibleAmount(outcome.Amount * scale, outcome.Probability)))));

        Assert.Equal(forecast.P10 * scale, scaled.P10);
        Assert.Equal(forecast.P50 * scale, scaled.P50);
        Assert.Equal(forecast.P90 * scale, scaled.P90);
    }

    [Property(MaxTest = 100)]
    public void AHigherProbabilityNeverLowersAQuantile(int seed, int which)
    {
        var random = new SplitMix64((ulong)seed);
        decimal[] amounts = [.. Enumerable.Range(0, 12).Select(_ => 1m + (random.Next() % 500))];
        double[] probabilities = [.. amounts.Select(_ => random.NextOpen())];
        double[] higher = [.. probabilities];
        int at = Math.Abs(which % amounts.Length);
        higher[at] = Math.Min(1, higher[at] + 0.1);

        ForecastDistribution before = DistributionCalculator.Forecast(amounts, probabilities);
        ForecastDistribution after = DistributionCalculator.Forecast(amounts, higher);

        foreach (double probability in new[] { 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95 })
        {
            Assert.True(after.Quantile(probability).Amount >= before.Quantile(probability).Amount);
        }
    }

    [Property(MaxTest = 100)]
    public void CoherentShortfallIsAtMostTheQuantile(int seed)
    {
        ForecastDistribution forecast = DistributionCalculator.Forecast(Deals(seed));

        foreach (double share in new[] { 0.05, 0.1, 0.5 })
        {
            double shortfall = forecast.ExpectedShortfall(share);
            Assert.True(shortfall <= (double)forecast.Quantile(share).Amount + 1e-9);
            Assert.True(
                shortfall <= forecast.ExpectedShortfall(share, ShortfallConvention.AtOrBelowQuantile) + 1e-9);
        }
    }

    [Property(MaxTest = 60)]
    public void MixtureIsTheWeightedSum(int seed, int other)
    {
        ForecastDistribution one = DistributionCalculator.Forecast(Deals(seed));
        ForecastDistribution two = DistributionCalculator.Forecast(Deals(other));

        ForecastDistribution mixture = DistributionCalculator.Mixture([one, two], [0.25, 0.75]);

        Assert.Equal((0.25 * one.Mean) + (0.75 * two.Mean), mixture.Mean, 1e-9);
        foreach (decimal amount in new[] { -200m, 0m, 100m, 250m, 400m, 1_000m })
        {
            Assert.Equal(
                (0.25 * one.ProbabilityAtMost(amount)) + (0.75 * two.ProbabilityAtMost(amount)),
                mixture.ProbabilityAtMost(amount),
                Tolerance);
        }
    }

    private static ForecastDistribution Split(UncertainDeal[] deals)
    {
        using AmountBook book = AmountBook.Of(deals, "deals");
        return DistributionEngine.Compute(book, DistributionOptions.Default, 0, LatticePlan.WithStep(70, book.Range));
    }

    private static ExactDistribution Exact(UncertainDeal[] deals) => ExactDistribution.Of(
        deals.Select(deal => deal.Outcomes.Select(outcome => (outcome.Amount, outcome.Probability))));

    private static void Same(ForecastDistribution one, ForecastDistribution other)
    {
        Assert.Equal(one.Mean, other.Mean, 1e-9);
        Assert.Equal(one.Variance, other.Variance, 1e-7);
        for (decimal amount = -300m; amount < 3_000m; amount += 25m)
        {
            Assert.Equal(one.ProbabilityAtMost(amount), other.ProbabilityAtMost(amount), Tolerance);
        }
    }

    private static UncertainDeal[] Deals(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        return [.. Enumerable.Range(0, (int)(random.Next() % 9)).Select(_ => Deal(random))];
    }

    private static UncertainDeal Deal(SplitMix64 random) => (random.Next() % 6) switch
    {
        0 => UncertainDeal.Of(Amount(random), random.Next() % 2),
        1 => UncertainDeal.Of(-Amount(random), random.NextOpen()),
        2 => UncertainDeal.OfOutcomes(
            new PossibleAmount(Amount(random), random.NextOpen() / 3),
            new PossibleAmount(-Amount(random), random.NextOpen() / 3),
            new PossibleAmount(Amount(random), 0.25)),
        _ => UncertainDeal.Of(Amount(random), random.NextOpen()),
    };

    private static decimal Amount(SplitMix64 random) => (random.Next() % 1_200) / 4m;
}
