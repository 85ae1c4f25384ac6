using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The past and future earnings of a ledger by the known facts, and their reversals.</summary>
/// <remarks>
/// Entries before a day do not depend on facts dated on that day or later, except that the last working day can change
/// the targets of its whole measurement period.
/// </remarks>
internal sealed class Earnings
{
    private readonly CompLedger _ledger;
    private readonly EventIndex _events;
    private readonly PaySchedule _schedule;
    private readonly List<PayEntry> _entries;
    private readonly Dictionary<string, SpiffRun> _spiffs = new(StringComparer.Ordinal);
    private readonly RoundedTotals<(string Plan, ExpansionTriggerKind Kind)> _totals = new();
    private readonly Dictionary<ExpansionTriggerKind, FlatPerDeal> _flats = []; // once for a deal, whatever the plan

    public Earnings(CompLedger ledger)
    {
        _ledger = ledger;
        _events = new EventIndex(ledger);
        CountedCredit[] credits = GateEvaluator.Count(ledger, _events);
        Held = Array.FindAll(credits, static counted => counted.CountsOn != counted.Credit.Date);
        _entries = new List<PayEntry>(credits.Length);
        _schedule = new PaySchedule(new ReleaseSchedule(ledger, _events), _entries);
        AddOpening();
        Runs = ComponentRun.Of(ledger);
        AddInOrder(credits, AddCommissions);
        AddInOrder(credits, AddTriggers);
        AddInOrder(credits, AddSpiffs);
        _entries.AddRange(Residuals.Of(ledger, _events));
        Undone = Reversals.Apply(ledger, _entries);
        Calendar = new EarningsCalendar(_entries);
    }

    /// <summary>Gets the credits that count later than on their own day, or never, in the order in which they
    /// count.</summary>
    public CountedCredit[] Held { get; }

    /// <summary>Gets the measures that are paid, with their attainments.</summary>
    public List<ComponentRun> Runs { get; }

    /// <summary>Gets the earned pay by item, in date order.</summary>
    public IReadOnlyList<PayEntry> Entries => _entries;

    /// <summary>Gets the reversals of earned pay, in date order.</summary>
    public List<ReversalEntry> Undone { get; }

    /// <summary>Gets the earned pay and its payable parts by day.</summary>
    public EarningsCalendar Calendar { get; }

    /// <summary>Returns the run of a measure under an assignment.</summary>
    public ComponentRun RunOf(int assignment, CompMeasure measure) => Runs.Find(run =>
        assignment >= run.First && assignment < run.First + run.Count && run.Measure == measure)!;

    private void AddOpening()
    {
        if (_ledger.Opening is not { } opening)
        {
            return;
        }

        foreach (DeferredPay part in opening.PayableLater)
        {
            _entries.Add(new PayEntry
            {
                Kind = StatementLineKind.Commission,
                Assignment = 0,
                Item = PayItem.Opening,
                Date = opening.On.PlusDays(-1),
                Amount = part.Amount,
                Deal = part.Deal,
                AccountKey = part.Deal,
                Payables = [new Payable(0, part.On!.Value, opening.On, part.Amount)],
            });
        }
    }

