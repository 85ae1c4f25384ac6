using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Pays one component of an assignment, credit by credit in the order in which they count.</summary>
internal sealed class ComponentRun(CompLedger ledger, int assignment, PayComponent component, DateSpan inForce)
{
    private readonly PayItem _item = PayItem.Of(component.Measure);
    private readonly CompPlan _plan = ledger.Assignments[assignment].Plan;
    private readonly Dictionary<string, decimal> _ofDeals = new(StringComparer.Ordinal);

    private DateSpan _period;
    private ComponentTerms? _terms;
    private decimal _credited;
    private decimal _paid;

    public PayEntry Next(CountedCredit counted)
    {
        // A credit that a gate releases after the plan has ended counts in the plan's last period.
        LocalDate day = counted.CountsOn!.Value;
        LocalDate measured = inForce.End is { } end && day >= end ? end.PlusDays(-1) : day;
        if (_terms is null || !_period.Contains(measured))
        {
            _period = QuotaCalculator.PeriodOf(_plan, component, measured);
            _terms = PeriodTerms.Terms(_plan, component, _period, inForce, ledger.Hired);
            _credited = 0m;
            _paid = _terms.Amount(0m, _plan.Rounding);
            _ofDeals.Clear();
        }

        CompCredit credit = counted.Credit;
        decimal counts = Count(credit, out bool isWindfall);
        decimal after = component.Measure.Kind == MeasureKind.Level ? counts : _credited + counts;
        decimal paid = _terms.Amount(after, _plan.Rounding);
        PayEntry entry = PayEntry.Of(
            StatementLineKind.Commission,
            assignment,
            _item,
            counted,
            paid - _paid,
            new PayCalculation
            {
                Credit = credit,
                Component = component,
                Terms = _terms,
                Period = _period,
                Counted = counts,
                Before = _credited,
                After = after,
                PayBefore = _paid,
                PayAfter = paid,
            },
            isWindfall);
        _credited = after;
        _paid = paid;
        return entry;
    }

    // The limit is in credit, so that the parts of a deal, in whatever order, add up to the same.
    private decimal Count(CompCredit credit, out bool isWindfall)
    {
        isWindfall = false;
        if (_plan.Windfall is not { } rule || credit.Deal is null || component.Measure.Kind == MeasureKind.Level)
        {
            return credit.Credited;
        }

        decimal limit = rule.Limit * component.Target;
        limit = rule.Basis == WindfallBasis.TargetPay ? limit / component.Weight : limit;
        decimal before = _ofDeals.GetValueOrDefault(credit.Deal);
        decimal after = before + credit.Credited;
        _ofDeals[credit.Deal] = after;
        isWindfall = after > limit;
        return Counted(after) - Counted(before);

        decimal Counted(decimal all) => all <= limit ? all : limit + ((all - limit) * rule.ReducedShare);
    }
}
