using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

/// <summary>The invoices of a history.</summary>
internal static class HistoryInvoices
{
    /// <summary>A single invoice for each period, with usage stated between the days on which something
    /// changes.</summary>
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

    /// <summary>An invoice for each period, and adjustments for the facts that become known later.</summary>
    public static List<Invoice> WithAdjustments(History history)
    {
        var invoices = new List<Invoice>();
        History known = history.Known(0);
        BillingAccount account = known.Account();
        DateSpan[] services = [.. Services(history)];
        for (int period = 0; period < services.Length; period++)
        {
            Add(InvoiceCalculator.Next(account, account.NextPeriod(), ByDay(known, services[period])));
            History now = history.Known(period + 1);
            HistoryLateFact[] facts = [.. history.Late.Where(fact => fact.After == period + 1)];
            if (facts.Length > 0)
            {
                Add(AdjustmentCalculator.Adjust(account, invoices, Corrections(now, facts, period + 1)));
                known = now;
            }
        }

        return invoices;

        void Add(Invoice invoice)
        {
            invoices.Add(invoice);
            account = invoice.ClosingAccount;
        }
    }

    /// <summary>The invoices of a history whose facts are all known from the start, with usage by days.</summary>
    public static List<Invoice> Early(History history) =>
        WithAdjustments(history.Known(int.MaxValue) with { Late = [] });

    // The late facts as corrections, and the usage of all periods that they can affect.
    private static IEnumerable<BillingCorrection> Corrections(History known, HistoryLateFact[] facts, int billed)
    {
        var calendar = new HistoryCalendar(known);
        foreach (HistoryLateFact fact in facts)
        {
            if (fact.Change is { } change)
            {
                yield return BillingCorrection.OfPlanChange(new PricePlanChange
                {
                    On = calendar.EffectiveDay(change),
                    Plan = change.Plan,
                    Convention = change.Convention,
                });
            }

            if (fact.Credit is { } credit)
            {
                yield return BillingCorrection.OfCredit(credit);
            }
        }

        LocalDate first = facts.Min(fact => fact.Change is { } change ? calendar.EffectiveDay(change)
            : fact.Credit is null ? fact.Day
            : LocalDate.MaxIsoValue);
        foreach ((DateSpan span, DateSpan service)
            in calendar.Periods().Take(billed).Where(one => one.Service.End > first))
        {
            yield return BillingCorrection.OfUsage(span, ByDay(known, service));
        }
    }

    private static IEnumerable<MeterUsage> ByDay(History history, DateSpan service) => history.Stated(
        service.Start, service.End!.Value, Enumerable.Range(1, service.Days!.Value).Select(service.Start.PlusDays));

    /// <summary>The days in the contract of each period.</summary>
    public static IEnumerable<DateSpan> Services(History history) =>
        new HistoryCalendar(history).Periods().Select(period => period.Service);

    /// <summary>The days on which something may change.</summary>
    public static IEnumerable<LocalDate> Cuts(History history)
    {
        var calendar = new HistoryCalendar(history);
        return history.Changes.Select(calendar.EffectiveDay)
            .Concat(history.Credits.Select(credit => credit.Usable.Start))
            .Concat(history.Credits.Select(credit => credit.Usable.End ?? history.Start));
    }
}
