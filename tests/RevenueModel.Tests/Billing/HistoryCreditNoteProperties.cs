using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Billing;

/// <summary>Law: credit notes refund at most the amounts that an invoice billed.</summary>
public class HistoryCreditNoteProperties
{
    [Fact]
    public void CreditNotesInAnyPartsSumToTheInvoice() => HistoryChecks.ForAll(
        history => history.Rounding.Level == RoundingLevel.Line,
        history =>
        {
            var dice = new HistoryDice(history.Seed);
            return HistoryInvoices.Whole(history)
                .Where(invoice => invoice.Subtotal > 0m)
                .Take(3)
                .SelectMany(invoice => InParts(invoice, dice));
        });

    [Fact]
    public void AVoidedInterimInvoiceIsBilledAgainByTheNextOne() => HistoryChecks.ForAll(history =>
    {
        DateSpan service = HistoryInvoices.Services(history).First();
        if (service.Days < 2)
        {
            return [];
        }

        History first = history with { Periods = 1 };
        BillingAccount account = first.Account();
        var day = service.Start.PlusDays(service.Days!.Value / 2);
        Invoice interim = InvoiceCalculator.Interim(
            account, day, first.Stated(service.Start, day, HistoryInvoices.Cuts(first)));
        CreditNote note = CreditNoteCalculator.Void(interim.ClosingAccount, interim);
        Invoice final = InvoiceCalculator.Next(
            note.ClosingAccount!,
            account.NextPeriod(),
            first.Stated(service.Start, service.End!.Value, HistoryInvoices.Cuts(first)));
        Invoice whole = HistoryInvoices.Whole(first).Single();
        return
        [
            .. HistoryChecks.Same("interim and its credit note", interim.Total + note.Total, 0m),
            .. HistoryChecks.Same("total", final.Total, whole.Total),
            .. HistoryChecks.Same("tax", final.Tax, whole.Tax),
            .. HistoryChecks.Same("credits", final.ClosingAccount.Credits, whole.ClosingAccount.Credits),
        ];
    });

    [Fact]
    public void AVoidedFinalInvoiceReopensItsPeriod() => HistoryChecks.ForAll(history =>
    {
        Invoice last = HistoryInvoices.Whole(history)[^1];
        DateSpan service = last.Period.Service;
        CreditNote note = CreditNoteCalculator.Void(last.ClosingAccount, last);
        BillingAccount reopened = note.ClosingAccount!;
        Invoice again = InvoiceCalculator.Next(
            reopened,
            reopened.NextPeriod(),
            history.Stated(service.Start, service.End!.Value, HistoryInvoices.Cuts(history)));
        return
        [
            .. HistoryChecks.Same("invoice and its credit note", last.Total + note.Total, 0m),
            .. HistoryChecks.Same("total", again.Total, last.Total),
            .. HistoryChecks.Same("tax", again.Tax, last.Tax),
            .. HistoryChecks.Same("credits", again.ClosingAccount.Credits, last.ClosingAccount.Credits),
            .. HistoryChecks.Same("carried", again.ClosingAccount.Carried, last.ClosingAccount.Carried),
        ];
    });

    // The oracle of bills states totals of periods, and would not notice an amount that two invoices give back.
    [Fact]
    public void OverAllInvoicesALineIsCreditedOnce() => HistoryChecks.ForAll(history =>
    {
        var wrong = new List<string>();
        List<Invoice> invoices = WithInterims(history);
        foreach (IGrouping<DateSpan, (InvoiceLine Line, decimal Credited)> period in invoices
            .SelectMany(invoice => invoice.Lines.Zip(CreditNoteCalculator.OfAll(invoice).Credited))
            .GroupBy(line => line.First.Period))
        {
            wrong.AddRange(HistoryChecks.Same(
                $"credits of {period.Key}",
                period.Sum(line => line.Credited),
                invoices.SelectMany(invoice => invoice.Sections)
                    .Where(section => section.Period.Span == period.Key)
                    .Sum(section => section.Subtotal - section.Paid)));
            foreach (var lines in period.GroupBy(line => KeyOf(line.Line)).Where(lines => IsStated(lines.Key.Kind)))
            {
                decimal charged = 0m;
                decimal before = 0m;
                foreach (decimal now in AmountsOf(invoices, period.Key, lines.Key))
                {
                    charged += Math.Max(now - before, 0m);
                    before = now;
                }

                decimal credited = lines.Sum(line => line.Credited);
                if (credited > charged)
                {
                    wrong.Add(FormattableString.Invariant($"{lines.Key}: {credited} credited of {charged}"));
                }
            }
        }

        foreach (Invoice invoice in invoices.Where(invoice => invoice.ClosingAccount.Open is not null))
        {
            OpenPeriod open = invoice.ClosingAccount.Open!;
            wrong.AddRange(HistoryChecks.Same("billed", open.Billed.Sum(line => line.Amount), open.Subtotal));
        }

        return wrong;
    });

    private static List<Invoice> WithInterims(History history)
    {
        var invoices = new List<Invoice>();
        BillingAccount account = history.Account();
        foreach (DateSpan service in HistoryInvoices.Services(history))
        {
            LocalDate end = service.End!.Value;
            foreach (int third in new[] { 1, 2 })
            {
                LocalDate day = service.Start.PlusDays(service.Days!.Value * third / 3);
                if (day > service.Start)
                {
                    Add(InvoiceCalculator.Interim(account, day, Usage(service.Start, day)));
                }
            }

            Add(InvoiceCalculator.Next(account, account.NextPeriod(), Usage(service.Start, end)));
        }

        return invoices;

        void Add(Invoice invoice)
        {
            invoices.Add(invoice);
            account = invoice.ClosingAccount;
        }

        IEnumerable<MeterUsage> Usage(LocalDate start, LocalDate end) =>
            history.Stated(start, end, HistoryInvoices.Cuts(history));
    }

    // The amount that each invoice of a period states for the period so far.
    private static IEnumerable<decimal> AmountsOf(
        List<Invoice> invoices, DateSpan period, (InvoiceLineKind, string, string?) key) =>
        from invoice in invoices
        where invoice.Sections.Any(section => section.Period.Span == period)
        select invoice.Lines.Where(line => line.Period == period && KeyOf(line) == key).Sum(line => line.Amount);

    private static (InvoiceLineKind Kind, string Item, string? Tier) KeyOf(InvoiceLine line) =>
        (line.Kind, line.Item, line.Tier);

    private static bool IsStated(InvoiceLineKind kind) =>
        kind is not (InvoiceLineKind.PreviouslyBilled or InvoiceLineKind.Tax or InvoiceLineKind.Payment);

    private static IEnumerable<string> InParts(Invoice invoice, HistoryDice dice)
    {
        RoundingPolicy rounding = invoice.Currency.Rounding;
        var notes = new List<CreditNote>();
        for (int i = 0; i < 3; i++)
        {
            decimal left = invoice.Subtotal + notes.Sum(note => note.Subtotal);
            decimal amount = rounding.Round(left * dice.From(1, 99) / 100m);
            if (amount > 0m && amount <= left)
            {
                notes.Add(CreditNoteCalculator.OfAmount(invoice, amount, notes));
            }
        }

        if (invoice.Subtotal + notes.Sum(note => note.Subtotal) > 0m)
        {
            notes.Add(CreditNoteCalculator.OfAll(invoice, notes));
        }

        return
        [
            .. HistoryChecks.Same("subtotal", -notes.Sum(note => note.Subtotal), invoice.Subtotal),
            .. HistoryChecks.Same("tax", -notes.Sum(note => note.Tax), invoice.Tax),
        ];
    }
}
