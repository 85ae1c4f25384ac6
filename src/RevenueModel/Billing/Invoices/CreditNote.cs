using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A credit note: what is given back of an issued invoice, which itself stays as it is.</summary>
/// <remarks>Immutable; equal by value. <see cref="CreditNoteCalculator"/> creates it. Lines sum to
/// <see cref="Total"/>.</remarks>
public sealed record CreditNote
{
    /// <summary>Gets the invoice.</summary>
    public required Invoice Invoice { get; init; }

    /// <summary>Gets why it is credited.</summary>
    public required CreditNoteReason Reason { get; init; }

    /// <summary>Gets the lines: each with the amount that is given back, of opposite sign to the line of the
    /// invoice.</summary>
    public required ValueList<InvoiceLine> Lines { get; init; }

    /// <summary>Gets the amount of each line of the invoice that is credited, by the position of the line; zero for a
    /// line that is not.</summary>
    public required ValueList<decimal> Credited { get; init; }

    /// <summary>Gets the amount that is given back without tax; negative.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>Gets the tax that is given back; negative.</summary>
    public required decimal Tax { get; init; }

    /// <summary>Gets the part of the amount that prepaid credits had paid after tax; zero or more. It is not refunded
    /// in money. A void puts it back on the credits; of a refund it can become a credit of its own
    /// (<see cref="BillingAccount.AddCredit"/>).</summary>
    public decimal Unpaid { get; init; }

    /// <summary>Gets the account after a void, from which the next invoice is made; <see langword="null"/> for a
    /// refund, which does not change the account.</summary>
    public BillingAccount? ClosingAccount { get; init; }

    /// <summary>Gets the amount to be refunded or credited; negative.</summary>
    public decimal Total => Subtotal + Tax + Unpaid;

    /// <summary>Returns the amount as a prepaid credit for later invoices, instead of a refund.</summary>
    /// <param name="id">The id of the credit.</param>
    /// <param name="from">The first day on which it is usable.</param>
    /// <returns>A credit that pays amounts with their tax, since its own amount includes tax.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="InvalidOperationException">The total is above zero: nothing is given back.</exception>
    public PrepaidCredit AsCredit(string id, LocalDate from) =>
        CreditNoteCalculator.AsCredit(Total, id, from, ToString());

    /// <summary>Returns the invoice, the reason and the amount.</summary>
    public override string ToString() =>
        Invariant($"{(Reason == CreditNoteReason.Void ? "void" : "credit")} of {Invoice.Customer}, {Invoice.Period}, ")
        + Invariant($"invoice {Invoice.Sections[0].Number}: {Invoice.Currency.Format(Total)} {Invoice.Currency}");
}

/// <summary>The reasons of a <see cref="CreditNote"/>.</summary>
public enum CreditNoteReason
{
    /// <summary>A refund or goodwill: it does not change what is billed for the period.</summary>
    Refund = 0,

    /// <summary>The invoice is void: what it billed is billed again by a later invoice.</summary>
    Void = 1,
}
