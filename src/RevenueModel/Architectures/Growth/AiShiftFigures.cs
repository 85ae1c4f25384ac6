using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The published shift of a market to AI: capabilities, products and what the AI needs.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AiShiftFigures
{
    /// <summary>Gets the capabilities.</summary>
    public ValueList<string> Capabilities { get; init; }

    /// <summary>Gets the products that have them.</summary>
    public ValueList<string> Products { get; init; }

    /// <summary>Gets the integration that AI needs.</summary>
    public ValueList<string> Needs { get; init; }

    /// <summary>Gets what it adds beside more revenue per account.</summary>
    public string? Adds { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Adds)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        string.Join(", ", Capabilities);
}
