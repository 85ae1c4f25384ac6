using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A rule that turns usage into an amount.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Created by the static methods of this type. A <see cref="QuantityPrice"/> prices
/// one quantity, a <see cref="PercentagePrice"/> the amounts of transactions, and a <see cref="CapacityPrice"/>
/// several meters together.</para>
/// <para>Tiers are ordered by their ends, <c>(previous, upTo]</c>: the thousandth unit is in the tier up to 1,000. A
/// quantity above the last tier is refused if that tier has an end.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public abstract record PriceModel
{
    private protected PriceModel()
    {
    }

    /// <summary>Creates a price of one fee for any quantity.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <param name="atZero">The amount due without usage. Default: the fee.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static TieredPrice Flat(decimal fee, ZeroUsage atZero = ZeroUsage.FirstFlatFee) =>
        TieredPrice.Of(TieredPriceKind.Flat, atZero, PriceTier.FlatBeyond(fee));

    /// <summary>Creates a price that is the same for each unit.</summary>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">The price is negative.</exception>
    public static TieredPrice PerUnit(decimal unitPrice) =>
        TieredPrice.Of(TieredPriceKind.PerUnit, ZeroUsage.FirstFlatFee, PriceTier.Beyond(unitPrice));

    /// <summary>Creates a price in which each unit has the price of its tier. The flat fees of all tiers reached are
    /// added.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    /// <example><code>
    /// TieredPrice price = PriceModel.Graduated(PriceTier.UpTo(1_000m, 0.10m), PriceTier.Beyond(0.08m));
    /// Console.WriteLine(RatingCalculator.Amount(price, 1_500m)); // 140.00
    /// </code></example>
    public static TieredPrice Graduated(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Graduated, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="Graduated(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice Graduated(IEnumerable<PriceTier> tiers) => Graduated(tiers.AsItems());

    /// <summary>Creates a price in which all units have the price of the tier in which the quantity lies. Only the
    /// flat fee of that tier is due.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static TieredPrice Volume(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Volume, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="Volume(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice Volume(IEnumerable<PriceTier> tiers) => Volume(tiers.AsItems());

    /// <summary>Creates a price that is the fee of the tier in which the quantity lies, without a price per
    /// unit.</summary>
    /// <param name="tiers">The tiers in order, without unit prices.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no tier, they are out of order, or one has a unit
    /// price.</exception>
    public static TieredPrice Stairstep(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.Stairstep, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="Stairstep(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice Stairstep(IEnumerable<PriceTier> tiers) => Stairstep(tiers.AsItems());

    /// <summary>Creates a price of an amount, such as an amount of payments. Each part has the percentage of its tier.
    /// The flat fees of all tiers reached are added.</summary>
    /// <param name="tiers">The tiers in order. The price of a unit is a fraction of it, such as 0.029.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no tier, they are out of order, or a price is not between 0 and
    /// 1.</exception>
    public static TieredPrice GraduatedPercentage(params ReadOnlySpan<PriceTier> tiers) =>
        TieredPrice.Of(TieredPriceKind.GraduatedPercentage, ZeroUsage.FirstFlatFee, tiers);

    /// <inheritdoc cref="GraduatedPercentage(ReadOnlySpan{PriceTier})"/>
    public static TieredPrice GraduatedPercentage(IEnumerable<PriceTier> tiers) =>
        GraduatedPercentage(tiers.AsItems());

    /// <summary>Creates a price for each package of units; a partial package is billed as a whole one.</summary>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="freeUnits">The units that are deducted first, zero or more. Default: zero.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackagePrice Package(decimal size, decimal price, decimal freeUnits = 0m) =>
        PackagePrice.Of(freeUnits, PackageTier.Beyond(size, price));

    /// <summary>Creates a price for each package of units, with different packages in each tier. A partial package is
    /// billed as a whole one.</summary>
    /// <param name="tiers">The tiers in order.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no tier, or they are out of order.</exception>
    public static PackagePrice Packages(params ReadOnlySpan<PackageTier> tiers) => PackagePrice.Of(0m, tiers);

    /// <inheritdoc cref="Packages(ReadOnlySpan{PackageTier})"/>
    public static PackagePrice Packages(IEnumerable<PackageTier> tiers) => Packages(tiers.AsItems());

    /// <summary>Creates a price of a percentage of an amount.</summary>
    /// <param name="rate">The share of the amount, between 0 and 1, such as 0.029.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">The rate is not between 0 and 1.</exception>
    /// <remarks>Free amounts and events, fees and limits for each transaction are properties of the result.</remarks>
    public static PercentagePrice Percentage(decimal rate) => new() { Rate = Guard.Against.NotFraction(rate) };

    /// <summary>Creates a price that is the fee of the first tier whose limits no meter exceeds.</summary>
    /// <param name="meters">The names of the meters, at least one.</param>
    /// <param name="tiers">The tiers in order, each with a limit for every meter. No limit is below that of the tier
    /// before.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">There is no meter or tier, a meter is duplicated, or limits are missing or
    /// descend.</exception>
    public static CapacityPrice Capacity(ReadOnlySpan<string> meters, params ReadOnlySpan<CapacityTier> tiers) =>
        CapacityPrice.Of(meters, tiers);

    /// <inheritdoc cref="Capacity(ReadOnlySpan{string}, ReadOnlySpan{CapacityTier})"/>
    public static CapacityPrice Capacity(IEnumerable<string> meters, params IEnumerable<CapacityTier> tiers) =>
        Capacity(meters.AsItems(), tiers.AsItems());
}

/// <summary>The amount due without usage if the first tier has a flat fee.</summary>
public enum ZeroUsage
{
    /// <summary>The flat fee of the first tier. OpenMeter, and Lago since June 2026. The default.</summary>
    FirstFlatFee = 0,

    /// <summary>Zero. The first tier starts with the first unit. Lago until June 2026.</summary>
    Nothing = 1,
}
