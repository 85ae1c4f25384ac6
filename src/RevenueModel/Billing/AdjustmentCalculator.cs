using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Bills facts that became known after the invoice of their period.</summary>
/// <remarks>The periods from the first corrected one on are computed anew, with all that follows from the correction:
/// carried allowances, smoothed usage, commitments of the contract year, balances of prepaid credits. The adjustment
/// has the difference to what the issued invoices state, line by line; issued invoices stay as they are. So late facts
/// end where early facts do.</remarks>
public static class AdjustmentCalculator
{
    /// <summary>Returns the adjustment of issued invoices to corrected facts.</summary>
    /// <param name="account">The account as it is now.</param>
    /// <param name="issued">The invoices of the account from the first corrected period on, in order: those that ended
    /// periods, and earlier adjustments. Interim invoices may be among them.</param>
    /// <param name="corrections">The corrections.</param>
    /// <returns>An invoice of kind <see cref="InvoiceKind.Adjustment"/>: a credit note if its total is negative. Its
    /// <see cref="Invoice.ClosingAccount"/> is the account to go on from.</returns>
    /// <exception cref="ArgumentException">There is no invoice or no correction, an invoice is of another customer,
    /// missing, given twice or out of order, a correction is of a period that is not among the invoices, or as for
    /// <see cref="InvoiceCalculator.Next(BillingAccount, DateSpan, ReadOnlySpan{Pricing.MeterUsage})"/>; the message
    /// names the period.</exception>
    public static Invoice Adjust(
        BillingAccount account, ReadOnlySpan<Invoice> issued, params ReadOnlySpan<BillingCorrection> corrections)
    {
        Guard.Against.Null(account);
        IssuedInvoices documents = IssuedInvoices.Of(account, issued, nameof(issued));
        if (corrections.IsEmpty)
        {
            throw new ArgumentException(
                "corrections had no correction; at least one is expected.", nameof(corrections));
        }

        foreach (BillingCorrection correction in corrections)
        {
            documents.Add(Guard.Against.Null(correction, nameof(corrections)), nameof(corrections));
        }

        try
        {
            return documents.Adjust(nameof(issued), nameof(corrections));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The adjustment of {account.Customer}", nameof(corrections), overflow);
        }
    }

    /// <inheritdoc cref="Adjust(BillingAccount, ReadOnlySpan{Invoice}, ReadOnlySpan{BillingCorrection})"/>
    public static Invoice Adjust(
        BillingAccount account, IEnumerable<Invoice> issued, params IEnumerable<BillingCorrection> corrections) =>
        Adjust(account, issued.AsItems(), corrections.AsItems());
}
