using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Validates the parts of a ledger, and creates the messages of the exceptions.</summary>
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
                    Invariant($"{nameof(CompLedger)} of {person} has two plans in force on {both.Start:R}: ")
                        + Invariant($"\"{ordered[i - 1].Plan.Role}\" in {ordered[i - 1].InForce} and ")
                        + Invariant($"\"{ordered[i].Plan.Role}\" in {ordered[i].InForce}; one plan a day is ")
                        + "expected.",
                    nameof(assignments));
            }
        }

        return ordered;
    }

    public static void RequireTenure(
        string person,
        ValueList<CompAssignment> assignments,
        LocalDate hired,
        LocalDate? lastWorkingDay)
    {
        LocalDate first = assignments[0].InForce.Start;
        if (hired > first)
        {
            throw new ArgumentOutOfRangeException(
                nameof(hired),
                Invariant($"{nameof(CompLedger.Hired)} of {person} was {hired:R}; a day on or before that of the ")
                    + Invariant($"first plan, {first:R}, is expected."));
        }

        if (lastWorkingDay < first)
        {
            throw new ArgumentOutOfRangeException(
                nameof(lastWorkingDay),
                Invariant($"{nameof(CompLedger.LastWorkingDay)} of {person} was {lastWorkingDay:R}; a day from that ")
                    + Invariant($"of the first plan, {first:R}, on is expected."));
        }
    }

    /// <summary>Throws if the opening has a balance that cannot be settled.</summary>
    public static void RequireOpening(CompLedger ledger, string name)
    {
        if (ledger.Opening is not { } opening)
        {
            return;
        }

        RoundingPolicy rounding = ledger.Assignments[0].Plan.Rounding;
        RequireMinorUnits(nameof(CompOpening.DrawBalance), opening.DrawBalance);
        RequireMinorUnits(nameof(CompOpening.CarriedBalance), opening.CarriedBalance);
        foreach (DeferredPay part in opening.PayableLater)
        {
            RequireMinorUnits(nameof(CompOpening.PayableLater), part.Amount);
            if (part.On is not { } day || day < opening.On)
            {
                throw Refused(
                    nameof(CompOpening.PayableLater), part, Invariant($"a day from {opening.On:R} on is expected"));
            }
        }

        for (int i = 0; i < opening.Attainments.Count; i++)
        {
            OpeningAttainment attained = opening.Attainments[i];
            bool isPaid = attained.Measure is not null && ledger.Assignments.Any(
                item => item.Plan.Components.Any(component => component.Counts(attained.Measure)));
            bool isRepeated = opening.Attainments.Take(i).Any(other => other.Measure == attained.Measure);
            if (attained.Measure is null || isRepeated || !isPaid)
            {
                throw Refused(
                    nameof(CompOpening.Attainments),
                    attained.Measure is null ? "a measure that is null" : attained,
                    "each measure that a component is paid on, once, is expected");
            }

            if (attained.Measure.AllowedRatio(attained.Credited) is { } allowed)
            {
                throw Refused(nameof(CompOpening.Attainments), attained.Credited, allowed + " is expected");
            }
        }

        void RequireMinorUnits(string property, decimal amount)
        {
            if (rounding.Round(amount) != amount)
            {
                throw Refused(
                    property,
                    amount,
                    Invariant($"an amount with at most {rounding.Digits} decimal places is expected"));
            }
        }

        ArgumentException Refused(string property, object value, string expected) =>
            new(Invariant($"{property} of the opening of {ledger.Person} was {value}; {expected}."), name);
    }

    /// <summary>Returns the credits of a ledger with others added. An added credit replaces the one with the same
    /// id.</summary>
    public static ReadOnlySpan<CompCredit> Replaced(CompLedger ledger, ReadOnlySpan<CompCredit> added, string name)
    {
        if (added.IsEmpty)
        {
            return ledger.Credits.AsSpan();
        }

        List<CompCredit> credits = [.. ledger.Credits];
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < credits.Count; i++)
        {
            if (credits[i].Id is { } id)
            {
                positions[id] = i;
            }
        }

        foreach (CompCredit credit in added)
        {
            if (Guard.Against.Null(credit, name).Id is { } id && positions.Remove(id, out int position))
            {
                credits[position] = credits[position] != credit ? credit : throw Repeated(ledger, credit, name);
            }
            else
            {
                credits.Add(credit);
            }
        }

        return credits.ToArray();
    }

    /// <summary>Throws if a ramp or a draw counts months from the first day of a plan that is in force without a first
    /// day.</summary>
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
                    Invariant($"{nameof(CompAssignment.InForce)} of {person} under \"{plan.Role}\" was ")
                        + Invariant($"{assignment.InForce}, without a first day; a first day is expected, since the ")
                        + (countsFromStart ? "draw" : "ramp") + " counts months from it.",
                    nameof(assignments));
            }
        }
    }

    public static void RequireCredits(CompLedger ledger, string name)
    {
        RequireDistinct(ledger, name);
        foreach (CompCredit credit in ledger.Credits)
        {
            Guard.Against.Null(credit, name);
            RequireAfterOpening(ledger, credit, name);
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
                    name,
                    ledger,
                    credit,
                    nameof(CompCredit.Amount),
                    Invariant($"{credit.Amount}"),
                    "a level of zero or more");
            }

            if (credit.Measure.AllowedRatio(credit.Amount) is { } allowed)
            {
                throw Refused(
                    name, ledger, credit, nameof(CompCredit.Amount), Invariant($"{credit.Amount}"), allowed);
            }

            RequireSameSign(ledger, credit, nameof(CompCredit.ContractValue), credit.ContractValue, name);
            RequirePart(ledger, credit, name);
        }
    }

    private static void RequireDistinct(CompLedger ledger, string name)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        HashSet<CompCredit> alike = [];
        foreach (CompCredit credit in ledger.Credits)
        {
            if (credit?.Id is { } id ? !ids.Add(id) : credit is not null && !alike.Add(credit))
            {
                throw Repeated(ledger, credit, name);
            }
        }
    }

    private static ArgumentException Repeated(CompLedger ledger, CompCredit credit, string name) => credit.Id is { } id
        ? Refused(name, ledger, credit, nameof(CompCredit.Id), $"\"{id}\", which another credit has", "another id")
        : Refused(
            name, ledger, credit, nameof(CompCredit.Id), "null, and another credit is the same in everything",
            "an id for each");

    private static void RequireAfterOpening(CompLedger ledger, CompCredit credit, string name)
    {
        if (credit.Date < ledger.Opening?.On)
        {
            throw Refused(
                name, ledger, credit, nameof(CompCredit.Date), Invariant($"{credit.Date:R}"),
                Invariant($"a day from the opening, {ledger.Opening.On:R}, on"));
        }
    }

    private static void RequirePart(CompLedger ledger, CompCredit credit, string name)
    {
        decimal share = credit.Amount * credit.Share;
        if (credit.CreditedPart is { } part && Math.Abs(part - share) >= 1m)
        {
            throw Refused(
                name, ledger, credit, nameof(CompCredit.CreditedPart), Invariant($"{part}"),
                Invariant($"a part less than 1 from amount x share, {share:#,0.####}, or null"));
        }
    }

    private static void RequireSameSign(
        CompLedger ledger, CompCredit credit, string property, decimal? part, string name)
    {
        if (part is { } given && given != 0m && Math.Sign(given) != Math.Sign(credit.Amount))
        {
            throw Refused(
                name, ledger, credit, property, Invariant($"{given}"),
                "zero or an amount with the sign of " + nameof(CompCredit.Amount));
        }
    }

    /// <summary>Returns whether gates apply to a credit: a component, a trigger or a SPIFF pays it, and it is not a
    /// reading without a deal, which has no buyers and no milestones. Residuals are not gated.</summary>
    public static bool IsGated(CompPlan plan, CompCredit credit) =>
        (credit.Deal is not null || credit.Measure.Kind == MeasureKind.Flow) && IsPaidWhenCounted(plan, credit);

    private static bool IsPaidWhenCounted(CompPlan plan, CompCredit credit) =>
        plan.Components.Any(component => component.Counts(credit.Measure))
        || (credit.Trigger is { } kind && plan.Triggers.Any(trigger => trigger.Kind == kind))
        || plan.Spiffs.Any(spiff => spiff.Measure == credit.Measure);

    private static bool IsPaid(CompPlan plan, CompCredit credit) =>
        IsPaidWhenCounted(plan, credit) || (plan.Residual is not null && IsResidual(credit.Measure));

    private static bool IsResidual(CompMeasure measure) =>
        measure == CompMeasure.NewArr || measure == CompMeasure.ExpansionArr;

    private static string Measures(CompPlan plan) => string.Join(
        ", ",
        plan.Components.SelectMany(static component => component.AttainedBy is { } basis
                    ? basis.Measures.Select(static measure => measure.Name).Prepend(component.Measure.Name)
                    : [component.Measure.Name])
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
            Invariant($"{nameof(CompCredit)} {credit} of {ledger.Person}: {property} was {value}; {allowed} is ")
                + "expected.",
            name);
}
