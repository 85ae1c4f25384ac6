using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The sellers of a segment and the quotas that they carry together.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SegmentTeam
{
    /// <summary>Gets the segment.</summary>
    public required string Segment { get; init => field = Guard.Against.Blank(value, nameof(Segment)); }

    /// <summary>Gets the sum of the quotas of the year that starts on the day of the review, zero or more.</summary>
    public required decimal AssignedQuota
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(AssignedQuota));
    }

    /// <summary>Gets what a ramped head can book, and the ramp.</summary>
    public required CapacityTerms Terms { get; init => field = Guard.Against.Null(value, nameof(Terms)); }

    /// <summary>Gets the heads, zero or more.</summary>
    public ValueList<SalesHead> Heads
    {
        get;
        init
        {
            foreach (SalesHead head in value)
            {
                Guard.Against.Null(head, nameof(Heads));
            }

            field = value;
        }
    }

    /// <summary>Returns the segment, the heads and the quotas.</summary>
    public override string ToString() =>
        Invariant($"{Segment}: {Plural.Of(Heads.Count, "head")} with quotas of {AssignedQuota:#,0.##}");
}
