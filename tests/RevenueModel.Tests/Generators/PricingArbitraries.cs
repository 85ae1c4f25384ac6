using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Generates prices and quantities: figures of up to six decimals, quantities at the ends of tiers and just beside
/// them.
/// </summary>
public static class PricingArbitraries
{
    internal static readonly Gen<bool> Coin = Gen.Elements(false, true);

    internal static readonly Gen<decimal> Shares = Gen.Frequency(
        (1, Gen.Elements(0m, 1m)),
        (4, Gen.Choose(0, 100).Select(percent => percent / 100m)),
        (2, Gen.Choose(0, 10_000).Select(parts => parts / 10_000m)));

    /// <summary>Amounts of money and counts of units: whole, in cents and of six decimals.</summary>
    internal static readonly Gen<decimal> Amounts = Written(Gen.Frequency(
        (1, Gen.Constant(0m)),
        (4, Gen.Choose(1, 500).Select(count => (decimal)count)),
        (2, Gen.Choose(1, 200_000).Select(cents => cents / 100m)),
        (1, Gen.Choose(1, 20_000_000).Select(millionths => millionths / 1_000_000m))));

    internal static readonly Gen<decimal> Positive = Amounts.Select(amount => amount == 0m ? 1m : amount);

    private static readonly Gen<decimal> UnitPrices = Written(Gen.Frequency(
        (1, Gen.Elements(0m, 0.000001m)),
        (3, Gen.Choose(0, 200).Select(tenths => tenths / 10m)),
        (3, Gen.Choose(1, 5_000_000).Select(millionths => millionths / 1_000_000m))));

    private static readonly Gen<decimal> Flats = Gen.Frequency((1, Gen.Constant(0m)), (1, Amounts));

    private static readonly Gen<ZeroUsage> AtZero =
        Gen.Frequency((3, Gen.Constant(ZeroUsage.FirstFlatFee)), (1, Gen.Constant(ZeroUsage.Nothing)));

    public static Arbitrary<PriceTier> PriceTier() =>
        (from isOpen in Coin
         from tier in TierGen(Positive.Select(end => isOpen ? (decimal?)null : end), UnitPrices, Flats)
         select tier).ToArbitrary();

    public static Arbitrary<TieredPrice> TieredPrice() => Arb.From(TieredGen(), Fewer);

    public static Arbitrary<PackageTier> PackageTier() =>
        (from end in Positive
         from isOpen in Coin
         from tier in PackageTierGen(isOpen ? null : end)
         select tier).ToArbitrary();

    public static Arbitrary<PackagePrice> PackagePrice() => PackageGen().ToArbitrary();

    public static Arbitrary<QuantityPrice> QuantityPrice() => QuantityPriceGen().ToArbitrary();

    public static Arbitrary<PercentagePrice> PercentagePrice() => PercentageGen(isOfTransactions: true).ToArbitrary();

    public static Arbitrary<CapacityPrice> CapacityPrice() => CapacityGen().ToArbitrary();

    public static Arbitrary<PriceModel> PriceModel() => ModelGen().ToArbitrary();

    public static Arbitrary<PricingPoint> PricingPoint() => Arb.From(
        from price in QuantityPriceGen()
        from quantity in QuantityGen(price)
        select new PricingPoint(price, quantity),
        point => new[] { decimal.Truncate(point.Quantity), decimal.Truncate(point.Quantity / 2m) }
            .Where(quantity => quantity != point.Quantity)
            .Select(quantity => point with { Quantity = quantity }));

    public static Arbitrary<PricingCapacity> PricingCapacity() =>
        (from price in CapacityGen()
         from quantities in Gen.CollectToArray(
             Enumerable.Range(0, price.Meters.Count),
             meter => Near(
                 [.. price.Tiers.Select(tier => tier.Limits[meter]).OfType<decimal>()],
                 price.Tiers[price.Tiers.Count - 1].Limits[meter]))
         select new PricingCapacity(price, quantities.ToValueList())).ToArbitrary();

    public static Arbitrary<PricingTransactions> PricingTransactions() => Arb.From(
        from price in PercentageGen(isOfTransactions: true)
        from count in Gen.Choose(0, 8)
        from amounts in Amounts.ArrayOf(count)
        select new PricingTransactions(price, amounts.ToValueList()),
        given => given.Amounts.IsEmpty
            ? []
            : [given with { Amounts = given.Amounts.Skip(1).ToValueList() }]);

