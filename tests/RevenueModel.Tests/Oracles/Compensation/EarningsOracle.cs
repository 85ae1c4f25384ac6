using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>
/// All that a ledger ever earns, in exact fractions until it is rounded, written rule by rule from the documentation,
/// without the library's own calculators.
/// </summary>
internal sealed class EarningsOracle
{
    private readonly CompLedger _ledger;
    private readonly List<OracleLine> _lines = [];
    private readonly Dictionary<
        (string Plan, VestingSchedule Vesting, RoundingPolicy Rounding, string Item), AwardsOracle> _awards = [];
    private readonly Dictionary<(string Item, string Deal), List<LocalDate>> _paidDays = [];

    public EarningsOracle(CompLedger ledger)
    {
        _ledger = ledger;
        Quota = new OracleQuota(ledger);
        Counted = CountingOracle.Counted(ledger, Quota);
        AddCommissions();
        AddTriggers();
        AddSpiffs();
        _lines.AddRange(ResidualOracle.Lines(ledger, Quota));
        Losses = new LossOracle(ledger, _lines).Losses;
    }

    public OracleQuota Quota { get; }

    public IReadOnlyList<CountedCredit> Counted { get; }

    public IReadOnlyList<OracleLine> Lines => _lines;

    public IReadOnlyList<OracleLoss> Losses { get; }

    public static ExactFraction Credited(CompCredit credit) => credit.Measure.Kind == MeasureKind.Level
        ? Exact(credit.Amount)
        : credit.CreditedPart is { } part ? Exact(part) : Exact(credit.Amount) * OraclePay.ShareOf(credit);

    private IEnumerable<CountedCredit> InOrder => Counted.Where(item => item.Day is not null);

    private CompPlan Plan(int assignment) => _ledger.Assignments[assignment].Plan;

    private PayComponent? Component(CountedCredit item) =>
        Plan(item.Assignment).Components.FirstOrDefault(component => component.Measure == item.Credit.Measure);

    private void AddCommissions()
    {
        foreach (var period in InOrder
            .Where(item => Component(item) is not null)
            .GroupBy(item =>
            {
                PayComponent component = Component(item)!;
                int[] chain = Quota.Chain(item.Assignment, component.Measure);
                DateSpan span = MeasurementPeriod(Plan(item.Assignment), component, DayWithin(chain, item));
                return (Start: span.Start, First: chain[0], Last: chain[^1], component.Measure.Id, Span: span);
            })
            .OrderBy(group => group.Key.Start)
            .ThenBy(group => group.Key.First))
        {
            AddCommissions(period.Key.Span, period.Key.First, period.Key.Last, [.. period]);
        }
    }

    private void AddCommissions(DateSpan period, int first, int last, CountedCredit[] credits)
    {
        ExactFraction credited = Opening(credits[0].Credit.Measure, period, first, last);
        var deals = new Dictionary<string, ExactFraction>(StringComparer.Ordinal);
        foreach (CountedCredit item in credits)
        {
            CompPlan plan = Plan(item.Assignment);
            PayComponent component = Component(item)!;
            ExactFraction before = credited;
            bool isWindfall = false;
            if (component.Measure.Kind == MeasureKind.Level)
            {
                credited = Credited(item.Credit);
            }
            else if (item.Credit.Deal is { } deal)
            {
                ExactFraction ofDeal = deals.GetValueOrDefault(deal, Zero);
                deals[deal] = ofDeal + Credited(item.Credit);
                if (Limit(plan, component) is { } limit)
                {
                    isWindfall = deals[deal] > limit;
                    credited += Reduced(deals[deal], limit, plan.Windfall!) - Reduced(ofDeal, limit, plan.Windfall!);
                }
                else
                {
                    credited += Credited(item.Credit);
                }
            }
            else
            {
                credited += Credited(item.Credit);
            }

            (ExactFraction target, ExactFraction targetPay) = Quota.Terms(item.Assignment, component, period);
            decimal earned = target > Zero
                ? Round(Pay(component, target, targetPay, credited), plan.Rounding)
                    - Round(Pay(component, target, targetPay, before), plan.Rounding)
                : 0m;
            AddAward(StatementLineKind.Commission, OracleKey.ItemOf(component.Measure), item, earned, isWindfall);
        }
    }

    private ExactFraction Opening(CompMeasure measure, DateSpan period, int first, int last)
    {
        if (_ledger.Opening is not { } opening || !period.Contains(opening.On))
        {
            return Zero;
        }

        int on = Quota.AssignmentOn(opening.On);
        return on >= first && on <= last
            ? Sum(opening.Attainments.Where(item => item.Measure == measure).Select(item => Exact(item.Credited)))
            : Zero;
    }

