using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A tier of a <see cref="PackagePrice"/>: its end, the size of its packages and their price.</summary>
/// <remarks>
/// Immutable; equal by value. A tier starts at the end of the tier before it. The end belongs to the tier. The default
/// value is the open tier of single units at a price of zero.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets the last quantity in the tier, or <see langword="null"/> if it is open.</summary>
    public decimal? End { get; }

    /// <summary>Gets the units in a package, above zero.</summary>
    public decimal Size => _sizeLessOne + 1m;

    /// <summary>Gets the price of a package, zero or more.</summary>
    public decimal Price { get; }

    /// <summary>Gets the fee that is due once when the tier is reached, zero or more.</summary>
    public decimal FlatFee { get; }

    /// <summary>Creates a tier that ends.</summary>
    /// <param name="end">The last quantity in the tier, above zero. For a tier without an end, use
    /// <see cref="Beyond"/>.</param>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="flatFee">The fee due once when the tier is reached, zero or more. Default: zero.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackageTier UpTo(decimal end, decimal size, decimal price, decimal flatFee = 0m) =>
        new(PriceTier.RequireEnd(end), size, price, flatFee);

    /// <summary>Creates a tier that does not end.</summary>
    /// <param name="size">The units in a package, above zero.</param>
    /// <param name="price">The price of a package, zero or more.</param>
    /// <param name="flatFee">The fee due once when the tier is reached, zero or more. Default: zero.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static PackageTier Beyond(decimal size, decimal price, decimal flatFee = 0m) =>
        new(null, size, price, flatFee);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string range = End is { } end ? Invariant($"up to {end:#,0.######}") : "beyond";
        string fee = FlatFee > 0m ? Invariant($" + {FlatFee:#,0.######} flat") : "";
        return range + Invariant($" at {Price:0.############} for {Size:#,0.######}") + fee;
    }

    /// <summary>Returns the number of packages for a quantity in the tier; a partial package counts as a whole
    /// one.</summary>
    internal decimal PackagesFor(decimal quantity)
    {
        decimal size = Size;
        decimal rest = quantity % size; // a remainder is exact, a quotient is not
        return decimal.Round((quantity - rest) / size) + (rest > 0m ? 1m : 0m);
    }
}
