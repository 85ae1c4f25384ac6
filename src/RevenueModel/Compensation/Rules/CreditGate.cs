using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A condition that a deal must meet before its credit counts: both buyers engaged, or a named milestone
/// reached, in the segments named.</summary>
/// <remarks>
/// Immutable; equal by value. What does not count is withheld, with the reason, and counts on the day that the condition
/// comes true, unless the customer or the person is gone by then. What one credit of a deal says of its buyers and segment
/// holds for all of them. A reading for no deal and a residual wait for no gate. Published for Mid-Market (Industrial IoT 2027, sections 3.2 and 7.1).
/// </remarks>
public sealed record CreditGate
{
    /// <summary>The name of the gate.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>The buyers that have to be engaged; <see cref="BuyerEngagement.None"/> where the gate does not ask for
    /// any.</summary>
    public BuyerEngagement RequiredEngagement
    {
        get;
        init => field = EngagementGuards.RequireKnown(value, nameof(RequiredEngagement));
    }

    /// <summary>The milestone that has to be reached, or <see langword="null"/> where the gate does not ask for
    /// one.</summary>
    public string? RequiredMilestone
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(RequiredMilestone));
    }

    /// <summary>The segments whose credits the gate holds, by name, ignoring case; all where the list is empty.</summary>
    public ValueList<string> Segments { get; init; }

    /// <summary>Returns whether the gate holds credits of a segment.</summary>
    /// <param name="segment">The name of the segment, or <see langword="null"/> where it is not known: then only a gate for
    /// all segments holds it.</param>
    /// <returns>Whether the gate names no segment, or this one.</returns>
    public bool AppliesTo(string? segment) =>
        Segments.IsEmpty || NameLookup.IndexOf(Segments.AsSpan(), segment, static name => name) >= 0;

    /// <summary>The gate in words.</summary>
    public override string ToString() =>
        Name + (Segments.IsEmpty ? "" : " for " + string.Join(", ", Segments));
}
