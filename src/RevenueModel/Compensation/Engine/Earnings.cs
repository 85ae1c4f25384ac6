using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Everything that a ledger has earned and will earn by what is known, and what undid it.</summary>
/// <remarks>
/// What is dated before a day depends on nothing that is dated on it or later, save that the day of leaving bears on the
/// targets of its whole measurement period.
/// </remarks>
internal sealed class Earnings
{
    private readonly CompLedger _ledger;
    private readonly EventIndex _events;
    private readonly PaySchedule _schedule;
    private readonly List<PayEntry> _entries = [];
    private readonly Dictionary<string, SpiffRun> _spiffs = new(StringComparer.Ordinal);

    public Earnings(CompLedger ledger)
    {
        _ledger = ledger;
        _events = new EventIndex(ledger);
        _schedule = new PaySchedule(new ReleaseSchedule(ledger, _events));
        Credits = GateEvaluator.Count(ledger, _events);
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
        Undone = Reversals.Apply(ledger, _entries);
        Calendar = new EarningsCalendar(_entries);
    }

    /// <summary>The credits in the order in which they count.</summary>
    public CountedCredit[] Credits { get; }

    /// <summary>Those that count later than on their own day, or never, in the same order.</summary>
    public CountedCredit[] Held { get; }

    /// <summary>What was earned, by assignment and item, in the order of the days.</summary>
    public IReadOnlyList<PayEntry> Entries => _entries;

    /// <summary>What undid it, in the order of the days.</summary>
    public List<ReversalEntry> Undone { get; }

    /// <summary>The same by day.</summary>
    public EarningsCalendar Calendar { get; }

    private void AddCommissions(int assignment, CompPlan plan, PayComponent component, CountedCredit[] credits)
    {
        if (_ledger.InForce(assignment) is not { } inForce)
        {
            return;
        }

        var run = new ComponentRun(_ledger, assignment, component, inForce);
        int i = 0;
        try
        {
            for (; i < credits.Length; i++)
            {
                if (credits[i].Credit.Measure == component.Measure)
                {
                    Add(plan, run.Next(credits[i]));
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(credits[i], overflow);
        }
    }

    private void AddTriggers(int assignment, CompPlan plan, CountedCredit[] credits)
    {
        var totals = new RoundedTotals<ExpansionTriggerKind>();
        var flats = new Dictionary<ExpansionTriggerKind, FlatPerDeal>();
        PayItem[] items = [.. plan.Triggers.Select(trigger => PayItem.Of(trigger.Kind))];
        int i = 0;
        try
        {
            for (; items.Length > 0 && i < credits.Length; i++)
            {
                CountedCredit counted = credits[i];
                for (int j = 0; j < items.Length; j++)
                {
                    if (counted.Credit.Trigger == plan.Triggers[j].Kind)
                    {
                        AddTrigger(assignment, plan, plan.Triggers[j], items[j], counted);
                    }
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(credits[i], overflow);
        }

        void AddTrigger(int assignment, CompPlan plan, ExpansionTrigger trigger, PayItem item, CountedCredit counted)
        {
            CompCredit credit = counted.Credit;
            decimal rate = trigger.Rate ?? 0m;
            decimal flat = FlatOf(trigger, credit, flats);
            decimal amount = totals.Add(trigger.Kind, (rate * credit.Credited) + flat, plan.Rounding);
            Add(plan, PayEntry.Of(
                StatementLineKind.Trigger, assignment, item, counted, amount,
                new PayCalculation { Credit = credit, Rate = rate, Of = credit.Credited, Flat = flat }));
        }
    }

    private static decimal FlatOf(
        ExpansionTrigger trigger,
        CompCredit credit,
        Dictionary<ExpansionTriggerKind, FlatPerDeal> flats)
    {
        decimal amount = trigger.Amount ?? 0m;
        if (credit.Deal is null)
        {
            return amount * credit.Share * Math.Sign(credit.Credited);
        }

        if (!flats.TryGetValue(trigger.Kind, out FlatPerDeal? ofDeals))
        {
            flats.Add(trigger.Kind, ofDeals = new FlatPerDeal());
        }

        return ofDeals.Next(credit, amount);
    }

    // A budget is the person's, whatever the plan: the next plan goes on where the last one stopped.
    private void AddSpiffs(int assignment, CompPlan plan, CountedCredit[] credits)
    {
        foreach (Spiff spiff in plan.Spiffs)
        {
            if (!_spiffs.TryGetValue(spiff.Name, out SpiffRun? run))
            {
                _spiffs.Add(spiff.Name, run = new SpiffRun(spiff.Name));
            }

            int i = 0;
            try
            {
                for (; i < credits.Length; i++)
                {
                    CompCredit credit = credits[i].Credit;
                    if (credit.Measure == spiff.Measure && spiff.Window.Contains(credit.Date))
                    {
                        _entries.Add(run.Next(spiff, assignment, plan, credits[i]));
                    }
                }
            }
            catch (OverflowException overflow)
            {
                throw TooLarge(credits[i], overflow);
            }
        }
    }

    private void Add(CompPlan plan, PayEntry entry)
    {
        entry.Payables = _schedule.Cut(entry, plan);
        _entries.Add(entry);
    }

    private static ArgumentException TooLarge(CountedCredit counted, OverflowException overflow) =>
        DomainGuards.Overflow(Invariant($"Credit {counted.Credit}"), "ledger", overflow);
}
