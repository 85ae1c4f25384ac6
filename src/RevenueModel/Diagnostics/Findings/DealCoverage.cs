using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The deals of a review, and the deals that its rules could not count.</summary>
/// <remarks>Immutable; equal by value. A deal can be in several of the numbers.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealCoverage
{
    /// <summary>Gets the number of deals; zero or more.</summary>
    public long Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets the number of deals that closed in the window of the review; zero or more.</summary>
    public long ClosedInWindow { get; init => field = Guard.Against.BelowZero(value, nameof(ClosedInWindow)); }

    /// <summary>Gets the number of deals without a segment of the architecture; zero or more. They count in the whole,
    /// and in no segment.</summary>
    public long WithoutSegment { get; init => field = Guard.Against.BelowZero(value, nameof(WithoutSegment)); }

    /// <summary>Gets the number of deals without an amount; zero or more. They count as deals, and with no
    /// money.</summary>
    public long WithoutAmount { get; init => field = Guard.Against.BelowZero(value, nameof(WithoutAmount)); }

    /// <summary>Gets the number of closed deals without the day of the close; zero or more. They are outside the
    /// window.</summary>
    public long ClosedWithoutDay { get; init => field = Guard.Against.BelowZero(value, nameof(ClosedWithoutDay)); }

    /// <summary>Returns the numbers.</summary>
    public override string ToString() => Invariant($"{Plural.Of(Count, "deal")}, {ClosedInWindow:#,0} closed in the ")
        + Invariant($"window; {WithoutSegment:#,0} without a segment, {WithoutAmount:#,0} without an amount, ")
        + Invariant($"{ClosedWithoutDay:#,0} closed without a day");
}
