using Ardalis.GuardClauses;
using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A measure that the variable pay of a published plan is paid on, and its target where that is published.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PublishedMeasure
{
    private PublishedMeasure(CompMeasure measure, Band<decimal>? target)
    {
        Measure = measure;
        Target = target;
    }

    /// <summary>The measure.</summary>
    public CompMeasure Measure { get; }

    /// <summary>The published target, per year, or <see langword="null"/> where none is.</summary>
    public Band<decimal>? Target { get; }

    /// <summary>Creates the pair.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="target">The published target, per year, zero or more. Default: none is published.</param>
    /// <returns>The pair.</returns>
    /// <exception cref="ArgumentException">The target starts below zero.</exception>
    public static PublishedMeasure Of(CompMeasure measure, Band<decimal>? target = null) => new(
        Guard.Against.Null(measure),
        target is { } band ? Guard.Against.BelowZero(band, nameof(target)) : null);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Measure.Name + (Target is { } target ? " " + Format(target) : " (no published target)");

    // A target that is a single figure is written as one, and a ratio as people say it.
    private string Format(Band<decimal> target) => target.Max switch
    {
        null => Measure.Format(target.Min) + "+",
        { } max when max == target.Min => Measure.Format(max),
        { } max => Measure.Format(target.Min) + "-" + Measure.Format(max),
    };
}
