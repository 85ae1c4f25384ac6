using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public class RatioSampleTests
{
    [Fact]
    public void TheIntervalOfAMeanIsThatOfStudent()
    {
        // Mean 5, variance 4.571429 of eight values, t of seven degrees of freedom 2.364624.
        RatioEstimate estimate = RatioSample.OfValues([2m, 4m, 4m, 4m, 5m, 5m, 7m, 9m]).Estimate()!;

        Assert.Equal(5m, estimate.Value);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), estimate.StandardError!.Value, 1e-14);
        Assert.Equal(5 - (2.36462425 * Math.Sqrt(32.0 / 56)), estimate.Interval!.Value.Lower, 1e-7);
    }

    [Fact]
    public void TheErrorOfARatioIsThatOfCochran()
    {
        double[] y = [110, 95, 240, 60];
        double[] x = [100, 100, 200, 50];
        double ratio = y.Sum() / x.Sum();
        double squares = y.Zip(x).Sum(pair => Math.Pow(pair.First - (ratio * pair.Second), 2));

        RatioEstimate estimate = RatioSample.Of([110m, 95m, 240m, 60m], [100m, 100m, 200m, 50m]).Estimate()!;

        Assert.Equal(ratio, (double)estimate.Value, 1e-15);
        Assert.Equal(Math.Sqrt(4.0 / 3 * squares) / x.Sum(), estimate.StandardError!.Value, 1e-14);
    }

    [Property]
    public bool MergedPartsGiveTheWhole(Cents[] numerators, byte cut)
    {
        decimal[] y = [.. numerators.Select(cents => (decimal)cents)];
        decimal[] x = [.. y.Select((_, i) => (i % 5) + 0.5m)];
        int at = cut % (y.Length + 1);
        RatioSample one = RatioSample.Of(y.AsSpan(0, at), x.AsSpan(0, at));
        RatioSample other = RatioSample.Of(y.AsSpan(at), x.AsSpan(at));

        RatioEstimate? whole = RatioSample.Of(y, x).Estimate();

        return one.Merge(other).Estimate() == whole && other.Merge(one).Estimate() == whole;
    }

    [Property]
    public bool TrailingZerosChangeNothing(Cents[] numerators)
    {
        decimal[] y = [.. numerators.Select(cents => (decimal)cents)];
        decimal[] x = [.. y.Select((_, i) => (i % 5) + 0.5m)];
        decimal[] zeros = [.. y.Select(each => each * 1.00000m)];

        return RatioSample.Of(zeros, x).Estimate() == RatioSample.Of(y, x).Estimate();
    }

    [Fact]
    public void WithoutADenominatorThereIsNoRatio()
    {
        Assert.Null(RatioSample.Empty.Estimate());
        Assert.Null(RatioSample.Of([1m, 2m], [0m, 0m]).Estimate());
    }

    [Fact]
    public void ASingleSubjectHasNoInterval()
    {
        RatioEstimate estimate = RatioSample.Of([3m], [4m]).Estimate()!;

        Assert.Equal((0.75m, 1L), (estimate.Value, estimate.Count));
        Assert.Null(estimate.Interval);
        Assert.Equal("0.75 of 1", estimate.ToString());
    }

    [Fact]
    public void EqualRatiosHaveNoError() => Assert.Equal(
        0, RatioSample.Of([1m, 2m, 3m], [3m, 6m, 9m]).Estimate()!.StandardError);

    [Fact]
    public void LargeAmountsKeepTheirDigits()
    {
        RatioEstimate estimate = RatioSample.Of(
            [79228162514264337593543950335m, 0.0000000000000000000000000001m], [1m, 1m]).Estimate()!;

        Assert.Equal(39614081257132168796771975167.5m, estimate.Value, 1);
    }

    [Fact]
    public void BadInputIsRefused()
    {
        Refusal.Any<ArgumentException>(() => RatioSample.Of([1m], []));
        Refusal.Any<ArgumentException>(() => RatioSample.Of([1m], [-1m]));
        Refusal.Any<ArgumentException>(() => RatioSample.Empty.Estimate(confidence: 1));
        Refusal.Any<ArgumentException>(() => RatioSample.Empty.Estimate(double.NaN));
    }
}
