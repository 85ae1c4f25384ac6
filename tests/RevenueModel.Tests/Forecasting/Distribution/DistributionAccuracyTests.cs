using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Forecasting;

namespace RevenueModel.Tests.Forecasting.Distribution;

/// <summary>Distributions compared with exact fractions and with pairs of doubles.</summary>
public class DistributionAccuracyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(10_000)]
    [InlineData(-1)]
    public void TenThousandDealsAreWithin1EMinus14(int fourierCount)
    {
        (int[] amounts, double[] probabilities) = Deals(10_000, largest: 7);
        double[] exact = WideDistribution.Of(amounts, probabilities, 1e-45).FromBelow();

        ForecastDistribution forecast = Compute(amounts, probabilities, TailAccuracy.Absolute, fourierCount);

        Assert.True(Worst(forecast, exact) <= 1e-14, $"{Worst(forecast, exact):E2}");
        Assert.True(forecast.RoundingError < 1e-10);
        Assert.Equal(1, MassSums.Of(forecast.Probabilities.AsSpan()) + forecast.DroppedMass, 1e-14);
    }

    [Fact]
    public void FullTailsAreWithin1EMinus14Relative()
    {
        (int[] amounts, double[] probabilities) = Deals(1_000, largest: 5);
        WideMasses wide = WideDistribution.Of(amounts, probabilities, 1e-305);
        double[] below = wide.FromBelow();
        double[] above = wide.FromAbove();

        ForecastDistribution forecast = Compute(amounts, probabilities, TailAccuracy.Relative, 0);

        int checkedTails = 0;
        for (int sum = 0; sum < below.Length; sum += 3)
        {
            checkedTails += CloseIfHeld(below[sum], forecast.ProbabilityAtMost(sum));
            checkedTails += CloseIfHeld(above[sum], forecast.ProbabilityAtLeast(sum));
        }

        Assert.True(checkedTails > 500);
        Assert.True(forecast.RelativeError < 1e-12);

        static int CloseIfHeld(double expected, double actual)
        {
            if (expected is <= 1e-290 or 1)
            {
                return 0;
            }

            Assert.True(Math.Abs(actual - expected) <= 1e-14 * expected, $"expected {expected:R}, was {actual:R}");
            return 1;
        }
    }

    [Fact]
    public void EnginesAgreeOnHundredThousandDeals()
    {
        (int[] amounts, double[] probabilities) = Deals(100_000, largest: 3);

        ForecastDistribution window = Compute(amounts, probabilities, TailAccuracy.Absolute, 0);
        ForecastDistribution fourier = Compute(amounts, probabilities, TailAccuracy.Absolute, 100_000);

        double worst = 0;
        double sum = 0;
        double other = 0;
        for (int i = 0; i < fourier.Probabilities.Count; i++)
        {
            int cell = i + (int)(fourier.Lowest - window.Lowest);
            sum += fourier.Probabilities[i];
            other += cell >= 0 && cell < window.Probabilities.Count ? window.Probabilities[cell] : 0;
            worst = Math.Max(worst, Math.Abs(sum - other));
        }

        Assert.True(worst <= 1e-13, $"{worst:E2}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SplitsAreComputedAlikeByBothEngines(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        decimal[] amounts = [.. Enumerable.Range(0, 400).Select(_ => 1m + (random.Next() % 1_000_000))];
        amounts[0] = -123_457m;
        double[] probabilities = [.. Enumerable.Range(0, 400).Select(_ => random.NextOpen())];
        using AmountBook book = AmountBook.Of(amounts, probabilities, "amounts", "probabilities");

        ForecastDistribution window = DistributionEngine.Compute(book, DistributionOptions.Default, 0);
        ForecastDistribution fourier = DistributionEngine.Compute(book, DistributionOptions.Default, 400);
        ForecastDistribution both = DistributionEngine.Compute(book, DistributionOptions.Default, 200);

        Assert.False(window.Split.IsExact);
        for (decimal target = 50_000_000m; target < 150_000_000m; target += 1_234_567m)
        {
            Assert.Equal(window.ProbabilityAtMost(target), fourier.ProbabilityAtMost(target), 1e-14);
            Assert.Equal(window.ProbabilityAtMost(target), both.ProbabilityAtMost(target), 1e-14);
        }

        Assert.Equal(window.Mean, LatticeMean(window), Math.Abs(window.Mean) * 1e-13);
        Assert.Equal(window.Mean, LatticeMean(fourier), Math.Abs(window.Mean) * 1e-13);
    }

    private static double LatticeMean(ForecastDistribution forecast) =>
        (double)forecast.Lowest
            + (MassSums.Moment(forecast.Probabilities.AsSpan(), 0) * (double)forecast.Step);

    private static ForecastDistribution Compute(
        int[] amounts, double[] probabilities, TailAccuracy tails, int fourierCount)
    {
        using AmountBook book = AmountBook.Of(
            [.. amounts.Select(amount => (decimal)amount)], probabilities, "amounts", "probabilities");
        return DistributionEngine.Compute(
            book, new DistributionOptions { Tails = tails }, fourierCount < 0 ? null : fourierCount);
    }

    private static double Worst(ForecastDistribution forecast, double[] exact)
    {
        double worst = 0;
        for (int i = 0; i < forecast.Probabilities.Count; i += 3)
        {
            decimal amount = forecast.Lowest + i;
            worst = Math.Max(worst, Math.Abs(forecast.ProbabilityAtMost(amount) - exact[(int)amount]));
        }

        return worst;
    }

    private static (int[] Amounts, double[] Probabilities) Deals(int count, int largest) =>
    (
        [.. Enumerable.Range(0, count).Select(i => 1 + (int)(7_919L * i % largest))],
        [.. Enumerable.Range(0, count).Select(i => (1 + (37 * i % 63)) / 64.0)]);
}
