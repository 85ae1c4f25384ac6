using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A published figure as another section of the same document prints it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FigureRestatement
{
    /// <summary>Gets what the figure belongs to: a segment, a role, or the architecture.</summary>
    public required string Subject { get; init => field = Guard.Against.Blank(value, nameof(Subject)); }

    /// <summary>Gets the name of the property that carries the figure, such as <c>Acv</c>.</summary>
    public required string Figure { get; init => field = Guard.Against.Blank(value, nameof(Figure)); }

    /// <summary>Gets the other value, in the unit of the property and zero or more, or <see langword="null"/> if only
    /// the wording differs.</summary>
    public Band<decimal>? Value
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Value)) : null;
    }

    /// <summary>Gets the other wording, or <see langword="null"/> if only the value differs.</summary>
    public string? Text { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Text)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Subject}.{Figure}, restated: {Value}{(Value is null || Text is null ? "" : ", ")}{Text}");
}
