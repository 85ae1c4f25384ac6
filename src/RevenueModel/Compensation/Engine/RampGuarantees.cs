using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What ramps guarantee for the period of a statement, and what corrects it where the earnings of the period turn
/// out to be others.</summary>
internal static class RampGuarantees
{
    /// <summary>The pay that is guaranteed for a period, to the minor unit.</summary>
    public static decimal Of(CompLedger ledger, DateSpan period)
    {
        decimal guaranteed = 0m;
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            CompPlan plan = ledger.Assignments[i].Plan;
            if (ledger.InForce(i) is { } inForce)
            {
                guaranteed += plan.Rounding.RoundWithoutNoise(
                    PeriodTerms.Guarantee(plan, period, inForce, ledger.Hired));
            }
        }

        return guaranteed;
    }

    /// <summary>What a guarantee adds to what was earned.</summary>
    public static decimal TopUp(decimal guaranteed, decimal earned) =>
        guaranteed > 0m ? Math.Max(0m, guaranteed - Math.Max(earned, 0m)) : 0m;

    /// <summary>The lines that bring the guarantees of issued statements to what they are by now.</summary>
    public static IEnumerable<StatementLine> Adjust(
        CompLedger ledger,
        Earnings earnings,
        ReadOnlySpan<CompStatement> issued)
    {
        var lines = new List<StatementLine>();
        foreach (CompStatement statement in issued)
        {
            DateSpan period = statement.Period;
            decimal guaranteed = Of(ledger, period);
            decimal earned = 0m;
            foreach (PayEntry entry in earnings.Calendar.Earned(period))
            {
                earned += entry.Amount;
            }

            decimal stated = Stated(issued, period);
            decimal missing = TopUp(guaranteed, earned) - stated;
            if (missing != 0m)
            {
                lines.Add(new StatementLine
                {
                    Kind = StatementLineKind.Adjustment,
                    Corrects = StatementLineKind.Guarantee,
                    Date = period.End!.Value.PlusDays(-1),
                    Role = ledger.RoleIn(period),
                    Item = PayItem.RampGuarantee,
                    Earned = missing,
                    PayableNow = missing,
                    Explanation = Invariant(
                        $"{period}: guaranteed {guaranteed:#,0.00}, earned {earned:#,0.00}; topped up so far by {stated:#,0.00}"),
                });
            }
        }

        return lines;
    }

    private static decimal Stated(ReadOnlySpan<CompStatement> issued, DateSpan period)
    {
        decimal stated = 0m;
        foreach (CompStatement statement in issued)
        {
            foreach (StatementLine line in statement.Lines)
            {
                bool isGuarantee = (line.Corrects ?? line.Kind) == StatementLineKind.Guarantee
                    && line.Item.Kind == PayItemKind.RampGuarantee;
                stated += isGuarantee && period.Contains(line.Date) ? line.Earned : 0m;
            }
        }

        return stated;
    }
}
