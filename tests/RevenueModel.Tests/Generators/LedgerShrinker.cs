using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Ledgers that are simpler than one, so that a failure is stated with few credits and rules.</summary>
internal static class LedgerShrinker
{
    private static IEnumerable<CompPlan> Simpler(CompPlan plan) => new[]
    {
        plan with { Ramp = default },
        plan with { Draw = null },
        plan with { Vesting = default },
        plan with { PaymentTrigger = PaymentTrigger.Booking },
        plan with { Gates = default },
        plan with { Windfall = null },
        plan with { Clawback = null },
        plan with { DayCount = DayCount.ActualActual },
        plan with { QuotaOnLeaving = LeavingQuota.Kept },
        plan with { Calendar = default },
        plan with { Spiffs = default },
        plan with { Triggers = default },
        plan with { Residual = null },
        plan with { OnTargetEarnings = 120_000m },
        plan with { PayMix = PayMix.OfPercent(50, 50) },
        plan with { Rounding = RoundingPolicy.Cents },
        plan with { Components = [plan.Components[0] with { Weight = 1m }] },
        plan with
        {
            Components = plan.Components.Select(component => component with { Curve = PayoutCurve.Linear })
                .ToValueList(),
        },
        plan with
        {
            Components = plan.Components.Select(component => component with { AmountCap = null }).ToValueList(),
        },
        plan with
        {
            Components = plan.Components.Select(component => component with { Period = MeasurementPeriod.Year })
                .ToValueList(),
        },
        plan with { Components = plan.Components.Select(Even).ToValueList() },
        plan with
        {
            Clawback = plan.Clawback is { } clawback ? clawback with { DeclinesMonthly = false, Share = 1m } : null,
        },
    }.Where(simpler => simpler != plan);

    private static PayComponent Even(PayComponent component) => component.Measure.Kind == MeasureKind.Level
        ? component
        : component with { Target = PayTarget.PerYear(component.Target!.PerYearAmount) };

    public static IEnumerable<CompLedger> Simpler(CompLedger ledger)
    {
        var parts = Parts.Of(ledger);
        IEnumerable<Parts> simpler = Enumerable.Range(0, ledger.Assignments.Count)
            .Select(i => parts with { Assignments = Without(ledger.Assignments, i) })
            .Concat(Enumerable.Range(0, ledger.Credits.Count)
                .Select(i => parts with { Credits = Without(ledger.Credits, i) }))
            .Concat(Enumerable.Range(0, ledger.Events.Count).Select(i =>
                parts with { Events = Without(ledger.Events, i) }))
            .Append(parts with { LastWorkingDay = null })
            .Append(parts with { Opening = null })
            .Append(parts with { Hired = ledger.Assignments[0].InForce.Start })
            .Concat(
                ledger.Opening is { } opening ? Simpler(opening).Select(item => parts with { Opening = item }) : [])
            .Concat(Enumerable.Range(0, ledger.Assignments.Count).SelectMany(i => Simpler(ledger.Assignments[i])
                .Select(item => parts with { Assignments = Replaced(ledger.Assignments, i, item) })))
            .Concat(Enumerable.Range(0, ledger.Credits.Count).SelectMany(i => Simpler(ledger.Credits[i])
                .Select(item => parts with { Credits = Replaced(ledger.Credits, i, item) })));
        foreach (Parts made in simpler)
        {
            if (made.TryMake() is { } next && next != ledger && LedgerArbitraries.IsDecided(next))
            {
                yield return next;
            }
        }
    }

    private static IEnumerable<CompOpening> Simpler(CompOpening opening) => new[]
    {
        opening with { DrawBalance = 0m },
        opening with { CarriedBalance = 0m },
        opening with { PayableLater = default },
        opening with { Attainments = default },
    }.Where(simpler => simpler != opening);

    private static IEnumerable<CompAssignment> Simpler(CompAssignment assignment) => Simpler(assignment.Plan)
        .Select(plan => CompAssignment.Of(plan, assignment.InForce) with
        {
            Continuity = assignment.Continuity,
            Absences = assignment.Absences,
        })
        .Concat(assignment.Absences.IsEmpty ? [] : [assignment with { Absences = default }])
        .Concat(assignment.Continuity == QuotaContinuity.StartsAnew
            ? []
            : [assignment with { Continuity = QuotaContinuity.StartsAnew }]);

    private static IEnumerable<CompCredit> Simpler(CompCredit credit) => new[]
    {
        credit with { Share = 1m },
        credit with { IsOverlay = false },
        credit with { BuyerEngagement = BuyerEngagement.None },
        credit with { Trigger = null },
        credit with { Segment = credit.Measure.Kind == MeasureKind.Level ? "SMB" : null },
        credit with { ContractValue = null },
        credit with { CreditedPart = null },
        credit with { Account = null },
        credit with { Deal = null },
        credit with { Amount = Math.Sign(credit.Amount) * (credit.Measure.Unit == MeasureUnit.Money ? 100_000m : 1m) },
    }.Where(simpler => simpler != credit);

    private static ValueList<T> Without<T>(ValueList<T> items, int at) => items.Where((_, i) => i != at).ToValueList();

    private static ValueList<T> Replaced<T>(ValueList<T> items, int at, T item) =>
        items.Select((known, i) => i == at ? item : known).ToValueList();

    /// <summary>The parts from which a ledger is created.</summary>
    private sealed record Parts(
        string Person,
        ValueList<CompAssignment> Assignments,
        ValueList<CompCredit> Credits,
        ValueList<CompEvent> Events,
        LocalDate Hired,
        LocalDate? LastWorkingDay,
        CompOpening? Opening)
    {
        public static Parts Of(CompLedger ledger) => new(
            ledger.Person, ledger.Assignments, ledger.Credits, ledger.Events, ledger.Hired, ledger.LastWorkingDay,
            ledger.Opening);

        // A ledger refuses a credit whose plan or measure was taken away; such a one is no simpler ledger.
        public CompLedger? TryMake()
        {
            try
            {
                return CompLedger.Of(Person, Assignments, Credits, Events, Hired, LastWorkingDay, Opening);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
