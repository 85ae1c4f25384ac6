using RevenueModel.Billing;
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
