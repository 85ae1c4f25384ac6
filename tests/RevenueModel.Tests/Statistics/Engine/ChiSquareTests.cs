using RevenueModel.Statistics;

namespace RevenueModel.Tests.Statistics.Engine;

public class ChiSquareTests
{
    // Critical values of the usual tables.
    [Theory]
    [InlineData(3.841459, 1, 0.05)]
    [InlineData(6.634897, 1, 0.01)]
    [InlineData(5.991465, 2, 0.05)]
    [InlineData(9.210340, 2, 0.01)]
    [InlineData(7.814728, 3, 0.05)]
    [InlineData(9.487729, 4, 0.05)]
    [InlineData(11.070498, 5, 0.05)]
    [InlineData(18.307038, 10, 0.05)]
    [InlineData(24.995790, 15, 0.05)]
    public void CriticalValuesAreThoseOfTables(double value, int degrees, double probability) =>
        Assert.Equal(probability, ChiSquare.UpperTail(value, degrees), 1e-7);

    [Fact]
    public void ZeroIsAlwaysReached() => Assert.Equal(1, ChiSquare.UpperTail(0, 3));
}
