using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>When an account is billed: the length of its periods, the day that they are counted from, and when the
/// base fee is due.</summary>
/// <remarks>Immutable; equal by value. The default bills each month in arrears, counted from the start of the
/// contract.</remarks>
public sealed record BillingCycle
{
    /// <summary>Gets the cycle of most contracts: monthly, in arrears, counted from the start of the
    /// contract.</summary>
    public static BillingCycle Monthly { get; } = new();

    /// <summary>Gets the length of a billing period, for which usage is billed. Default: one month.</summary>
    public BillingInterval Interval { get; init; }

    /// <summary>Gets the length of the period that the base fee is for, or <see langword="null"/> if it is
    /// <see cref="Interval"/>. It consists of whole billing periods: a yearly fee with monthly usage.</summary>
    public BillingInterval? FeeInterval { get; init; }

    /// <summary>Gets when the base fee is billed. Default: in arrears, together with the usage of the
    /// period.</summary>
    public FeeTiming Fee { get; init => field = Guard.Against.Undefined(value, nameof(Fee)); }

    /// <summary>Gets the day that periods are counted from, or <see langword="null"/> if it is the start of the
    /// contract. A day such as the first of a month makes the first period a partial one.</summary>
    public LocalDate? Anchor { get; init; }

    /// <summary>Gets whether the base fee is for a longer period than usage.</summary>
    internal bool HasLongerFee => FeeInterval is { } fee && fee != Interval;

    /// <summary>Returns the terms: <c>every 1 month, fee of 12 months in advance</c>.</summary>
    public override string ToString() =>
        $"every {Interval}, fee of {FeeInterval ?? Interval} "
            + $"{(Fee == FeeTiming.InAdvance ? "in advance" : "in arrears")}"
        + (Anchor is { } anchor ? Invariant($", counted from {anchor:R}") : "");
}

/// <summary>When a base fee is billed.</summary>
public enum FeeTiming
{
    /// <summary>When its period is over, together with the usage of the period. The default.</summary>
    InArrears = 0,

    /// <summary>When its period starts, on one invoice with the usage of the period before.</summary>
    InAdvance = 1,
}
