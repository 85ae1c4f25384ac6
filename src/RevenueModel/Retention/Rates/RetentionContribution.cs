using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The part of a group or of an account in the NRR of a closed cohort.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionContribution
{
    internal RetentionContribution(
        string? name, string? segment, long count, decimal opening, decimal ending, decimal cohortOpening)
    {
        Name = name;
        Segment = segment;
        Count = count;
        Opening = opening;
        Ending = ending;
        CohortOpening = cohortOpening;
    }

    /// <summary>Gets the group or the id of the account, or <see langword="null"/> for accounts without a
    /// group.</summary>
    public string? Name { get; }

    /// <summary>Gets the segment of the account; for a group, the group.</summary>
    public string? Segment { get; }

    /// <summary>Gets the number of accounts at the start.</summary>
    public long Count { get; }

    /// <summary>Gets the revenue at the start.</summary>
    public decimal Opening { get; }

    /// <summary>Gets the revenue at the end.</summary>
    public decimal Ending { get; }

    /// <summary>Gets the revenue of the whole cohort at the start.</summary>
    public decimal CohortOpening { get; }

    /// <summary>Gets the change of revenue.</summary>
    public decimal Change => Ending - Opening;

    /// <summary>Gets the NRR of the part, or <see langword="null"/> if it starts with zero.</summary>
    public decimal? Nrr => RetentionRatio.Of(Ending, Opening);

    /// <summary>Gets the share in the revenue of the cohort at the start, between 0 and 1, or <see langword="null"/>
    /// if that is zero.</summary>
    public decimal? ShareOfOpening => RetentionRatio.Of(Opening, CohortOpening);

    /// <summary>Gets the part in <c>NRR - 1</c> of the cohort, or <see langword="null"/> if the cohort starts with
    /// zero.</summary>
    public decimal? Contribution => RetentionRatio.Of(Change, CohortOpening);

    /// <summary>Returns the name, the revenue and the contribution in points.</summary>
    public override string ToString() => (Name ?? "(none)")
        + Invariant($": {Opening:#,0.##} to {Ending:#,0.##}")
        + (Contribution is { } part ? Invariant($", {part * 100m:+0.0;-0.0;0.0} points of NRR") : "");
}
