using System.Diagnostics.CodeAnalysis;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The price of each product, to fill the amounts of deals that record none.</summary>
/// <remarks>
/// Immutable; equal when the items are equal, in order. A product is found by its name ignoring case, else by its
/// name without spaces and punctuation where only one product of the list has that spelling: "GTXPro" finds
/// "GTX Pro".
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
                    Invariant($"Product {MessageText.Quote(item.Product)} stands twice; each product of a price list has one price."),
                    nameof(items));
            }

            string spelling = NameNormalizer.OfValue(item.Product);
            _bySpelling[spelling] = _bySpelling.ContainsKey(spelling) ? null : item;
        }
    }

    /// <summary>The products and prices in order.</summary>
    public ValueList<PriceListItem> Items { get; }

    /// <summary>Creates a list.</summary>
    /// <exception cref="ArgumentException">A product stands twice, ignoring case.</exception>
    public static PriceList Of(params ReadOnlySpan<PriceListItem> items)
    {
        foreach (PriceListItem item in items)
        {
            Check.NotNull(item, nameof(items));
        }

        return new PriceList(ValueList.Create(items));
    }

    /// <summary>Reads a list from CSV, also gzipped, with a column of products and one of prices.</summary>
    /// <param name="stream">The file, from its current position; it is left open.</param>
    /// <param name="options">What the caller knows of the file; columns such as Product, Product Name, Price, List
    /// Price, Sales Price and Unit Price are recognised.</param>
    /// <exception cref="ImportException">A column is missing or stands twice, or a row is not a product and its price:
    /// a price list is read whole or not at all.</exception>
    public static PriceList Read(Stream stream, PriceListOptions? options = null) =>
        PriceListReader.Read(Check.NotNull(stream), options ?? PriceListOptions.Default);

    /// <summary>Finds the price of a product.</summary>
    /// <returns>Whether the list has the product under this name, or one product under this spelling.</returns>
    public bool TryFind(string product, [NotNullWhen(true)] out PriceListItem? item)
    {
        Check.NotNull(product);
        return _byName.TryGetValue(product, out item)
            || (_bySpelling.TryGetValue(NameNormalizer.OfValue(product), out item) && item is not null);
    }

    /// <summary>Whether both lists have equal items in the same order.</summary>
    public bool Equals(PriceList? other) => other is not null && Items == other.Items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceList);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.GetHashCode();

    /// <summary>The items in words.</summary>
    public override string ToString() => string.Join(", ", Items);
}
