using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the pay for one measure under successive plans, credit by credit in the order in which they
/// count.</summary>
/// <remarks>A plan that starts from zero has a separate run. Plans that carry attainment share a run: each credit is
/// paid <c>F(before + credit) - F(before)</c> under the terms of its own plan.</remarks>
internal sealed class ComponentRun
{
    private readonly CompLedger _ledger;
    private readonly QuotaSpan[] _spans; // by assignment, starting with the first one of the run
    private readonly QuotaSpan[] _blended;
    private readonly int _first;
    private readonly PayItem _item;
    private readonly LocalDate? _end;
    private readonly bool _hasWindfall; // in some version of the plan
    private readonly ComponentTerms?[] _terms;
    private readonly Dictionary<string, decimal> _ofDeals = new(StringComparer.Ordinal);

    private readonly Dictionary<(int Index, DateSpan Period), (decimal Target, decimal TargetPay)> _quotas = [];

    private DateSpan _period;
    private bool _isStarted;
    private int _paidBy = -1; // the assignment whose terms gave the pay so far
    private decimal _credited;
    private decimal _weighted; // credit times the factors of products and terms
    private decimal _attained; // credit of the measures that set the rate
    private decimal _paid;
    private DateSpan _year;
    private decimal _ofYear; // credit of the fiscal year before the period

    private ComponentRun(CompLedger ledger, int first, QuotaSpan[] spans, bool isBlended)
    {
        _ledger = ledger;
        _first = first;
        _spans = spans;
        _blended = isBlended ? spans : [];
        _terms = new ComponentTerms?[spans.Length];
        _item = PayItem.Of(spans[0].Component.Measure);
        _end = ledger.InForce(first + spans.Length - 1)?.End ?? ledger.Left;
        _hasWindfall = Array.Exists(spans, static span => span.Plan.Windfall is not null);
        if (!isBlended && spans.Length > 1)
        {
            Join(spans);
        }
    }

    /// <summary>Gets the pay entries in date order.</summary>
    public List<PayEntry> Entries { get; } = [];

    public int First => _first;

    public int Count => _spans.Length;

    public CompMeasure Measure => _item.Measure!;

    /// <summary>Returns the runs of a ledger.</summary>
    public static List<ComponentRun> Of(CompLedger ledger)
    {
        var runs = new List<ComponentRun>();
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            foreach (PayComponent component in ledger.Assignments[i].Plan.Components)
            {
                if (ledger.InForce(i) is not null && !GoesOn(ledger, i, component))
                {
                    runs.Add(From(ledger, i, component));
                }
            }
        }

