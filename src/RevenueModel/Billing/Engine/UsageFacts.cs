using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The usage of a billing period by cell: the days between two changes. A change is a new plan, or the first or last
/// usable day of a prepaid credit.</summary>
internal sealed class UsageFacts
{
    private readonly BillingAccount _account;
    private readonly PeriodPlan _plan;
    private readonly LocalDate _through;
    private readonly string _parameterName;
    private readonly LocalDate[] _starts; // of cells; the first is the start of the service
    private readonly LocalDate[] _creditCuts;
    private readonly decimal[,] _quantities; // by cell and meter
    private readonly ValueList<decimal>[,]? _transactions;
    private readonly List<MeterUsage> _facts = [];

    /// <summary>Reads the usage of a period.</summary>
    /// <param name="account">The account.</param>
    /// <param name="plan">The plans of the period.</param>
    /// <param name="through">The first day whose usage is not known.</param>
    /// <param name="usage">The usage of the period so far.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    /// <exception cref="ArgumentException">A meter is missing, unknown or given twice, or its usage is not known on each side
    /// of a change that matters to it.</exception>
    public UsageFacts(
        BillingAccount account,
        PeriodPlan plan,
        LocalDate through,
        ReadOnlySpan<MeterUsage> usage,
        string parameterName)
    {
        _account = account;
        _plan = plan;
        _through = through;
        _parameterName = parameterName;
        _creditCuts = CreditCuts(account, plan.Service);
        _starts =
        [
            .. plan.Parts.Select(static part => part.Days.Start).Concat(_creditCuts).Distinct().Order(),
        ];
        _quantities = new decimal[_starts.Length, plan.Meters.Count];
        RequireKnown(usage);
        if (through == plan.Service.Start)
        {
            return; // nothing is used yet
        }

        _transactions = usage.ToArray().Any(static one => !one.Transactions.IsEmpty)
            ? new ValueList<decimal>[_starts.Length, plan.Meters.Count]
            : null;
        for (int meter = 0; meter < plan.Meters.Count; meter++)
        {
            if (IsInForce(meter))
            {
                Read(meter, usage);
            }
        }
    }

    /// <summary>Gets the usage by meter and days, as far as it is known.</summary>
    public ValueList<MeterUsage> Facts => _facts.ToValueList();

    /// <summary>Gets the days on which the set of usable credits changes, in order.</summary>
    public ReadOnlySpan<LocalDate> CreditCutDays => _creditCuts;

    /// <summary>Returns the usage of a meter in some parts, before a day.</summary>
    /// <param name="meter">The position of the meter.</param>
    /// <param name="days">The days of the parts.</param>
    /// <param name="before">The day.</param>
    public decimal Quantity(int meter, DateSpan days, LocalDate before)
    {
        decimal sum = 0m;
        for (int cell = 0; cell < _starts.Length; cell++)
        {
            if (days.Contains(_starts[cell]) && _starts[cell] < before)
            {
                sum += _quantities[cell, meter];
            }
        }

        return sum;
    }

    /// <summary>Returns the transactions of a meter in some parts, before a day.</summary>
    /// <inheritdoc cref="Quantity"/>
    public ValueList<decimal> Transactions(int meter, DateSpan days, LocalDate before)
    {
        if (_transactions is null)
        {
            return [];
        }

        List<decimal> all = [];
        for (int cell = 0; cell < _starts.Length; cell++)
        {
            if (days.Contains(_starts[cell]) && _starts[cell] < before)
            {
                all.AddRange(_transactions[cell, meter]);
            }
        }

        return all.ToValueList();
    }

    /// <summary>Gets whether usage is known by single transactions for any meter.</summary>
    public bool HasTransactions => _transactions is not null;

    private static LocalDate[] CreditCuts(BillingAccount account, DateSpan service)
    {
        List<LocalDate> cuts = [];
        foreach (PrepaidCredit credit in account.Credits)
        {
            if (credit.Balance > 0m && credit.Usable.Overlaps(service))
            {
                Add(credit.Usable.Start);
                Add(credit.Usable.End ?? service.Start);
            }
        }

        return [.. cuts.Distinct().Order()];

        void Add(LocalDate day)
        {
            if (day > service.Start && day < service.End)
            {
                cuts.Add(day);
            }
        }
    }

    private void RequireKnown(ReadOnlySpan<MeterUsage> usage)
    {
        for (int i = 0; i < usage.Length; i++)
        {
            MeterUsage one = usage[i] ?? throw new ArgumentNullException(_parameterName);
            if (_plan.IndexOf(one.Meter) < 0)
            {
                throw new ArgumentException(
                    $"{_parameterName} had \"{one.Meter}\", which {PlanNames()} does not bill; one of {_plan.Meters.ToValueList()} is expected.",
                    _parameterName);
            }

            if (one.Days is { } days && !(days.Start >= _plan.Service.Start && days.End <= _through))
            {
                throw new ArgumentException(
                    Invariant($"{_parameterName} had \"{one}\"; days within {_plan.Service.Start:R} and {_through:R} are expected."),
                    _parameterName);
            }

            foreach (MeterUsage earlier in usage[..i])
            {
                if (NameLookup.Same(earlier.Meter, one.Meter) && (earlier.Days is null || one.Days is null))
                {
                    throw new ArgumentException(
                        $"{_parameterName} had \"{one.Meter}\" twice; each meter once is expected, or each time with its days.",
                        _parameterName);
                }
            }
        }
    }

