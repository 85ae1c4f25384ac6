using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>
/// All that a ledger ever earns, in exact fractions until it is rounded, written rule by rule without the library's own
/// calculators.
/// </summary>
internal sealed class EarningsOracle
{
    private readonly CompLedger _ledger;
    private readonly List<OracleLine> _lines = [];

    public EarningsOracle(CompLedger ledger)
    {
        _ledger = ledger;
        Counted =
        [
            .. ledger.Credits
                .Select((credit, position) => (Credit: credit, Position: position, Assignment: AssignmentOn(credit.Date)))
                .Select(item => new CountedCredit(
                    item.Credit, item.Position, item.Assignment, CountingDay(item.Credit, Plan(item.Assignment))))
                .OrderBy(item => item.Day ?? LocalDate.MaxIsoValue)
                .ThenBy(item => item.Credit.Deal, StringComparer.Ordinal)
                .ThenBy(item => item.Position),
        ];
        AddCommissions();
        AddTriggers();
        AddSpiffs();
        AddResidualsOnExpansion();
        AddMonthlyResiduals();
        Losses = new LossOracle(ledger, _lines).Losses;
    }

    /// <summary>A credit with the day on which it counts, or none where it never does.</summary>
    internal sealed record CountedCredit(CompCredit Credit, int Position, int Assignment, LocalDate? Day);

    public IReadOnlyList<CountedCredit> Counted { get; }

    public IReadOnlyList<OracleLine> Lines => _lines;

    public IReadOnlyList<OracleLoss> Losses { get; }

    public static DateSpan? InForce(CompLedger ledger, int assignment)
    {
        DateSpan span = ledger.Assignments[assignment].InForce;
        return ledger.Left is { } left
            ? left > span.Start ? Both(span, DateSpan.Between(span.Start, left)) : null
            : span;
    }

    private IEnumerable<CountedCredit> InOrder(int assignment) =>
        Counted.Where(item => item.Assignment == assignment && item.Day is not null);

    private CompPlan Plan(int assignment) => _ledger.Assignments[assignment].Plan;

    private int AssignmentOn(LocalDate day) => Enumerable.Range(0, _ledger.Assignments.Count)
        .FirstOrDefault(i => InForce(_ledger, i) is { } days && days.Start <= day && (days.End is null || day < days.End), -1);

    private LocalDate? CountingDay(CompCredit credit, CompPlan plan)
    {
        CompCredit[] ofDeal = credit.Deal is null
            ? [credit]
            : [.. _ledger.Credits.Where(other => other.Deal == credit.Deal).OrderBy(other => other.Date)];
        string? segment = credit.Segment ?? ofDeal.Select(other => other.Segment).FirstOrDefault(name => name is not null);
        CreditGate[] gates =
        [
            .. plan.Gates.Where(gate => gate.AppliesTo(segment)
                && (credit.Measure.Kind == MeasureKind.Flow || credit.Deal is not null)),
        ];
        CompEvent[] events =
            [.. _ledger.Events.Where(happened => credit.Deal is not null && happened.Subject == credit.Deal)];
        LocalDate? first = events.Select(happened => happened.Date)
            .Concat(ofDeal.Select(other => other.Date))
            .Append(credit.Date)
            .Where(day => day >= credit.Date && gates.All(gate => Holds(gate, ofDeal, events, day)))
            .Select(day => (LocalDate?)day)
            .Min();
        return first >= _ledger.Left || (first > credit.Date && IsLostBy(credit, first.Value)) ? null : first;
    }

    private bool IsLostBy(CompCredit credit, LocalDate day) => _ledger.Events.Any(happened =>
        happened.Date >= credit.Date
            && happened.Date <= day
            && ((happened.Kind == CompEventKind.Churned && happened.Subject == AccountOf(credit))
                || (happened.Kind == CompEventKind.NotPaid && happened.Subject == credit.Deal)));

