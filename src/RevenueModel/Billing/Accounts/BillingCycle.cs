using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The billing schedule of an account: the length of its periods, the day from which they are counted, and
/// the due date of the base fee.</summary>
/// <remarks>Immutable; equal by value. The default bills each month in arrears, counted from the start of the
/// contract.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BillingCycle
{
    /// <summary>Gets the most common cycle: monthly, in arrears, counted from the start of the contract.</summary>
    public static BillingCycle Monthly { get; } = new();

    /// <summary>Gets the length of a billing period, after which usage is billed. Default: one month.</summary>
    public BillingInterval Interval { get; init; }

    /// <summary>Gets the length of the period of the base fee, or <see langword="null"/> if it equals
    /// <see cref="Interval"/>. It is a whole number of billing periods, such as a yearly fee with monthly
    /// usage.</summary>
    public BillingInterval? FeeInterval { get; init; }

    /// <summary>Gets the due date of the base fee. Default: in arrears, together with the usage of the
    /// period.</summary>
    public FeeTiming Fee { get; init => field = Guard.Against.Undefined(value, nameof(Fee)); }

    /// <summary>Gets the day from which periods are counted, or <see langword="null"/> if it is the start of the
    /// contract. With the first of a month, a contract that starts later in a month has a partial first
    /// period.</summary>
    public LocalDate? Anchor { get; init; }

    /// <summary>Gets whether the period of the base fee is longer than that of usage.</summary>
    internal bool HasLongerFee => FeeInterval is { } fee && fee != Interval;

    /// <summary>Returns the terms: <c>every 1 month, fee of 12 months in advance</c>.</summary>
    public override string ToString() =>
        $"every {Interval}, fee of {FeeInterval ?? Interval} "
            + $"{(Fee == FeeTiming.InAdvance ? "in advance" : "in arrears")}"
        + (Anchor is { } anchor ? Invariant($", counted from {anchor:R}") : "");
}

/// <summary>The due date of a base fee.</summary>
public enum FeeTiming
{
    /// <summary>At the end of its period, together with the usage of the period. The default.</summary>
    InArrears = 0,

    /// <summary>At the start of its period, on one invoice with the usage of the period before.</summary>
    InAdvance = 1,
}
