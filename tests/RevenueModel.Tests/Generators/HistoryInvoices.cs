using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

/// <summary>The invoices of a history.</summary>
internal static class HistoryInvoices
{
    /// <summary>A single invoice for each period, with usage stated between the days on which something changes.</summary>
    public static List<Invoice> Whole(History history)
    {
        var invoices = new List<Invoice>();
        BillingAccount account = history.Account();
        foreach (DateSpan service in Services(history))
        {
            Invoice invoice = InvoiceCalculator.Next(
                account, account.NextPeriod(), history.Stated(service.Start, service.End!.Value, Cuts(history)));
            invoices.Add(invoice);
            account = invoice.ClosingAccount;
        }

        return invoices;
    }

    /// <summary>The days in the contract of each period.</summary>
    public static IEnumerable<DateSpan> Services(History history) =>
        new HistoryCalendar(history).Periods().Select(period => period.Service);

    /// <summary>The days on which something may change.</summary>
    public static IEnumerable<LocalDate> Cuts(History history)
    {
        var calendar = new HistoryCalendar(history);
        return history.Changes.Select(calendar.EffectiveDay)
            .Concat(history.Credits.SelectMany(credit => new[] { credit.Usable.Start, credit.Usable.End ?? history.Start }));
    }
}
