using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>An invoice: the amounts billed to a customer, line by line.</summary>
/// <remarks>Immutable; equal by value. Lines sum to <see cref="Total"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Invoice
{
    /// <summary>Gets the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets the name of the plan in force at the end of the period.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the kind of the invoice.</summary>
    public required InvoiceKind Kind { get; init; }

    /// <summary>Gets the parts by billing period: first the billed period, then the period whose fee is due in
    /// advance, if any; at least one.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public required ValueList<InvoiceSection> Sections
    {
        get;
        init => field = value.IsEmpty
            ? throw DomainGuards.OutOfRange(nameof(Sections), value, "at least one section")
            : value;
    }

    /// <summary>Gets the lines, in order.</summary>
    public required ValueList<InvoiceLine> Lines { get; init; }

    /// <summary>Gets the late facts that an adjustment bills; empty for other invoices.</summary>
    public ValueList<BillingCorrection> Corrections { get; init; }

    /// <summary>Gets the account before the invoice.</summary>
    public required BillingAccount OpeningAccount { get; init; }

    /// <summary>Gets the account after the invoice, for the next one.</summary>
    public required BillingAccount ClosingAccount { get; init; }

    /// <summary>Gets the closing of the prepaid credits at the end of the period; <see langword="null"/> if the period
    /// is not over.</summary>
    public PrepaidClose? PrepaidClose { get; init; }

    /// <summary>Gets the billing period.</summary>
    public BillingPeriod Period => Sections[0].Period;

    /// <summary>Gets the spend of the period so far: all its lines before prepaid credits, earlier invoices and
    /// tax.</summary>
    public decimal Spend => Sections[0].Spend;

    /// <summary>Gets the spend before rounding, as <see cref="BillCalculator"/> computes it.</summary>
    public decimal UnroundedSpend => Sections[0].UnroundedSpend;

    /// <summary>Gets the amount that earlier invoices of the period billed, without tax.</summary>
    public decimal PreviouslyBilled => Sections[0].PreviouslyBilled;

    /// <summary>Gets the amount drawn from each prepaid credit for the period so far.</summary>
    public ValueList<PrepaidDraw> Draws => Sections[0].Draws;

    /// <summary>Gets the amount due without tax; negative if more was billed before.</summary>
    public decimal Subtotal => Sections.Sum(static section => section.Subtotal);

    /// <summary>Gets the tax.</summary>
    public decimal Tax => Sections.Sum(static section => section.Tax);

    /// <summary>Gets the amount due; negative if it is to be refunded or credited.</summary>
    public decimal Total => Sections.Sum(static section => section.Total);

    /// <summary>Returns a negative total as a prepaid credit for later invoices, instead of a refund.</summary>
    /// <param name="id">The id of the credit.</param>
    /// <param name="from">The first day on which it is usable.</param>
    /// <returns>A credit that pays amounts with their tax, since its own amount includes tax.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="InvalidOperationException">The total is above zero, so that there is no amount to
    /// credit.</exception>
    public PrepaidCredit AsCredit(string id, LocalDate from) =>
        CreditNoteCalculator.AsCredit(Total, id, from, ToString());

    /// <summary>Returns the customer, the plan, the period and the amount due.</summary>
    public override string ToString() =>
        Invariant($"{Customer}, {Plan}, {Period}{(Kind == InvoiceKind.Adjustment ? ", adjustment" : "")}: ")
            + Invariant($"{Currency.Format(Total)} {Currency} in {Plural.Of(Lines.Count, "line")}");
}

/// <summary>The kinds of <see cref="Invoice"/>.</summary>
public enum InvoiceKind
{
    /// <summary>The invoice that ends a period.</summary>
    Final = 0,

    /// <summary>An invoice within a period, for usage so far.</summary>
    Interim = 1,

    /// <summary>An invoice at the start of a period, only for a fee in advance.</summary>
    Advance = 2,

    /// <summary>An invoice or credit note after the period, for facts that became known late.</summary>
    Adjustment = 3,
}
