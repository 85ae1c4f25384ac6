using System.Numerics;
using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Primitives;

[Properties(MaxTest = 300)]
public class AllocationCalculatorProperties
{
    [Property]
    public bool PartsSumToTheTotal(long total, Weights weights) =>
        Split(total, weights.Span).Aggregate(BigInteger.Zero, (sum, part) => sum + part) == total;

    [Property]
    public bool PartsOfAnAmountSumToItToTheCent(Cents total, Weights weights) =>
        AllocationCalculator.ByLargestRemainder(total, weights.Span, RoundingPolicy.Cents).Sum() == total;

    [Property]
    public bool EachPartIsWithinOneUnitOfItsExactShare(long total, Weights weights)
    {
        long[] parts = Split(total, weights.Span);
        ExactFraction[] shares = ExactShares(total, weights.Values);
        ExactFraction one = ExactFraction.Of(1m);
        for (int i = 0; i < parts.Length; i++)
        {
            ExactFraction off = ExactFraction.Of(parts[i], 1) - shares[i];
            if (off >= one || off <= ExactFraction.Of(-1m))
            {
                return false;
            }
        }

        return true;
    }

    [Property]
    public bool PartsEqualTheExactMethod(long total, Weights weights) =>
        Split(total, weights.Span).SequenceEqual(ExactSplit(total, weights.Values));

    [Property]
    public bool PartsOfSmallTotalsEqualTheExactMethod(short total, Weights weights) =>
        Split(total, weights.Span).SequenceEqual(ExactSplit(total, weights.Values));

    [Property]
    public bool AWeightOfZeroGetsNothing(long total, Weights weights)
    {
        long[] parts = Split(total, weights.Span);
        return !parts.Where((part, at) => weights.Values[at] == 0m && part != 0).Any();
    }

    [Property]
    public bool EachPartHasTheSignOfTheTotal(long total, Weights weights) =>
        Split(total, weights.Span).All(part => part == 0 || long.Sign(part) == long.Sign(total));

    [Property]
    public bool ANegativeTotalIsSplitLikeThePositiveOne(int total, Weights weights) =>
        Split(-(long)total, weights.Span).SequenceEqual(Split(total, weights.Span).Select(part => -part));

    [Property]
    public bool ScalingAllWeightsChangesNothing(long total, int[] numbers)
    {
        decimal[] weights = [.. numbers.Select(number => Math.Abs((decimal)number)), 1m];
        long[] parts = Split(total, weights);
        return parts.SequenceEqual(Split(total, [.. weights.Select(weight => weight * 1_000_000_007m)]))
            && parts.SequenceEqual(Split(total, [.. weights.Select(weight => weight / 1_024m)]))
            && parts.SequenceEqual(Split(total, [.. weights.Select(weight => weight * 1.000000000000000000m)]));
    }

    [Property]
    public bool AHeavierPartNeverGetsLessThanALighterOne(int total, Weights weights)
    {
        long[] parts = Split(total, weights.Span);
        for (int i = 0; i < parts.Length; i++)
        {
            for (int j = 0; j < parts.Length; j++)
            {
                if (weights.Values[i] > weights.Values[j] && Math.Abs(parts[i]) < Math.Abs(parts[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    [Property]
    public bool AllFormsGiveTheSameParts(Cents total, Weights weights)
    {
        ValueList<decimal> list = AllocationCalculator.ByLargestRemainder(total, weights.Span, RoundingPolicy.Cents);
        var amounts = new decimal[weights.Count];
        AllocationCalculator.ByLargestRemainder(total, weights.Span, RoundingPolicy.Cents, amounts);
        return list.SequenceEqual(amounts)
            && list.SequenceEqual(Split(total.Count, weights.Span).Select(part => part / 100m));
    }

    private static long[] Split(long total, ReadOnlySpan<decimal> weights)
    {
        var parts = new long[weights.Length];
        AllocationCalculator.ByLargestRemainder(total, weights, parts);
        return parts;
    }

    private static ExactFraction[] ExactShares(long total, ValueList<decimal> weights)
    {
        ExactFraction sum = weights.Aggregate(
            ExactFraction.Of(0m), (running, weight) => running + ExactFraction.Of(weight));
        return [.. weights.Select(weight => ExactFraction.Of(total, 1) * ExactFraction.Of(weight) / sum)];
    }

    // Hamilton's method by its textbook definition, in exact fractions.
    private static long[] ExactSplit(long total, ValueList<decimal> weights)
    {
        int sign = Math.Sign(total);
        ExactFraction[] quotas = [.. ExactShares(total, weights)
            .Select(share => share * ExactFraction.Of(sign, 1))];
        BigInteger[] parts = [.. quotas.Select(quota => BigInteger.Divide(quota.Numerator, quota.Denominator))];
        BigInteger rest = BigInteger.Abs(total) - parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part);
        foreach (int at in Enumerable.Range(0, parts.Length)
            .OrderByDescending(i => quotas[i] - ExactFraction.Of(parts[i], 1))
            .ThenBy(i => i)
            .Take((int)rest))
        {
            parts[at]++;
        }

        return [.. parts.Select(part => (long)(part * sign))];
    }
}
