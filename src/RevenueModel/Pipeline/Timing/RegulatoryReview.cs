using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>A review of the regulatory pipeline: exposure, control gap and deadline by account, by the quarter of the
/// deadline. Created by <see cref="RegulatoryReviewCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryReview
{
    /// <summary>Gets the day of the review.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the quarters with deadlines in order; accounts without a deadline are last.</summary>
    public required ValueList<RegulatoryReviewQuarter> Quarters { get; init; }

    /// <summary>Gets the number of open deals that a regulation drives and whose account and regulation are not among
    /// the accounts of the review, zero or more.</summary>
    public required int UnmappedDealCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(UnmappedDealCount));
    }

    /// <summary>Gets the amount of these deals, unweighted, zero or more.</summary>
    public required decimal UnmappedAmount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(UnmappedAmount));
    }

    /// <summary>Returns the day, the number of quarters and the deals that are not mapped.</summary>
    public override string ToString() =>
        Invariant($"as of {AsOf:R}: {Plural.Of(Quarters.Count, "quarter")}, ")
        + Invariant($"{Plural.Of(UnmappedDealCount, "deal")} without an account ({UnmappedAmount:#,0.##})");
}
