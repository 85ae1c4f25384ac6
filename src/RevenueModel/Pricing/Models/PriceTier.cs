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
        UnitPrice = Guard.Against.BelowZero(unitPrice);
        FlatFee = Guard.Against.BelowZero(flatFee);
    }

    /// <summary>The last quantity in the tier, or <see langword="null"/> where it is open.</summary>
    public decimal? End { get; }

    /// <summary>The price of a unit, zero or more.</summary>
    public decimal UnitPrice { get; }

    /// <summary>The fee that is due once, on reaching the tier, zero or more.</summary>
    public decimal FlatFee { get; }

    /// <summary>A tier that ends.</summary>
    /// <param name="end">The last quantity in it, above zero.</param>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <param name="flatFee">The fee due once on reaching it, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier UpTo(decimal end, decimal unitPrice, decimal flatFee = 0m) =>
        new(Guard.Against.NotPositive(end), unitPrice, flatFee);

    /// <summary>A tier that does not end.</summary>
    /// <param name="unitPrice">The price of a unit, zero or more.</param>
    /// <param name="flatFee">The fee due once on reaching it, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier Beyond(decimal unitPrice, decimal flatFee = 0m) => new(null, unitPrice, flatFee);

    /// <summary>A tier that ends, with a fee and no price for units.</summary>
    /// <param name="end">The last quantity in it, above zero.</param>
    /// <param name="fee">The fee, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PriceTier FlatUpTo(decimal end, decimal fee) => UpTo(end, unitPrice: 0m, fee);

    /// <summary>A tier that does not end, with a fee and no price for units.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <exception cref="ArgumentException">The fee is negative.</exception>
    public static PriceTier FlatBeyond(decimal fee) => Beyond(unitPrice: 0m, fee);

    /// <summary>The tier in words.</summary>
    public override string ToString() => ToString(Invariant($"{UnitPrice:0.############}"));

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
