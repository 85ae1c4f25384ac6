
namespace RevenueModel.Import;

/// <summary>A product and its price.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PriceListItem
{
    /// <summary>Creates an item.</summary>
    /// <param name="product">The name of the product.</param>
    /// <param name="price">Its price a year, zero or more.</param>
    /// <exception cref="ArgumentException"><paramref name="product"/> is empty, or <paramref name="price"/> is
    /// negative.</exception>
    public PriceListItem(string product, decimal price)
    {
        Product = Check.Text(product);
        Price = price >= 0m
            ? price
            : throw new ArgumentOutOfRangeException(
                nameof(price), Invariant($"price was {price}; zero or more is expected."));
    }

    /// <summary>The name of the product.</summary>
    public string Product { get; }

    /// <summary>Its price a year.</summary>
    public decimal Price { get; }

    /// <summary>The item in words.</summary>
    public override string ToString() => Invariant($"{Product} {Price:#,0.##}");
}
