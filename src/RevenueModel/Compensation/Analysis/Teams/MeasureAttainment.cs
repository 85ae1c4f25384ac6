using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A measure with its own distribution of attainment, independent of the other measures.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MeasureAttainment
{
    private MeasureAttainment(CompMeasure measure, AttainmentDistribution attainment)
    {
        Measure = measure;
        Attainment = attainment;
    }

    /// <summary>Gets the measure.</summary>
    public CompMeasure Measure { get; }

    /// <summary>Gets the distribution of its attainment.</summary>
    public AttainmentDistribution Attainment { get; }

    /// <summary>Creates the pair.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="attainment">The distribution of its attainment.</param>
    /// <returns>The pair.</returns>
    /// <exception cref="ArgumentNullException">The measure or the distribution is null.</exception>
    public static MeasureAttainment Of(CompMeasure measure, AttainmentDistribution attainment) =>
        new(Guard.Against.Null(measure), Guard.Against.Null(attainment));

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Measure.Name}: {Attainment}");
}