    private void Read(int meter, ReadOnlySpan<MeterUsage> usage)
    {
        List<MeterUsage> given = [];
        foreach (MeterUsage one in usage)
        {
            if (NameLookup.Same(one.Meter, _plan.Meters[meter]))
            {
                given.Add(one);
            }
        }

        if (given.Count == 0)
        {
            throw new ArgumentException(
                $"{_parameterName} had no usage of \"{_plan.Meters[meter]}\", which {PlanNames()} bills; a quantity is expected, zero if there was none.",
                _parameterName);
        }

        IEnumerable<MeterUsage> facts = given[0].Days is null
            ? Dated(given[0])
            : given.OrderBy(static one => one.Days!.Value.Start);
        foreach (MeterUsage fact in facts)
        {
            _facts.Add(fact);
            Place(meter, fact);
        }
    }

    // A cumulative reading: what earlier readings had is of their days, and the rest of the days since.
    private List<MeterUsage> Dated(MeterUsage reading)
    {
        DateSpan all = DateSpan.Between(_plan.Service.Start, _through);
        List<MeterUsage> known = [];
        decimal sum = 0m;
        int transactions = 0;
        foreach (MeterUsage earlier in _account.Open?.Usage ?? [])
        {
            if (NameLookup.Same(earlier.Meter, reading.Meter))
            {
                known.Add(earlier);
                sum += earlier.Quantity;
                transactions += earlier.Transactions.Count;
            }
        }

        bool isContinued = sum <= reading.Quantity
            && known.SelectMany(static one => one.Transactions).SequenceEqual(reading.Transactions.Take(transactions));
        if (known.Count == 0 || !isContinued)
        {
            return [reading.On(all)];
        }

        MeterUsage rest = reading.Transactions.IsEmpty
            ? MeterUsage.Of(reading.Meter, reading.Quantity - sum)
            : MeterUsage.OfTransactions(reading.Meter, reading.Transactions.Skip(transactions));
        LocalDate since = _account.Open!.Through;
        if (since < _through)
        {
            known.Add(rest.On(DateSpan.Between(since, _through)));
        }
        else if (rest.Quantity > 0m || !rest.Transactions.IsEmpty)
        {
            DateSpan days = known[^1].Days ?? all;
            known.Add(rest.On(days));
        }

        return known;
    }

    private void Place(int meter, MeterUsage fact)
    {
        DateSpan days = fact.Days!.Value;
        int first = -1;
        for (int cell = 0; cell < _starts.Length; cell++)
        {
            if (!CellOf(cell).Overlaps(days) || !IsBilledIn(cell, meter))
            {
                continue;
            }

            if (first < 0)
            {
                first = cell;
            }
            else if (fact.Quantity != 0m && Matters(cell, meter))
            {
                throw new ArgumentException(
                    Invariant($"{_parameterName} had {fact}, and {Reason(cell)} on {_starts[cell]:R}; usage before and from that day is expected, each with its days (MeterUsage.Of(meter, quantity, days))."),
                    _parameterName);
            }
        }

        if (first >= 0)
        {
            _quantities[first, meter] += fact.Quantity;
            if (_transactions is not null)
            {
                _transactions[first, meter] = [.. _transactions[first, meter], .. fact.Transactions];
            }
        }
        else if (fact.Quantity != 0m)
        {
            throw new ArgumentException(
                $"{_parameterName} had {fact}, when no plan of {_account.Customer} bills it; usage within the days of a plan that bills it is expected.",
                _parameterName);
        }
    }

    private DateSpan CellOf(int cell) => DateSpan.Between(
        _starts[cell], cell + 1 < _starts.Length ? _starts[cell + 1] : _plan.Service.End!.Value);

    private int PartOf(LocalDate day) => Array.FindLastIndex(_plan.Parts, part => part.Days.Start <= day);

    private bool IsBilledIn(int cell, int meter) => Bills(_plan.Parts[PartOf(_starts[cell])].Plan, meter);

    private bool Bills(PricePlan plan, int meter) =>
        NameLookup.IndexOf(plan.Terms.Meters.AsSpan(), _plan.Meters[meter], static one => one) >= 0;

    // Whether the start of a cell changes anything for a meter that is billed on both sides of it.
    private bool Matters(int cell, int meter)
    {
        if (_creditCuts.AsSpan().Contains(_starts[cell]))
        {
            return true;
        }

        int part = PartOf(_starts[cell]);
        foreach (SectionPlan section in _plan.Sections)
        {
            if (section.First == part)
            {
                return true;
            }

            foreach (ChargeRun run in section.Runs)
            {
                bool changes = run.First == part || run.Last == part - 1;
                if (changes && NameLookup.IndexOf(ChargeTerms.MetersOf(run.Terms.Charge).AsSpan(), _plan.Meters[meter], static one => one) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string Reason(int cell) => _creditCuts.AsSpan().Contains(_starts[cell])
        ? "the usable prepaid credits change"
        : "the plan changes";

    private bool IsInForce(int meter)
    {
        foreach (PlanPart part in _plan.Parts)
        {
            if (part.Days.Start < _through && Bills(part.Plan, meter))
            {
                return true;
            }
        }

        return false;
    }

    private string PlanNames() => string.Join(" and ", _plan.Parts.Select(static part => $"plan \"{part.Plan.Name}\""));
}
