using System.Text;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>What the caller knows of a file of prices. Whatever is left out is recognized or detected.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PriceListOptions
{
    /// <summary>Options that state nothing.</summary>
    public static PriceListOptions Default { get; } = new();

    /// <summary>The name of the column of products.</summary>
    public string? ProductColumn
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(ProductColumn));
    }

    /// <summary>The name of the column of prices.</summary>
    public string? PriceColumn { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(PriceColumn)); }

    /// <summary>The format of the prices.</summary>
    public NumberFormat? NumberFormat { get; init; }

    /// <summary>The character between fields.</summary>
    public char? Delimiter { get; init => field = Guard.Against.InvalidDelimiter(value, nameof(Delimiter)); }

    /// <summary>The encoding of the file.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The options in words.</summary>
    public override string ToString() =>
        Invariant($"product {ProductColumn ?? "recognized"}; price {PriceColumn ?? "recognized"}; numbers {NumberFormat?.ToString() ?? "detected"}");
}
