using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Conventions;

/// <summary>Tests that values are equal exactly if all their properties are equal.</summary>
public class EqualityTests
{
    private static readonly PricePlan Plan = new() { Name = "Team" };

    private static readonly Dictionary<string, Func<decimal, object>> Makers = new(StringComparer.Ordinal)
    {
        ["graduated"] = value => PriceModel.Graduated(PriceTier.UpTo(10m, value), PriceTier.Beyond(1m)),
        ["end of a tier"] = value => PriceModel.Volume(PriceTier.UpTo(value, 1m), PriceTier.Beyond(1m)),
        ["fee of a tier"] = value => PriceTier.Beyond(1m, value),
        ["size of packages"] = value => PriceModel.Package(value, 1m),
        ["free units"] = value => PriceModel.Package(10m, 1m, value),
        ["percentage"] = value => PriceModel.Percentage(0.1m) with { FreeAmount = value },
        ["limits of transactions"] = value =>
            PriceModel.Percentage(0.1m) with { TransactionLimits = Band.AtLeast(value) },
        ["fee of capacity"] = value => PriceModel.Capacity(["api"], CapacityTier.Of(value, [null])),
        ["limit of capacity"] = value => PriceModel.Capacity(["api"], CapacityTier.Of(1m, value)),
        ["factor"] = value => UnitConversion.Multiply(value),
        ["divisor"] = value => UnitConversion.Divide(value),
        ["rollover"] = value => Rollover.UpTo(100m, value),
        ["allowance"] = value => Allowance.Of(value, Rollover.UpTo(5m)),
        ["ramp"] = value => Commitment.Ramped(1m, value),
        ["multiplier"] = value => Commitment.Of(1m) with { OverageMultiplier = value },
        ["cap"] = value => BillCap.At(value),
        ["multiple"] = value => BillCap.AtMultiple(value),
        ["charge"] = value => Charge(PriceModel.PerUnit(value)),
        ["units off"] = value => Charge(PriceModel.PerUnit(1m)) with { UsageDiscount = value },
        ["base fee"] = value => Plan with { BaseFee = value },
        ["amount off"] = value => Plan with { AmountDiscount = value },
        ["charges"] = value => Plan with { Charges = [Charge(PriceModel.PerUnit(value))] },
        ["commitment"] = value => Plan with { Commitment = Commitment.Of(value) },
        ["plan above"] = value =>
            Plan with { Protection = new OverageProtection { MoveUpTo = Plan with { BaseFee = value } } },
        ["smoothing"] = value => new OverageProtection { SmoothingPeriods = (int)value },
        ["usage"] = value => UsageHistory.Of("Acme", new YearMonth(2026, 1), "api", value),
        ["start"] = value => UsageHistory.Of("Acme", new YearMonth(2026, (int)value), "api", 1m),
        ["contract"] = value =>
            UsageHistory.Of("Acme", new YearMonth(2026, 12), "api", 1m) with
            {
                ContractStart = new YearMonth(2026, (int)value),
            },
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualByValue(string name)
    {
        object one = Makers[name](2m);

        Assert.Equal(one, Makers[name](2.0m));
        Assert.Equal(one.GetHashCode(), Makers[name](2.0m).GetHashCode());
        Assert.NotEqual(one, Makers[name](3m));
    }

    [Fact]
    public void ADefaultValueChangesNothing()
    {
        Assert.Equal(12.5m, default(UnitConversion).Convert(12.5m));
        Assert.Equal(UnitConversion.Divide(1m), default);
        Assert.Equal(0m, default(Rollover).Carry(12.5m));
        Assert.Equal(0m, default(Allowance).Quantity);
        Assert.False(default(BillCap).IsSet);
        Assert.Equal(0m, RatingCalculator.Amount(PriceModel.Graduated(default(PriceTier)), 12.5m));
        Assert.Equal(0m, RatingCalculator.Amount(PriceModel.Packages(default(PackageTier)), 12.5m));
        Assert.Equal(1m, default(PackageTier).Size);
    }

    private static Charge Charge(PriceModel price) => new() { Name = "Usage", Price = price };
}
