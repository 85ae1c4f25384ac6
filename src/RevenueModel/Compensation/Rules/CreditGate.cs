using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A condition that a deal must meet before its credit counts: required buyers are engaged, or a milestone is
/// reached.</summary>
/// <remarks>
/// Immutable; equal by value. A credit that does not count is withheld, with the reason. It counts on the day on which
/// the condition is met, unless the customer has churned or the person has left by then. Buyers and segment of one
/// credit of a deal apply to all its credits. Readings without a deal and residuals are not gated. Published for
/// Mid-Market (Industrial IoT 2027, sections 3.2 and 7.1).
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CreditGate
{
    /// <summary>Gets the name of the gate, which statements print; not blank.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the buyers that must be engaged. Default: <see cref="BuyerEngagement.None"/>.</summary>
    public BuyerEngagement RequiredEngagement
    {
        get;
        init => field = EngagementGuards.RequireKnown(value, nameof(RequiredEngagement));
    }

    /// <summary>Gets the milestone that must be reached, or <see langword="null"/> if the gate requires
    /// none.</summary>
    public string? RequiredMilestone
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(RequiredMilestone));
    }

    /// <summary>Gets the names of the segments to which the gate applies, ignoring case. Default: all
    /// segments.</summary>
    public ValueList<string> Segments { get; init; }

    /// <summary>Returns whether the gate applies to credits of a segment.</summary>
    /// <param name="segment">The name of the segment, or <see langword="null"/> if it is not known; then only a gate
    /// for all segments applies.</param>
    /// <returns><see langword="true"/> if the gate is for all segments or for this one.</returns>
    public bool AppliesTo(string? segment) =>
        Segments.IsEmpty || NameLookup.IndexOf(Segments.AsSpan(), segment, static name => name) >= 0;

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Name + (Segments.IsEmpty ? "" : " for " + string.Join(", ", Segments));
}
