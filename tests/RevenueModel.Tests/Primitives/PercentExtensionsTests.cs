using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Primitives;

public class PercentExtensionsTests
{
    [Fact]
    public void PercentagesReadAsFractions()
    {
        Assert.Equal(0.22m, 22.Percent);
        Assert.Equal(0.125m, 12.5m.Percent);
        Assert.Equal(1.18m, 118.Percent);
        Assert.Equal(0m, 0.Percent);
        Assert.Equal(-0.05m, (-5).Percent);
        Assert.Equal(-21_474_836.48m, int.MinValue.Percent);
    }

    [Property]
    public bool AHundredTimesTheFractionIsThePercentage(int percent, Cents amount) =>
        percent.Percent * 100m == percent && amount.Amount.Percent * 100m == amount.Amount;
}
