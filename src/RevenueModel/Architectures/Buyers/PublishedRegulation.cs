using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A regulation that drives purchases, and whom or what it obliges.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedRegulation
{
    /// <summary>Gets the name of the regulation.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the sector or the duty, or <see langword="null"/> if none is published.</summary>
    public string? Obliges { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Obliges)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Name + (Obliges is null ? "" : ": " + Obliges);
}
