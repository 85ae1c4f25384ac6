using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>Quota and pay at quota of measurement periods, in exact fractions: days in force, ramps, seasons, leaving,
/// absences, and plans that go on from one another.</summary>
internal sealed class OracleQuota(CompLedger ledger)
{
    private LocalDate? Left => ledger.LastWorkingDay?.PlusDays(1);

    public DateSpan? InForce(int assignment) => UpToLeaving(ledger.Assignments[assignment].InForce);

    public int AssignmentOn(LocalDate day) => Enumerable.Range(0, ledger.Assignments.Count)
        .FirstOrDefault(i => InForce(i) is { } days && days.Contains(day), -1);

    /// <summary>The assignments that go on from one another, in order of time.</summary>
    public int[] Chain(int assignment, CompMeasure measure)
    {
        int first = assignment;
        while (first > 0 && GoesOn(first, measure))
        {
            first--;
        }

        int last = assignment;
        while (last + 1 < ledger.Assignments.Count && GoesOn(last + 1, measure))
        {
            last++;
        }

        return [.. Enumerable.Range(first, last - first + 1)];
    }

    /// <summary>The quota, or the level, and the pay at quota.</summary>
    public (ExactFraction Target, ExactFraction Pay) Terms(int assignment, PayComponent component, DateSpan period)
    {
        int[] chain = Chain(assignment, component.Measure);
        (ExactFraction target, ExactFraction pay) = Terms(assignment, component, period, chain, isReduced: true);
        return target > Zero ? (target, pay) : Terms(assignment, component, period, chain, isReduced: false);
    }

    /// <summary>The pay that a ramp guarantees for days, of each calendar month its part.</summary>
    public ExactFraction Guarantee(int assignment, DateSpan period)
    {
        CompPlan plan = ledger.Assignments[assignment].Plan;
        if (InForce(assignment) is not { } inForce || Both(inForce, period) is not { } days)
        {
            return Zero;
        }

        ExactFraction month = Variable(plan) / Exact(12m);
        return Sum(MonthsOf(period).SelectMany(calendar => plan.Ramp.Months.Select((ramp, i) =>
            month * Exact(ramp.GuaranteedShare) * PartOfMonth(plan, calendar, period, Both(days, Tenure(i))))));
    }

    /// <summary>The part of a month that days of a statement are: the 1st to the 15th, and the 16th to the end, are half
    /// of it.</summary>
    public static ExactFraction PartOfMonth(CompPlan plan, DateSpan month, DateSpan statement, DateSpan? days)
    {
        DateSpan stated = Both(month, statement)!.Value;
        LocalDate middle = month.Start.PlusDays(15);
        bool isHalf = stated == DateSpan.Between(month.Start, middle)
            || stated == DateSpan.Between(middle, month.End!.Value);
        return isHalf
            ? Part(stated, days, DayCount.ActualActual) / Exact(2m)
            : Part(month, days is { } given ? Both(given, stated) : null, plan.DayCount);
    }

    private (ExactFraction Target, ExactFraction Pay) Terms(
        int assignment,
        PayComponent component,
        DateSpan period,
        int[] chain,
        bool isReduced)
    {
        CompPlan plan = ledger.Assignments[assignment].Plan;
        Absence[] absences = [.. chain.SelectMany(AbsencesUnder)];
        bool isBlended = chain.Skip(1).Any(i => ledger.Assignments[i].Continuity == QuotaContinuity.BlendsQuota);
        if (!isBlended)
        {
            DateSpan first = ledger.Assignments[chain[0]].InForce;
            LocalDate? end = ledger.Assignments[chain[^1]].InForce.End;
            DateSpan all = end is { } day ? DateSpan.Between(first.Start, day) : DateSpan.From(first.Start);
            return (
                Target(plan, component, period, QuotaDays(plan, all), absences, isReduced),
                Pay(plan, component, period, QuotaDays(plan, all), absences, isReduced));
        }

        ExactFraction target = Zero;
        ExactFraction pay = Zero;
        foreach (int i in chain)
        {
            CompPlan other = ledger.Assignments[i].Plan;
            PayComponent own = other.Components.Single(item => item.Measure == component.Measure);
            DateSpan? days = QuotaDays(other, ledger.Assignments[i].InForce);
            target += Target(other, own, period, days, AbsencesUnder(i), isReduced);
            pay += Pay(other, own, period, days, AbsencesUnder(i), isReduced);
        }

        return (component.Measure.Kind == MeasureKind.Level ? Exact(component.Target!.Amount) : target, pay);
    }

