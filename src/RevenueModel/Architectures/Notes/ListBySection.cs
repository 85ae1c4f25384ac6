using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A list that several sections of one document print differently.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ListBySection
{
    /// <summary>Gets what is listed.</summary>
    public required string Subject { get; init => field = Guard.Against.Blank(value, nameof(Subject)); }

    /// <summary>Gets the lists by section, in the order of the document.</summary>
    public ValueList<SectionList> Lists { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Subject}: {string.Join("; ", Lists)}";
}
