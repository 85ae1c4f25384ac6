using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Billing;

/// <summary>Law: each period is billed once and in order.</summary>
public class HistoryOrderProperties
{
    [Fact]
    public void OnlyTheNextPeriodIsBilledAndAnotherIsRefusedByName() => HistoryChecks.ForAll(history =>
    {
        var refused = new List<string>();
        BillingAccount account = history.Account();
        foreach (DateSpan service in HistoryInvoices.Services(history))
        {
            DateSpan next = account.NextPeriod();
            LocalDate end = next.End!.Value;
            DateSpan after = (account with { BilledThrough = end, ContractEnd = null }).NextPeriod();
            DateSpan before = DateSpan.Between(next.Start.PlusDays(-next.Days!.Value), next.Start);
            DateSpan shifted = DateSpan.Between(next.Start.PlusDays(1), end.PlusDays(1));
            DateSpan shorter = next.Days > 1 ? DateSpan.Between(next.Start, end.PlusDays(-1)) : after;
            foreach (DateSpan other in new[] { after, before, shifted, shorter })
            {
                refused.AddRange(Refusal(history, account, other, next));
            }

            account = InvoiceCalculator.Next(account, next, Usage(history, service)).ClosingAccount;
            if (!account.IsFullyBilled)
            {
                refused.AddRange(Refusal(history, account, next, account.NextPeriod()));
            }
        }

        return refused;
    });

    [Fact]
    public void PeriodsCoverTheContractAndStartOnAnchorDays() => HistoryChecks.ForAll(history =>
    {
        var wrong = new List<string>();
        BillingAccount account = history.Bare();
        LocalDate anchor = history.Cycle.Anchor ?? history.Start;
        LocalDate last = history.Start.PlusYears(10);
        DateSpan period = account.NextPeriod();
        int index = Index(period.Start);
        wrong.AddRange(HistoryChecks.Same("first day", period.Contains(history.Start), true));
        while (period.Start < last)
        {
            wrong.AddRange(HistoryChecks.Same("start", period.Start, StartOf(index)));
            wrong.AddRange(HistoryChecks.Same("end", period.End, StartOf(index + 1)));
            account = account with { BilledThrough = period.End };
            DateSpan next = account.NextPeriod();
            wrong.AddRange(HistoryChecks.Same("next start", (LocalDate?)next.Start, period.End));
            period = next;
            index++;
        }

        return wrong.Take(5);

        LocalDate StartOf(int at) => history.Cycle.Interval.Unit == BillingUnit.Month
            ? anchor.PlusMonths(at * history.Cycle.Interval.Count)
            : anchor.PlusDays(at * history.Cycle.Interval.Count);

        int Index(LocalDate start) => Enumerable.Range(-500, 1_000).First(at => StartOf(at) == start);
    });

    [Fact]
    public void ContractsAreBilledToTheirEnd() => HistoryChecks.ForAll(
        history => history.End is not null,
        history =>
        {
            BillingAccount closing = HistoryInvoices.Whole(history)[^1].ClosingAccount;
            string next = "refused";
            try
            {
                next = closing.NextPeriod().ToString();
            }
            catch (InvalidOperationException)
            {
            }

            return
            [
                .. HistoryChecks.Same("whether all is billed", closing.IsFullyBilled, true),
                .. HistoryChecks.Same("next period", next, "refused"),
            ];
        });

    private static IEnumerable<string> Refusal(History history, BillingAccount account, DateSpan other, DateSpan next)
    {
        if (other == next)
        {
            return [];
        }

        try
        {
            _ = InvoiceCalculator.Next(account, other, Usage(history, other));
            return [FormattableString.Invariant($"{other} was billed, {next} is the next one")];
        }
        catch (ArgumentException refused)
        {
            return refused.Message.Contains(next.ToString(), StringComparison.Ordinal)
                ? []
                : [FormattableString.Invariant($"\"{refused.Message}\" does not name {next}")];
        }
    }

    private static IEnumerable<MeterUsage> Usage(History history, DateSpan service) =>
        history.Stated(service.Start, service.End!.Value, HistoryInvoices.Cuts(history));
}
