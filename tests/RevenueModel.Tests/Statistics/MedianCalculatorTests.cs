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
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(5000)]
    public void TheApproximationOfManyIsNearTheExactRank(int count)
    {
        double center = count / 2.0;
        int rank = MedianCalculator.LowerRank(count, 0.95);

        double half = 1.96 * Math.Sqrt(count) / 2;

        Assert.InRange(rank, center - half - 1.5, center - half + 1.5);
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
    public void AConfidenceOutsideItsRangeIsRefused() =>
        Refusal.Any<ArgumentException>(() => MedianCalculator.Estimate((int[])[1], confidence: 0));
}