    internal static Gen<PriceModel> ModelGen() => Gen.Frequency(
        (8, QuantityPriceGen().Select(price => (PriceModel)price)),
        (1, PercentageGen(isOfTransactions: true).Select(price => (PriceModel)price)),
        (1, PercentageGen(isOfTransactions: false).Select(price => (PriceModel)price)),
        (2, CapacityGen().Select(price => (PriceModel)price)));

    internal static Gen<QuantityPrice> QuantityPriceGen() => Gen.Frequency(
        (4, TieredGen().Select(price => (QuantityPrice)price)),
        (1, PackageGen().Select(price => (QuantityPrice)price)));

    /// <summary>A quantity that a price prices.</summary>
    internal static Gen<decimal> QuantityGen(QuantityPrice price) => Near(EndsOf(price), price.UpTo);

    /// <summary>The quantities where something changes.</summary>
    internal static decimal[] EndsOf(PriceModel price) => price switch
    {
        TieredPrice tiered => [.. tiered.Tiers.Select(tier => tier.End).OfType<decimal>()],
        PackagePrice package =>
        [
            package.FreeUnits, package.FreeUnits + package.Tiers[0].Size,
            .. package.Tiers.Select(tier => tier.End + package.FreeUnits).OfType<decimal>(),
        ],
        CapacityPrice capacity => [.. capacity.Tiers.SelectMany(tier => tier.Limits).OfType<decimal>()],
        PercentagePrice percentage => [percentage.FreeAmount ?? 0m],
        _ => [],
    };

    /// <summary>A quantity from zero to a most, on or around some, or anywhere.</summary>
    internal static Gen<decimal> Near(decimal[] ends, decimal? most)
    {
        decimal far = most ?? ((ends.Length == 0 ? 100m : ends.Max()) * 2m);
        Gen<decimal> near = from end in Gen.Elements([0m, .. ends])
                            from step in Gen.Elements(0m, 0m, 0.000001m, -0.000001m, 0.5m, 1m, -1m)
                            select end + step;
        Gen<decimal> anywhere = from part in Gen.Choose(0, 1_000_000)
                                from digits in Gen.Elements(0, 0, 2, 6)
                                select decimal.Round(far * part / 1_000_000m, digits);
        return Written(Gen.Frequency((1, near), (1, anywhere))
            .Select(quantity => Math.Clamp(quantity, 0m, most ?? decimal.MaxValue)));
    }

