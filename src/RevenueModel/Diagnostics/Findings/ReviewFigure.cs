using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A figure that a finding rests on: a name, a value or band, and a unit.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReviewFigure
{
    private ReviewFigure(string name, Band<decimal> value, FigureUnit unit)
    {
        Name = name;
        Value = value;
        Unit = unit;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the value, in the unit; both ends are equal for a single value.</summary>
    public Band<decimal> Value { get; }

    /// <summary>Gets the unit.</summary>
    public FigureUnit Unit { get; }

    /// <summary>Creates a figure with one value.</summary>
    /// <param name="name">The name; not blank.</param>
    /// <param name="value">The value, in the unit.</param>
    /// <param name="unit">The unit. Default: a plain number.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the unit is not defined.</exception>
    public static ReviewFigure Of(string name, decimal value, FigureUnit unit = FigureUnit.Number) =>
        Of(name, Band.Between(value, value), unit);

    /// <summary>Creates a figure with a band of values.</summary>
    /// <param name="name">The name; not blank.</param>
    /// <param name="value">The band, in the unit.</param>
    /// <param name="unit">The unit. Default: a plain number.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the unit is not defined.</exception>
    public static ReviewFigure Of(string name, Band<decimal> value, FigureUnit unit = FigureUnit.Number) =>
        new(Guard.Against.Blank(name), value, Guard.Against.Undefined(unit));

    /// <summary>Returns the name and the value with its unit, the same in every culture.</summary>
    public override string ToString() => Name + ": " + FigureText.Of(Value, Unit);
}
