using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What a ledger refuses, and the words in which it does.</summary>
internal static class LedgerRules
{
    public static ValueList<CompAssignment> InOrder(ReadOnlySpan<CompAssignment> assignments, string person)
    {
        if (assignments.IsEmpty)
        {
            throw new ArgumentException(
                Invariant($"{nameof(CompLedger)} of {person} had no assignment; a plan in force is expected."),
                nameof(assignments));
        }

        foreach (CompAssignment assignment in assignments)
        {
            Guard.Against.Null(assignment, nameof(assignments));
        }

        ValueList<CompAssignment> ordered =
            assignments.ToArray().OrderBy(assignment => assignment.InForce.Start).ToValueList();
        for (int i = 1; i < ordered.Count; i++)
        {
            if (ordered[i - 1].InForce.Intersect(ordered[i].InForce) is { } both)
            {
                throw new ArgumentException(
                    Invariant($"{nameof(CompLedger)} of {person} has two plans in force on {both.Start:R}: \"{ordered[i - 1].Plan.Role}\" in {ordered[i - 1].InForce} and \"{ordered[i].Plan.Role}\" in {ordered[i].InForce}; one plan a day is expected."),
                    nameof(assignments));
            }
        }

        return ordered;
    }

    public static void RequireTenure(
        string person,
        ValueList<CompAssignment> assignments,
        LocalDate hired,
        LocalDate? left)
    {
        LocalDate first = assignments[0].InForce.Start;
        if (hired > first)
        {
            throw new ArgumentOutOfRangeException(
                nameof(hired),
                Invariant($"{nameof(CompLedger.Hired)} of {person} was {hired:R}; a day on or before that of the first plan, {first:R}, is expected."));
        }

        if (left <= first)
        {
            throw new ArgumentOutOfRangeException(
                nameof(left),
                Invariant($"{nameof(CompLedger.Left)} of {person} was {left:R}; a day after that of the first plan, {first:R}, is expected."));
        }
    }

    /// <summary>Refuses a ramp or a draw that would count its months from the beginning of time, where a plan is always in
    /// force: it would be over before it began.</summary>
    public static void RequireFirstDays(string person, ValueList<CompAssignment> assignments, LocalDate? hired)
    {
        foreach (CompAssignment assignment in assignments)
        {
            CompPlan plan = assignment.Plan;
            bool countsFromHiring = hired is null && !plan.Ramp.Months.IsEmpty;
            bool countsFromStart = plan.Draw is { Months: not null } or { RecoveryStartsAfterMonths: > 0 };
            if (assignment.InForce.Start == default && (countsFromHiring || countsFromStart))
            {
                throw new ArgumentException(
                    Invariant($"{nameof(CompAssignment.InForce)} of {person} under \"{plan.Role}\" was {assignment.InForce}, always; a first day is expected, since the {(countsFromStart ? "draw" : "ramp")} counts months from it."),
                    nameof(assignments));
            }
        }
    }

    public static void RequireCredits(CompLedger ledger, string name)
    {
        foreach (CompCredit credit in ledger.Credits)
        {
            Guard.Against.Null(credit, name);
            int assignment = ledger.AssignmentOn(credit.Date);
            if (assignment < 0)
            {
                throw Refused(
                    name, ledger, credit, nameof(CompCredit.Date), Invariant($"{credit.Date:R}"),
                    "a day on which a plan is in force: " + InForce(ledger));
            }

            CompPlan plan = ledger.Assignments[assignment].Plan;
            if (!IsPaid(plan, credit))
            {
                throw Refused(
                    name, ledger, credit, nameof(CompCredit.Measure), credit.Measure.Name,
                    Invariant($"a measure of plan \"{plan.Role}\": {Measures(plan)}"));
            }

            if (credit.Measure.Kind == MeasureKind.Level && credit.Amount < 0m)
            {
                throw Refused(
                    name, ledger, credit, nameof(CompCredit.Amount), Invariant($"{credit.Amount}"), "a level of zero or more");
            }
        }
    }

    /// <summary>Whether gates can hold a credit: one that a component, a trigger or an incentive pays, and not a reading for
    /// no deal, which has no buyers and no milestones. A residual waits for no gate.</summary>
    public static bool IsGated(CompPlan plan, CompCredit credit) =>
        (credit.Deal is not null || credit.Measure.Kind == MeasureKind.Flow) && IsPaidWhenCounted(plan, credit);

    private static bool IsPaidWhenCounted(CompPlan plan, CompCredit credit) =>
        plan.FindComponent(credit.Measure) is not null
        || (credit.Trigger is { } kind && plan.Triggers.Any(trigger => trigger.Kind == kind))
        || plan.Spiffs.Any(spiff => spiff.Measure == credit.Measure);

    private static bool IsPaid(CompPlan plan, CompCredit credit) =>
        IsPaidWhenCounted(plan, credit) || (plan.Residual is not null && IsResidual(credit.Measure));

    private static bool IsResidual(CompMeasure measure) =>
        measure == CompMeasure.NewArr || measure == CompMeasure.ExpansionArr;

    private static string Measures(CompPlan plan) => string.Join(
        ", ",
        plan.Components.Select(component => component.Measure.Name)
            .Concat(plan.Residual is null ? [] : [CompMeasure.NewArr.Name, CompMeasure.ExpansionArr.Name])
            .Concat(plan.Spiffs.Select(spiff => spiff.Measure.Name))
            .Distinct(StringComparer.Ordinal));

    private static string InForce(CompLedger ledger) => string.Join(
        " and ",
        Enumerable.Range(0, ledger.Assignments.Count).Select(i => ledger.InForce(i)).Where(span => span is not null));

    private static ArgumentException Refused(
        string name,
        CompLedger ledger,
        CompCredit credit,
        string property,
        string value,
        string allowed) =>
        new(
            Invariant($"{nameof(CompCredit)} {credit} of {ledger.Person}: {property} was {value}; {allowed} is expected."),
            name);
}