    private static bool Holds(CreditGate gate, CompCredit[] ofDeal, CompEvent[] events, LocalDate day)
    {
        BuyerEngagement engaged = BuyerEngagement.None;
        foreach (CompCredit credit in ofDeal.Where(credit => credit.Date <= day))
        {
            engaged |= credit.BuyerEngagement;
        }

        foreach (CompEvent happened in events.Where(
            happened => happened.Kind == CompEventKind.BuyersEngaged && happened.Date <= day))
        {
            engaged |= happened.Engagement;
        }

        return (engaged & gate.RequiredEngagement) == gate.RequiredEngagement
            && (gate.RequiredMilestone is null || events.Any(happened =>
                happened.Kind == CompEventKind.MilestoneReached
                    && happened.Date <= day
                    && string.Equals(happened.Milestone, gate.RequiredMilestone, StringComparison.OrdinalIgnoreCase)));
    }

    private static ExactFraction Credited(CompCredit credit) => credit.Measure.Kind == MeasureKind.Level
        ? Exact(credit.Amount)
        : Exact(credit.Amount) * Exact(credit.Share);

    private void AddCommissions()
    {
        for (int a = 0; a < _ledger.Assignments.Count; a++)
        {
            foreach (PayComponent component in Plan(a).Components)
            {
                AddCommissions(a, component);
            }
        }
    }

    private void AddCommissions(int assignment, PayComponent component)
    {
        CompPlan plan = Plan(assignment);
        if (InForce(_ledger, assignment) is not { } inForce)
        {
            return;
        }

        var awards = new Awards(_ledger, plan);
        foreach (var period in InOrder(assignment)
            .Where(item => item.Credit.Measure == component.Measure)
            .GroupBy(item => MeasurementPeriod(plan, component, DayWithin(inForce, item.Day!.Value)))
            .OrderBy(group => group.Key.Start))
        {
            ExactFraction target = Target(plan, component, period.Key, inForce, _ledger.Hired);
            ExactFraction targetPay = TargetPay(plan, component, period.Key, inForce);
            ExactFraction credited = Zero;
            decimal paid = 0m;
            var deals = new Dictionary<string, ExactFraction>(StringComparer.Ordinal);
            foreach (CountedCredit item in period)
            {
                bool isWindfall = false;
                if (component.Measure.Kind == MeasureKind.Level)
                {
                    credited = Credited(item.Credit);
                }
                else if (item.Credit.Deal is { } deal && Limit(plan, component) is { } limit)
                {
                    ExactFraction before = deals.GetValueOrDefault(deal, Zero);
                    ExactFraction after = before + Credited(item.Credit);
                    deals[deal] = after;
                    isWindfall = after > limit;
                    credited += Reduced(after, limit, plan.Windfall!) - Reduced(before, limit, plan.Windfall!);
                }
                else
                {
                    credited += Credited(item.Credit);
                }

                decimal pay = target > Zero ? Round(Pay(component, target, targetPay, credited), plan.Rounding) : 0m;
                _lines.Add(awards.Line(
                    StatementLineKind.Commission, assignment, component.Measure.Name, item, pay - paid, isWindfall));
                paid = pay;
            }
        }
    }

    private static LocalDate DayWithin(DateSpan inForce, LocalDate day) =>
        inForce.End is { } end && day >= end ? end.PlusDays(-1) : day;

    private static ExactFraction? Limit(CompPlan plan, PayComponent component) => plan.Windfall is { } windfall
        ? Exact(windfall.Limit) * Exact(component.Target)
            / (windfall.Basis == WindfallBasis.Quota ? One : Exact(component.Weight))
        : null;

    private static ExactFraction Reduced(ExactFraction credit, ExactFraction limit, WindfallRule windfall) =>
        credit > limit ? limit + ((credit - limit) * Exact(windfall.ReducedShare)) : credit;

    private void AddTriggers()
    {
        for (int a = 0; a < _ledger.Assignments.Count; a++)
        {
            CompPlan plan = Plan(a);
            foreach (ExpansionTrigger trigger in plan.Triggers)
            {
                var awards = new Awards(_ledger, plan);
                var flat = new FlatAmounts();
                ExactFraction sum = Zero;
                foreach (CountedCredit item in InOrder(a).Where(item => item.Credit.Trigger == trigger.Kind))
                {
                    ExactFraction next = sum + (trigger.Rate is { } rate
                        ? Exact(rate) * Credited(item.Credit)
                        : item.Credit.Deal is null
                            ? Exact(trigger.Amount!.Value) * Exact(item.Credit.Share) * Sign(Credited(item.Credit))
                            : flat.Due(item.Credit, trigger.Amount!.Value));
                    _lines.Add(awards.Line(
                        StatementLineKind.Trigger, a, "trigger " + trigger.Kind, item,
                        Round(next, plan.Rounding) - Round(sum, plan.Rounding)));
                    sum = next;
                }
            }
        }
    }

