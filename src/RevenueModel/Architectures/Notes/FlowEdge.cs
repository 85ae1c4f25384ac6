using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>An arrow of a published diagram.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FlowEdge
{
    /// <summary>Gets the box that the arrow leaves.</summary>
    public required string From { get; init => field = Guard.Against.Blank(value, nameof(From)); }

    /// <summary>Gets the box that it leads to.</summary>
    public required string To { get; init => field = Guard.Against.Blank(value, nameof(To)); }

    /// <summary>Gets the answer that the arrow is for, or <see langword="null"/> if it has no label.</summary>
    public string? Label { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Label)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{From} -> {To}{(Label is null ? "" : $" ({Label})")}";
}
