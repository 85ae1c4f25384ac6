using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The billing period of an invoice: the whole period, the part in the contract, and the day through which
/// usage is billed.</summary>
/// <remarks>Immutable; equal by value. All ends are exclusive. <see cref="BillingAccount.NextPeriod"/> returns the
/// next one of an account.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BillingPeriod
{
    /// <summary>Gets the whole period, such as a month, as the cycle of the account counts it.</summary>
    public required DateSpan Span { get; init; }

    /// <summary>Gets the days of the period that are in the contract.</summary>
    public required DateSpan Service { get; init; }

    /// <summary>Gets the first day whose usage is not billed yet.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>Gets whether the period is over. Minimums, commitments, expiry and rollover are settled at its
    /// end.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Returns the span, the part in the contract and the progress.</summary>
    public override string ToString() =>
        Span
        + (Service == Span ? "" : ", served " + Service)
        + (IsOver ? "" : Through == Service.Start ? ", in advance" : Invariant($", through {Through:R}"));
}
