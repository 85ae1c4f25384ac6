using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A tier of a price: where it ends, the price of a unit in it, and a fee that is due on reaching it.</summary>
/// <remarks>Immutable; equal by value. It starts where the tier before it ends, and the end belongs to it. The default value
/// is the open tier that costs nothing.</remarks>
public readonly record struct PriceTier
{
    private PriceTier(decimal? end, decimal unitPrice, decimal flatFee)
    {
        End = end;
        UnitPrice = unitPrice;
        FlatFee = flatFee;
    }

    /// <summary>The last quantity in the tier, or <see langword="null"/> where it is open.</summary>
    public decimal? End { get; }

    /// <summary>The price of a unit, zero or more.</summary>
    public decimal UnitPrice { get; }

    /// <summary>The fee that is due once, on reaching the tier, zero or more.</summary>
    public decimal FlatFee { get; }

    /// <summary>Creates a tier that ends.</summary>
    /// <param name="end">The last quantity in it, above zero; for a tier without end use <see cref="Beyond"/>.</param>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <param name="flatFee">The fee due once on reaching it, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier UpTo(decimal end, decimal unitPrice, decimal flatFee = 0m) =>
        new(RequireEnd(end), Guard.Against.BelowZero(unitPrice), Guard.Against.BelowZero(flatFee));

    /// <summary>Creates a tier that does not end.</summary>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <param name="flatFee">The fee due once on reaching it, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier Beyond(decimal unitPrice, decimal flatFee = 0m) =>
        new(null, Guard.Against.BelowZero(unitPrice), Guard.Against.BelowZero(flatFee));

    /// <summary>Creates a tier that ends, with a fee and no price for units.</summary>
    /// <param name="end">The last quantity in it, above zero; for a tier without end use
    /// <see cref="FlatBeyond"/>.</param>
    /// <param name="fee">The fee, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier FlatUpTo(decimal end, decimal fee) =>
        new(RequireEnd(end, nameof(FlatBeyond)), 0m, Guard.Against.BelowZero(fee));

    /// <summary>Creates a tier that does not end, with a fee and no price for units.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <exception cref="ArgumentException">The fee is negative.</exception>
    public static PriceTier FlatBeyond(decimal fee) => new(null, 0m, Guard.Against.BelowZero(fee));

    /// <summary>The tier in words.</summary>
    public override string ToString() => ToString(Invariant($"{UnitPrice:0.############}"));

    /// <summary>Refuses an end that is zero or less, or that stands for no end.</summary>
    /// <param name="end">The last quantity in the tier.</param>
    /// <param name="open">The method that creates a tier without end.</param>
    internal static decimal RequireEnd(decimal end, string open = nameof(Beyond)) =>
        Guard.Against.NotPositive(end) < decimal.MaxValue
            ? end
            : throw DomainGuards.OutOfRange(nameof(end), end, $"a quantity below the largest decimal (for a tier without end use {open})");

    /// <summary>The tier in words, with the price of a unit in words of its own.</summary>
    internal string ToString(string unitPrice)
    {
        string range = End is { } end ? Invariant($"up to {end:#,0.######}") : "beyond";
        string fee = Invariant($"{FlatFee:#,0.######}");
        return range + (UnitPrice > 0m && FlatFee > 0m ? $" at {unitPrice} + {fee} flat"
            : FlatFee > 0m ? $" for {fee}"
            : $" at {unitPrice}");
    }
}
