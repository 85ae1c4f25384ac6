using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A tier of a <see cref="PackagePrice"/>: where it ends, how large its packages are and what one costs.</summary>
/// <remarks>Immutable; equal by value. It starts where the tier before it ends, and the end belongs to it. The default value
/// is the open tier of single units that cost nothing.</remarks>
public readonly record struct PackageTier
{
    private readonly decimal _sizeLessOne; // so that the default value has packages of one

    private PackageTier(decimal? end, decimal size, decimal price, decimal flatFee)
    {
        End = end;
        _sizeLessOne = Guard.Against.NotPositive(size) - 1m;
        Price = Guard.Against.BelowZero(price);
        FlatFee = Guard.Against.BelowZero(flatFee);
    }

    /// <summary>The last quantity in the tier, or <see langword="null"/> where it is open.</summary>
    public decimal? End { get; }

    /// <summary>The units in a package, above zero.</summary>
    public decimal Size => _sizeLessOne + 1m;

    /// <summary>The price of a package, zero or more.</summary>
    public decimal Price { get; }

    /// <summary>The fee that is due once, on reaching the tier, zero or more.</summary>
    public decimal FlatFee { get; }

    /// <summary>Creates a tier that ends.</summary>
    /// <param name="end">The last quantity in it, above zero; for a tier without end use <see cref="Beyond"/>.</param>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="flatFee">The fee due once on reaching it, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackageTier UpTo(decimal end, decimal size, decimal price, decimal flatFee = 0m) =>
        new(PriceTier.RequireEnd(end), size, price, flatFee);

    /// <summary>Creates a tier that does not end.</summary>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="flatFee">The fee due once on reaching it, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackageTier Beyond(decimal size, decimal price, decimal flatFee = 0m) =>
        new(null, size, price, flatFee);

    /// <summary>The tier in words.</summary>
    public override string ToString() => Invariant(
        $"{(End is { } end ? Invariant($"up to {end:#,0.######}") : "beyond")} at {Price:0.############} for {Size:#,0.######}{(FlatFee > 0m ? Invariant($" + {FlatFee:#,0.######} flat") : "")}");

    /// <summary>The packages that a quantity of the tier takes, begun ones whole.</summary>
    internal decimal PackagesFor(decimal quantity)
    {
        decimal size = Size;
        decimal rest = quantity % size; // a remainder is exact, which a quotient is not
        return decimal.Round((quantity - rest) / size) + (rest > 0m ? 1m : 0m);
    }
}
