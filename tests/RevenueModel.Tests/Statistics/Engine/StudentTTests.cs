using RevenueModel.Statistics;

namespace RevenueModel.Tests.Statistics;

public class StudentTTests
{
    // Published table of the t distribution, two-sided.
    [Theory]
    [InlineData(0.95, 1, 12.7062047)]
    [InlineData(0.95, 2, 4.30265273)]
    [InlineData(0.95, 3, 3.18244631)]
    [InlineData(0.95, 4, 2.77644511)]
    [InlineData(0.95, 5, 2.57058184)]
    [InlineData(0.95, 10, 2.22813885)]
    [InlineData(0.95, 30, 2.04227246)]
    [InlineData(0.95, 120, 1.97993041)]
    [InlineData(0.99, 1, 63.6567412)]
    [InlineData(0.99, 7, 3.49948330)]
    [InlineData(0.99, 60, 2.66028303)]
    [InlineData(0.90, 9, 1.83311293)]
    [InlineData(0.80, 15, 1.34060561)]
    [InlineData(0.95, 1000, 1.96233908)]
    public void QuantilesAreThoseOfTheTable(double confidence, long degrees, double expected) =>
        Assert.Equal(expected, StudentT.TwoSidedQuantile(confidence, degrees), expected * 1e-8);

    [Fact]
    public void QuantilesFallTowardTheNormalOne()
    {
        double before = double.PositiveInfinity;
        for (long degrees = 1; degrees <= 400; degrees++)
        {
            double quantile = StudentT.TwoSidedQuantile(0.95, degrees);

            Assert.True(quantile < before, $"{degrees}: {quantile} after {before}");
            before = quantile;
        }

        Assert.Equal(1.959963984540054, StudentT.TwoSidedQuantile(0.95, 1_000_000_000), 1e-8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(200)]
    public void TheProbabilityOfAQuantileIsTheConfidence(long degrees)
    {
        foreach (double confidence in (double[])[0.01, 0.5, 0.9, 0.99, 0.9999])
        {
            double t = StudentT.TwoSidedQuantile(confidence, degrees);

            Assert.Equal(confidence, StudentT.TwoSidedProbability(t, degrees), 1e-12);
        }
    }
}
