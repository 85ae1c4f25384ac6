using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>People of a team who have the same plan and the same distribution of attainment.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TeamMember
{
    /// <summary>Gets the plan of each person.</summary>
    public required CompPlan Plan { get; init => field = Guard.Against.Null(value, nameof(Plan)); }

    /// <summary>Gets the number of people; one or more. Default: one.</summary>
    public int HeadCount
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(HeadCount));
    } = 1;

    /// <summary>Gets the distribution of their attainment. Default: <see langword="null"/>, the distribution of the
    /// team.</summary>
    public AttainmentDistribution? Attainment { get; init; }

    /// <summary>Gets the measures with their own distribution of attainment, each at most once. The others share
    /// <see cref="Attainment"/>. Default: none.</summary>
    public ValueList<MeasureAttainment> Measures
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static measure => measure.Measure.Name, nameof(Measures), "measure");
    }

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string own = Attainment is { } attainment ? Invariant($"; {attainment}") : "";
        return Invariant($"{HeadCount:#,0} x {Plan.Role}{own}")
            + (Measures.IsEmpty ? "" : "; " + string.Join("; ", Measures));
    }
}