    private bool GoesOn(int assignment, CompMeasure measure)
    {
        CompAssignment one = ledger.Assignments[assignment - 1];
        CompAssignment next = ledger.Assignments[assignment];
        LocalDate change = next.InForce.Start;
        return next.Continuity != QuotaContinuity.StartsAnew
            && one.InForce.End == change
            && (InForce(assignment) is not null
                || (one.Plan.QuotaOnLeaving == LeavingQuota.Kept && next.Plan.QuotaOnLeaving == LeavingQuota.Kept))
            && ledger.Assignments[assignment - 1].Plan.Calendar == ledger.Assignments[assignment].Plan.Calendar
            && one.Plan.Components.FirstOrDefault(item => item.Measure == measure) is { } before
            && next.Plan.Components.FirstOrDefault(item => item.Measure == measure) is { } after
            && MeasurementPeriod(one.Plan, before, change) == MeasurementPeriod(next.Plan, after, change);
    }

    private ExactFraction Target(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan? days,
        IEnumerable<Absence> absences,
        bool isReduced)
    {
        if (component.Measure.Kind == MeasureKind.Level)
        {
            return Exact(component.Target!.Amount);
        }

        if (days is not { } inForce)
        {
            return Zero;
        }

        DateSpan[] pieces =
        [
            .. Without(inForce, isReduced
                ? absences.Where(absence => absence.Quota != AbsenceQuota.Kept).Select(absence => absence.Days)
                : []),
        ];
        PayTarget target = component.Target!;
        if (target.Shares.IsEmpty)
        {
            return Exact(target.PerYearAmount) * Exact(Months(period)) / Exact(12m)
                * Sum(pieces.Select(piece => Asked(plan, period, piece, isReduced)));
        }

        return Sum(MonthsOf(period).Select(month => Exact(target.Amount) * ShareOf(plan, target, month.Start)
            * Sum(pieces.Select(piece => Asked(plan, month, piece, isReduced)))));
    }

    private ExactFraction Pay(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan? days,
        IEnumerable<Absence> absences,
        bool isReduced)
    {
        if (days is not { } inForce)
        {
            return Zero;
        }

        return Variable(plan) * Exact(component.Weight) * Exact(Months(period)) / Exact(12m)
            * Sum(Without(inForce, isReduced
                ? absences.Where(absence => absence.Quota == AbsenceQuota.ReducedWithPay).Select(absence => absence.Days)
                : []).Select(piece => Part(period, piece, plan.DayCount)));
    }

    // The part of a period for which quota is asked: days by the share of their month of tenure.
    private ExactFraction Asked(CompPlan plan, DateSpan period, DateSpan days, bool isRamped)
    {
        if (!isRamped || plan.Ramp.Months.IsEmpty)
        {
            return Part(period, days, plan.DayCount);
        }

        return Sum(plan.Ramp.Months.Select((month, i) =>
                Exact(month.QuotaShare) * Part(period, Both(days, Tenure(i)), plan.DayCount)))
            + Part(
                period, Both(days, DateSpan.From(ledger.Hired.PlusMonths(plan.Ramp.Months.Count))), plan.DayCount);
    }

    private static ExactFraction ShareOf(CompPlan plan, PayTarget target, LocalDate month)
    {
        int at = (month.Month - plan.Calendar.StartMonth + 12) % 12;
        return target.Shares.Count == 12 ? Exact(target.Shares[at]) : Exact(target.Shares[at / 3]) / Exact(3m);
    }

    private static ExactFraction Variable(CompPlan plan) => Exact(plan.OnTargetEarnings!.Value) * Exact(plan.PayMix.Variable);

    private IEnumerable<Absence> AbsencesUnder(int assignment) => ledger.Assignments[assignment].Absences
        .Select(absence => Both(absence.Days, ledger.Assignments[assignment].InForce) is { } days
            ? Absence.Of(days, absence.Quota, absence.PausesDraw)
            : null)
        .OfType<Absence>();

    private DateSpan? QuotaDays(CompPlan plan, DateSpan days) =>
        plan.QuotaOnLeaving == LeavingQuota.Kept ? days : UpToLeaving(days);

    private DateSpan? UpToLeaving(DateSpan days) => Left is not { } left
        ? days
        : left > days.Start ? Both(days, DateSpan.Between(days.Start, left)) : null;

    private DateSpan Tenure(int month) =>
        DateSpan.Between(ledger.Hired.PlusMonths(month), ledger.Hired.PlusMonths(month + 1));
}