    // 1.5 is also 1.50: the same value, but other digits to calculate with.
    private static Gen<decimal> Written(Gen<decimal> values) =>
        from value in values
        from digits in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 6)))
        select value + new decimal(0, 0, 0, isNegative: false, (byte)digits);

    private static Gen<TieredPrice> TieredGen() =>
        from kind in Gen.Frequency(
            (3, Gen.Constant(TieredPriceKind.Graduated)), (3, Gen.Constant(TieredPriceKind.Volume)),
            (2, Gen.Constant(TieredPriceKind.Stairstep)), (1, Gen.Constant(TieredPriceKind.GraduatedPercentage)),
            (1, Gen.Constant(TieredPriceKind.Flat)), (1, Gen.Constant(TieredPriceKind.PerUnit)))
        let isSingle = kind is TieredPriceKind.Flat or TieredPriceKind.PerUnit
        let units = kind is TieredPriceKind.Flat or TieredPriceKind.Stairstep ? Gen.Constant(0m)
            : kind is TieredPriceKind.GraduatedPercentage ? Shares
            : UnitPrices
        let flats = kind is TieredPriceKind.PerUnit ? Gen.Constant(0m) : Flats
        from tiers in isSingle
            ? TierGen(Gen.Constant<decimal?>(null), units, flats).Select(tier => new[] { tier })
            : EndsGen().SelectMany(ends =>
                Gen.CollectToArray(ends, end => TierGen(Gen.Constant(end), units, flats)))
        from atZero in AtZero
        from buysUp in Coin
        let price = Make(kind, tiers).WithZeroUsage(atZero)
        select buysUp ? price.WithBuyUp() : price;

    // With a single tier less.
    private static IEnumerable<TieredPrice> Fewer(TieredPrice price)
    {
        if (price.Tiers.Count > 1)
        {
            TieredPrice fewer = Make(price.Kind, [.. price.Tiers.Take(price.Tiers.Count - 1)]).WithZeroUsage(
                price.AtZero);
            yield return price.BuysUp ? fewer.WithBuyUp() : fewer;
        }
    }

    private static TieredPrice Make(TieredPriceKind kind, PriceTier[] tiers) => kind switch
    {
        TieredPriceKind.Graduated => RevenueModel.Pricing.PriceModel.Graduated(tiers),
        TieredPriceKind.Volume => RevenueModel.Pricing.PriceModel.Volume(tiers),
        TieredPriceKind.Stairstep => RevenueModel.Pricing.PriceModel.Stairstep(tiers),
        TieredPriceKind.GraduatedPercentage => RevenueModel.Pricing.PriceModel.GraduatedPercentage(tiers),
        TieredPriceKind.Flat => RevenueModel.Pricing.PriceModel.Flat(tiers[0].FlatFee),
        _ => RevenueModel.Pricing.PriceModel.PerUnit(tiers[0].UnitPrice),
    };

    private static Gen<PriceTier> TierGen(Gen<decimal?> ends, Gen<decimal> units, Gen<decimal> flats) =>
        from end in ends
        from unit in units
        from flat in flats
        select end is { } upTo
            ? RevenueModel.Pricing.PriceTier.UpTo(upTo, unit, flat)
            : RevenueModel.Pricing.PriceTier.Beyond(unit, flat);

    // Where one to five tiers end, the last of them open or not.
    private static Gen<decimal?[]> EndsGen() =>
        from count in Gen.Choose(1, 5)
        from widths in Positive.ArrayOf(count)
        from isOpen in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select widths
            .Select((_, at) => isOpen && at == count - 1 ? (decimal?)null : widths.Take(at + 1).Sum())
            .ToArray();

    private static Gen<PackagePrice> PackageGen() =>
        from ends in EndsGen()
        from tiers in Gen.CollectToArray(ends, PackageTierGen)
        from free in Flats
        from atZero in AtZero
        select RevenueModel.Pricing.PriceModel.Packages(tiers).WithFreeUnits(free).WithZeroUsage(atZero);

    private static Gen<PackageTier> PackageTierGen(decimal? end) =>
        from size in Gen.Frequency((3, Gen.Elements(1m, 10m, 100m, 3m)), (1, Positive))
        from price in Amounts
        from flat in Flats
        select end is { } upTo
            ? RevenueModel.Pricing.PackageTier.UpTo(upTo, size, price, flat)
            : RevenueModel.Pricing.PackageTier.Beyond(size, price, flat);

    private static Gen<PercentagePrice> PercentageGen(bool isOfTransactions) =>
        from rate in Shares
        from fee in Flats
        from events in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 5).Select(count => (int?)count)))
        from free in Gen.Frequency((1, Gen.Constant<decimal?>(null)), (1, Amounts.Select(amount => (decimal?)amount)))
        from limits in Gen.Frequency(
            (1, Gen.Constant<Band<decimal>?>(null)), (1, BandGen().Select(band => (Band<decimal>?)band)))
        let plain = new PercentagePrice { Rate = rate, FreeAmount = free }
        select isOfTransactions
            ? plain with { FixedFee = fee, FreeEvents = events, TransactionLimits = limits }
            : plain;

    /// <summary>A least and a most, or a least alone.</summary>
    internal static Gen<Band<decimal>> BandGen() =>
        from one in Amounts
        from other in Amounts
        from isOpen in Coin
        select isOpen ? Band.AtLeast(one) : Band.Between(Math.Min(one, other), Math.Max(one, other));

    private static Gen<CapacityPrice> CapacityGen() =>
        from count in Gen.Choose(1, 3)
        from ends in Gen.CollectToArray(Enumerable.Range(0, count), _ => EndsGen())
        let tiers = ends.Max(one => one.Length)
        from fees in Amounts.ArrayOf(tiers)
        from rise in Coin
        let due = rise ? [.. fees.Order()] : fees
        select RevenueModel.Pricing.PriceModel.Capacity(
            [.. Enumerable.Range(0, count).Select(meter => PricingPlanArbitraries.Meters[meter])],
            [.. Enumerable.Range(0, tiers).Select(tier => CapacityTier.Of(
                due[tier], [.. ends.Select(one => one[Math.Min(tier, one.Length - 1)])]))]);
}
