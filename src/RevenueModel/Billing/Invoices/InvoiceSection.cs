using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The part of an invoice for one billing period. An invoice with a fee in advance has a section for the
/// period that ends and one for the period that starts.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InvoiceSection
{
    /// <summary>Gets the billing period.</summary>
    public required BillingPeriod Period { get; init; }

    /// <summary>Gets the number of the invoice among those of the period, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the spend of the period so far: all lines before prepaid credits, earlier invoices and
    /// tax.</summary>
    public required decimal Spend { get; init; }

    /// <summary>Gets the spend before rounding.</summary>
    public required decimal UnroundedSpend { get; init; }

    /// <summary>Gets the amount that earlier invoices of the period billed, without tax.</summary>
    public decimal PreviouslyBilled { get; init; }

    /// <summary>Gets the amount due without tax; negative if more was billed before.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>Gets the tax of this invoice.</summary>
    public decimal Tax { get; init; }

    /// <summary>Gets the tax that earlier invoices of the period billed.</summary>
    public decimal PreviousTax { get; init; }

    /// <summary>Gets the amount that prepaid credits pay of this invoice after tax.</summary>
    public decimal Paid { get; init; }

    /// <summary>Gets the amount due: <c>subtotal + tax - paid</c>.</summary>
    public decimal Total => Subtotal + Tax - Paid;

    /// <summary>Gets the amount drawn from each prepaid credit for the period so far.</summary>
    public ValueList<PrepaidDraw> Draws { get; init; }

    /// <summary>Gets the billed usage, with the days of each quantity.</summary>
    public ValueList<MeterUsage> Usage { get; init; }

    /// <summary>Gets the carried units that lapse with the period, because the plan no longer has their
    /// charge.</summary>
    public ValueList<CarriedAllowance> Lapsed { get; init; }

    /// <summary>Returns the period and the amount due.</summary>
    public override string ToString() => Invariant($"{Period}: {Total:#,0.######}");
}
