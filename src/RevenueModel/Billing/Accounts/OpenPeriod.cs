using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The state of the period in progress: its known usage, and the billed amounts by which its next invoice is
/// reduced.</summary>
/// <remarks>Immutable; equal by value. Invoices that are issued before the period is over leave it behind in
/// <see cref="Invoice.ClosingAccount"/>.</remarks>
public sealed record OpenPeriod
{
    /// <summary>Gets the whole billing period.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the first day whose usage is not known yet.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>Gets the usage so far, by the days that it is known for.</summary>
    public ValueList<MeterUsage> Usage { get; init; }

    /// <summary>Gets the amount billed so far, without tax.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>Gets the tax billed so far.</summary>
    public decimal Tax { get; init; }

    /// <summary>Gets what prepaid credits paid so far of amounts with tax
    /// (<see cref="PrepaidUse.AfterTax"/>).</summary>
    public ValueList<Keyed<string, decimal>> Payments { get; init; }

    /// <summary>Gets the number of invoices that were issued for the period, voided ones included.</summary>
    public int Invoices { get; init; }

    /// <summary>Gets the numbers of the invoices of the period that were voided.</summary>
    public ValueList<int> Voided { get; init; }

    /// <summary>Returns the period and what is billed of it.</summary>
    public override string ToString() =>
        Invariant($"{Period} through {Through:R}: {Subtotal:#,0.######} billed in ")
        + Invariant($"{Plural.Of(Invoices - Voided.Count, "invoice")}");
}