    private void AddSpiffs()
    {
        var totals = new Dictionary<string, ExactFraction>(StringComparer.Ordinal);
        var flats = new Dictionary<string, FlatAmounts>(StringComparer.Ordinal);
        foreach (int a in Enumerable.Range(0, _ledger.Assignments.Count).OrderBy(i => _ledger.Assignments[i].InForce.Start))
        {
            CompPlan plan = Plan(a);
            foreach (Spiff spiff in plan.Spiffs)
            {
                FlatAmounts flat = flats.TryGetValue(spiff.Name, out FlatAmounts? known) ? known : new FlatAmounts();
                flats[spiff.Name] = flat;
                foreach (CountedCredit item in InOrder(a).Where(item =>
                    item.Credit.Measure == spiff.Measure
                        && item.Credit.Date >= spiff.Window.Start
                        && (spiff.Window.End is null || item.Credit.Date < spiff.Window.End)))
                {
                    ExactFraction before = totals.GetValueOrDefault(spiff.Name, Zero);
                    ExactFraction after = before + (Exact(spiff.Rate) * Credited(item.Credit));
                    if (item.Credit.Deal is not null)
                    {
                        after += flat.Due(item.Credit, spiff.AmountPerDeal);
                    }

                    totals[spiff.Name] = after;
                    AddAtOnce(
                        StatementLineKind.Spiff, a, "SPIFF " + spiff.Name, item.Credit.Deal, item.Credit.Account, item.Day!.Value,
                        Round(Within(spiff, after), plan.Rounding) - Round(Within(spiff, before), plan.Rounding));
                }
            }
        }
    }

    private static ExactFraction Within(Spiff spiff, ExactFraction due) =>
        spiff.Budget is { } budget ? Min(due, Exact(budget)) : due;

    private static ExactFraction Sign(ExactFraction value) =>
        value > Zero ? One : value < Zero ? Zero - One : Zero;

    private void AddResidualsOnExpansion()
    {
        var sums = new Dictionary<(int Assignment, string Account), ExactFraction>();
        foreach (CompCredit credit in _ledger.Credits
            .Select((credit, position) => (Credit: credit, Position: position))
            .Where(item => item.Credit.Measure == CompMeasure.ExpansionArr)
            .OrderBy(item => item.Credit.Date)
            .ThenBy(item => item.Credit.Deal, StringComparer.Ordinal)
            .ThenBy(item => item.Position)
            .Select(item => item.Credit))
        {
            int a = AssignmentOn(credit.Date);
            if (Plan(a).Residual is { Basis: ResidualBasis.ExpansionArr } residual
                && AccountOf(credit) is { } account
                && Anchor(residual, account) is { } anchor
                && credit.Date >= anchor
                && credit.Date < anchor.PlusMonths(residual.Months))
            {
                ExactFraction before = sums.GetValueOrDefault((a, account), Zero);
                ExactFraction after = before + (Exact(residual.Rate) * Credited(credit));
                sums[(a, account)] = after;
                AddAtOnce(
                    StatementLineKind.Residual, a, "residual", credit.Deal, credit.Account, credit.Date,
                    Round(after, Plan(a).Rounding) - Round(before, Plan(a).Rounding));
            }
        }
    }

