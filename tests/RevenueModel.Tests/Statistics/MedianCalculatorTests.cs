using System.Numerics;
using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class MedianCalculatorTests
{
    // Published ranks of the distribution-free interval at 95% (Conover, Hollander and Wolfe).
    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(10, 2)]
    [InlineData(15, 4)]
    [InlineData(20, 6)]
    [InlineData(25, 8)]
    [InlineData(50, 18)]
    [InlineData(100, 40)]
    public void RanksAreThoseOfTheTable(int count, int rank)
    {
        MedianEstimate estimate = MedianCalculator.Estimate([.. Enumerable.Range(1, count)])!;

        Assert.Equal(rank == 0 ? null : (double?)rank, estimate.Interval?.Lower);
        Assert.Equal(rank == 0 ? null : (double?)(count + 1 - rank), estimate.Interval?.Upper);
        Assert.Equal((count + 1) / 2m, estimate.Value);
    }

    [Theory]
    [InlineData(1001, 0.95)]
    [InlineData(1022, 0.95)]
    [InlineData(1500, 0.99)]
    [InlineData(2001, 0.5)]
    [InlineData(5000, 0.9)]
    public void RanksOfManyAreThoseOfWholeNumbers(int count, double confidence)
    {
        // 2^n (1 - confidence) / 2 against sums of binomial coefficients.
        var limit = new BigInteger(Math.Round((1 - confidence) / 2 * 1e12));
        BigInteger all = BigInteger.Pow(2, count);
        BigInteger coefficient = 1;
        BigInteger sum = 1;
        int rank = 0;
        while (sum * 1_000_000_000_000 <= all * limit)
        {
            rank++;
            coefficient = coefficient * (count - rank + 1) / rank;
            sum += coefficient;
        }

        Assert.Equal(rank, MedianCalculator.LowerRank(count, confidence));
    }

    [Property]
    public bool AHistogramGivesWhatObservationsGive(byte[] values)
    {
        int[] sorted = [.. values.Select(value => (int)value).Order()];
        var counts = new long[256];
        foreach (int value in sorted)
        {
            counts[value]++;
        }

        return MedianCalculator.OfHistogram(counts, 0.9) == MedianCalculator.Estimate(sorted, 0.9);
    }

    [Property]
    public bool TheIntervalContainsTheMedian(int[] values) =>
        MedianCalculator.Estimate([.. values.Order()], 0.8) is not { Interval: { } interval } estimate
        || (interval.Lower <= (double)estimate.Value && interval.Upper >= (double)estimate.Value);

    [Fact]
    public void WithoutObservationsThereIsNoMedian() => Assert.Null(MedianCalculator.Estimate([]));

    [Fact]
    public void ObservationsOutOfOrderAreRefused() => Refusal.Any<ArgumentException>(
        () => MedianCalculator.Estimate((int[])[800, 200, 310, 330, 410, 500, 560, 90]));

    [Fact]
    public void AConfidenceOutsideItsRangeIsRefused() =>
        Refusal.Any<ArgumentException>(() => MedianCalculator.Estimate((int[])[1], confidence: 0));
}
