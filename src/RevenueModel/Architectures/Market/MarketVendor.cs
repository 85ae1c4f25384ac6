using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A vendor of a market with what is published about it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MarketVendor
{
    /// <summary>Gets the name of the vendor or of its product.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the names of its products.</summary>
    public ValueList<string> Products { get; init; }

    /// <summary>Gets the disclosed ARR, zero or more. An open band is a figure with a plus.</summary>
    public Band<decimal>? Arr
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Arr)) : null;
    }

    /// <summary>Gets the valuation, zero or more. An open band is a figure with a plus.</summary>
    public Band<decimal>? Valuation
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Valuation)) : null;
    }

    /// <summary>Gets whether ARR and valuation are approximate. Default: <see langword="false"/>.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Gets the status of the company, such as a planned listing.</summary>
    public string? Status { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Status)); }

    /// <summary>Gets the symbol under which its shares are listed.</summary>
    public string? Ticker { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Ticker)); }

    /// <summary>Gets the former name.</summary>
    public string? FormerName { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(FormerName)); }

    /// <summary>Gets the acquired product that it is built on.</summary>
    public string? BuiltOn { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(BuiltOn)); }

    /// <summary>Gets the companies that it acquired.</summary>
    public ValueList<VendorAcquisition> Acquisitions { get; init; }

    /// <summary>Gets the companies that own it as a joint venture.</summary>
    public ValueList<string> JointVentureOf { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Name + (Products.IsEmpty ? "" : $": {string.Join(", ", Products)}")
            + (Arr is { } arr ? Invariant($", ARR {arr}") : "")
            + (Valuation is { } valuation ? Invariant($", valuation {valuation}") : "");
}
