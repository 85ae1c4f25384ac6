using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>A credit with the day on which it counts, or none if it never does.</summary>
internal sealed record CountedCredit(CompCredit Credit, int Position, int Assignment, LocalDate? Day);

/// <summary>When the credits of a ledger count: on the first day on which all gates hold.</summary>
internal static class CountingOracle
{
    public static string? AccountOf(CompCredit credit) => credit.Account ?? credit.Deal;

    /// <summary>All credits in the order in which they count.</summary>
    public static CountedCredit[] Counted(CompLedger ledger, OracleQuota quota) =>
    [
        .. ledger.Credits
            .Select((credit, position) =>
                (Credit: credit, Position: position, Assignment: quota.AssignmentOn(credit.Date)))
            .Select(item => new CountedCredit(
                item.Credit, item.Position, item.Assignment,
                CountingDay(ledger, item.Credit, ledger.Assignments[item.Assignment].Plan)))
            .OrderBy(item => item.Day ?? LocalDate.MaxIsoValue)
            .ThenBy(item => item.Credit.Deal, StringComparer.Ordinal)
            .ThenBy(item => item.Credit.Date)
            .ThenByDescending(item => item.Credit.Share)
            .ThenByDescending(item => item.Credit.Amount)
            .ThenBy(item => item.Credit.Id, StringComparer.Ordinal)
            .ThenBy(item => item.Position),
    ];

    private static LocalDate? CountingDay(CompLedger ledger, CompCredit credit, CompPlan plan)
    {
        CompCredit[] ofDeal = credit.Deal is null
            ? [credit]
            : [.. ledger.Credits.Where(other => other.Deal == credit.Deal).OrderBy(other => other.Date)];
        string? segment = credit.Segment ?? ofDeal.Select(other => other.Segment).FirstOrDefault(name =>
            name is not null);
        CreditGate[] gates =
        [
            .. plan.Gates.Where(gate => gate.AppliesTo(segment)
                && (credit.Measure.Kind == MeasureKind.Flow || credit.Deal is not null)),
        ];
        CompEvent[] events =
            [.. ledger.Events.Where(happened => credit.Deal is not null && happened.Subject == credit.Deal)];
        LocalDate? first = events.Select(happened => happened.Date)
            .Concat(ofDeal.Select(other => other.Date))
            .Append(credit.Date)
            .Where(day => day >= credit.Date && gates.All(gate => Holds(gate, ofDeal, events, day)))
            .Select(day => (LocalDate?)day)
            .Min();
        return first > ledger.LastWorkingDay || (first > credit.Date && IsLostBy(ledger, credit, first.Value))
            ? null
            : first;
    }

    private static bool IsLostBy(CompLedger ledger, CompCredit credit, LocalDate day) => ledger.Events.Any(happened =>
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
}