    private void AddMonthlyResiduals()
    {
        CompCredit[] active =
        [
            .. _ledger.Credits.Where(
                credit => credit.Measure == CompMeasure.NewArr || credit.Measure == CompMeasure.ExpansionArr),
        ];
        for (int a = 0; a < _ledger.Assignments.Count; a++)
        {
            if (Plan(a).Residual is not { Basis: ResidualBasis.ActiveArrMonthly } residual)
            {
                continue;
            }

            foreach (string account in active.Select(AccountOf).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                LocalDate? churn = Days(CompEventKind.Churned, account).Min();
                ExactFraction sum = Zero;
                for (int k = 0; k < residual.Months && Anchor(residual, account) is { } anchor; k++)
                {
                    LocalDate day = anchor.PlusMonths(k);
                    ExactFraction arr = active.Where(credit => AccountOf(credit) == account && credit.Date <= day)
                        .Aggregate(Zero, (total, credit) => total + Credited(credit));
                    if (day >= _ledger.Left || day >= churn || AssignmentOn(day) != a || arr <= Zero)
                    {
                        continue;
                    }

                    ExactFraction next = sum + (Exact(residual.Rate) * arr / Exact(12m));
                    AddAtOnce(
                        StatementLineKind.Residual, a, "residual", deal: null, account, day,
                        Round(next, Plan(a).Rounding) - Round(sum, Plan(a).Rounding));
                    sum = next;
                }
            }
        }
    }

    private static string? AccountOf(CompCredit credit) => credit.Account ?? credit.Deal;

    private IEnumerable<LocalDate?> Days(CompEventKind kind, string account) => _ledger.Events
        .Where(happened => happened.Kind == kind && happened.Subject == account)
        .Select(happened => (LocalDate?)happened.Date);

    private LocalDate? Anchor(Residual residual, string account) => residual.Anchor switch
    {
        ResidualAnchor.GoLive => Days(CompEventKind.WentLive, account).Min(),
        ResidualAnchor.FirstInvoice => _ledger.Credits
            .Where(credit => AccountOf(credit) == account && credit.Deal is not null)
            .Select(credit => credit.Deal!)
            .Append(account)
            .SelectMany(subject => Days(CompEventKind.Invoiced, subject))
            .Min(),
        _ => _ledger.Credits
            .Where(credit => credit.Measure == CompMeasure.NewArr && AccountOf(credit) == account)
            .Select(credit => (LocalDate?)credit.Date)
            .Min(),
    };

    private void AddAtOnce(
        StatementLineKind kind,
        int assignment,
        string item,
        string? deal,
        string? account,
        LocalDate day,
        decimal earned) =>
        _lines.Add(new OracleLine(
            kind, assignment, Plan(assignment).Role, item, deal, account, day, earned, [new OraclePart(0, day, day, earned)]));

    /// <summary>How the awards of one item under one assignment vest and are released.</summary>
    private sealed class Awards(CompLedger ledger, CompPlan plan)
    {
        private readonly Dictionary<(string Deal, int Tranche, LocalDate Day), decimal> _ofDeal = [];
        private readonly Dictionary<string, LocalDate> _firstDay = new(StringComparer.Ordinal);
        private decimal _awarded;

        public OracleLine Line(
            StatementLineKind kind,
            int assignment,
            string item,
            CountedCredit counted,
            decimal earned,
            bool isWindfall = false)
        {
            LocalDate day = counted.Day!.Value;
            decimal[] shares = [.. plan.Vesting.Shares];
            decimal[] before = Split(_awarded, shares, plan.Rounding);
            _awarded += earned;
            decimal[] after = Split(_awarded, shares, plan.Rounding);
            LocalDate from = day;
            if (counted.Credit.Deal is { } id)
            {
                from = earned < 0m && _firstDay.TryGetValue(id, out LocalDate earliest) ? earliest : day;
                _firstDay[id] = _firstDay.TryGetValue(id, out LocalDate known) ? LocalDate.Min(known, day) : day;
            }

            var parts = new List<OraclePart>();
            for (int j = 0; j < shares.Length; j++)
            {
                LocalDate vests = from.PlusYears(j);
                decimal tranche = after[j] - before[j];
                if (Releases(counted.Credit) is { } releases)
                {
                    AddReleased(parts, (counted.Credit.Deal!, j, counted.Credit.Date), releases, vests, day, tranche);
                }
                else
                {
                    parts.Add(new OraclePart(j, vests, LocalDate.Max(vests, day), tranche));
                }
            }

            return new OracleLine(
                kind, assignment, plan.Role, item, counted.Credit.Deal, counted.Credit.Account, day, earned, parts)
            {
                IsWindfall = isWindfall,
            };
        }

