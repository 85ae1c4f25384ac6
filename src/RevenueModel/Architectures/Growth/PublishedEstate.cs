using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A kind of customer and the number of its sites.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedEstate
{
    /// <summary>Gets the kind of customer.</summary>
    public required string Owner { get; init => field = Guard.Against.Blank(value, nameof(Owner)); }

    /// <summary>Gets the number of sites, one or more, or <see langword="null"/> if only words are
    /// published.</summary>
    public int? Sites { get; init => field = Guard.Against.BelowOne(value, nameof(Sites)); }

    /// <summary>Gets the number in the words of the document.</summary>
    public string? Text { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Text)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Owner}: {Sites}{Text}");
}
