using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The compared months and the limits of an <see cref="EffectivePriceReview"/>.</summary>
/// <remarks>
/// Immutable; equal by value. The defaults are judgments, not published figures; set your own values.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record EffectivePriceOptions
{
    /// <summary>Gets the definition of a bill shock. Default: three times the mean of up to twelve bills
    /// before.</summary>
    public BillShockRule ShockRule { get; init; }

    /// <summary>Gets the share of a shock from which a bill is near a shock, between 0 and 1. Default: 0.8.</summary>
    public decimal NearShockShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(NearShockShare));
    } = 0.8m;

    /// <summary>Gets the number of last months whose effective price is compared with that of the earlier months, one
    /// or more. Default: three.</summary>
    public int RecentMonths { get; init => field = Guard.Against.BelowOne(value, nameof(RecentMonths)); } = 3;

    /// <summary>Gets the rise of the effective price from which a customer needs a review, as a share of the earlier
    /// price, zero or more. Default: 0.2.</summary>
    public decimal MinPriceRise { get; init => field = Guard.Against.BelowZero(value, nameof(MinPriceRise)); } = 0.2m;

    /// <summary>Gets the last day for which the histories have usage, or <see langword="null"/> if all their months
    /// are complete. Default: all complete.</summary>
    /// <remarks>
    /// If a history ends with the month of this day, that month is in progress: its usage is projected at the present
    /// pace, <c>usage so far × days of the month / days so far</c>, and billed. A history that ends before that month
    /// is complete. One that ends after it is refused.
    /// </remarks>
    public LocalDate? UsageThrough { get; init; }

    /// <summary>Returns a readable description of the options.</summary>
    public override string ToString() =>
        Invariant($"shock from {ShockRule}, near from {NearShockShare * 100m:0.######}% of it, ")
        + Invariant($"price of {Plural.Of(RecentMonths, "month")} against those before, ")
        + Invariant($"rising from {MinPriceRise * 100m:0.######}%")
        + (UsageThrough is { } day ? Invariant($", usage through {day:uuuu-MM-dd}") : "");
}
