using FsCheck.Xunit;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Statistics.Engine;

public class CosineTests
{
    [Property]
    public bool TheCosineIsThatOfThePlatform(ushort numerator, ushort denominator)
    {
        long half = denominator + 1L;
        double expected = Math.Cos(Math.PI * (numerator % (2 * half)) / half);
        return Math.Abs(Cosine.OfHalfTurns(numerator, half) - expected) < 1e-15;
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 2, 0)]
    [InlineData(1, 1, -1)]
    [InlineData(3, 2, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 3, 0.5)]
    [InlineData(2_000_000_005, 3, 0.5)]
    public void KnownAnglesAreExact(long numerator, long denominator, double expected) =>
        Assert.Equal(expected, Cosine.OfHalfTurns(numerator, denominator), 1e-15);
}
