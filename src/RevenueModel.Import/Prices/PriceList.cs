using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The price of each product, for the amounts of deals that have none.</summary>
/// <remarks>
/// Immutable; equal if the items are equal, in order. A product is found by its name ignoring case, or else by its
/// name without spaces and punctuation if only one product of the list has that spelling: "GTXPro" finds "GTX Pro".
/// </remarks>
public sealed class PriceList : IEquatable<PriceList>
{
    private readonly Dictionary<string, PriceListItem> _byName;
    private readonly Dictionary<string, PriceListItem?> _bySpelling;

    private PriceList(ValueList<PriceListItem> items)
    {
        Items = items;
        _byName = new Dictionary<string, PriceListItem>(items.Count, StringComparer.OrdinalIgnoreCase);
        _bySpelling = new Dictionary<string, PriceListItem?>(items.Count, StringComparer.Ordinal);
        foreach (PriceListItem item in items)
        {
            if (!_byName.TryAdd(item.Product, item))
            {
                throw new ArgumentException(
                    Invariant($"Product {MessageText.Quote(item.Product)} is duplicated; ")
                        + "one price for each product is expected.",
                    nameof(items));
            }

            string spelling = NameNormalizer.OfValue(item.Product);
            _bySpelling[spelling] = _bySpelling.ContainsKey(spelling) ? null : item;
        }
    }

    /// <summary>Gets the products and prices in order.</summary>
    public ValueList<PriceListItem> Items { get; }

    /// <summary>Creates a list.</summary>
    /// <param name="items">The products and their prices.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">A product is duplicated, ignoring case.</exception>
    public static PriceList Of(params ReadOnlySpan<PriceListItem> items)
    {
        foreach (PriceListItem item in items)
        {
            Guard.Against.Null(item, nameof(items));
        }

        return new PriceList(ValueList.Create(items));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{PriceListItem})"/>
    public static PriceList Of(IEnumerable<PriceListItem> items) => Of(items.AsItems());

    /// <summary>Reads a list from CSV, also compressed with gzip, with a column of products and a column of
    /// prices.</summary>
    /// <param name="stream">The file, from its current position; it is left open.</param>
    /// <param name="options">The options. Columns such as Product, Product Name, Price, List Price, Sales Price and
    /// Unit Price are recognized. Default: everything is detected.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ImportException">A column is missing or duplicated, or a row does not have a product and its
    /// price. A price list is read completely or refused.</exception>
    public static PriceList Read(Stream stream, PriceListOptions? options = null) =>
        PriceListReader.Read(Guard.Against.Null(stream), options ?? PriceListOptions.Default);

    /// <summary>Finds the price of a product: by its name ignoring case, or else by its spelling.</summary>
    /// <param name="product">The name of the product.</param>
    /// <returns>The product and its price, or <see langword="null"/> if the list has neither the name nor exactly one
    /// product with this spelling.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="product"/> is null.</exception>
    public PriceListItem? Find(string product) =>
        _byName.GetValueOrDefault(Guard.Against.Null(product))
        ?? _bySpelling.GetValueOrDefault(NameNormalizer.OfValue(product));

    /// <summary>Returns whether both lists have equal items in the same order.</summary>
    /// <param name="other">The other list; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(PriceList? other) => other is not null && Items == other.Items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceList);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.GetHashCode();

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join(", ", Items);
}
