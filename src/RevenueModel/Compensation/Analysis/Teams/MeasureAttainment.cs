using Ardalis.GuardClauses;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A measure that is attained in its own way, independently of the others.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record MeasureAttainment
{
    /// <summary>Creates the pair.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="attainment">How likely each attainment of it is.</param>
    public MeasureAttainment(CompMeasure measure, AttainmentDistribution attainment)
    {
        Measure = Guard.Against.Null(measure);
        Attainment = Guard.Against.Null(attainment);
    }

    /// <summary>The measure.</summary>
    public CompMeasure Measure { get; }

    /// <summary>How likely each attainment of it is.</summary>
    public AttainmentDistribution Attainment { get; }

    /// <summary>The pair in words.</summary>
    public override string ToString() => Invariant($"{Measure.Name}: {Attainment}");
}