    // Totals and budgets continue from plan to plan in the order in which the credits count. A gate can release a
    // credit of an earlier plan after credits of a later plan.
    private static void AddInOrder(CountedCredit[] credits, CreditAction add)
    {
        int i = 0;
        try
        {
            for (; i < credits.Length; i++)
            {
                if (credits[i].CountsOn is not null)
                {
                    add(in credits[i]);
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(credits[i], overflow);
        }
    }

    private void AddCommissions(in CountedCredit counted)
    {
        foreach (ComponentRun run in Runs)
        {
            bool isOwn = counted.Assignment >= run.First && counted.Assignment < run.First + run.Count;
            if (isOwn && run.Counts(counted.Assignment, counted.Credit.Measure))
            {
                Add(_ledger.Assignments[counted.Assignment].Plan, run.Next(in counted));
            }
        }
    }

    private void AddTriggers(in CountedCredit counted)
    {
        CompCredit credit = counted.Credit;
        CompPlan plan = _ledger.Assignments[counted.Assignment].Plan;
        foreach (ExpansionTrigger trigger in plan.Triggers)
        {
            if (credit.Trigger != trigger.Kind)
            {
                continue;
            }

            decimal rate = trigger.Rate ?? 0m;
            decimal flat = FlatOf(trigger, credit);
            decimal amount = _totals.Add((plan.Id, trigger.Kind), (rate * credit.Credited) + flat, plan.Rounding);
            Add(plan, PayEntry.Of(
                StatementLineKind.Trigger, counted.Assignment, PayItem.Of(trigger.Kind), counted, amount,
                new RateDetail { Credit = credit, Rate = rate, Flat = flat, Gates = counted.Gates }));
        }
    }

    private decimal FlatOf(ExpansionTrigger trigger, CompCredit credit)
    {
        decimal amount = trigger.Amount ?? 0m;
        if (credit.Deal is null)
        {
            return amount * credit.Share * Math.Sign(credit.Credited);
        }

        if (!_flats.TryGetValue(trigger.Kind, out FlatPerDeal? ofDeals))
        {
            _flats.Add(trigger.Kind, ofDeals = new FlatPerDeal());
        }

        return ofDeals.Next(credit, amount);
    }

    // A budget is per person and not per plan: the next plan continues with the remaining budget.
    private void AddSpiffs(in CountedCredit counted)
    {
        CompCredit credit = counted.Credit;
        CompPlan plan = _ledger.Assignments[counted.Assignment].Plan;
        foreach (Spiff spiff in plan.Spiffs)
        {
            if (credit.Measure == spiff.Measure && spiff.Window.Contains(credit.Date))
            {
                _entries.Add(RunOf(spiff).Next(spiff, counted.Assignment, plan, counted));
            }
        }
    }

    private SpiffRun RunOf(Spiff spiff)
    {
        if (!_spiffs.TryGetValue(spiff.Id, out SpiffRun? run))
        {
            TeamSpiffCredit[] team =
            [
                .. _ledger.Team.Where(other => string.Equals(other.Spiff, spiff.Id, StringComparison.Ordinal))
                    .OrderBy(static other => other.Date)
                    .ThenBy(static other => other.Person, StringComparer.Ordinal),
            ];
            run = new SpiffRun(PayItem.OfSpiff(spiff.Id, spiff.Name), team, _ledger.Person);
            _spiffs.Add(spiff.Id, run);
        }

        return run;
    }

    /// <summary>Returns the use of team budgets by a ledger, before the budgets limit it.</summary>
    public static List<TeamSpiffCredit> SpiffsOf(CompLedger ledger)
    {
        List<TeamSpiffCredit> used = [];
        foreach (PayEntry entry in ledger.Earnings().Entries)
        {
            if (entry is { Kind: StatementLineKind.Spiff, Detail: RateDetail detail })
            {
                ValueList<Spiff> spiffs = ledger.Assignments[entry.Assignment].Plan.Spiffs;
                string id = entry.Item.Spiff!;
                bool isShared = spiffs.Any(
                    spiff => spiff.IsTeamBudget && string.Equals(spiff.Id, id, StringComparison.Ordinal));
                decimal amount = (detail.Rate * detail.Credit.Credited) + detail.Flat;
                if (isShared && amount != 0m)
                {
                    used.Add(new TeamSpiffCredit(id, ledger.Person, entry.Date, amount));
                }
            }
        }

        return used;
    }

    private void Add(CompPlan plan, PayEntry entry)
    {
        entry.Payables = _schedule.Cut(entry, plan);
        _entries.Add(entry);
    }

    private delegate void CreditAction(in CountedCredit counted);

    private static ArgumentException TooLarge(CountedCredit counted, OverflowException overflow) =>
        DomainGuards.Overflow($"Credit {counted.Credit}", "ledger", overflow);
}
