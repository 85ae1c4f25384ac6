using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Creates credit notes: refunds of lines, of amounts or of whole invoices, and voided invoices.</summary>
/// <remarks>
/// <para>A line can be credited up to the amount that the invoice itself bills for it. If earlier invoices of the
/// period billed the same fee, usage, discount or prepaid credit, the invoice states it again and deducts what was
/// billed before; that part can be credited on the earlier invoice only. Therefore a fee is credited at most once over
/// all credit notes of all invoices of its period. The credits of an invoice, and those of each of its periods, sum to
/// at most its subtotal.</para>
/// <para>Tax is credited in proportion to the amount credited so far: <c>round(tax of the invoice × credited /
/// subtotal) - tax credited before</c>. Therefore the credit notes of all lines sum to the invoice, tax
/// included.</para>
/// </remarks>
public static class CreditNoteCalculator
{
    /// <summary>Credits amounts of single lines.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="lines">The lines and amounts, without tax; each line once. The tax is computed.</param>
    /// <param name="prior">All credit notes of the invoice so far.</param>
    /// <returns>The credit note.</returns>
    /// <exception cref="ArgumentException">A position is out of range or is that of a tax line; a line is duplicated;
    /// an amount exceeds the uncredited rest of what the invoice bills for its line, is finer than the minor unit or
    /// has the opposite sign; the sum exceeds the uncredited rest of the invoice or of one of its periods or, with
    /// tax, the money paid for it that is not refunded yet; or a credit note belongs to another invoice.</exception>
    public static CreditNote OfLines(
        Invoice invoice, ReadOnlySpan<LineCredit> lines, params ReadOnlySpan<CreditNote> prior)
    {
        decimal[] left = CreditLimits.LeftOf(invoice, prior);
        var credited = new decimal[left.Length];
        foreach (LineCredit line in lines)
        {
            if (line.Line < 0 || line.Line >= left.Length || invoice.Lines[line.Line].Kind == InvoiceLineKind.Tax)
            {
                throw DomainGuards.OutOfRange(
                    nameof(lines), line, Invariant($"the position, from 0 to {left.Length - 1}, of a line without ")
                        + "tax");
            }

            decimal of = left[line.Line];
            bool isWithin = of >= 0m ? line.Amount >= 0m && line.Amount <= of : line.Amount <= 0m && line.Amount >= of;
            if (!isWithin || credited[line.Line] != 0m || invoice.Currency.Rounding.Round(line.Amount) != line.Amount)
            {
                throw DomainGuards.OutOfRange(
                    nameof(lines), line, Invariant($"an amount in minor units between 0 and {of}, what is left of ")
                        + "the amount that the invoice adds to earlier ones for the line, and each line once");
            }

            credited[line.Line] = line.Amount;
        }

        CreditLimits.RequireWithinInvoice(invoice, credited, left, nameof(lines));
        RequireWithinPayment(invoice, credited, left, prior, nameof(lines));
        return Of(invoice, CreditNoteReason.Refund, credited, left, prior, closing: null);
    }

    /// <inheritdoc cref="OfLines(Invoice, ReadOnlySpan{LineCredit}, ReadOnlySpan{CreditNote})"/>
    public static CreditNote OfLines(
        Invoice invoice, IEnumerable<LineCredit> lines, params IEnumerable<CreditNote> prior) =>
        OfLines(invoice, lines.AsItems(), prior.AsItems());

