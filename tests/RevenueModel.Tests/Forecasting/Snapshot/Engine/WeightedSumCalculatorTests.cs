using System.Numerics;
using FsCheck.Xunit;
using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting;

public class WeightedSumCalculatorTests
{
    [Property]
    public bool TheSumIsTheOneInBigIntegers(long[] amounts, int[] weights)
    {
        int count = Math.Min(amounts.Length, weights.Length);
        return IsExact(amounts[..count], weights[..count]);
    }

    [Property]
    public bool TheSumOfExtremesIsTheOneInBigIntegers(byte[] kinds)
    {
        long[] amounts = [.. kinds.Select(kind => (kind % 5) switch
        {
            0 => long.MaxValue,
            1 => long.MinValue,
            2 => -1L,
            3 => 1L,
            _ => uint.MaxValue,
        })];
        int[] weights = [.. kinds.Select(kind => (kind / 5 % 5) switch
        {
            0 => int.MaxValue,
            1 => int.MinValue,
            2 => -1,
            3 => 1_000_000,
            _ => 0,
        })];
        return IsExact(amounts, weights);
    }

    [Theory]
    [InlineData(long.MaxValue, 1_000_000)]
    [InlineData(long.MinValue, 1_000_000)]
    [InlineData(long.MaxValue, int.MinValue)]
    [InlineData(long.MinValue, int.MinValue)]
    [InlineData(-1, 1)]
    [InlineData(0x1_0000_0000, 999_999)]
    [InlineData(0xFFFF_FFFF, int.MaxValue)]
    public void LongRunsOfOneProductAreExact(long amount, int weight)
    {
        foreach (int count in (int[])[1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 64, 65, 1_000, 4_099])
        {
            var amounts = new long[count];
            var weights = new int[count];
            amounts.AsSpan().Fill(amount);
            weights.AsSpan().Fill(weight);
            Assert.Equal(
                (BigInteger)amount * weight * count, (BigInteger)WeightedSumCalculator.Sum(amounts, weights));
        }
    }

    [Fact]
    public void CarriesCrossTheWordInBothDirections()
    {
        long[] amounts =
            [long.MaxValue, long.MaxValue, long.MaxValue, long.MinValue, long.MinValue, long.MinValue, -3];
        int[] weights = [1_000_000, 999_999, 2, 1_000_000, 999_999, 2, 1];
        Assert.True(IsExact(amounts, weights));
        Assert.True(IsExact([1, -1], [1, 1]));
        Assert.Equal(Int128.Zero, WeightedSumCalculator.Sum([1, -1], [1, 1]));
        Assert.Equal(Int128.NegativeOne, WeightedSumCalculator.Sum([-1], [1]));
    }

    [Fact]
    public void NothingSumsToZero() => Assert.Equal(Int128.Zero, WeightedSumCalculator.Sum([], []));

    [Fact]
    public void ColumnsOfDifferentLengthsAreRefused()
    {
        var refused = Refusal.By<ArgumentException>(() => WeightedSumCalculator.Sum([1, 2], [1]));
        Assert.Contains("1 values for 2 amounts", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => WeightedSumCalculator.Sum([], [1]));
    }

    [Property]
    public bool SumsOfPartsAddUp(long[] amounts, byte at)
    {
        int[] weights = [.. amounts.Select((_, index) => (index * 7_919) % 1_000_001)];
        int split = at % (amounts.Length + 1);
        return WeightedSumCalculator.Sum(amounts.AsSpan(0, split), weights.AsSpan(0, split))
            + WeightedSumCalculator.Sum(amounts.AsSpan(split), weights.AsSpan(split))
            == WeightedSumCalculator.Sum(amounts, weights);
    }

    private static bool IsExact(long[] amounts, int[] weights) =>
        amounts.Zip(weights).Aggregate(BigInteger.Zero, (sum, pair) => sum + ((BigInteger)pair.First * pair.Second))
            == (BigInteger)WeightedSumCalculator.Sum(amounts, weights);
}
