using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Determines the day on which each credit of a ledger counts.</summary>
internal static class GateEvaluator
{
    /// <summary>Returns the credits in the order in which they count; credits that never count come first.</summary>
    public static CountedCredit[] Count(CompLedger ledger, EventIndex events)
    {
        var counted = new CountedCredit[ledger.Credits.Count];
        for (int i = 0; i < counted.Length; i++)
        {
            CompCredit credit = ledger.Credits[i];
            int assignment = ledger.AssignmentOn(credit.Date);
            LocalDate? day = credit.Date;
            ValueList<CreditGate> holding = [];
            CompPlan plan = ledger.Assignments[assignment].Plan;
            foreach (CreditGate gate in LedgerRules.IsGated(plan, credit) ? plan.Gates : [])
            {
                LocalDate? opens = gate.AppliesTo(events.SegmentOf(credit))
                    ? events.OpensOn(gate, credit)
                    : credit.Date;
                if (opens != credit.Date)
                {
                    day = opens is { } later && day is { } sofar ? LocalDate.Max(sofar, later) : null;
                    holding = holding.IsEmpty && plan.Gates.Count == 1 ? plan.Gates : [.. holding, gate];
                }
            }

            counted[i] = InTime(ledger, events, new CountedCredit(credit, assignment, i, day, holding));
        }

        Array.Sort(counted, CountedCredit.Compare);
        return counted;
    }

    // A gate has no effect if it opens after the person has left or the customer has churned.
    private static CountedCredit InTime(CompLedger ledger, EventIndex events, in CountedCredit counted)
    {
        CompCredit credit = counted.Credit;
        if (counted.Gates.IsEmpty)
        {
            return counted;
        }

        LocalDate upTo = counted.CountsOn ?? LocalDate.MaxIsoValue;
        CompEvent? end = events.EndOf(credit, credit.Date, upTo);
        if (ledger.Left is { } left && left <= upTo && !(end?.Date <= left))
        {
            return counted with { CountsOn = null, LostOn = left };
        }

        return end is null ? counted : counted with { CountsOn = null, LostOn = end.Date, LostTo = end };
    }
}
