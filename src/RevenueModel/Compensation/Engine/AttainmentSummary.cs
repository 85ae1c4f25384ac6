using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the attainment of each component at the end of a statement.</summary>
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
                    ComponentRun run = earnings.RunOf(i, component.Measure);
                    DateSpan measured = QuotaCalculator.PeriodOf(plan, component, lastDay);
                    CommissionDetail? latest = Latest(run.Entries, measured, period.End!.Value);
                    (decimal target, decimal targetPay) = run.QuotaOf(i - run.First, measured);
                    bool hasRates = component.Rates is not null;
                    attainments.Add(new ComponentAttainment(
                        plan.Role,
                        component.Measure,
                        measured,
                        latest?.After ?? run.OpeningOf(measured),
                        component.Target is null ? null : target,
                        hasRates ? null : targetPay,
                        latest?.PayAfter ?? 0m));
                }
            }
        }

        return attainments.ToValueList();
    }

    private static CommissionDetail? Latest(List<PayEntry> entries, DateSpan measured, LocalDate end)
    {
        int low = 0;
        for (int high = entries.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = entries[middle].Date < end ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && entries[low - 1].Detail is CommissionDetail latest && latest.Period == measured
            ? latest
            : null;
    }
}
