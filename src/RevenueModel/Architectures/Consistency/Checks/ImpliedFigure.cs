using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A figure that follows from printed figures, with its formula.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ImpliedFigure
{
    /// <summary>Gets the name of the figure, such as retention gap.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the value in <see cref="Unit"/>, not rounded; a single number is a band with two equal ends.
    /// <see langword="null"/> if no value satisfies the formula.</summary>
    public Band<decimal>? Value { get; init; }

    /// <summary>Gets the unit of the value. Default: a number.</summary>
    public FigureUnit Unit { get; init => field = Guard.Against.Undefined(value, nameof(Unit)); }

    /// <summary>Gets the formula over the printed figures of the check: <c>{0}</c> is the first of them,
    /// <c>{1:low}</c> the low end of the second, and <c>{1:high}</c> its high end.</summary>
    public required string Formula { get; init => field = Guard.Against.Blank(value, nameof(Formula)); }

    /// <summary>Returns the value with its unit, without the name; "none" if there is no value.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public string Figure() => Value is { } value ? FigureText.Of(value, Unit) : "none";

    /// <summary>Returns the name and the figure.</summary>
    public override string ToString() => Name + ": " + Figure();
}
