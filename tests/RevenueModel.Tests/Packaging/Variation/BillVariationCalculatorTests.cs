using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class BillVariationCalculatorTests
{
    [Fact]
    public void BillsThatAreTooLargeAreRefused()
    {
        Refusal.With(
            "The total of the bills is too large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller "
                + "figures are expected.",
            () => BillVariationCalculator.Measure([decimal.MaxValue, 1m]));
        BillVariation huge = BillVariationCalculator.Measure([decimal.MaxValue]);
        Refusal.With(
            "The total of the bills of both is too large: the result exceeds 7.9 × 10^28, the range of a decimal; "
                + "smaller figures are expected.",
            () => huge.Combine(huge));
    }

    [Fact]
    public void TheRatioOfTheLargestBillsDoesNotOverflow() =>
        Assert.Equal(2m, BillVariationCalculator.Measure([0m, decimal.MaxValue]).Ratio);

    [Fact]
    public void VariationIsTheMeanChangeOverTheMeanBill()
    {
        // Changes of 100, 50 and 0 have a mean of 50, and bills of 50, 150, 100 and 100 one of 100.
        BillVariation variation = BillVariationCalculator.Measure([50m, 150m, 100m, 100m]);

        Assert.Equal(
            (150m, 3L, 400m, 4L), (variation.Changes, variation.ChangeCount, variation.Total, variation.BillCount));
        Assert.Equal(100m, variation.MeanBill);
        Assert.Equal(0.5m, variation.Ratio);
        Assert.Equal(0.5m, BillVariationCalculator.Measure([50m, 150m, 100m, 100m]).Ratio);
    }

    [Fact]
    public void OverCustomersChangesAndBillsAreCountedTogether()
    {
        // Changes of 150 and 2,000, four of them, and bills of 400 and 6,000, six of them: 537.50 over 1,066.67.
        BillVariation both = BillVariationCalculator.Measure([50m, 150m, 100m, 100m])
            .Combine(BillVariationCalculator.Measure([2_000m, 4_000m]));

        Assert.Equal(2_150m * 6m / (4m * 6_400m), both.Ratio);
        Assert.Equal(0.50390625m, both.Ratio);
    }

    [Fact]
    public void WhereNothingChangesOrNothingIsBilledThereIsNoVariation()
    {
        Assert.Null(BillVariationCalculator.Measure([]).Ratio);
        Assert.Null(BillVariationCalculator.Measure([100m]).Ratio);
        Assert.Null(BillVariationCalculator.Measure([0m, 0m, 0m]).Ratio);
        Assert.Equal(0m, BillVariationCalculator.Measure([100m, 100m]).Ratio);
        Assert.Null(default(BillVariation).MeanBill);
        Refusal.By<ArgumentOutOfRangeException>(() => BillVariationCalculator.Measure([100m, -0.01m]).Ratio);
    }

    [Property]
    public bool VariationAgreesWithExactFractions(Cents[] amounts)
    {
        decimal[] bills = [.. amounts.Select(cents => Math.Abs(cents.Amount))];
        if (bills.Length < 2 || bills.Sum() == 0m)
        {
            return BillVariationCalculator.Measure(bills).Ratio is null;
        }

        ExactFraction changes = default;
        ExactFraction total = ExactFraction.Of(bills[0]);
        for (int i = 1; i < bills.Length; i++)
        {
            ExactFraction change = ExactFraction.Of(bills[i]) - ExactFraction.Of(bills[i - 1]);
            changes += change < default(ExactFraction) ? default(ExactFraction) - change : change;
            total += ExactFraction.Of(bills[i]);
        }

        ExactFraction expected =
            changes / ExactFraction.Of(bills.Length - 1, 1) / (total / ExactFraction.Of(bills.Length, 1));
        ExactFraction difference = ExactFraction.Of(BillVariationCalculator.Measure(bills).Ratio!.Value) - expected;
        return difference * difference < ExactFraction.Of(1, System.Numerics.BigInteger.Pow(10, 40));
    }

    [Property]
    public bool VariationIsScaleFree(Cents[] amounts, byte scale)
    {
        decimal[] bills = [.. amounts.Select(cents => Math.Abs(cents.Amount))];
        decimal[] scaled = [.. bills.Select(bill => bill * (scale + 1) / 8m)];
        return Rounded(BillVariationCalculator.Measure(scaled).Ratio)
            == Rounded(BillVariationCalculator.Measure(bills).Ratio);
    }

    [Property]
    public bool EqualBillsHaveNoVariation(Cents bill, byte months) =>
        BillVariationCalculator.Measure([.. Enumerable.Repeat(Math.Abs(bill.Amount), months)]).Ratio
            is null == (months < 2 || bill.Count == 0)
        && BillVariationCalculator.Measure([.. Enumerable.Repeat(Math.Abs(bill.Amount), months)]).Ratio is null or 0m;

    [Property]
    public bool VariationIsTheSameBackwards(Cents[] amounts)
    {
        decimal[] bills = [.. amounts.Select(cents => Math.Abs(cents.Amount))];
        return BillVariationCalculator.Measure(bills) == BillVariationCalculator.Measure([.. bills.Reverse()]);
    }

    [Property]
    public bool CombiningIsCommutativeAndAssociative(Cents[] one, Cents[] other, Cents[] third)
    {
        (BillVariation a, BillVariation b, BillVariation c) = (Of(one), Of(other), Of(third));
        return a.Combine(b) == b.Combine(a)
            && a.Combine(b).Combine(c) == a.Combine(b.Combine(c))
            && a.Combine(default) == a;

        static BillVariation Of(Cents[] amounts) =>
            BillVariationCalculator.Measure([.. amounts.Select(cents => Math.Abs(cents.Amount))]);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        decimal[] bills = [50m, 150m, 100m, 100m];
        _ = BillVariationCalculator.Measure(bills).Ratio;
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            _ = BillVariationCalculator.Measure(bills).Combine(BillVariationCalculator.Measure(bills)).Ratio;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static decimal? Rounded(decimal? ratio) => ratio is { } value ? decimal.Round(value, 20) : null;
}
