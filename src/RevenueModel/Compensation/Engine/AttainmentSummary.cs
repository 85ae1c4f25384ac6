using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>How far each component has come by the end of a statement.</summary>
internal static class AttainmentSummary
{
    public static ValueList<ComponentAttainment> Of(CompLedger ledger, Earnings earnings, DateSpan period)
    {
        var attainments = new List<ComponentAttainment>();
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            CompPlan plan = ledger.Assignments[i].Plan;
            if (ledger.InForce(i) is { } inForce && inForce.Intersect(period) is { } worked)
            {
                LocalDate lastDay = worked.End!.Value.PlusDays(-1);
                foreach (PayComponent component in plan.Components)
                {
                    DateSpan measured = QuotaCalculator.PeriodOf(plan, component, lastDay);
                    PayCalculation? latest = Latest(earnings, i, component, measured, period.End!.Value);
                    attainments.Add(new ComponentAttainment(
                        plan.Role,
                        component.Measure,
                        measured,
                        latest?.After ?? 0m,
                        PeriodTerms.Target(plan, component, measured, inForce, ledger.Hired),
                        PeriodTerms.TargetPay(plan, component, measured, inForce),
                        latest?.PayAfter ?? 0m));
                }
            }
        }

        return attainments.ToValueList();
    }

    private static PayCalculation? Latest(
        Earnings earnings,
        int assignment,
        PayComponent component,
        DateSpan measured,
        LocalDate end)
    {
        // The entries of a component are in the order of the days: the latest is the first from the end.
        for (int i = earnings.Entries.Count - 1; i >= 0; i--)
        {
            PayEntry entry = earnings.Entries[i];
            if (entry.Kind == StatementLineKind.Commission && entry.Assignment == assignment && entry.Date < end)
            {
                PayCalculation working = entry.Working;
                if (working.Period == measured && working.Component == component)
                {
                    return working;
                }
            }
        }

        return null;
    }
}
