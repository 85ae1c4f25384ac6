using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What an <see cref="EffectivePriceReview"/> compares, and from where on a customer needs a review.</summary>
/// <remarks>Immutable; equal by value. The defaults are judgments, not published figures; set your own.</remarks>
public sealed record EffectivePriceOptions
{
    /// <summary>Gets the definition of a bill shock. Default: three times the mean of up to twelve bills before.</summary>
    public BillShockRule ShockRule { get; init; }

    /// <summary>Gets the share of the bill that would be a shock from which a customer is near one, a fraction. Default:
    /// 0.8.</summary>
    public decimal NearShockShare { get; init => field = Guard.Against.NotFraction(value, nameof(NearShockShare)); } = 0.8m;

    /// <summary>Gets the number of last months whose effective price is compared with that of the months before, one or
    /// more. Default: three.</summary>
    public int RecentMonths { get; init => field = Guard.Against.BelowOne(value, nameof(RecentMonths)); } = 3;

    /// <summary>Gets the rise of the effective price from which a customer needs a review, as a share of the price before,
    /// zero or more. Default: 0.2.</summary>
    public decimal MinPriceRise { get; init => field = Guard.Against.BelowZero(value, nameof(MinPriceRise)); } = 0.2m;

    /// <summary>Gets the last day whose usage the histories have, or <see langword="null"/> where all their months are
    /// complete. Default: all complete.</summary>
    /// <remarks>A history that ends with the month of this day has that month in progress: its usage is taken at the
    /// present pace, <c>usage so far × days of the month / days so far</c>, and billed at that. A history that ends before
    /// that month is complete. One that ends after it is refused.</remarks>
    public LocalDate? UsageThrough { get; init; }

    /// <summary>Returns a readable description of the options.</summary>
    public override string ToString() =>
        Invariant($"shock from {ShockRule}, near from {NearShockShare * 100m:0.######}% of it, price of {Plural.Of(RecentMonths, "month")} against those before, rising from {MinPriceRise * 100m:0.######}%")
        + (UsageThrough is { } day ? Invariant($", usage through {day:uuuu-MM-dd}") : "");
}