    // A credit that is released after the plan has ended, and no plan goes on from it, counts in its last period.
    private LocalDate DayWithin(int[] chain, CountedCredit item)
    {
        LocalDate day = item.Day!.Value;
        LocalDate end = chain.Select(Quota.InForce)
            .OfType<DateSpan>()
            .Max(days => days.End ?? LocalDate.MaxIsoValue);
        return day >= end ? end.PlusDays(-1) : day;
    }

    private static ExactFraction? Limit(CompPlan plan, PayComponent component) => plan.Windfall is { } windfall
        ? Exact(windfall.Limit) * Exact(component.Target!.PerYearAmount)
            / (windfall.Basis == WindfallBasis.Quota ? One : Exact(component.Weight))
        : null;

    private static ExactFraction Reduced(ExactFraction credit, ExactFraction limit, WindfallRule windfall) =>
        credit > limit ? limit + ((credit - limit) * Exact(windfall.ReducedShare)) : credit;

    private void AddTriggers()
    {
        var sums = new Dictionary<(string Plan, ExpansionTriggerKind Kind), ExactFraction>();
        var flats = new Dictionary<ExpansionTriggerKind, FlatAmountsOracle>(); // once for a deal, whatever the plan
        foreach (CountedCredit item in InOrder)
        {
            CompPlan plan = Plan(item.Assignment);
            if (plan.Triggers.FirstOrDefault(trigger => trigger.Kind == item.Credit.Trigger) is not { } trigger)
            {
                continue;
            }

            (string Plan, ExpansionTriggerKind Kind) key = (plan.Id, trigger.Kind);
            ExactFraction sum = sums.GetValueOrDefault(key, Zero);
            ExactFraction due = trigger.Rate is { } rate
                ? Exact(rate) * Credited(item.Credit)
                : item.Credit.Deal is null
                    ? Exact(trigger.Amount!.Value) * OraclePay.ShareOf(item.Credit) * Sign(Credited(item.Credit))
                    : Known(flats, trigger.Kind).Due(item.Credit, Credited(item.Credit), trigger.Amount!.Value);
            sums[key] = sum + due;
            AddAward(
                StatementLineKind.Trigger, OracleKey.ItemOf(trigger.Kind), item,
                Round(sum + due, plan.Rounding) - Round(sum, plan.Rounding));
        }
    }

    // A budget is the person's: it is spent in order of the days, whatever the plan.
    private void AddSpiffs()
    {
        var totals = new Dictionary<string, ExactFraction>(StringComparer.Ordinal);
        var flats = new Dictionary<string, FlatAmountsOracle>(StringComparer.Ordinal);
        foreach (CountedCredit item in InOrder)
        {
            CompPlan plan = Plan(item.Assignment);
            foreach (Spiff spiff in plan.Spiffs.Where(spiff =>
                spiff.Measure == item.Credit.Measure && spiff.Window.Contains(item.Credit.Date)))
            {
                ExactFraction before = totals.GetValueOrDefault(spiff.Id, Zero);
                ExactFraction after = before + (Exact(spiff.Rate) * Credited(item.Credit));
                if (item.Credit.Deal is not null)
                {
                    after += Known(flats, spiff.Id).Due(item.Credit, Credited(item.Credit), spiff.AmountPerDeal);
                }

                totals[spiff.Id] = after;
                decimal earned =
                    Round(Within(spiff, after), plan.Rounding) - Round(Within(spiff, before), plan.Rounding);
                LocalDate day = item.Day!.Value;
                _lines.Add(new OracleLine(
                    StatementLineKind.Spiff, plan, OracleKey.ItemOf(spiff), item.Credit.Deal, item.Credit.Account, day,
                    earned, [new OraclePart(0, day, day, earned)]));
            }
        }
    }

    private static ExactFraction Within(Spiff spiff, ExactFraction due) =>
        spiff.Budget is { } budget ? Min(due, Exact(budget)) : due;

    private static ExactFraction Sign(ExactFraction value) =>
        value > Zero ? One : value < Zero ? Zero - One : Zero;

    private static FlatAmountsOracle Known<TKey>(Dictionary<TKey, FlatAmountsOracle> flats, TKey key)
        where TKey : notnull =>
        flats.TryGetValue(key, out FlatAmountsOracle? known) ? known : flats[key] = new FlatAmountsOracle();

    private void AddAward(
        StatementLineKind kind, string item, CountedCredit counted, decimal earned, bool isWindfall = false)
    {
        CompPlan plan = Plan(counted.Assignment);
        if (!_awards.TryGetValue((plan.Id, plan.Vesting, plan.Rounding, item), out AwardsOracle? awards))
        {
            _awards[(plan.Id, plan.Vesting, plan.Rounding, item)] = awards = new AwardsOracle(_ledger, item, _paidDays);
        }

        LocalDate day = counted.Day!.Value;
        _lines.Add(new OracleLine(
            kind, plan, item, counted.Credit.Deal, counted.Credit.Account, day, earned,
            awards.Parts(plan, counted.Credit, day, earned))
        {
            IsWindfall = isWindfall,
        });
    }
}
