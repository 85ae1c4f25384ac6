using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A list of names as one section of a document prints it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SectionList
{
    /// <summary>Gets the section, or the sections with the same list.</summary>
    public required string Section { get; init => field = Guard.Against.Blank(value, nameof(Section)); }

    /// <summary>Gets the names, in the order of the section.</summary>
    public ValueList<string> Names { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Section}: {string.Join(", ", Names)}";
}
