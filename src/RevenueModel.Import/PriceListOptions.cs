using System.Text;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Options for reading a price list. An option that is not set is detected.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PriceListOptions
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static PriceListOptions Default { get; } = new();

    /// <summary>Gets the name of the column of products, or <see langword="null"/> to recognize it.</summary>
    public string? ProductColumn
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(ProductColumn));
    }

    /// <summary>Gets the name of the column of prices, or <see langword="null"/> to recognize it.</summary>
    public string? PriceColumn { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(PriceColumn)); }

    /// <summary>Gets the format of the prices, or <see langword="null"/> to detect it.</summary>
    public NumberFormat? NumberFormat { get; init; }

    /// <summary>Gets the character between fields, or <see langword="null"/> to detect it.</summary>
    public char? Delimiter { get; init => field = Guard.Against.InvalidDelimiter(value, nameof(Delimiter)); }

    /// <summary>Gets the encoding of the file, or <see langword="null"/> for the encoding of its byte order mark, or
    /// else UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"product {ProductColumn ?? "recognized"}; price {PriceColumn ?? "recognized"}; ")
            + Invariant($"numbers {NumberFormat?.ToString() ?? "detected"}");
}
