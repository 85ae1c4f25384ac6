using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Compensation;

/// <summary>Decides on which day each credit of a ledger counts.</summary>
internal static class GateEvaluator
{
    /// <summary>The credits in the order in which they count, those that never do first.</summary>
    public static CountedCredit[] Count(CompLedger ledger, EventIndex events)
    {
        var counted = new CountedCredit[ledger.Credits.Count];
        for (int i = 0; i < counted.Length; i++)
        {
            CompCredit credit = ledger.Credits[i];
            int assignment = ledger.AssignmentOn(credit.Date);
            LocalDate? day = credit.Date;
            string? waits = null;
            CompPlan plan = ledger.Assignments[assignment].Plan;
            foreach (CreditGate gate in LedgerRules.IsGated(plan, credit) ? plan.Gates : [])
            {
                LocalDate? opens = gate.AppliesTo(events.SegmentOf(credit)) ? events.OpensOn(gate, credit) : credit.Date;
                if (opens != credit.Date)
                {
                    day = opens is { } later && day is { } sofar ? LocalDate.Max(sofar, later) : null;
                    waits = (waits is null ? "" : waits + ", ") + Invariant($"{gate.Name} ({Wanted(gate)})");
                }
            }

            counted[i] = InTime(ledger, events, new CountedCredit(credit, assignment, i, day, waits));
        }

        Array.Sort(counted, CountedCredit.Compare);
        return counted;
    }

    // A gate that opens after the person has left, or the customer is gone, opens too late.
    private static CountedCredit InTime(CompLedger ledger, EventIndex events, CountedCredit counted)
    {
        CompCredit credit = counted.Credit;
        if (counted.Waits is null)
        {
            return counted;
        }

        LocalDate upTo = counted.CountsOn ?? LocalDate.MaxIsoValue;
        CompEvent? end = events.EndOf(credit, credit.Date, upTo);
        if (ledger.Left is { } left && left <= upTo && !(end?.Date <= left))
        {
            return counted with { CountsOn = null, LostOn = left, LostTo = Invariant($"{ledger.Person} left on {left:R}") };
        }

        return end is null ? counted : counted with { CountsOn = null, LostOn = end.Date, LostTo = end.ToString() };
    }

    private static string Wanted(CreditGate gate)
    {
        string? buyers = gate.RequiredEngagement switch
        {
            BuyerEngagement.None => null,
            BuyerEngagement.Both => "IT and OT both engaged",
            BuyerEngagement.IT => "IT engaged",
            _ => "OT engaged",
        };
        return string.Join(" and ", new[] { buyers, gate.RequiredMilestone }.Where(what => what is not null));
    }
}
