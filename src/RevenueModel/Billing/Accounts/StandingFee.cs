using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The base fee for the rest of a fee period that is longer than the billing period. Under fees in advance it
/// is already charged; under fees in arrears it will be charged.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StandingFee
{
    /// <summary>Gets the whole fee period, such as a contract year.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the days that the fee covers.</summary>
    public required DateSpan Days { get; init; }

    /// <summary>Gets the plan of the fee.</summary>
    public required PricePlan Plan { get; init => field = Guard.Against.Null(value, nameof(Plan)); }

    /// <summary>Gets the fee for those days before the percent discount of the plan, not rounded; zero or
    /// more.</summary>
    public required decimal Amount { get; init => field = Guard.Against.BelowZero(value, nameof(Amount)); }

    /// <summary>Returns the plan, the amount and the days.</summary>
    public override string ToString() => Invariant($"{Plan.Name}: {Amount:#,0.######} for {Days} of {Period}");
}
