using System.Globalization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class BulkTierTests
{
    private static readonly TieredPrice Graduated = PriceModel.Graduated(
        PriceTier.UpTo(1_000m, 0m),
        PriceTier.UpTo(10_000m, 0.02m),
        PriceTier.UpTo(100_000m, 0.0150m),
        PriceTier.UpTo(1_000_000m, 0.0125m, flatFee: 50m),
        PriceTier.Beyond(0.0065m));

    // 9,000 x 0.02 = 180.00; 90,000 x 0.0150 = 1,350.0000; 900,000 x 0.0125 + 50 = 11,300.0000.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0")]
    [InlineData("1000", "0")]
    [InlineData("1001", "0.02")]
    [InlineData("1001.50", "0.0300")]
    [InlineData("10000", "180.00")]
    [InlineData("10000.0", "180.000")]
    [InlineData("10001", "180.0150")]
    [InlineData("100000.00", "1530.000000")]
    [InlineData("100002", "1580.0250")]
    [InlineData("2000000", "19330.0000")]
    [InlineData("2000000.5", "19330.00325")]
    public void APriceListGivesTheDigitsOfArithmeticByHand(string quantity, string amount)
    {
        var amounts = new decimal[1];
        RatingCalculator.Amounts(Graduated, [decimal.Parse(quantity, CultureInfo.InvariantCulture)], amounts);
        Assert.Equal(amount, amounts[0].ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void QuantitiesOfAPriceListAreNotLeftToDecimals()
    {
        decimal[] quantities =
            [0m, 1m, 999.99m, 1_000m, 1_000.0m, 100_000.000_001m, 7e15m, 12.5m, 3_000_000m, 0.0000000001m];
        Assert.Equal(quantities.Length, Taken(Graduated.Schedule, quantities));
    }

    // Each is due what decimals say; what they say of the last ones is the point.
    [Theory]
    [InlineData("0.02", "0", "9223372036854775807", true)]
    [InlineData("0.02", "0", "9223372036854775808", false)] // 64 bits
    [InlineData("0.02", "0", "92233720368547758.08", false)]
    [InlineData("9999999999", "0", "792281625.1", true)]
    [InlineData("9999999999", "0", "922337203685477580.7", false)] // a product of more than 96 bits
    [InlineData("0.00000000000000000001", "0", "0.00000001", true)]
    [InlineData("0.00000000000000000001", "0", "0.000000001", false)] // 29 decimal places
    [InlineData("1", "0.0000000000000000001", "7922816251.4", true)]
    [InlineData("1", "0.0000000000000000001", "7922816251.5", false)] // a sum of more than 96 bits
    [InlineData("1", "0.0000000000000000000000000001", "7", false)] // a slope of more than 64 bits
    [InlineData("0", "5", "42949672.95", true)]
    [InlineData("0", "5", "42949672.96", false)] // more than 32 bits times zero is a zero without decimal places
    [InlineData("0", "5.00", "42949672.96", true)]
    [InlineData("0.0000000000", "5.00", "1", true)]
    public void WhatDecimalsRoundIsLeftToThem(string rate, string flat, string quantity, bool isWhole)
    {
        TierSchedule schedule = TierSchedule.Of(Tier.AtLeast(0m, Parse(rate), flatAmount: Parse(flat)));
        Assert.Equal(isWhole ? 1 : 0, Taken(schedule, Parse(quantity)));

        var amounts = new decimal[1];
        TierCalculator.Amounts(schedule, [Parse(quantity)], amounts);
        Assert.Equal(
            TierCalculator.Amount(schedule, Parse(quantity)).ToString(CultureInfo.InvariantCulture),
            amounts[0].ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void InterpolatedTiersAreLeftToDecimalsAndTheOthersAreNot()
    {
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 10m, 1m), Tier.Interpolated(10m, 20m, 50m), Tier.AtLeast(20m, 2m));
        Assert.Equal(2, Taken(schedule, 1m, 9.99m, 10m, 30m));
        Assert.Equal(2, Taken(schedule, 20m, 30m, 19m));
    }

    // Of 29 decimal places one is lost, and 1 to 28 places less 1 to 27 is a zero with a minus sign.
    [Fact]
    public void WhereATierFallsToZeroDecimalsDecideTheSignOfZero()
    {
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 1m, Parse("1.0000000000000000000000000000")),
            Tier.Interpolated(1m, 2.5m, 0m),
            Tier.AtLeast(2.5m, 0m));
        AssertSameBits(schedule, 3m);
        AssertSameBits(schedule, 4m);
        Assert.Equal(0, Taken(schedule, 4m));
    }

    [Theory]
    [InlineData("-0.0", "0", TierMode.Marginal)]
    [InlineData("-0.0", "0.00", TierMode.Marginal)]
    [InlineData("0", "-0.0", TierMode.Marginal)]
    [InlineData("0", "-0.0", TierMode.RetroactiveToFirstUnit)]
    [InlineData("0.00", "-0.0", TierMode.RetroactiveToFirstUnit)]
    public void OfAZeroWithAMinusSignDecimalsDecide(string rate, string flat, TierMode mode)
    {
        TierSchedule schedule = TierSchedule.Of(
            TierBoundary.ToUpperTier, Tier.AtLeast(0m, Parse(rate), mode, Parse(flat)));
        AssertSameBits(schedule, 0m);
        AssertSameBits(schedule, 1m);
        AssertSameBits(schedule, 0.00m);
        AssertSameBits(schedule, 1.00m);
    }

    // Nothing times a price of eleven digits is a zero without decimal places.
    [Fact]
    public void WhereALongPriceStartsDecimalsDecide()
    {
        TierSchedule schedule = TierSchedule.Of(Tier.Between(0m, 10m, 1m), Tier.AtLeast(10m, 0.12345678901m));
        Assert.Equal(1, Taken(schedule, 9m, 10m, 11m));
        Assert.Equal(1, Taken(schedule, 11m, 10m));

        var amounts = new decimal[2];
        TierCalculator.Amounts(schedule, [10m, 11m], amounts);
        Assert.Equal(
            ["10", "10.12345678901"], amounts.Select(amount => amount.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void BuyingUpHoldsWhereItMeetsTheHigherTier()
    {
        TieredPrice price = PriceModel.Volume(PriceTier.UpTo(14m, 10m), PriceTier.Beyond(5.00m)).WithBuyUp();
        decimal[] quantities = [6m, 7m, 7.5m, 8m, 14m, 15m];
        var amounts = new decimal[quantities.Length];
        RatingCalculator.Amounts(price, quantities, amounts);
        Assert.Equal([60m, 70m, 70m, 70m, 70m, 75m], amounts);
        Assert.Equal(
            quantities.Select(quantity => RatingCalculator.Amount(price, quantity).Scale),
            amounts.Select(amount => amount.Scale));
    }

    [Fact]
    public void AQuantityBelowZeroIsRefusedAmongMany()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => RatingCalculator.Amounts(Graduated, [5m, -0.5m, 6m], new decimal[3]));
        Assert.StartsWith("quantities was -0.5; zero or more is expected.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AQuantityAboveTheLastTierIsRefusedAmongMany()
    {
        TieredPrice price = PriceModel.Graduated(PriceTier.UpTo(100m, 1m));
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => RatingCalculator.Amounts(price, [100m, 100.01m], new decimal[2]));
        var alone = Refusal.By<ArgumentOutOfRangeException>(() => RatingCalculator.Amount(price, 100.01m));
        Assert.Equal(
            alone.Message.Replace("quantity was", "quantities was", StringComparison.Ordinal)
                .Replace("'quantity'", "'quantities'", StringComparison.Ordinal),
            refused.Message);
    }

    [Fact]
    public void NothingIsAllocatedOnceEachNumberOfDecimalPlacesWasMet()
    {
        decimal[] quantities = [0m, 5m, 12_000m, 0.5m, 123_456.78m, 12_000_000m, decimal.MaxValue / 10m, 1.00000m];
        var amounts = new decimal[quantities.Length];
        long allocated = long.MaxValue;
        for (int round = 0; round < 100 && allocated > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            RatingCalculator.Amounts(Graduated, quantities, amounts);
            TierCalculator.Amounts(Graduated.Schedule, quantities, amounts);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0L, allocated);
    }

    [Fact]
    public void ThreadsThatAskAtOnceGetTheSame()
    {
        decimal[] quantities =
            [.. Enumerable.Range(0, 2_000).Select(number => number * 997m / (number % 3 == 0 ? 1m : 10m))];
        decimal[] expected = [.. quantities.Select(quantity => RatingCalculator.Amount(Graduated, quantity))];
        TieredPrice fresh = Graduated.WithZeroUsage(ZeroUsage.FirstFlatFee);
        Parallel.For(0, 8, _ =>
        {
            var amounts = new decimal[quantities.Length];
            RatingCalculator.Amounts(fresh, quantities, amounts);
            Assert.Equal(expected, amounts);
        });
    }

    private static void AssertSameBits(TierSchedule schedule, decimal quantity)
    {
        var amounts = new decimal[1];
        TierCalculator.Amounts(schedule, [quantity], amounts);
        Assert.Equal(decimal.GetBits(TierCalculator.Amount(schedule, quantity)), decimal.GetBits(amounts[0]));
    }

    private static int Taken(TierSchedule schedule, params decimal[] quantities) =>
        schedule.Function.Bulk.AmountsAt(quantities, new decimal[quantities.Length]);

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