        private void AddReleased(
            List<OraclePart> parts,
            (string Deal, int Tranche, LocalDate Day) key,
            (LocalDate Day, ExactFraction Fraction)[] releases,
            LocalDate vests,
            LocalDate day,
            decimal amount)
        {
            decimal before = _ofDeal.GetValueOrDefault(key);
            decimal after = before + amount;
            _ofDeal[key] = after;
            decimal left = amount;
            ExactFraction last = Zero;
            foreach ((LocalDate happened, ExactFraction fraction) in releases)
            {
                decimal part = Released(after, fraction) - Released(after, last)
                    - (Released(before, fraction) - Released(before, last));
                parts.Add(new OraclePart(key.Tranche, vests, LocalDate.Max(LocalDate.Max(vests, happened), day), part));
                left -= part;
                last = fraction;
            }

            parts.Add(new OraclePart(key.Tranche, vests, Payable: null, left));
        }

        private decimal Released(decimal amount, ExactFraction fraction) => Round(Exact(amount) * fraction, plan.Rounding);

        private (LocalDate Day, ExactFraction Fraction)[]? Releases(CompCredit credit)
        {
            if (plan.PaymentTrigger == PaymentTrigger.Booking || credit.Deal is null)
            {
                return null;
            }

            CompCredit[] alike =
                [.. ledger.Credits.Where(other => other.Deal == credit.Deal && other.Measure == credit.Measure)];
            if (credit.Measure.Unit != MeasureUnit.Money && alike.All(other => other.ContractValue is null))
            {
                return null;
            }

            ExactFraction value = Value(alike.Where(other => other.Date == credit.Date));
            ExactFraction earlier = alike.Where(other => other.Date < credit.Date)
                .GroupBy(other => other.Date)
                .Select(Value)
                .Where(ofDay => ofDay > Zero)
                .Aggregate(Zero, (sum, ofDay) => sum + ofDay);
            if (value <= Zero && earlier <= Zero)
            {
                return null;
            }

            CompEventKind kind = plan.PaymentTrigger == PaymentTrigger.Invoice
                ? CompEventKind.Invoiced
                : CompEventKind.CashReceived;
            ExactFraction money = Zero;
            var releases = new List<(LocalDate, ExactFraction)>();
            foreach (CompEvent happened in ledger.Events
                .Where(happened => happened.Kind == kind && happened.Subject == credit.Deal)
                .OrderBy(happened => happened.Date))
            {
                money += Exact(happened.Amount);
                ExactFraction covered = value > Zero ? (money - earlier) / value : money / earlier;
                releases.Add((happened.Date, covered < Zero ? Zero : Min(One, covered)));
            }

            return [.. releases];
        }

        // What the customer is to pay for the credits of a day: overlays have no part in it where there are others.
        private static ExactFraction Value(IEnumerable<CompCredit> ofDay)
        {
            CompCredit[] all = [.. ofDay];
            CompCredit[] sold = [.. all.Where(credit => !credit.IsOverlay)];
            return (sold.Length > 0 ? sold : all).Aggregate(Zero, (sum, credit) => sum
                + Exact(credit.ContractValue ?? (credit.Measure.Unit == MeasureUnit.Money ? credit.Amount : 0m)));
        }
    }

    /// <summary>Flat amounts that are due once for each deal while what is credited of it is above zero.</summary>
    private sealed class FlatAmounts
    {
        private readonly Dictionary<string, ExactFraction> _credited = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ExactFraction> _paid = new(StringComparer.Ordinal);

        public ExactFraction Due(CompCredit credit, decimal amount)
        {
            string deal = credit.Deal!;
            ExactFraction before = _credited.GetValueOrDefault(deal, Zero);
            ExactFraction after = before + Credited(credit);
            _credited[deal] = after;
            if (before <= Zero && after > Zero)
            {
                return _paid[deal] = Exact(amount) * Exact(credit.Share);
            }

            return before > Zero && after <= Zero ? Zero - _paid[deal] : Zero;
        }
    }
}
