using FsCheck.Xunit;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation.Analysis;

public class AttainmentDistributionTests
{
    // From mpmath with 40 digits.
    [Theory]
    [InlineData(0.9, 0.35, 0.9005609592509505, 0.348388407639682, 0.38754848109799234, 0.9949360047253046)]
    [InlineData(0.1, 0.5, 0.25344731793163827, 0.3254598534169747, 0.0359303191129258, 0.579259709439103)]
    [InlineData(-1.0, 0.4, 0.0008016548716512802, 0.013829277997771963, 2.8665157187919434e-07, 0.0062096653257761375)]
    [InlineData(1.0, 0.001, 1.0, 0.001, 0.5, 1.0)]
    public void NormalCountsWhatLiesBelowZeroAsZero(
        double location,
        double scale,
        double mean,
        double deviation,
        double probabilityOfQuota,
        double probabilityOfAnything)
    {
        var normal = AttainmentDistribution.Normal(location, scale);

        Assert.Equal(mean, normal.Mean, 2e-15);
        Assert.Equal(deviation, normal.StandardDeviation, 1e-14);
        Assert.Equal(probabilityOfQuota, normal.ProbabilityOfReaching(1), 1e-15);
        Assert.Equal(probabilityOfAnything, normal.ProbabilityOfReaching(double.Epsilon), 1e-15);
    }

    [Fact]
    public void LogNormalHasTheMeanAndTheDeviationThatItIsMadeWith()
    {
        foreach (double deviation in (double[])[0.001, 0.05, 0.4, 1.5, 8])
        {
            var distribution = AttainmentDistribution.LogNormal(0.9, deviation);

            Assert.Equal(0.9, distribution.Mean, 1e-15);
            Assert.Equal(deviation, distribution.StandardDeviation, deviation * 1e-9);
        }
    }

    [Fact]
    public void UniformAndTriangularHaveTheirTextbookMoments()
    {
        var uniform = AttainmentDistribution.Uniform(0.25, 1.75);
        var triangular = AttainmentDistribution.Triangular(0.2, 0.8, 2.3);

        Assert.Equal(1, uniform.Mean, 1e-15);
        Assert.Equal(1.5 / Math.Sqrt(12), uniform.StandardDeviation, 1e-15);
        Assert.Equal(0.5, uniform.ProbabilityOfReaching(1), 1e-15);
        Assert.Equal(1.1, triangular.Mean, 1e-15);
        Assert.Equal(Math.Sqrt((0.04 + 0.64 + 5.29 - 0.16 - 0.46 - 1.84) / 18), triangular.StandardDeviation, 1e-15);
        Assert.Equal(1.5 * 1.5 / (2.1 * 1.5), triangular.ProbabilityOfReaching(0.8), 1e-15);
        Assert.Equal(
            AttainmentDistribution.Triangular(0, 0, 3).Mean,
            3 - AttainmentDistribution.Triangular(0, 3, 3).Mean,
            1e-15);
    }

    [Fact]
    public void ReachingCountsWhatIsReachedExactly()
    {
        var observed = AttainmentDistribution.Empirical(1.2, 0, 1, 0.4);

        Assert.Equal(1, observed.ProbabilityOfReaching(0));
        Assert.Equal(1, observed.ProbabilityOfReaching(-2));
        Assert.Equal(0.5, observed.ProbabilityOfReaching(1));
        Assert.Equal(0.25, observed.ProbabilityOfReaching(Math.BitIncrement(1.0)));
        Assert.Equal(0, observed.ProbabilityOfReaching(double.PositiveInfinity));
        Refusal.By<ArgumentOutOfRangeException>(() => observed.ProbabilityOfReaching(double.NaN));
    }

    [Fact]
    public void EqualObservationsInAnyOrderAreEqual()
    {
        Assert.Equal(AttainmentDistribution.Empirical(1, 0.5, 0.7), AttainmentDistribution.Empirical(0.7, 1, 0.5));
        Assert.Equal(AttainmentDistribution.Certain(0.7), AttainmentDistribution.Empirical(0.7));
        Assert.NotEqual(AttainmentDistribution.Empirical(1, 1), AttainmentDistribution.Empirical(1));
        Assert.Equal(AttainmentDistribution.Normal(1, 0.2), AttainmentDistribution.Normal(1, 0.2));
        Assert.NotEqual(AttainmentDistribution.Normal(1, 0.2), AttainmentDistribution.LogNormal(1, 0.2));
    }

    [Property]
    public bool TheMeanOfEqualObservationsIsTheirValue(Fraction fraction, byte count)
    {
        double value = 3 * (double)fraction.Value;
        var observed = AttainmentDistribution.Empirical([.. Enumerable.Repeat(value, count + 1)]);
        return observed.Mean == value && observed.StandardDeviation == 0;
    }

    [Property]
    public bool HigherAttainmentsAreReachedLess(Fraction one, Fraction other, Fraction mean, Fraction deviation)
    {
        double low = 3 * (double)Math.Min(one, other);
        double high = 3 * (double)Math.Max(one, other);
        return Distributions(0.1 + (double)mean.Value, 0.01 + (double)deviation.Value).All(distribution =>
            distribution.ProbabilityOfReaching(high) <= distribution.ProbabilityOfReaching(low) + 1e-15
            && distribution.ProbabilityOfReaching(high) is >= 0 and <= 1 + 1e-15);
    }

    public static TheoryData<double> NotNumbers => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory, MemberData(nameof(NotNumbers))]
    public void WhatIsNoNumberIsRefused(double value)
    {
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Normal(value, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Normal(1, value));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.LogNormal(value, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.LogNormal(1, value));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Uniform(value, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Uniform(0, value));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Triangular(value, 1, 2));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Triangular(0, value, 2));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Triangular(0, 1, value));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Empirical(1, value));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Certain(value));
    }

    [Fact]
    public void WhatIsOutOfRangeIsRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Normal(1, 0));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.LogNormal(0, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Uniform(-0.1, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Uniform(1, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Triangular(0, 1.1, 1));
        Refusal.By<ArgumentOutOfRangeException>(() => AttainmentDistribution.Empirical(0.5, -0.1));
        Refusal.By<ArgumentException>(() => AttainmentDistribution.Empirical());
    }

    private static IEnumerable<AttainmentDistribution> Distributions(double mean, double deviation) =>
    [
        AttainmentDistribution.Normal(mean, deviation),
        AttainmentDistribution.LogNormal(mean, deviation),
        AttainmentDistribution.Uniform(mean, mean + deviation),
        AttainmentDistribution.Triangular(0, mean, mean + deviation),
        AttainmentDistribution.Empirical(0, mean, mean + deviation),
    ];
}