    /// <summary>Credits an amount, allocated by largest remainder to the periods of the invoice and then to their
    /// uncredited lines. The part that exceeds the money paid is credited to the payments by prepaid credits, the last
    /// payment first.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="amount">The amount without tax, above zero and at most the uncredited subtotal, in whole minor
    /// units.</param>
    /// <param name="prior">All credit notes of the invoice so far.</param>
    /// <returns>The credit note.</returns>
    /// <exception cref="ArgumentException">The amount is outside its range, or a credit note belongs to another
    /// invoice.</exception>
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
    /// CreditNote refund = CreditNoteCalculator.OfAmount(january, 50m);
    /// Console.WriteLine(refund.Total); // -50.00
    /// </code></example>
    public static CreditNote OfAmount(Invoice invoice, decimal amount, params ReadOnlySpan<CreditNote> prior)
    {
        decimal[] left = CreditLimits.LeftOf(invoice, prior);
        decimal most = CreditLimits.SumOf(invoice, left, period: null);
        if (amount <= 0m || amount > most || !invoice.Currency.Rounding.TryToMinorUnits(amount, out _))
        {
            throw DomainGuards.OutOfRange(
                nameof(amount), amount, Invariant($"an amount in minor units above 0 and up to {most}, what is ")
                    + "left of the invoice,");
        }

        decimal[] credited = CreditLimits.Allocated(invoice, amount, left);
        CreditPayments(invoice, credited, left, prior);
        return Of(invoice, CreditNoteReason.Refund, credited, left, prior, closing: null);
    }

    /// <inheritdoc cref="OfAmount(Invoice, decimal, ReadOnlySpan{CreditNote})"/>
    public static CreditNote OfAmount(Invoice invoice, decimal amount, IEnumerable<CreditNote> prior) =>
        OfAmount(invoice, amount, prior.AsItems());

    /// <summary>Credits the uncredited rest of an invoice.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="prior">All credit notes of the invoice so far.</param>
    /// <returns>The credit note. Together with the earlier ones it sums to the invoice, tax included.</returns>
    /// <exception cref="ArgumentException">A credit note belongs to another invoice.</exception>
    public static CreditNote OfAll(Invoice invoice, params ReadOnlySpan<CreditNote> prior)
    {
        decimal[] left = CreditLimits.LeftOf(invoice, prior);
        return Of(invoice, CreditNoteReason.Refund, [.. left], left, prior, closing: null);
    }

    /// <inheritdoc cref="OfAll(Invoice, ReadOnlySpan{CreditNote})"/>
    public static CreditNote OfAll(Invoice invoice, IEnumerable<CreditNote> prior) => OfAll(invoice, prior.AsItems());

    /// <summary>Voids an invoice: the whole amount is credited, and a later invoice bills it again.</summary>
    /// <param name="account">The current account.</param>
    /// <param name="invoice">One of three: an invoice within the period in progress; the last invoice of the account,
    /// whose period is then open again; or an interim invoice of an earlier period, which
    /// <see cref="BillingCorrection.OfVoid"/> bills again.</param>
    /// <returns>The credit note. Its <see cref="CreditNote.ClosingAccount"/> is the account for the next
    /// invoice.</returns>
    /// <exception cref="ArgumentException">The invoice belongs to another customer, is already voided, is an
    /// adjustment, or ended a period before the last one.</exception>
    public static CreditNote Void(BillingAccount account, Invoice invoice)
    {
        Guard.Against.Null(account);
        Guard.Against.Null(invoice);
        BillingAccount closing = VoidedAccount.Of(account, invoice);
        decimal[] left = BilledLines.ChargedBy(invoice);
        return Of(invoice, CreditNoteReason.Void, [.. left], left, [], closing);
    }

    /// <summary>Returns a negative total as a prepaid credit.</summary>
    internal static PrepaidCredit AsCredit(decimal total, string id, LocalDate from, string document) => total <= 0m
        ? new PrepaidCredit { Id = id, Balance = -total, Usable = DateSpan.From(from), Use = PrepaidUse.AfterTax }
        : throw new InvalidOperationException($"\"{document}\" has an amount due; nothing is refunded.");

    // An amount that a prepaid credit paid after tax was not paid in money.
    private static void RequireWithinPayment(
        Invoice invoice, decimal[] credited, decimal[] left, ReadOnlySpan<CreditNote> prior, string parameterName)
    {
        if (BeyondPayment(invoice, credited, left, prior) is var beyond and > 0m)
        {
            throw new ArgumentException(
                Invariant($"{parameterName} came with tax to {beyond} more than what is left of the money paid for ")
                    + $"\"{invoice}\"; a prepaid credit paid the rest, and the line of its payment is expected as "
                    + "well.",
                parameterName);
        }
    }

