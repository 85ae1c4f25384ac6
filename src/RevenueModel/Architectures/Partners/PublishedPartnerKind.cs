using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A kind of partner that a document names: what it does and who belongs to it, by section.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedPartnerKind
{
    /// <summary>Gets the name of the kind.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets what partners of the kind do, or <see langword="null"/> if it is not published.</summary>
    public string? Does { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Does)); }

    /// <summary>Gets the number of partners that the name itself states, one or more: 4 for Big-4.
    /// <see langword="null"/> if it states none.</summary>
    public int? CountInName { get; init => field = Guard.Against.BelowOne(value, nameof(CountInName)); }

    /// <summary>Gets the partners by section; the sections can differ.</summary>
    public ValueList<SectionList> Lists { get; init; }

    /// <summary>Gets the vendors in whose products the partners specialize.</summary>
    public ValueList<string> Practices { get; init; }

    /// <summary>Gets the names of the partner programs.</summary>
    public ValueList<string> Programs { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Name}: {string.Join("; ", Lists)}";
}
