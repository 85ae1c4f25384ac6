using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the pay that ramps guarantee, and the adjustments of guarantees in earlier statements.</summary>
internal static class RampGuarantees
{
    /// <summary>Returns the guaranteed pay for a period, rounded to the minor unit.</summary>
    public static decimal Of(CompLedger ledger, DateSpan period)
    {
        decimal guaranteed = 0m;
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            CompPlan plan = ledger.Assignments[i].Plan;
            if (!plan.Ramp.Months.IsEmpty && ledger.InForce(i) is { } inForce)
            {
                guaranteed += plan.Rounding.RoundWithoutNoise(
                    PeriodTerms.Guarantee(plan, period, inForce, ledger.Hired));
            }
        }

        return guaranteed;
    }

    /// <summary>Returns the amount that a guarantee adds to earned pay.</summary>
    public static decimal TopUp(decimal guaranteed, decimal earned) =>
        guaranteed > 0m ? Math.Max(0m, guaranteed - Math.Max(earned, 0m)) : 0m;

    /// <summary>Returns the lines that adjust the guarantees of issued statements to the current facts.</summary>
    public static IEnumerable<StatementLine> Adjust(
        CompLedger ledger,
        Earnings earnings,
        ReadOnlySpan<CompStatement> issued)
    {
        var lines = new List<StatementLine>();
        decimal[] stated = Stated(issued);
        for (int i = 0; i < issued.Length; i++)
        {
            DateSpan period = issued[i].Period;
            decimal guaranteed = Of(ledger, period);
            decimal earned = guaranteed > 0m ? earnings.Calendar.SumOf(period) : 0m;
            decimal due = TopUp(guaranteed, earned);
            if (due != stated[i])
            {
                CompPlan plan = ledger.Assignments[ledger.AssignmentIn(period)].Plan;
                lines.Add(new StatementLine
                {
                    Kind = StatementLineKind.Adjustment,
                    Corrects = StatementLineKind.Guarantee,
                    Date = period.End!.Value.PlusDays(-1),
                    Role = plan.Role,
                    Plan = plan.Id,
                    Item = PayItem.RampGuarantee,
                    Earned = due - stated[i],
                    PayableNow = due - stated[i],
                    Detail = new AdjustmentDetail
                    {
                        Before = period.End.Value,
                        EarnedDue = due,
                        EarnedStated = stated[i],
                        PayableDue = due,
                        PayableStated = stated[i],
                        Changes = [new PayChange(PayFact.Guarantee, stated[i], due)],
                    },
                });
            }
        }

        return lines;
    }

    // The guarantees that statements and later adjustments have stated for each period.
    private static decimal[] Stated(ReadOnlySpan<CompStatement> issued)
    {
        var stated = new decimal[issued.Length];
        for (int i = 0; i < issued.Length; i++)
        {
            foreach (StatementLine line in issued[i].Lines)
            {
                if ((line.Corrects ?? line.Kind) == StatementLineKind.Guarantee
                    && line.Item.Kind == PayItemKind.RampGuarantee)
                {
                    int of = line.Kind == StatementLineKind.Guarantee ? i : PeriodOf(issued, line.Date, i);
                    stated[of] += line.Earned;
                }
            }
        }

        return stated;
    }

    private static int PeriodOf(ReadOnlySpan<CompStatement> issued, LocalDate date, int last)
    {
        int i = last;
        while (i > 0 && date < issued[i].Period.Start)
        {
            i--;
        }

        return i;
    }
}
