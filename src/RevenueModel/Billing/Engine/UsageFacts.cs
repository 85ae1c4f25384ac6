using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The usage of a billing period by cell: the days between two changes. A change is a new plan, or the first
/// or last usable day of a prepaid credit.</summary>
internal sealed class UsageFacts
{
    private readonly PeriodPlan _plan;
    private readonly LocalDate[] _starts; // of cells; the first is the start of the service
    private readonly LocalDate[] _creditCuts;
    private readonly decimal[] _quantities; // by cell, then by meter
    private readonly ValueList<decimal>[]? _transactions;

    private UsageFacts(BillingAccount account, PeriodPlan plan, bool hasTransactions)
    {
        _plan = plan;
        _creditCuts = CreditCuts(account, plan.Service);
        _starts = plan.Parts.Length == 1 && _creditCuts.Length == 0
            ? [plan.Service.Start]
            : [.. plan.Parts.Select(static part => part.Days.Start).Concat(_creditCuts).Distinct().Order()];
        _quantities = new decimal[_starts.Length * plan.Meters.Count];
        _transactions = hasTransactions ? new ValueList<decimal>[_quantities.Length] : null;
    }

    /// <summary>Gets the known usage by meter and days.</summary>
    public ValueList<MeterUsage> Facts { get; private set; }

    /// <summary>Gets the days on which the set of usable credits changes, in order.</summary>
    public ReadOnlySpan<LocalDate> CreditCutDays => _creditCuts;

    /// <summary>Gets whether usage is known by single transactions for any meter.</summary>
    public bool HasTransactions => _transactions is not null;

    /// <summary>Reads the usage of a period.</summary>
    /// <param name="account">The account.</param>
    /// <param name="plan">The plans of the period.</param>
    /// <param name="through">The first day whose usage is not known.</param>
    /// <param name="usage">The usage of the period so far.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    /// <exception cref="ArgumentException">A meter is missing, unknown or duplicated, or its usage is not given
    /// separately before and after a change that affects it.</exception>
    public static UsageFacts Of(
        BillingAccount account,
        PeriodPlan plan,
        LocalDate through,
        ReadOnlySpan<MeterUsage> usage,
        string parameterName)
    {
        var reader = new UsageReader(account, plan, through, parameterName);
        ValueList<MeterUsage> facts = reader.Read(usage);
        bool hasTransactions = false;
        foreach (MeterUsage fact in facts)
        {
            hasTransactions |= !fact.Transactions.IsEmpty;
        }

        var cells = new UsageFacts(account, plan, hasTransactions) { Facts = facts };
        foreach (MeterUsage fact in facts)
        {
            cells.Place(plan.IndexOf(fact.Meter), fact, account.Customer, parameterName);
        }

        return cells;
    }

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
                sum += _quantities[At(cell, meter)];
            }
        }

        return sum;
    }

    /// <summary>Returns the transactions of a meter in some parts, before a day.</summary>
    /// <inheritdoc cref="Quantity"/>
    public ValueList<decimal> Transactions(int meter, DateSpan days, LocalDate before)
    {
        List<decimal> all = [];
        for (int cell = 0; cell < _starts.Length && _transactions is not null; cell++)
        {
            if (days.Contains(_starts[cell]) && _starts[cell] < before)
            {
                all.AddRange(_transactions[At(cell, meter)]);
            }
        }

        return all.ToValueList();
    }

    private static LocalDate[] CreditCuts(BillingAccount account, DateSpan service)
    {
        List<LocalDate>? cuts = null;
        foreach (PrepaidCredit credit in account.Credits)
        {
            if (credit.Balance > 0m && credit.Usable.Overlaps(service))
            {
                Add(credit.Usable.Start);
                Add(credit.Usable.End ?? service.Start);
            }
        }

        return cuts is null ? [] : [.. cuts.Distinct().Order()];

        void Add(LocalDate day)
        {
            if (day > service.Start && day < service.End)
            {
                (cuts ??= []).Add(day);
            }
        }
    }

    private int At(int cell, int meter) => (cell * _plan.Meters.Count) + meter;

    private void Place(int meter, MeterUsage fact, string customer, string parameterName)
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
                    Invariant($"{parameterName} had {fact}, and {Reason(cell)} on {_starts[cell]:R}; usage before ")
                        + "and from that day is expected, each with its days (MeterUsage.Of(meter, "
                        + "quantity, days)).",
                    parameterName);
            }
        }

        if (first >= 0)
        {
            int at = At(first, meter);
            _quantities[at] += fact.Quantity;
            if (_transactions is not null)
            {
                _transactions[at] = [.. _transactions[at], .. fact.Transactions];
            }
        }
        else if (fact.Quantity != 0m)
        {
            throw new ArgumentException(
                $"{parameterName} had {fact}, when no plan of {customer} bills it; usage within the days of a plan "
                    + "that bills it is expected.",
                parameterName);
        }
    }

    private DateSpan CellOf(int cell) => DateSpan.Between(
        _starts[cell], cell + 1 < _starts.Length ? _starts[cell + 1] : _plan.Service.End!.Value);

    private bool IsBilledIn(int cell, int meter) =>
        _plan.Parts.Length == 1 || _plan.Bills(_plan.PartOf(_starts[cell]), meter);

    // Returns whether the start of a cell affects a meter that is billed on both sides of it.
    private bool Matters(int cell, int meter) =>
        _creditCuts.AsSpan().Contains(_starts[cell]) || _plan.ChangesAt(_plan.PartOf(_starts[cell]), meter);

    private string Reason(int cell) => _creditCuts.AsSpan().Contains(_starts[cell])
        ? "the usable prepaid credits change"
        : "the plan changes";
}
