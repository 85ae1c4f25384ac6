using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The over-assignment of each segment and of the company. Created by
/// <see cref="OverAssignmentCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OverAssignmentSummary
{
    /// <summary>Gets the segments in the order of names; people without a segment are last. A segment with a plan and
    /// without quotas, or the other way round, is among them.</summary>
    public ValueList<Keyed<string?, OverAssignment>> Segments { get; init; }

    /// <summary>Gets the sum of the segments.</summary>
    public required OverAssignment Total { get; init; }

    /// <summary>Returns the total.</summary>
    public override string ToString() => Invariant($"{Plural.Of(Segments.Count, "segment")}: {Total}");
}
