using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Bills facts that became known after the invoice of their period.</summary>
/// <remarks>All periods from the first corrected one on are recomputed, including the effects on carried allowances,
/// smoothed usage, commitments by contract year and balances of prepaid credits. The adjustment contains the
/// difference from the issued invoices, line by line. Issued invoices do not change. A late fact leads to the same
/// totals as a fact that was known in time.</remarks>
public static class AdjustmentCalculator
{
    /// <summary>Returns the adjustment of issued invoices to corrected facts.</summary>
    /// <param name="account">The current account.</param>
    /// <param name="issued">The invoices of the account from the first corrected period on, in order: those that ended
    /// periods, and earlier adjustments. Interim invoices may be among them.</param>
    /// <param name="corrections">The corrections.</param>
    /// <returns>An invoice of kind <see cref="InvoiceKind.Adjustment"/>: a credit note if its total is negative. Its
    /// <see cref="Invoice.ClosingAccount"/> is the account for the next invoice.</returns>
    /// <exception cref="ArgumentException">No invoice or no correction is given; an invoice belongs to another
    /// customer, is missing, is duplicated or is out of order; a correction is for a period that no given invoice
    /// covers; or as for
    /// <see cref="InvoiceCalculator.Next(BillingAccount, DateSpan, ReadOnlySpan{Pricing.MeterUsage})"/>; the message
    /// names the period.</exception>
    /// <example><code>
    /// using RevenueModel.Pricing;
    /// 
    /// var calls = new Charge { Name = "calls", Price = PriceModel.PerUnit(0.10m) };
    /// var account = new BillingAccount
    /// {
    ///     Customer = "Acme", Currency = Currency.Usd, ContractStart = new LocalDate(2027, 1, 1),
    ///     Plan = new PricePlan { Name = "Team", BaseFee = 100m, Charges = [calls] },
    /// };
    /// Invoice january = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("calls", 700m));
    /// var corrected = BillingCorrection.OfUsage(january.Period.Span, MeterUsage.Of("calls", 900m));
    /// Invoice adjustment = AdjustmentCalculator.Adjust(january.ClosingAccount, [january], corrected);
    /// Console.WriteLine(adjustment.Total); // 20.00
    /// </code></example>
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
