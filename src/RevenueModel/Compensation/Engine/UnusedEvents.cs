using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Finds the events of a ledger that have no effect.</summary>
internal static class UnusedEvents
{
    public static ValueList<EventWithoutEffect> Of(CompLedger ledger)
    {
        Dictionary<string, Subject> deals = new(StringComparer.Ordinal);
        Dictionary<string, Subject> accounts = new(StringComparer.Ordinal);
        foreach (CompCredit credit in ledger.Credits)
        {
            CompPlan plan = ledger.Assignments[ledger.AssignmentOn(credit.Date)].Plan;
            Add(deals, credit.Deal, credit, plan);
            Add(accounts, credit.AccountKey, credit, plan);
        }

        var unused = new List<EventWithoutEffect>();
        foreach (CompEvent @event in ledger.Events)
        {
            Subject? subject = @event.Kind switch
            {
                CompEventKind.WentLive or CompEventKind.Churned => accounts.GetValueOrDefault(@event.Subject),
                CompEventKind.Invoiced =>
                    deals.GetValueOrDefault(@event.Subject) ?? accounts.GetValueOrDefault(@event.Subject),
                _ => deals.GetValueOrDefault(@event.Subject),
            };
            if (ReasonOf(ledger, @event, subject) is { } reason)
            {
                unused.Add(new EventWithoutEffect(@event, reason));
            }
        }

        return unused.ToValueList();
    }

    private static void Add(Dictionary<string, Subject> subjects, string? key, CompCredit credit, CompPlan plan)
    {
        if (key is null)
        {
            return;
        }

        if (!subjects.TryGetValue(key, out Subject? subject))
        {
            subjects.Add(key, subject = new Subject { First = credit.Date });
        }

        subject.First = LocalDate.Min(subject.First, credit.Date);
        subject.Plans.Add(plan);
    }

    private static NoEffectReason? ReasonOf(CompLedger ledger, CompEvent @event, Subject? subject)
    {
        if (subject is null)
        {
            return NoEffectReason.NoCredit;
        }

        if (@event.Kind is CompEventKind.Churned or CompEventKind.NotPaid && @event.Date < subject.First)
        {
            return NoEffectReason.BeforeFirstCredit;
        }

        // Residuals follow the account, also under a later plan.
        bool isAnchor = @event.Kind is CompEventKind.WentLive or CompEventKind.Invoiced or CompEventKind.Churned;
        IEnumerable<CompPlan> plans = isAnchor
            ? subject.Plans.Concat(ledger.Assignments.Select(static item => item.Plan))
            : subject.Plans;
        return plans.Any(plan => Uses(plan, @event)) ? null : NoEffectReason.NoRule;
    }

    private static bool Uses(CompPlan plan, CompEvent @event) => @event.Kind switch
    {
        CompEventKind.BuyersEngaged => plan.Gates.Any(
            gate => (gate.RequiredEngagement & @event.Engagement) != BuyerEngagement.None),
        CompEventKind.MilestoneReached =>
            plan.Gates.Any(gate => NameLookup.Same(gate.RequiredMilestone, @event.Milestone)),
        CompEventKind.WentLive => plan.Residual?.Anchor == ResidualAnchor.GoLive,
        CompEventKind.Invoiced => plan.PaymentTrigger == PaymentTrigger.Invoice
            || plan.Residual?.Anchor == ResidualAnchor.FirstInvoice,
        CompEventKind.CashReceived or CompEventKind.Refunded =>
            plan.PaymentTrigger is PaymentTrigger.CashReceived or PaymentTrigger.PaidInFull,
        CompEventKind.NotPaid =>
            !plan.Gates.IsEmpty || plan.Clawback?.Causes.HasFlag(ClawbackCauses.NonPayment) == true,
        _ => !plan.Gates.IsEmpty
            || plan.Clawback?.Causes.HasFlag(ClawbackCauses.Churn) == true
            || plan.Vesting != default
            || plan.Residual?.Basis == ResidualBasis.ActiveArrMonthly,
    };

    private sealed class Subject
    {
        public LocalDate First { get; set; }

        public HashSet<CompPlan> Plans { get; } = [];
    }
}
