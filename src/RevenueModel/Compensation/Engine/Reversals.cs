using System.Runtime.InteropServices;
using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>Reverses earned pay if a customer churns or does not pay, or the person leaves.</summary>
internal sealed class Reversals
{
    private readonly CompLedger _ledger;
    private readonly List<PayEntry> _entries;
    private readonly List<ReversalEntry> _undone = [];
    private Dictionary<string, List<PayEntry>>? _byAccount; // the entries that an event can reverse
    private Dictionary<string, List<PayEntry>>? _byDeal;

    private Reversals(CompLedger ledger, List<PayEntry> entries)
    {
        // Earned pay is listed by plan and item. What is reversed first must not depend on the order of the items.
        _ledger = ledger;
        _entries = [.. entries.OrderBy(static entry => entry.Date).ThenBy(static entry => entry.Kind)];
    }

    /// <summary>Marks lapsed parts, and returns the reversals in date order.</summary>
    public static List<ReversalEntry> Apply(CompLedger ledger, List<PayEntry> entries)
    {
        Cause[] causes = [.. CausesOf(ledger).OrderBy(static cause => cause.Day)];
        if (causes.Length == 0)
        {
            return [];
        }

        var reversals = new Reversals(ledger, entries);
        foreach (Cause cause in causes)
        {
            reversals.Undo(cause);
        }

        return [.. reversals._undone.OrderBy(static entry => entry.Date)];
    }

    private static IEnumerable<Cause> CausesOf(CompLedger ledger)
    {
        foreach (CompEvent @event in ledger.Events.AsEnumerable())
        {
            switch (@event.Kind)
            {
                case CompEventKind.Churned:
                    yield return new Cause(ClawbackCauses.Churn, @event.Date, @event.Subject);
                    break;
                case CompEventKind.NotPaid:
                    yield return new Cause(ClawbackCauses.NonPayment, @event.Date, @event.Subject);
                    break;
            }
        }

        if (ledger.Left is { } left)
        {
            yield return new Cause(ClawbackCauses.Leaving, left, ledger.Person);
        }
    }

    private List<PayEntry> EntriesOf(Cause cause) => cause.Kind switch
    {
        ClawbackCauses.Churn => Find(_byAccount ??= By(static entry => entry.AccountKey), cause.Subject),
        ClawbackCauses.NonPayment => Find(_byDeal ??= By(static entry => entry.Deal), cause.Subject),
        _ => _entries,
    };

    private Dictionary<string, List<PayEntry>> By(Func<PayEntry, string?> subjectOf)
    {
        var bySubject = new Dictionary<string, List<PayEntry>>(StringComparer.Ordinal);
        foreach (PayEntry entry in _entries)
        {
            if (subjectOf(entry) is { } subject)
            {
                ref List<PayEntry>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(bySubject, subject, out _);
                (list ??= []).Add(entry);
            }
        }

        return bySubject;
    }

    private static List<PayEntry> Find(Dictionary<string, List<PayEntry>> bySubject, string subject) =>
        bySubject.TryGetValue(subject, out List<PayEntry>? entries) ? entries : [];

    private void Undo(Cause cause)
    {
        LocalDate day = cause.Day;
        var recovered = new RoundedTotals<(string Plan, string? Subject)>();
        var taken = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (PayEntry entry in EntriesOf(cause))
        {
            if (entry.Date > day || entry.IsClawedBack)
            {
                continue;
            }

            CompPlan plan = _ledger.Assignments[entry.Assignment].Plan;
            if (plan.Clawback is { } clawback
                && !entry.IsOpening
                && clawback.Causes.HasFlag(cause.Kind)
                && day < (entry.AwardedOn ?? entry.Date).PlusMonths(clawback.WindowMonths))
            {
                // A correction of the same day follows the event: it deducts only pay that is left.
                if (entry.Amount < 0m && entry.Date == day)
                {
                    continue;
                }

                entry.IsClawedBack = true;
                decimal share = ShareOf(clawback, entry.AwardedOn ?? entry.Date, day);
                decimal amount = recovered.Add(
                    (plan.Id, entry.Deal ?? entry.AccountKey),
                    share * (entry.PaidBefore(day) + entry.Spared),
                    plan.Rounding);
                decimal lapsed = Lapse(entry, day, unvestedOnly: false);
                Add(StatementLineKind.Clawback, entry, amount, cause, share);
                Add(StatementLineKind.Lapsed, entry, lapsed, cause);
                if (entry.Deal is { } deal)
                {
                    taken[deal] = taken.GetValueOrDefault(deal) + amount + lapsed;
                }
            }
            else if (cause.Kind != ClawbackCauses.NonPayment)
            {
                Add(StatementLineKind.Lapsed, entry, Lapse(entry, day, unvestedOnly: true), cause);
            }
        }

        Spare(cause, taken);
    }

    private static decimal ShareOf(Clawback clawback, LocalDate earned, LocalDate day)
    {
        if (!clawback.DeclinesMonthly)
        {
            return clawback.Share;
        }

        int months = 0;
        while (months < clawback.WindowMonths && earned.PlusMonths(months + 1) <= day)
        {
            months++;
        }

        return clawback.Share * (clawback.WindowMonths - months) / clawback.WindowMonths;
    }

    // A negative credit of the deal on that day or later does not deduct pay that was already recovered.
    private void Spare(Cause cause, Dictionary<string, decimal> taken)
    {
        if (taken.Count == 0)
        {
            return;
        }

        string[] deals = [.. taken.Keys];
        _byDeal ??= By(static entry => entry.Deal);
        foreach (PayEntry entry in deals.SelectMany(deal => Find(_byDeal, deal)))
        {
            if (entry.Amount >= 0m
                || entry.Date < cause.Day
                || entry.IsClawedBack
                || entry.Deal is not { } deal
                || taken.GetValueOrDefault(deal) is not (> 0m and var left))
            {
                continue;
            }

            decimal back = Math.Min(left, -entry.Amount - entry.Spared);
            if (back == -entry.Amount)
            {
                entry.IsClawedBack = true;
                decimal lapsed = Lapse(entry, entry.Date, unvestedOnly: false);
                Add(StatementLineKind.Lapsed, entry, lapsed, cause, isSpared: true);
            }
            else
            {
                Add(StatementLineKind.Clawback, entry, -back, cause, isSpared: true);
            }

            entry.Spared += back;
            taken[deal] = left - back;
        }
    }

    private void Add(
        StatementLineKind kind, PayEntry entry, decimal amount, Cause cause, decimal share = 1m, bool isSpared = false)
    {
        if (amount == 0m)
        {
            return;
        }

        var detail = new ReversalDetail
        {
            Cause = cause.Kind,
            Subject = cause.Subject,
            On = cause.Day,
            Amount = entry.Amount,
            EarnedOn = entry.Date,
            IsPaid = kind == StatementLineKind.Clawback,
            Share = share,
            IsSpared = isSpared,
        };
        _undone.Add(new ReversalEntry(kind, isSpared ? entry.Date : cause.Day, entry, amount, detail));
    }

    private static decimal Lapse(PayEntry entry, LocalDate day, bool unvestedOnly)
    {
        decimal lapsed = 0m;
        foreach (ref Payable payable in entry.Payables.AsSpan())
        {
            bool isHit = unvestedOnly ? payable.Tranche > 0 && payable.Vests >= day : true;
            if (isHit && payable.Lapsed is null && !payable.IsPaidBefore(day))
            {
                payable.Lapsed = day;
                lapsed += payable.Amount;
            }
        }

        return lapsed;
    }

    private readonly record struct Cause(ClawbackCauses Kind, LocalDate Day, string Subject);
}
