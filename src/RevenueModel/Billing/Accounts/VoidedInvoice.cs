using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A voided invoice that was issued within a period.</summary>
/// <remarks>Immutable; equal by value.</remarks>
/// <param name="Period">The billing period.</param>
/// <param name="Number">The number of the invoice among those of the period, from 1.</param>
/// <param name="IsBilledAgain">Whether another invoice, that of the period or an adjustment, bills the amount
/// again.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct VoidedInvoice(DateSpan Period, int Number, bool IsBilledAgain)
{
    /// <summary>Returns the period, the number and whether it is billed again.</summary>
    public override string ToString() =>
        Invariant($"invoice {Number} of {Period}") + (IsBilledAgain ? ", billed again" : ", not billed again");
}
