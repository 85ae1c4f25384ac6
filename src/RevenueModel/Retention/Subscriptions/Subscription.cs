using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A subscription of an account: a recurring amount over a term. An account may have several at the same
/// time.</summary>
/// <remarks>
/// Immutable; equal by value. The term is half-open: its end is the first day without the subscription. A change of
/// the amount is a second subscription that starts on the day on which the first one ends.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Subscription
{
    /// <summary>Gets the id of the account, compared by ordinal.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the term. A term without an end continues through every as-of month.</summary>
    public required DateSpan Term { get; init; }

    /// <summary>Gets the amount of each interval before discounts, zero or more.</summary>
    public required decimal Amount { get; init => field = Guard.Against.BelowZero(value, nameof(Amount)); }

    /// <summary>Gets the interval for which the amount is stated. Default: a month.</summary>
    public RecurringInterval Interval { get; init; }

    /// <summary>Gets the id of the subscription, or <see langword="null"/> if the source has none.</summary>
    public string? Id { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Id)); }

    /// <summary>Gets the product.</summary>
    public string? Product { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Product)); }

    /// <summary>Gets the site, such as a plant of the account.</summary>
    public string? Site { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Site)); }

    /// <summary>Gets the segment of the account.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the discounts. <see cref="RevenueRules.Discounts"/> says which ones count.</summary>
    public ValueList<SubscriptionDiscount> Discounts { get; init; }

    /// <summary>Gets the free periods, such as the first two months of a year. <see cref="RevenueRules.FreePeriods"/>
    /// says how they count.</summary>
    public ValueList<DateSpan> FreePeriods { get; init; }

    /// <summary>Gets the spans in which the subscription is paused. <see cref="RevenueRules.Pauses"/> says how they
    /// count.</summary>
    public ValueList<DateSpan> Pauses { get; init; }

    /// <summary>Gets the day on which the account gave notice, or <see langword="null"/> if it did not.
    /// <see cref="RevenueRules.ChurnDate"/> says whether it matters.</summary>
    public LocalDate? NoticeGiven { get; init; }

    /// <summary>Gets whether the amount changes within the term, so that each month is computed on its own.</summary>
    internal bool Varies => !Discounts.IsEmpty || !FreePeriods.IsEmpty || !Pauses.IsEmpty;

    /// <summary>Gets the name of the record in messages.</summary>
    internal string Name => Id is null
        ? Invariant($"subscription of account \"{Account}\" from {Term.Start:R}")
        : Invariant($"subscription \"{Id}\" of account \"{Account}\"");

    /// <summary>Returns the account, the amount and the term.</summary>
    public override string ToString() => Invariant($"{Account}: {Amount:#,0.##} each {Interval}, {Term}")
        + (Product is null ? "" : ", " + Product)
        + (Site is null ? "" : ", site " + Site)
        + (Segment is null ? "" : ", " + Segment);
}
