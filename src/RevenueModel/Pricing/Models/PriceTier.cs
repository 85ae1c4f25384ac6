using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A tier of a price: its end, the price of a unit, and a fee that is due when the tier is reached.</summary>
/// <remarks>
/// Immutable; equal by value. A tier starts at the end of the tier before it. The end belongs to the tier. The default
/// value is the open tier at a price of zero.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PriceTier
{
    private PriceTier(decimal? end, decimal unitPrice, decimal flatFee)
    {
        End = end;
        UnitPrice = unitPrice;
        FlatFee = flatFee;
    }

    /// <summary>Gets the last quantity in the tier, or <see langword="null"/> if it is open.</summary>
    public decimal? End { get; }

    /// <summary>Gets the price of a unit, zero or more.</summary>
    public decimal UnitPrice { get; }

    /// <summary>Gets the fee that is due once when the tier is reached, zero or more.</summary>
    public decimal FlatFee { get; }

    /// <summary>Creates a tier that ends.</summary>
    /// <param name="end">The last quantity in the tier, above zero. For a tier without an end, use
    /// <see cref="Beyond"/>.</param>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <param name="flatFee">The fee due once when the tier is reached, zero or more. Default: zero.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier UpTo(decimal end, decimal unitPrice, decimal flatFee = 0m) =>
        new(RequireEnd(end), Guard.Against.BelowZero(unitPrice), Guard.Against.BelowZero(flatFee));

    /// <summary>Creates a tier that does not end.</summary>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <param name="flatFee">The fee due once when the tier is reached, zero or more. Default: zero.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier Beyond(decimal unitPrice, decimal flatFee = 0m) =>
        new(null, Guard.Against.BelowZero(unitPrice), Guard.Against.BelowZero(flatFee));

    /// <summary>Creates a tier that ends, with a fee and without a price per unit.</summary>
    /// <param name="end">The last quantity in the tier, above zero. For a tier without an end, use
    /// <see cref="FlatBeyond"/>.</param>
    /// <param name="fee">The fee, zero or more.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier FlatUpTo(decimal end, decimal fee) =>
        new(RequireEnd(end, nameof(FlatBeyond)), 0m, Guard.Against.BelowZero(fee));

    /// <summary>Creates a tier that does not end, with a fee and without a price per unit.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">The fee is negative.</exception>
    public static PriceTier FlatBeyond(decimal fee) => new(null, 0m, Guard.Against.BelowZero(fee));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => ToString(Invariant($"{UnitPrice:0.############}"));

    /// <summary>Rejects an end that is zero or less, or that is used for no end.</summary>
    /// <param name="end">The last quantity in the tier.</param>
    /// <param name="open">The method that creates a tier without an end.</param>
    internal static decimal RequireEnd(decimal end, string open = nameof(Beyond)) =>
        Guard.Against.NotPositive(end) < decimal.MaxValue
            ? end
            : throw DomainGuards.OutOfRange(
                nameof(end), end, $"a quantity below the largest decimal (for a tier without end use {open})");

    /// <summary>Returns a readable description with a given text for the price of a unit.</summary>
    internal string ToString(string unitPrice)
    {
        string range = End is { } end ? Invariant($"up to {end:#,0.######}") : "beyond";
        string fee = Invariant($"{FlatFee:#,0.######}");
        return range + (UnitPrice > 0m && FlatFee > 0m ? $" at {unitPrice} + {fee} flat"
            : FlatFee > 0m ? $" for {fee}"
            : $" at {unitPrice}");
    }
}
