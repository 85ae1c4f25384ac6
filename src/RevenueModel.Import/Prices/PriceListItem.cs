using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A product and its price.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PriceListItem
{
    private PriceListItem(string product, decimal price)
    {
        Product = product;
        Price = price;
    }

    /// <summary>Gets the name of the product.</summary>
    public string Product { get; }

    /// <summary>Gets the price per year.</summary>
    public decimal Price { get; }

    /// <summary>Creates an item.</summary>
    /// <param name="product">The name of the product.</param>
    /// <param name="price">The price per year, zero or more.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is empty, or <paramref name="price"/> is
    /// negative.</exception>
    public static PriceListItem Of(string product, decimal price) =>
        new(Guard.Against.Blank(product), Guard.Against.BelowZero(price));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Product} {Price:#,0.##}");
}
