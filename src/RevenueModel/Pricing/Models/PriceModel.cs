
namespace RevenueModel.Pricing;

/// <summary>How usage is turned into an amount.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Made by the static methods here. A <see cref="QuantityPrice"/> prices one quantity, a
/// <see cref="PercentagePrice"/> the amounts of transactions, a <see cref="CapacityPrice"/> several meters
/// together.</para>
/// <para>Tiers are ordered by where they end, <c>(previous, upTo]</c>: the thousandth unit is in the tier up to 1,000. A
/// quantity above a last tier that ends is refused.</para>
/// </remarks>
public abstract record PriceModel
{
    private protected PriceModel()
    {
    }

    /// <summary>One fee, whatever the quantity.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <param name="atZero">Whether it is due where nothing was used; it is unless said.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static TieredPrice Flat(decimal fee, ZeroUsage atZero = ZeroUsage.FirstFlatFee) =>
        TieredPrice.Of(TieredPriceKind.Flat, atZero, PriceTier.FlatBeyond(fee));

    /// <summary>The same price for every unit.</summary>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <exception cref="ArgumentException">The price is negative.</exception>
    public static TieredPrice PerUnit(decimal unitPrice) =>
        TieredPrice.Of(TieredPriceKind.PerUnit, ZeroUsage.FirstFlatFee, PriceTier.Beyond(unitPrice));

    /// <summary>Each unit at the price of the tier that it lies in; the flat fees of all tiers reached add up.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static TieredPrice Graduated(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Graduated, ZeroUsage.FirstFlatFee, tiers);

    /// <summary>All units at the price of the tier that the quantity lies in, and the flat fee of that tier alone.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static TieredPrice Volume(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Volume, ZeroUsage.FirstFlatFee, tiers);

    /// <summary>The fee of the tier that the quantity lies in, and nothing per unit.</summary>
    /// <param name="tiers">The tiers in order, without unit prices.</param>
    /// <exception cref="ArgumentException">There is no tier, they are out of order, or one has a unit price.</exception>
    public static TieredPrice Stairstep(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Stairstep, ZeroUsage.FirstFlatFee, tiers);

    /// <summary>Of an amount (of payments, say) each part at the percentage of the tier that it lies in; the flat fees of
    /// all tiers reached add up.</summary>
    /// <param name="tiers">The tiers in order; the price of a unit is a fraction of it, such as 0.029.</param>
    /// <exception cref="ArgumentException">There is no tier, they are out of order, or a price is no fraction.</exception>
    public static TieredPrice GraduatedPercentage(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.GraduatedPercentage, ZeroUsage.FirstFlatFee, tiers);

    /// <summary>A price for each package of units, begun ones whole.</summary>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="freeUnits">The units that come off first, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackagePrice Package(decimal size, decimal price, decimal freeUnits = 0m) =>
        PackagePrice.Of(freeUnits, PackageTier.Beyond(size, price));

    /// <summary>A price for each package of units, begun ones whole, with packages of their own in each tier.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static PackagePrice Packages(params ReadOnlySpan<PackageTier> tiers) => PackagePrice.Of(0m, tiers);

    /// <summary>A percentage of an amount.</summary>
    /// <param name="rate">The share of the amount, a fraction, such as 0.029.</param>
    /// <exception cref="ArgumentException">The rate is no fraction.</exception>
    /// <remarks>Free amounts and events, fees and limits for each transaction are properties of the result.</remarks>
    public static PercentagePrice Percentage(decimal rate) => new() { Rate = rate };

    /// <summary>The fee of the first tier whose limits all meters keep: the worst decides.</summary>
    /// <param name="meters">The meters, at least one.</param>
    /// <param name="tiers">The tiers in order, each with a limit for every meter, no limit below that of the tier
    /// before.</param>
    /// <exception cref="ArgumentException">There is no meter or tier, a meter stands twice, or limits are missing or
    /// fall.</exception>
    public static CapacityPrice Capacity(
        Primitives.ValueList<string> meters,
        params ReadOnlySpan<CapacityTier> tiers) => CapacityPrice.Of(meters, tiers);
}

/// <summary>What is due where nothing was used and the first tier has a flat fee.</summary>
public enum ZeroUsage
{
    /// <summary>The flat fee of the first tier. OpenMeter, Lago since June 2026; the default.</summary>
    FirstFlatFee = 0,

    /// <summary>Nothing: the first tier starts with the first unit. Lago until June 2026.</summary>
    Nothing = 1,
}