        return runs;
    }

    public PayEntry Next(in CountedCredit counted)
    {
        int index = counted.Assignment - _first;
        QuotaSpan span = _spans[index];

        // A credit that a gate releases after the plan has ended counts in the plan's last period.
        LocalDate day = counted.CountsOn!.Value;
        LocalDate measured = _end is { } end && day >= end ? end.PlusDays(-1) : day;
        if (!_isStarted || !_period.Contains(measured))
        {
            Start(index, measured);
        }

        ComponentTerms terms = TermsOf(index);
        if (_paidBy != index)
        {
            _paid = PayOf(terms, in span);
            _paidBy = index;
        }

        CompCredit credit = counted.Credit;
        bool isOwn = span.Component.Measure == credit.Measure;
        decimal counts = CountedOf(credit, in span, out bool isWindfall);
        decimal factor = isOwn ? span.Component.FactorOf(credit) : 1m;
        decimal before = WithoutNoise(_credited);
        bool isLevel = span.Component.Measure.Kind == MeasureKind.Level;
        _credited = isLevel ? counts : _credited + (isOwn ? counts : 0m);
        _weighted += isOwn ? counts * factor : 0m;
        _attained += span.Component.IsAttainedBy(credit.Measure) ? counts : 0m;
        decimal paid = PayOf(terms, in span);
        PayEntry entry = PayEntry.Of(
            StatementLineKind.Commission,
            counted.Assignment,
            _item,
            counted,
            paid - _paid,
            new CommissionDetail
            {
                Credit = credit,
                Period = _period,
                Terms = terms,
                Counted = isOwn ? counts : 0m,
                Before = before,
                After = WithoutNoise(_credited),
                PayBefore = _paid,
                PayAfter = paid,
                AverageRate = span.Component.PaysAverageRate
                    ? new AverageRate { Attained = WithoutNoise(_attained), Factor = factor }
                    : null,
                Gates = counted.Gates,
            },
            isWindfall);
        _paid = paid;
        Entries.Add(entry);
        return entry;
    }

    /// <summary>Returns whether credits of a measure affect the pay under an assignment.</summary>
    public bool Counts(int assignment, CompMeasure measure) => _spans[assignment - _first].Component.Counts(measure);

    // The rounded pay for the total credit of the period.
    private decimal PayOf(ComponentTerms terms, in QuotaSpan span)
    {
        PayComponent component = span.Component;
        if (!component.PaysAverageRate)
        {
            return terms.Amount(WithoutNoise(_credited), span.Plan.Rounding);
        }

        // The average rate of the attainment, applied to the weighted credit. The quotas differ if other measures set
        // the rate.
        decimal weighted = Math.Max(_weighted, 0m);
        decimal reached = WithoutNoise(_attained);
        decimal pay = reached > 0m ? terms.Amount(reached) * weighted / reached : terms.FirstRate * weighted;
        if (component.AttainedBy is not null && terms.Target is { } attained)
        {
            decimal own = PeriodTerms.Quota(in span, _blended, _period, _ledger.Hired).Target;
            pay = own > 0m ? pay * attained / own : pay;
        }

        return span.Plan.Rounding.RoundWithoutNoise(pay > component.AmountCap ? component.AmountCap.Value : pay);
    }

    // Three thirds of a unit reach a threshold of one unit.
    private static decimal WithoutNoise(decimal credited) =>
        Math.Sign(credited) * DivisionNoise.Remove(Math.Abs(credited), Math.Max(Math.Abs(credited), 1m));

    /// <summary>Returns the target of a measurement period, zero if a ramp leaves none, and the pay at
    /// target.</summary>
    public (decimal Target, decimal TargetPay) QuotaOf(int index, DateSpan period)
    {
        if (!_quotas.TryGetValue((index, period), out (decimal Target, decimal TargetPay) quota))
        {
            quota = PeriodTerms.Quota(in _spans[index], _blended, period, _ledger.Hired);
            _quotas.Add((index, period), quota);
        }

        return quota;
    }

    /// <summary>Returns the opening credit of a measurement period from another system.</summary>
    public decimal OpeningOf(DateSpan period)
    {
        decimal credited = 0m;
        if (_ledger.Opening is { } opening && period.Contains(opening.On) && IsOfOpening)
        {
            foreach (OpeningAttainment attained in opening.Attainments)
            {
                credited = attained.Measure == Measure ? attained.Credited : credited;
            }
        }

        return credited;
    }

    private decimal OpeningOfYear(DateSpan year, LocalDate measured)
    {
        decimal credited = 0m;
        if (_ledger.Opening is { } opening && year.Contains(opening.On) && IsOfOpening)
        {
            QuotaSpan span = _spans[0];
            bool isLater = !QuotaCalculator.PeriodOf(span.Plan, span.Component, measured).Contains(opening.On);
            foreach (OpeningAttainment attained in opening.Attainments)
            {
                bool isOwn = attained.Measure == Measure;
                credited = isOwn ? attained.EarlierInYear + (isLater ? attained.Credited : 0m) : credited;
            }
        }

        return credited;
    }

    // The attainment of an opening is that of the plans in force on its day.
    private bool IsOfOpening
    {
        get
        {
            int inForce = Math.Max(_ledger.AssignmentOn(_ledger.Opening!.On), 0);
            return inForce >= _first && inForce < _first + _spans.Length;
        }
    }

    private ComponentTerms TermsOf(int index) => _terms[index] ??= CreateTerms(index);

    private ComponentTerms CreateTerms(int index)
    {
        QuotaSpan span = _spans[index];
        PayComponent component = span.Component;
        if (component.AttainedBy is { } basis && component.Rates is null)
        {
            span = span with { Target = basis.Target };
        }

        ComponentTerms terms = PeriodTerms.Terms(in span, _blended, _period, _ledger.Hired);
        return component.AcceleratesFrom is { } from
            ? terms.AcceleratingFrom(from.PerYearAmount - _ofYear)
            : terms;
    }

    private void Start(int index, LocalDate measured)
    {
        QuotaSpan span = _spans[index];
        DateSpan year = QuotaCalculator.YearOf(span.Plan, measured);
        _ofYear = _isStarted && year == _year ? _ofYear + _attained : OpeningOfYear(year, measured);
        _year = year;
        _period = QuotaCalculator.PeriodOf(span.Plan, span.Component, measured);
        _isStarted = true;
        _paidBy = -1;
        Array.Clear(_terms);
        _ofDeals.Clear();
        _credited = OpeningOf(_period);
        _weighted = _credited;
        _attained = _credited;
    }

    // The limit is in credit, so the order of the parts of a deal does not change their sum.
    private decimal CountedOf(CompCredit credit, in QuotaSpan span, out bool isWindfall)
    {
        isWindfall = false;
        PayComponent component = span.Component;
        if (!_hasWindfall || credit.Deal is null || component.Measure.Kind == MeasureKind.Level)
        {
            return credit.Credited;
        }

        // All credit of the deal counts toward the limit, also that under a version of the plan without the rule.
        decimal before = _ofDeals.GetValueOrDefault(credit.Deal);
        decimal after = before + credit.Credited;
        _ofDeals[credit.Deal] = after;
        if (span.Plan.Windfall is not { } rule || component.Target is not { } target)
        {
            return credit.Credited; // a limit is a multiple of quota
        }

        decimal limit = rule.Limit * target.PerYearAmount;
        limit = rule.Basis == WindfallBasis.TargetPay ? limit / component.Weight : limit;
        isWindfall = after > limit;
        return Counted(after) - Counted(before);

        decimal Counted(decimal all) => all <= limit ? all : limit + ((all - limit) * rule.ReducedShare);
    }

    private static bool GoesOn(CompLedger ledger, int assignment, PayComponent component) =>
        assignment > 0
        && ledger.Assignments[assignment].Continuity != QuotaContinuity.StartsAnew
        && ledger.Assignments[assignment - 1].InForce.End == ledger.Assignments[assignment].InForce.Start
        && ledger.Assignments[assignment - 1].Plan.FindComponent(component.Measure) is { } before
        && before.Period == component.Period
        && before.Rates is null == component.Rates is null
        && ledger.Assignments[assignment - 1].Plan.Calendar == ledger.Assignments[assignment].Plan.Calendar;

    private static ComponentRun From(CompLedger ledger, int first, PayComponent component)
    {
        List<QuotaSpan> spans = [SpanOf(ledger, first, component)];
        bool isBlended = false;
        for (int i = first + 1; i < ledger.Assignments.Count; i++)
        {
            if (ledger.Assignments[i].Plan.FindComponent(component.Measure) is not { } next
                || !GoesOn(ledger, i, next)
                || !KeepsQuota(ledger, i))
            {
                break;
            }

            isBlended |= ledger.Assignments[i].Continuity == QuotaContinuity.BlendsQuota;
            spans.Add(SpanOf(ledger, i, next));
        }

        return new ComponentRun(ledger, first, [.. spans], isBlended);
    }

    // If a person leaves, the quota is that of the days to the end of the plan or to the last working day, by the rule
    // of the plan.
    private static QuotaSpan SpanOf(CompLedger ledger, int assignment, PayComponent component)
    {
        CompAssignment item = ledger.Assignments[assignment];
        DateSpan days = item.Plan.QuotaOnLeaving == LeavingQuota.Kept
            ? item.InForce
            : ledger.InForce(assignment)!.Value;
        return new QuotaSpan(item.Plan, component, days, AbsencesIn(item));
    }

    // If attainment is carried over, quotas are not prorated at the change of plan.
    private static void Join(QuotaSpan[] spans)
    {
        LocalDate start = spans[0].Days.Start;
        DateSpan days = spans[^1].Days.End is { } end ? DateSpan.Between(start, end) : DateSpan.From(start);
        ValueList<Absence> absences = spans.SelectMany(static span => span.Absences).ToValueList();
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = spans[i] with { Days = days, Absences = absences };
        }
    }

    // A plan that begins after the person has left belongs to a quota that is kept.
    private static bool KeepsQuota(CompLedger ledger, int assignment) =>
        ledger.InForce(assignment) is not null
        || (ledger.Assignments[assignment].Plan.QuotaOnLeaving == LeavingQuota.Kept
            && ledger.Assignments[assignment - 1].Plan.QuotaOnLeaving == LeavingQuota.Kept);

    // Each day of an absence once, under the plan in force on it.
    private static ValueList<Absence> AbsencesIn(CompAssignment item)
    {
        if (item.Absences.IsEmpty)
        {
            return [];
        }

        var within = new List<Absence>(item.Absences.Count);
        foreach (Absence absence in item.Absences)
        {
            if (absence.Days.Intersect(item.InForce) is { } days)
            {
                within.Add(Absence.Of(days, absence.Quota, absence.PausesDraw));
            }
        }

        return within.ToValueList();
    }
}
