using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>People of a team who are under the same plan and attain alike.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record TeamMember
{
    /// <summary>The plan of each of them.</summary>
    public required CompPlan Plan { get; init => field = Guard.Against.Null(value, nameof(Plan)); }

    /// <summary>How many they are, one or more; one unless said.</summary>
    public int HeadCount
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(HeadCount));
    } = 1;

    /// <summary>How likely each attainment of theirs is, or <see langword="null"/> where it is the team's.</summary>
    public AttainmentDistribution? Attainment { get; init; }

    /// <summary>The measures that are attained in a way of their own, one of each; the others share
    /// <see cref="Attainment"/>.</summary>
    public ValueList<MeasureAttainment> Measures
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static measure => measure.Measure.Name, nameof(Measures), "measure");
    }

    /// <summary>The people in words.</summary>
    public override string ToString()
    {
        string own = Attainment is { } attainment ? Invariant($"; {attainment}") : "";
        return Invariant($"{HeadCount:#,0} x {Plan.Role}{own}{(Measures.IsEmpty ? "" : "; " + string.Join("; ", Measures))}");
    }
}
