using Ardalis.GuardClauses;
using RevenueModel.Primitives;

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

    /// <summary>Creates a price of one fee, whatever the quantity.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <param name="atZero">Whether it is due where nothing was used; it is unless said.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static TieredPrice Flat(decimal fee, ZeroUsage atZero = ZeroUsage.FirstFlatFee) =>
        TieredPrice.Of(TieredPriceKind.Flat, atZero, PriceTier.FlatBeyond(fee));

    /// <summary>Creates a price that is the same for every unit.</summary>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <exception cref="ArgumentException">The price is negative.</exception>
    public static TieredPrice PerUnit(decimal unitPrice) =>
        TieredPrice.Of(TieredPriceKind.PerUnit, ZeroUsage.FirstFlatFee, PriceTier.Beyond(unitPrice));

    /// <summary>Creates a price of each unit at the price of the tier that it lies in; the flat fees of all tiers
    /// reached add up.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static TieredPrice Graduated(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Graduated, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="Graduated(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice Graduated(IEnumerable<PriceTier> tiers) => Graduated(tiers.AsItems());

    /// <summary>Creates a price of all units at the price of the tier that the quantity lies in, and the flat fee of
    /// that tier alone.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static TieredPrice Volume(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Volume, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="Volume(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice Volume(IEnumerable<PriceTier> tiers) => Volume(tiers.AsItems());

    /// <summary>Creates a price of the fee of the tier that the quantity lies in, and nothing per unit.</summary>
    /// <param name="tiers">The tiers in order, without unit prices.</param>
    /// <exception cref="ArgumentException">There is no tier, they are out of order, or one has a unit price.</exception>
    public static TieredPrice Stairstep(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Stairstep, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="Stairstep(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice Stairstep(IEnumerable<PriceTier> tiers) => Stairstep(tiers.AsItems());

    /// <summary>Creates a price of an amount (of payments, say): each part at the percentage of the tier that it lies
    /// in; the flat fees of all tiers reached add up.</summary>
    /// <param name="tiers">The tiers in order; the price of a unit is a fraction of it, such as 0.029.</param>
    /// <exception cref="ArgumentException">There is no tier, they are out of order, or a price is no fraction.</exception>
    public static TieredPrice GraduatedPercentage(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.GraduatedPercentage, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="GraduatedPercentage(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice GraduatedPercentage(IEnumerable<PriceTier> tiers) => GraduatedPercentage(tiers.AsItems());

    /// <summary>Creates a price for each package of units; a partial package is billed as a whole one.</summary>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="freeUnits">The units that come off first, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackagePrice Package(decimal size, decimal price, decimal freeUnits = 0m) =>
        PackagePrice.Of(freeUnits, PackageTier.Beyond(size, price));

    /// <summary>Creates a price for each package of units, with its own packages in each tier; a partial package is
    /// billed as a whole one.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static PackagePrice Packages(params ReadOnlySpan<PackageTier> tiers) => PackagePrice.Of(0m, tiers);

    /// <inheritdoc cref="Packages(ReadOnlySpan{PackageTier})"/>
    public static PackagePrice Packages(IEnumerable<PackageTier> tiers) => Packages(tiers.AsItems());

    /// <summary>Creates a price of a percentage of an amount.</summary>
    /// <param name="rate">The share of the amount, a fraction, such as 0.029.</param>
    /// <exception cref="ArgumentException">The rate is no fraction.</exception>
    /// <remarks>Free amounts and events, fees and limits for each transaction are properties of the result.</remarks>
    public static PercentagePrice Percentage(decimal rate) => new() { Rate = Guard.Against.NotFraction(rate) };

    /// <summary>Creates a price of the fee of the first tier whose limits all meters keep: the worst meter
    /// decides.</summary>
    /// <param name="meters">The meters, at least one.</param>
    /// <param name="tiers">The tiers in order, each with a limit for every meter, no limit below that of the tier
    /// before.</param>
    /// <exception cref="ArgumentException">There is no meter or tier, a meter is duplicated, or limits are missing or
    /// fall.</exception>
    public static CapacityPrice Capacity(ReadOnlySpan<string> meters, params ReadOnlySpan<CapacityTier> tiers) =>
        CapacityPrice.Of(meters, tiers);

    /// <inheritdoc cref="Capacity(ReadOnlySpan{string}, ReadOnlySpan{CapacityTier})"/>
    public static CapacityPrice Capacity(IEnumerable<string> meters, params IEnumerable<CapacityTier> tiers) =>
        Capacity(meters.AsItems(), tiers.AsItems());
}

/// <summary>What is due where nothing was used and the first tier has a flat fee.</summary>
public enum ZeroUsage
{
    /// <summary>The flat fee of the first tier. OpenMeter, Lago since June 2026; the default.</summary>
    FirstFlatFee = 0,

    /// <summary>Nothing: the first tier starts with the first unit. Lago until June 2026.</summary>
    Nothing = 1,
}
