using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A credit note: the amounts of an issued invoice that are credited. The invoice itself does not
/// change.</summary>
/// <remarks>Immutable; equal by value. <see cref="CreditNoteCalculator"/> creates it. Lines sum to
/// <see cref="Total"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CreditNote
{
    /// <summary>Gets the invoice.</summary>
    public required Invoice Invoice { get; init; }

    /// <summary>Gets the reason.</summary>
    public required CreditNoteReason Reason { get; init; }

    /// <summary>Gets the lines, each with the credited amount, of opposite sign to the line of the invoice.</summary>
    public required ValueList<InvoiceLine> Lines { get; init; }

    /// <summary>Gets the credited amount of each line of the invoice, by the position of the line; zero for a line
    /// that is not credited.</summary>
    public required ValueList<decimal> Credited { get; init; }

    /// <summary>Gets the credited amount without tax; negative.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>Gets the credited tax; negative.</summary>
    public required decimal Tax { get; init; }

    /// <summary>Gets the part of the amount that prepaid credits had paid after tax; zero or more. It is not refunded
    /// in money. A void returns it to the credits. For a refund, a new credit can be created from it
    /// (<see cref="BillingAccount.AddCredit"/>).</summary>
    public decimal Unpaid { get; init; }

    /// <summary>Gets the account after a void, for the next invoice; <see langword="null"/> for a refund, which does
    /// not change the account.</summary>
    public BillingAccount? ClosingAccount { get; init; }

    /// <summary>Gets the amount to be refunded or credited; negative.</summary>
    public decimal Total => Subtotal + Tax + Unpaid;

    /// <summary>Returns the amount as a prepaid credit for later invoices, instead of a refund.</summary>
    /// <param name="id">The id of the credit.</param>
    /// <param name="from">The first day on which it is usable.</param>
    /// <returns>A credit that pays amounts with their tax, since its own amount includes tax.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="InvalidOperationException">The total is above zero, so that there is no amount to
    /// credit.</exception>
    public PrepaidCredit AsCredit(string id, LocalDate from) =>
        CreditNoteCalculator.AsCredit(Total, id, from, ToString());

    /// <summary>Returns the customer, the reason, the invoice and the amount. The invoice is identified by its period
    /// and its number among the invoices of the period.</summary>
    public override string ToString() =>
        $"{Invoice.Customer}, {(Reason == CreditNoteReason.Void ? "void of" : "credit note on")} invoice "
        + Invariant($"{Invoice.Sections[0].Number} of the period {Invoice.Period.Span}: ")
        + $"{Invoice.Currency.Format(Total)} {Invoice.Currency}";
}

/// <summary>The reasons of a <see cref="CreditNote"/>.</summary>
public enum CreditNoteReason
{
    /// <summary>A refund or goodwill: it does not change what is billed for the period.</summary>
    Refund = 0,

    /// <summary>The invoice is void, and a later invoice bills its amount again.</summary>
    Void = 1,
}
