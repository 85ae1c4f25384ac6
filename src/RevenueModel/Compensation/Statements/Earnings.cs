using RevenueModel.Compensation.Credits;
using RevenueModel.Compensation.Rules;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Statements;

/// <summary>Everything that a ledger has earned and will earn by what is known, and what undid it.</summary>
/// <remarks>
/// What is dated before a day depends on nothing that is dated on it or later, save that the day of leaving bears on the
/// targets of its whole measurement period.
/// </remarks>
internal sealed class Earnings
{
    private readonly CompLedger _ledger;
    private readonly EventBook _events;
    private readonly PaySchedule _schedule;
    private readonly List<PayEntry> _entries = [];

    public Earnings(CompLedger ledger)
    {
        _ledger = ledger;
        _events = new EventBook(ledger);
        _schedule = new PaySchedule(_events);
        Credits = GateKeeper.Count(ledger, _events);
        Held = Array.FindAll(Credits, static counted => counted.CountsOn != counted.Credit.Date);
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            CompPlan plan = ledger.Assignments[i].Plan;
            CountedCredit[] own = Array.FindAll(Credits, credit => credit.Assignment == i && credit.CountsOn is not null);
            foreach (PayComponent component in plan.Components)
            {
                AddCommissions(i, plan, component, own);
            }

            AddTriggers(i, plan, own);
            AddSpiffs(i, plan, own);
        }

        _entries.AddRange(Residuals.Of(ledger, _events));
        Undone = Undoing.Apply(ledger, _entries);
        Calendar = new EarningsCalendar(_entries);
    }

    /// <summary>The credits in the order in which they count.</summary>
    public CountedCredit[] Credits { get; }

    /// <summary>Those that count later than on their own day, or never, in the same order.</summary>
    public CountedCredit[] Held { get; }

    /// <summary>What was earned, by assignment and item, in the order of the days.</summary>
    public IReadOnlyList<PayEntry> Entries => _entries;

    /// <summary>What undid it, in the order of the days.</summary>
    public List<UndoEntry> Undone { get; }

    /// <summary>The same by day.</summary>
    public EarningsCalendar Calendar { get; }

    private void AddCommissions(int assignment, CompPlan plan, PayComponent component, CountedCredit[] credits)
    {
        if (_ledger.InForce(assignment) is not { } inForce)
        {
            return;
        }

        var run = new ComponentRun(_ledger, assignment, component, inForce);
        foreach (CountedCredit counted in credits)
        {
            if (counted.Credit.Measure == component.Measure)
            {
                Add(plan, run.Next(counted));
            }
        }
    }

    private void AddTriggers(int assignment, CompPlan plan, CountedCredit[] credits)
    {
        var totals = new RoundedTotals<ExpansionTriggerKind>();
        foreach (CountedCredit counted in credits)
        {
            CompCredit credit = counted.Credit;
            foreach (ExpansionTrigger trigger in plan.Triggers)
            {
                if (credit.Trigger == trigger.Kind)
                {
                    decimal rate = trigger.Rate ?? 0m;
                    decimal flat = (trigger.Amount ?? 0m) * credit.Share;
                    decimal amount = totals.Add(trigger.Kind, (rate * credit.Credited) + flat, plan.Rounding);
                    Add(plan, PayEntry.Of(
                        StatementLineKind.Trigger, assignment, "trigger " + InvariantText.Of(trigger.Kind), counted, amount,
                        new PayWorking { Credit = credit, Rate = rate, Of = credit.Credited, Flat = flat }));
                }
            }
        }
    }

    private void AddSpiffs(int assignment, CompPlan plan, CountedCredit[] credits)
    {
        foreach (Spiff spiff in plan.Spiffs)
        {
            var totals = new RoundedTotals<string>();
            var deals = new HashSet<string>(StringComparer.Ordinal);
            foreach (CountedCredit counted in credits)
            {
                CompCredit credit = counted.Credit;
                if (credit.Measure != spiff.Measure || !spiff.Window.Contains(credit.Date))
                {
                    continue;
                }

                decimal flat = credit.Deal is { } deal && deals.Add(deal) ? spiff.AmountPerDeal * credit.Share : 0m;
                decimal due = (spiff.Rate * credit.Credited) + flat;
                decimal left = spiff.Budget is { } budget ? budget - totals.Of(spiff.Name) : due;
                decimal amount = totals.Add(spiff.Name, Math.Min(due, left), plan.Rounding);
                PayEntry entry = PayEntry.Of(
                    StatementLineKind.Spiff, assignment, "SPIFF " + spiff.Name, counted, amount,
                    new PayWorking
                    {
                        Credit = credit,
                        Rate = spiff.Rate,
                        Of = credit.Credited,
                        Flat = flat,
                        IsCut = due > left,
                    });
                entry.Payables = [new Payable(0, entry.Date, entry.Date, amount)];
                _entries.Add(entry);
            }
        }
    }

    private void Add(CompPlan plan, PayEntry entry)
    {
        entry.Payables = _schedule.Cut(entry, plan);
        _entries.Add(entry);
    }
}
