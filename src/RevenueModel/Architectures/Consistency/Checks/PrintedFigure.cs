using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A figure or a wording as an architecture states it, with its citation.</summary>
/// <remarks>Immutable; equal by value. A figure without value and text is not published.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PrintedFigure
{
    /// <summary>Gets the name of the figure, such as win rate.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the value in <see cref="Unit"/>; a single number is a band with two equal ends.
    /// <see langword="null"/> if there is no number.</summary>
    public Band<decimal>? Value { get; init; }

    /// <summary>Gets the unit of the value. Default: a number.</summary>
    public FigureUnit Unit { get; init => field = Guard.Against.Undefined(value, nameof(Unit)); }

    /// <summary>Gets the wording, such as the names of a list, or <see langword="null"/> if the number says
    /// all.</summary>
    public string? Text { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Text)); }

    /// <summary>Gets the document and section of the figure.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the value with its unit and the wording, without the name; "not published" if there is
    /// neither.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public string Figure() => (Value, Text) switch
    {
        ({ } value, null) => FigureText.Of(value, Unit),
        ({ } value, { } text) => Invariant($"{FigureText.Of(value, Unit)} ({text})"),
        (null, { } text) => text,
        _ => "not published",
    };

    /// <summary>Returns the name and the figure.</summary>
    public override string ToString() => Name + ": " + Figure();
}