    // Credits the payment lines, the last one first, with the amount that exceeds the money paid.
    private static void CreditPayments(
        Invoice invoice, decimal[] credited, decimal[] left, ReadOnlySpan<CreditNote> prior)
    {
        decimal beyond = BeyondPayment(invoice, credited, left, prior);
        for (int i = credited.Length - 1; i >= 0 && beyond > 0m; i--)
        {
            if (invoice.Lines[i].Kind == InvoiceLineKind.Payment && left[i] < 0m)
            {
                credited[i] = -Math.Min(-left[i], beyond);
                beyond += credited[i];
            }
        }
    }

    // Returns the excess of the credited amount, with tax, over the money that was paid and is not refunded yet.
    private static decimal BeyondPayment(
        Invoice invoice, decimal[] credited, decimal[] left, ReadOnlySpan<CreditNote> prior)
    {
        decimal rest = invoice.Total;
        foreach (CreditNote note in prior)
        {
            rest += note.Total;
        }

        bool hasPayments = invoice.Lines.Any(static line => line.Kind == InvoiceLineKind.Payment);
        decimal amount = TaxOf(invoice, credited, left) - TaxBefore(prior) + credited.Sum();
        return hasPayments && rest >= 0m ? amount - rest : 0m;
    }

    private static CreditNote Of(
        Invoice invoice,
        CreditNoteReason reason,
        decimal[] credited,
        decimal[] left,
        ReadOnlySpan<CreditNote> prior,
        BillingAccount? closing)
    {
        decimal tax = TaxOf(invoice, credited, left) - TaxBefore(prior);
        List<InvoiceLine> lines = [];
        decimal subtotal = 0m;
        decimal unpaid = 0m;
        for (int i = 0; i < credited.Length; i++)
        {
            if (credited[i] == 0m)
            {
                continue;
            }

            InvoiceLine line = invoice.Lines[i];
            lines.Add(line with { Amount = -credited[i], Unrounded = -credited[i], Basis = BasisOf(line, left[i]) });
            subtotal -= line.Kind == InvoiceLineKind.Payment ? 0m : credited[i];
            unpaid -= line.Kind == InvoiceLineKind.Payment ? credited[i] : 0m;
        }

        if (tax != 0m)
        {
            lines.Add(new InvoiceLine
            {
                Kind = InvoiceLineKind.Tax,
                Item = "tax",
                Period = invoice.Period.Span,
                Currency = invoice.Currency,
                Unrounded = -tax,
                Amount = -tax,
                Basis = new InvoiceLineBasis { Rate = invoice.OpeningAccount.TaxRate, Of = subtotal },
            });
        }

        return new CreditNote
        {
            Invoice = invoice,
            Reason = reason,
            Lines = lines.ToValueList(),
            Credited = ValueList.Create<decimal>(credited),
            Subtotal = subtotal,
            Tax = -tax,
            Unpaid = unpaid,
            ClosingAccount = closing,
        };
    }

    private static InvoiceLineBasis BasisOf(InvoiceLine line, decimal stated) =>
        (line.Basis ?? new InvoiceLineBasis()) with { Stated = stated };

    private static decimal TaxBefore(ReadOnlySpan<CreditNote> prior)
    {
        decimal tax = 0m;
        foreach (CreditNote note in prior)
        {
            tax -= note.Tax;
        }

        return tax;
    }

    // The tax of all amounts credited, this note included.
    private static decimal TaxOf(Invoice invoice, decimal[] credited, decimal[] left)
    {
        bool isAll = true;
        decimal rest = 0m;
        for (int i = 0; i < left.Length; i++)
        {
            isAll &= credited[i] == left[i];
            rest += CreditLimits.IsTaxed(invoice.Lines[i]) ? left[i] - credited[i] : 0m;
        }

        decimal subtotal = invoice.Subtotal;
        if (isAll || subtotal == 0m)
        {
            return isAll ? invoice.Tax : 0m;
        }

        RoundingPolicy rounding = RoundingPolicy.ToDigits(
            invoice.Currency.Rounding.Digits, invoice.OpeningAccount.Rounding.Tax);
        return rounding.RoundWithoutNoise(invoice.Tax * (subtotal - rest) / subtotal);
    }
}
