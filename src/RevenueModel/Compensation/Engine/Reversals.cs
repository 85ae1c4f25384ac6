using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>Takes back or voids earned pay where a customer churns or does not pay, or the person leaves.</summary>
internal static class Reversals
{
    /// <summary>Marks what lapses, and lists what is undone in the order of the days.</summary>
    public static List<ReversalEntry> Apply(CompLedger ledger, List<PayEntry> entries)
    {
        var undone = new List<ReversalEntry>();
        foreach (Cause cause in CausesOf(ledger).OrderBy(cause => cause.Day))
        {
            Undo(ledger, entries, undone, cause);
        }

        return [.. undone.OrderBy(entry => entry.Date)];
    }

    private static IEnumerable<Cause> CausesOf(CompLedger ledger)
    {
        foreach (CompEvent @event in ledger.Events.AsEnumerable())
        {
            switch (@event.Kind)
            {
                case CompEventKind.Churned:
                    yield return new Cause(ClawbackCauses.Churn, @event.Date, @event.Subject, @event.Subject + " churned");
                    break;
                case CompEventKind.NotPaid:
                    yield return new Cause(
                        ClawbackCauses.NonPayment, @event.Date, @event.Subject,
                        "the customer of " + @event.Subject + " did not pay");
                    break;
            }
        }

        if (ledger.Left is { } left)
        {
            yield return new Cause(ClawbackCauses.Leaving, left, ledger.Person, ledger.Person + " left");
        }
    }

    private static bool IsHit(PayEntry entry, Cause cause) => cause.Kind switch
    {
        ClawbackCauses.Churn => string.Equals(entry.AccountKey, cause.Subject, StringComparison.Ordinal),
        ClawbackCauses.NonPayment => string.Equals(entry.Deal, cause.Subject, StringComparison.Ordinal),
        _ => true,
    };

    private static void Undo(CompLedger ledger, List<PayEntry> entries, List<ReversalEntry> undone, Cause cause)
    {
        LocalDate day = cause.Day;
        var recovered = new RoundedTotals<(int Assignment, string? Subject)>();
        var taken = new Dictionary<(int Assignment, string Deal), decimal>();
        foreach (PayEntry entry in entries)
        {
            if (entry.Date > day || entry.IsClawedBack || !IsHit(entry, cause))
            {
                continue;
            }

            CompPlan plan = ledger.Assignments[entry.Assignment].Plan;
            if (plan.Clawback is { } clawback
                && clawback.Causes.HasFlag(cause.Kind)
                && day < entry.Date.PlusMonths(clawback.WindowMonths))
            {
                entry.IsClawedBack = true;
                decimal share = clawback.Share * (entry.PaidBefore(day) + entry.Spared);
                decimal amount = recovered.Add((entry.Assignment, entry.Deal ?? entry.AccountKey), share, plan.Rounding);
                decimal lapsed = Lapse(entry, day, unvestedOnly: false);
                Add(undone, StatementLineKind.Clawback, entry, amount, cause);
                Add(undone, StatementLineKind.Lapsed, entry, lapsed, cause);
                if (entry.Deal is { } deal)
                {
                    taken[(entry.Assignment, deal)] = taken.GetValueOrDefault((entry.Assignment, deal)) + amount + lapsed;
                }
            }
            else if (cause.Kind != ClawbackCauses.NonPayment)
            {
                Add(undone, StatementLineKind.Lapsed, entry, Lapse(entry, day, unvestedOnly: true), cause);
            }
        }

        Spare(entries, undone, cause, taken);
    }

    // What is credited back of a deal later has been taken already, and is not taken twice.
    private static void Spare(
        List<PayEntry> entries,
        List<ReversalEntry> undone,
        Cause cause,
        Dictionary<(int Assignment, string Deal), decimal> taken)
    {
        foreach (PayEntry entry in entries)
        {
            if (entry.Amount >= 0m
                || entry.Date <= cause.Day
                || entry.IsClawedBack
                || entry.Deal is not { } deal
                || taken.GetValueOrDefault((entry.Assignment, deal)) is not (> 0m and var left))
            {
                continue;
            }

            Cause spared = cause with { Day = entry.Date, Reason = cause.Reason + ", which took it already;" };
            decimal back = Math.Min(left, -entry.Amount - entry.Spared);
            if (back == -entry.Amount)
            {
                entry.IsClawedBack = true;
                Add(undone, StatementLineKind.Lapsed, entry, Lapse(entry, entry.Date, unvestedOnly: false), spared);
            }
            else
            {
                Add(undone, StatementLineKind.Clawback, entry, -back, spared);
            }

            entry.Spared += back;
            taken[(entry.Assignment, deal)] = left - back;
        }
    }

    private static void Add(
        List<ReversalEntry> undone,
        StatementLineKind kind,
        PayEntry entry,
        decimal amount,
        Cause cause)
    {
        if (amount != 0m)
        {
            undone.Add(new ReversalEntry(kind, cause.Day, entry, amount, cause.Reason));
        }
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

    private readonly record struct Cause(ClawbackCauses Kind, LocalDate Day, string Subject, string Reason);
}
