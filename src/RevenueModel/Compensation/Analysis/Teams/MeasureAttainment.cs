using Ardalis.GuardClauses;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A measure that is attained in its own way, independently of the others.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record MeasureAttainment
{
    private MeasureAttainment(CompMeasure measure, AttainmentDistribution attainment)
    {
        Measure = measure;
        Attainment = attainment;
    }

    /// <summary>The measure.</summary>
    public CompMeasure Measure { get; }

    /// <summary>How likely each attainment of it is.</summary>
    public AttainmentDistribution Attainment { get; }

    /// <summary>Creates the pair.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="attainment">The distribution of its attainment.</param>
    /// <returns>The pair.</returns>
    public static MeasureAttainment Of(CompMeasure measure, AttainmentDistribution attainment) =>
        new(Guard.Against.Null(measure), Guard.Against.Null(attainment));

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Measure.Name}: {Attainment}");
}
