using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The account after one of its invoices is voided.</summary>
internal static class VoidedAccount
{
    /// <exception cref="ArgumentException">The invoice cannot be voided.</exception>
    public static BillingAccount Of(BillingAccount account, Invoice invoice)
    {
        if (invoice.Customer != account.Customer || invoice.Kind == InvoiceKind.Adjustment)
        {
            throw Refused(invoice, $"an invoice of {account.Customer} that is no adjustment");
        }

        if (invoice.Kind == InvoiceKind.Final)
        {
            return Reopened(account, invoice);
        }

        InvoiceSection section = invoice.Sections[0];
        DateSpan period = section.Period.Span;
        if (account.Voided.Any(voided => voided.Period == period && voided.Number == section.Number))
        {
            throw Refused(invoice, "an invoice that is not voided yet");
        }

        if (period.Start < account.NextStart && account.Open?.Period != period)
        {
            // A correction bills it again.
            return account with { Voided = [.. account.Voided, new VoidedInvoice(period, section.Number, false)] };
        }

        OpenPeriod? open = account.Open;
        bool isOpen = open is not null && open.Period == period && section.Number <= open.Invoices;
        return isOpen && !open!.Voided.Contains(section.Number)
            ? account with { Open = Without(open, section, invoice) }
            : throw Refused(invoice, "an invoice that is not voided yet");
    }

    private static BillingAccount Reopened(BillingAccount account, Invoice invoice)
    {
        BillingAccount closing = invoice.ClosingAccount;
        if (account.BilledThrough != closing.BilledThrough
            || account.Open != closing.Open
            || account.Adjustments != closing.Adjustments)
        {
            throw Refused(invoice, $"the last invoice of {account.Customer}; earlier ones are corrected by an "
                + "adjustment");
        }

        InvoiceSection section = invoice.Sections[0];
        BillingAccount opening = AccountReplay.Onto(invoice.OpeningAccount, closing, account);
        OpenPeriod before = invoice.OpeningAccount.Open ?? new OpenPeriod
        {
            Period = section.Period.Span,
            Through = section.Period.Service.Start,
        };
        return opening with
        {
            Open = before with { Invoices = section.Number, Voided = [.. before.Voided, section.Number] },
        };
    }

    private static OpenPeriod Without(OpenPeriod open, InvoiceSection section, Invoice invoice) => open with
    {
        Subtotal = open.Subtotal - section.Subtotal,
        Billed = BilledLines.Without(open.Billed, invoice),
        Tax = open.Tax - section.Tax,
        Payments = open.Payments.Select(static paid => paid.Key)
            .Concat(invoice.Lines
                .Where(static line => line.Kind == InvoiceLineKind.Payment)
                .Select(static line => line.Item))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(credit => new Keyed<string, decimal>(credit, PaidOf(open, credit) - PaidBy(invoice, credit)))
            .Where(static paid => paid.Value != 0m)
            .ToValueList(),
        Voided = [.. open.Voided, section.Number],
    };

    private static decimal PaidOf(OpenPeriod open, string credit)
    {
        decimal paid = 0m;
        foreach (Keyed<string, decimal> payment in open.Payments)
        {
            paid += NameLookup.Same(payment.Key, credit) ? payment.Value : 0m;
        }

        return paid;
    }

    private static decimal PaidBy(Invoice invoice, string credit)
    {
        decimal paid = 0m;
        foreach (InvoiceLine line in invoice.Lines)
        {
            paid -= line.Kind == InvoiceLineKind.Payment && NameLookup.Same(line.Item, credit) ? line.Amount : 0m;
        }

        return paid;
    }

    private static ArgumentException Refused(Invoice invoice, string expected) =>
        new($"invoice was \"{invoice}\"; {expected} is expected.", nameof(invoice));
}
