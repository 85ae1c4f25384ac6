using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The amount that the invoices of a period in progress billed so far for a line: a fee, a tier of a charge,
/// a discount or a prepaid credit.</summary>
/// <remarks>Immutable; equal by value.</remarks>
/// <param name="Kind">The kind of the line.</param>
/// <param name="Item">The name of the charge or plan, or the id of the prepaid credit.</param>
/// <param name="TierStart">The quantity at which the tier starts, or <see langword="null"/> if the line has no
/// tier.</param>
/// <param name="Amount">The amount billed so far, without tax; negative if it is deducted.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BilledLine(InvoiceLineKind Kind, string Item, decimal? TierStart, decimal Amount)
{
    /// <summary>Returns the item, the kind, the tier and the amount.</summary>
    public override string ToString() =>
        $"{Item}, {InvoiceLineText.Of(Kind)}"
        + (TierStart is { } start ? Invariant($", tier from {start:#,0.######}") : "")
        + Invariant($": {Amount:#,0.######}");
}
