using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The state of a period in progress: its known usage, and the amounts billed so far, which its next invoice
/// deducts.</summary>
/// <remarks>Immutable; equal by value. An invoice that is issued within the period returns it in
/// <see cref="Invoice.ClosingAccount"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OpenPeriod
{
    /// <summary>Gets the whole billing period.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the first day whose usage is not known yet.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>Gets the usage so far, with the days of each quantity.</summary>
    public ValueList<MeterUsage> Usage { get; init; }

    /// <summary>Gets the amount billed so far, without tax.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>Gets the amounts billed so far by kind, item and tier of their lines; they sum to
    /// <see cref="Subtotal"/>. Lines of zero are omitted.</summary>
    public ValueList<BilledLine> Billed { get; init; }

    /// <summary>Gets the tax billed so far.</summary>
    public decimal Tax { get; init; }

    /// <summary>Gets the amount that each prepaid credit paid so far after tax (<see cref="PrepaidUse.AfterTax"/>), by
    /// the id of the credit.</summary>
    public ValueList<Keyed<string, decimal>> Payments { get; init; }

    /// <summary>Gets the number of invoices issued for the period, including voided ones.</summary>
    public int Invoices { get; init; }

    /// <summary>Gets the numbers of the voided invoices of the period.</summary>
    public ValueList<int> Voided { get; init; }

    /// <summary>Returns the period and the amount billed so far.</summary>
    public override string ToString() =>
        Invariant($"{Period} through {Through:R}: {Subtotal:#,0.######} billed in ")
        + Invariant($"{Plural.Of(Invoices - Voided.Count, "invoice")}");
}
