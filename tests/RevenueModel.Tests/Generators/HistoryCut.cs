using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

/// <summary>Divides the periods of a history into invoices, and states usage in different forms.</summary>
public sealed record HistoryCut
{
    /// <summary>Gets the number that random choices are made from.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets how usage is stated.</summary>
    public HistoryReading Reading { get; init; }

    /// <summary>Gets the interim invoices of a period, at most.</summary>
    public int Interims { get; init; }

    /// <summary>Gets whether changes of plan are recorded only before the invoice of their day.</summary>
    public bool IsRecordedLate { get; init; }

    /// <summary>Gets whether the account changes to an equal plan on a random day of each period.</summary>
    public bool ChangesToEqual { get; init; }

    /// <summary>The invoices of each period.</summary>
    internal List<List<Invoice>> Bill(History history)
    {
        var dice = new HistoryDice(Seed);
        BillingAccount account = IsRecordedLate ? history.Bare() : history.Account();
        var recorded = new HashSet<HistoryChange>();
        var all = new List<List<Invoice>>();
        LocalDate[] changes = [.. HistoryInvoices.Cuts(history)];
        foreach (DateSpan service in HistoryInvoices.Services(history))
        {
            LocalDate start = service.Start;
            LocalDate end = service.End!.Value;
            int days = service.Days!.Value;
            LocalDate[] cuts = Reading == HistoryReading.Cumulative
                ? [.. changes.Where(day => day > start && day < end)]
                : [];
            IEnumerable<int> interims = Enumerable.Range(0, Interims).Select(_ => dice.From(1, days));
            cuts = [.. cuts.Concat(interims.Select(start.PlusDays)).Distinct().Order()];
            var invoices = new List<Invoice>();
            Record(start.PlusDays(1));
            if (history.Cycle.Fee == FeeTiming.InAdvance && account.Open is null && dice.Percent(50))
            {
                Add(InvoiceCalculator.Advance(account));
            }

            if (ChangesToEqual)
            {
                LocalDate day = start.PlusDays(dice.From(0, days - 1));
                PricePlan plan = HistoryPart.Of(history, new HistoryCalendar(history), start, end)
                    .Last(part => part.From <= day).Plan;
                account = history.Changes.Any(change => new HistoryCalendar(history).EffectiveDay(change) == day)
                    ? account
                    : account.ChangePlan(plan with { Charges = [.. plan.Charges] }, day);
            }

            foreach (LocalDate cut in cuts)
            {
                Record(cut);
                Add(InvoiceCalculator.Interim(account, cut, Usage(start, cut)));
            }

            Record(end);
            Add(InvoiceCalculator.Next(account, account.NextPeriod(), Usage(start, end)));
            all.Add(invoices);

            void Add(Invoice invoice)
            {
                invoices.Add(invoice);
                account = invoice.ClosingAccount;
            }
        }

        return all;

        IEnumerable<MeterUsage> Usage(LocalDate from, LocalDate to) => Reading switch
        {
            HistoryReading.Cumulative => history.Sums(from, to),
            HistoryReading.ByDay => history.Stated(from, to, Enumerable.Range(1, 400).Select(from.PlusDays)),
            HistoryReading.Sum when !changes.Any(day => day > from && day < to) => history.Sums(from, to),
            _ => history.Stated(from, to, [.. changes, from.PlusDays(dice.From(1, 60))]),
        };

        // Changes whose day is before another one.
        void Record(LocalDate before)
        {
            if (!IsRecordedLate)
            {
                return;
            }

            foreach (HistoryChange change in history.Changes.Where(one => one.On < before && recorded.Add(one)))
            {
                account = account.ChangePlan(change.Plan, change.On, change.Convention);
            }

            account = history.End is { } end && end.On <= before && account.ContractEnd is null
                ? account.EndContract(end.On, end.TrueUp, end.Fee)
                : account;
        }
    }
}

/// <summary>The form in which usage is stated.</summary>
public enum HistoryReading
{
    /// <summary>By stretches of days.</summary>
    ByStretch,

    /// <summary>By single days.</summary>
    ByDay,

    /// <summary>As a sum, where nothing changes.</summary>
    Sum,

    /// <summary>By cumulative readings on each day on which something changes.</summary>
    Cumulative,
}
