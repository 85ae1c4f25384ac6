using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class AllocationCalculatorTests
{
    [Fact]
    public void AHundredInThreeEqualPartsGivesTheFirstTheOddCent() => Assert.Equal(
        [33.34m, 33.33m, 33.33m],
        AllocationCalculator.ByLargestRemainder(100m, [1m, 1m, 1m], RoundingPolicy.Cents));

    [Fact]
    public void TheLargestRemainderComesBeforeTheLargestWeight()
    {
        // Shares of 10: 6.1, 2.6, 1.3; the unit left over goes to 0.6.
        long[] parts = new long[3];
        AllocationCalculator.ByLargestRemainder(10, [61m, 26m, 13m], parts);
        Assert.Equal([6, 3, 1], parts);
    }

    [Fact]
    public void OfEqualRemaindersTheEarlierPartComesFirst()
    {
        long[] parts = new long[5];
        AllocationCalculator.ByLargestRemainder(2, [0m, 1m, 1m, 1m, 1m], parts);
        Assert.Equal([0, 1, 1, 0, 0], parts);
    }

    [Fact]
    public void OfEqualRemaindersOfLongWeightsTheEarlierPartComesFirstToo()
    {
        const decimal Third = 0.3333333333333333333333333333m;
        long[] parts = new long[4];
        AllocationCalculator.ByLargestRemainder(
            2, [Third, Third, Third, 1_000_000_000_000_000_000_000_000m * 0m], parts);
        Assert.Equal([1, 1, 0, 0], parts);
    }

    [Fact]
    public void APartMayLoseAUnitWhenTheTotalGrows()
    {
        // The Alabama paradox of the method: 6, 6 and 2 of 14 get 4, 4, 2 of ten and 5, 5, 1 of eleven.
        long[] ten = new long[3];
        long[] eleven = new long[3];
        AllocationCalculator.ByLargestRemainder(10, [6m, 6m, 2m], ten);
        AllocationCalculator.ByLargestRemainder(11, [6m, 6m, 2m], eleven);
        Assert.Equal([4, 4, 2], ten);
        Assert.Equal([5, 5, 1], eleven);
    }

    [Fact]
    public void TheWholeRangeOf64BitsIsSplit()
    {
        long[] parts = new long[2];
        AllocationCalculator.ByLargestRemainder(long.MinValue, [1m, 0m], parts);
        Assert.Equal([long.MinValue, 0], parts);
        AllocationCalculator.ByLargestRemainder(long.MaxValue, [1m, 1m], parts);
        Assert.Equal([(long.MaxValue / 2) + 1, long.MaxValue / 2], parts);
        AllocationCalculator.ByLargestRemainder(
            long.MinValue, [decimal.MaxValue, 0.0000000000000000000000000001m], parts);
        Assert.Equal([long.MinValue, 0], parts);
    }

    [Fact]
    public void NothingIsSplitIntoNothings()
    {
        Assert.Equal([0m, 0m], AllocationCalculator.ByLargestRemainder(0m, [3m, 7m], RoundingPolicy.Cents));
        Assert.Equal([-0.01m, 0m], AllocationCalculator.ByLargestRemainder(-0.01m, [7m, 3m], RoundingPolicy.Cents));
    }

    [Fact]
    public void ThousandsOfPartsSumToTheTotalToo()
    {
        decimal[] weights = Enumerable.Range(1, 5_000).Select(number => (decimal)(number % 7)).ToArray();
        ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(
            1_234_567.89m, weights, RoundingPolicy.Cents);
        Assert.Equal(1_234_567.89m, parts.Sum());
        Assert.All(parts.Zip(weights).Where(pair => pair.Second == 0m), pair => Assert.Equal(0m, pair.First));
    }

    [Fact]
    public void NoWeightsOrNoneAboveZeroAreRefused()
    {
        Refused([]);
        Refused([0m]);
        Refused([0m, 0.000m]);

        static void Refused(decimal[] weights)
        {
            var refused = Refusal.By<ArgumentException>(
                () => AllocationCalculator.ByLargestRemainder(0m, weights, RoundingPolicy.Cents));
            Assert.Equal("weights", refused.ParamName);
        }
    }

    [Fact]
    public void ANegativeWeightIsRefused()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => AllocationCalculator.ByLargestRemainder(1m, [2m, -1m], RoundingPolicy.Cents));
        Assert.Equal("weights", refused.ParamName);
        Assert.Contains("-1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATotalFinerThanTheMinorUnitIsRefused() => Refusal.By<ArgumentOutOfRangeException>(
        () => AllocationCalculator.ByLargestRemainder(1.001m, [1m], RoundingPolicy.Cents));

    [Fact]
    public void ADestinationOfAnotherLengthIsRefused()
    {
        Refusal.By<ArgumentException>(() => AllocationCalculator.ByLargestRemainder(1, [1m, 1m], new long[3]));
        Refusal.By<ArgumentException>(
            () => AllocationCalculator.ByLargestRemainder(1m, [1m, 1m], RoundingPolicy.Cents, new decimal[1]));
    }
}
