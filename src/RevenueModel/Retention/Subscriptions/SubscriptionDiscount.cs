using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A discount on a subscription for a span of days: a share of the amount, or an amount off each
/// interval.</summary>
/// <remarks>
/// Immutable; equal by value. Shares are multiplied, and amounts are subtracted after them. A discount whose span
/// covers the whole term of the subscription is permanent; any other discount expires.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SubscriptionDiscount
{
    /// <summary>Gets the days on which the discount applies.</summary>
    public required DateSpan Span { get; init; }

    /// <summary>Gets the share of the amount that is taken off, between 0 and 1. Default: zero.</summary>
    public decimal PercentOff { get; init => field = Guard.Against.NotFraction(value, nameof(PercentOff)); }

    /// <summary>Gets the amount that is taken off each interval, zero or more. Default: zero.</summary>
    public decimal AmountOff { get; init => field = Guard.Against.BelowZero(value, nameof(AmountOff)); }

    /// <summary>Creates a discount of a share of the amount.</summary>
    /// <param name="span">The days on which it applies.</param>
    /// <param name="percentOff">The share that is taken off, between 0 and 1.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentException">The share is outside its range.</exception>
    public static SubscriptionDiscount OfPercent(DateSpan span, decimal percentOff) =>
        new() { Span = span, PercentOff = Guard.Against.NotFraction(percentOff) };

    /// <summary>Creates a discount of an amount off each interval.</summary>
    /// <param name="span">The days on which it applies.</param>
    /// <param name="amountOff">The amount that is taken off, zero or more.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentException">The amount is negative.</exception>
    public static SubscriptionDiscount OfAmount(DateSpan span, decimal amountOff) =>
        new() { Span = span, AmountOff = Guard.Against.BelowZero(amountOff) };

    /// <summary>Returns the discount and its days.</summary>
    public override string ToString() => AmountOff == 0m
        ? Invariant($"{PercentOff * 100m:0.##}% off in {Span}")
        : PercentOff == 0m
            ? Invariant($"{AmountOff:#,0.##} off in {Span}")
            : Invariant($"{PercentOff * 100m:0.##}% and {AmountOff:#,0.##} off in {Span}");
}
