using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A measure of the variable pay of a published plan, and its target if it is published.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedMeasure
{
    private PublishedMeasure(CompMeasure measure, Band<decimal>? target)
    {
        Measure = measure;
        Target = target;
    }

    /// <summary>Gets the measure.</summary>
    public CompMeasure Measure { get; }

    /// <summary>Gets the published target per year, or <see langword="null"/> if none is published.</summary>
    public Band<decimal>? Target { get; }

    /// <summary>Creates a published measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="target">The published target per year, zero or more. Default: none.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentException">The target starts below zero.</exception>
    public static PublishedMeasure Of(CompMeasure measure, Band<decimal>? target = null) => new(
        Guard.Against.Null(measure),
        target is { } band ? Guard.Against.BelowZero(band, nameof(target)) : null);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Measure.Name + (Target is { } target ? " " + Format(target) : " (no published target)");

    // A target with a single figure is written as one, and a ratio as a percentage.
    private string Format(Band<decimal> target) => target.Max switch
    {
        null => Measure.Format(target.Min) + "+",
        { } max when max == target.Min => Measure.Format(max),
        { } max => Measure.Format(target.Min) + "-" + Measure.Format(max),
    };
}
