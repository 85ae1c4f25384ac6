using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>What a customer is billed for a period, line by line.</summary>
/// <remarks>Immutable; equal by value. Lines sum to <see cref="Total"/>, to the minor unit.</remarks>
public sealed record Invoice
{
    /// <summary>The customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The name of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The period.</summary>
    public required BillingPeriod Period { get; init; }

    /// <summary>The lines, in order.</summary>
    public required ValueList<InvoiceLine> Lines { get; init; }

    /// <summary>What the plan comes to for the period so far: all lines before prepaid credits, earlier invoices and
    /// tax.</summary>
    public required decimal Spend { get; init; }

    /// <summary>The same before rounding, as <see cref="BillCalculator"/> has it.</summary>
    public required decimal UnroundedSpend { get; init; }

    /// <summary>What earlier invoices of the period billed, without tax.</summary>
    public decimal PreviouslyBilled { get; init; }

    /// <summary>What is due without tax: all lines but the tax. Negative where more was billed before.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>What is due.</summary>
    public required decimal Total { get; init; }

    /// <summary>What was taken from each prepaid credit for the period so far.</summary>
    public ValueList<PrepaidDraw> Draws { get; init; }

    /// <summary>The account for the next period; of an invoice in progress, the account as it was.</summary>
    public required BillingAccount ClosingAccount { get; init; }

    /// <summary>What became of the prepaid credits at the end of the period; <see langword="null"/> of one in
    /// progress.</summary>
    public PrepaidClose? PrepaidClose { get; init; }

    /// <summary>The invoice in words.</summary>
    public override string ToString() =>
        Invariant($"{Customer}, {Plan}, {Period}: {Currency.Format(Total)} {Currency} in {Plural.Of(Lines.Count, "line")}");
}
