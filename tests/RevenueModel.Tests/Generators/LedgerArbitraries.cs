using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates ledgers. Few deals, accounts and days are used, so that rules interact.</summary>
public static class LedgerArbitraries
{
    private static readonly LocalDate First = new(2027, 1, 1);

    private static readonly Gen<LocalDate> CreditDays = Gen.Frequency(
        (1, Gen.Elements(
            new LocalDate(2027, 1, 31),
            new LocalDate(2027, 3, 1),
            new LocalDate(2027, 12, 31),
            new LocalDate(2028, 1, 1),
            new LocalDate(2028, 2, 29))),
        (4, Gen.Choose(0, 540).Select(First.PlusDays)));

    /// <summary>
    /// Gets how many ledgers each law is checked with: 100, or what the environment variable LEDGERS says.
    /// </summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("LEDGERS"), CultureInfo.InvariantCulture, out int count)
            ? count
            : 100;

    public static Arbitrary<CompLedger> CompLedger() => Arb.From(LedgerGen().Where(IsDecided), LedgerShrinker.Simpler);

    /// <summary>
    /// Returns whether the documentation decides the statements of a ledger. Each condition excludes a case that it
    /// leaves open.
    /// </summary>
    internal static bool IsDecided(RevenueModel.Compensation.CompLedger ledger) =>
        // An opening counts for the plan in force on its day.
        (ledger.Opening is not { } opening || ledger.Assignments.Any(item => item.InForce.Contains(opening.On)
            && opening.Attainments.All(attained => item.Plan.FindComponent(attained.Measure) is not null)
            && (opening.DrawBalance == 0m || item.Plan.Draw?.Kind == DrawKind.Recoverable
                || ledger.Assignments.All(other => other.Plan.Draw?.Kind != DrawKind.Recoverable))))

        // Which of several plans says what leaving does to the quota of all.
        && (ledger.LastWorkingDay is null
            || ledger.Assignments.All(item => item.Continuity == QuotaContinuity.StartsAnew)
            || ledger.Assignments.Select(item => item.Plan.QuotaOnLeaving).Distinct().Count() == 1)

        // A draw that was decided for days after the last one is forgiven by the next statement.
        && !ledger.Assignments.Any(item => item.InForce.Start > ledger.LastWorkingDay && item.Plan.Draw is not null)

        // Whether the months of a draw go on after a gap is left open.
        && !ledger.Assignments.Where((item, i) => i > 0
            && item.Plan.Draw is { } draw
            && (draw.Months is not null || draw.RecoveryStartsAfterMonths > 0)
            && (ledger.Assignments[i - 1].InForce.End != item.InForce.Start
                || ledger.Assignments[i - 1].Plan.Id != item.Plan.Id)
            && ledger.Assignments.Take(i).Any(earlier => earlier.Plan.Id == item.Plan.Id)).Any()

        // The documentation leaves open what is taken back beyond what is credited.
        && !TakesBackMoreThanCredited(ledger);

    // Whether more money is taken back of a deal than is credited up to the day.
    private static bool TakesBackMoreThanCredited(RevenueModel.Compensation.CompLedger ledger) => ledger.Credits
        .Where(credit => credit.Deal is not null && credit.Amount < 0m && credit.Measure.Unit == MeasureUnit.Money)
        .Any(credit => ledger.Credits
            .Where(other => other.Deal == credit.Deal
                && other.Date <= credit.Date
                && other.Measure.Unit == MeasureUnit.Money
                && other.IsOverlay == credit.IsOverlay)
            .Sum(other => other.Amount) < 0m);

    private static Gen<T> Rarely<T>(Gen<T> some, T none) => LedgerPlans.Rarely(some, none);

    private static Gen<CompLedger> LedgerGen() =>
        from assignments in AssignmentsGen()
        from hiredDays in Gen.Elements(0, 0, 31, 45)
        from last in Rarely(
            Gen.Elements<LocalDate?>(
                new LocalDate(2027, 9, 9),
                new LocalDate(2028, 3, 14),
                new LocalDate(2028, 10, 1),
                new LocalDate(2027, 12, 31)),
            null)
        from opening in OpeningGen(assignments)
        from creditCount in Gen.Sized(size => Gen.Choose(0, 2 + (size / 6)))
        from credits in CreditGen(assignments, last).ArrayOf(creditCount)
        from correctionCount in Gen.Choose(0, 3)
        from corrections in CorrectionGen(credits.OfType<CompCredit>().ToValueList(), assignments, last)
            .ArrayOf(correctionCount)
        from eventCount in Gen.Sized(size => Gen.Choose(0, 2 + (size / 4)))
        from events in EventGen().ArrayOf(eventCount)
        select RevenueModel.Compensation.CompLedger.Of(
            "Ada",
            assignments,
            Named(credits.Concat(corrections).OfType<CompCredit>()),
            events.ToValueList(),
            assignments[0].InForce.Start.PlusDays(-hiredDays),
            last,
            opening);

    // One, two or three plans: the next is of another role, or the same with other quotas, or the same as before.
    private static Gen<ValueList<CompAssignment>> AssignmentsGen() =>
        from first in LedgerPlans.PlanGen()
        from other in LedgerPlans.PlanGen()
        from change in Gen.Choose(0, 3)
        from count in Gen.Frequency((4, Gen.Constant(1)), (3, Gen.Constant(2)), (2, Gen.Constant(3)))
        from start in Gen.Elements(First, First, new LocalDate(2027, 1, 16), new LocalDate(2026, 10, 1))
        from next in Gen.Elements(new LocalDate(2027, 7, 1), new LocalDate(2027, 8, 16), new LocalDate(2028, 1, 1))
        from third in Gen.Elements(new LocalDate(2027, 10, 1), new LocalDate(2028, 2, 10), new LocalDate(2028, 7, 1))
        from gap in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Constant(20)))
        from ends in Gen.Frequency(
            (3, Gen.Constant<LocalDate?>(null)), (1, Gen.Constant<LocalDate?>(new LocalDate(2028, 9, 16))))
        from continuities in Gen.Elements(Enum.GetValues<QuotaContinuity>()).ArrayOf(3)
        from absences in AbsencesGen(start).ArrayOf(3)
        from digits in Gen.Frequency((4, Gen.Constant(2)), (1, Gen.Elements(0, 3)))
        from rule in Gen.Frequency(
            (3, Gen.Constant(RoundingRule.HalfAwayFromZero)), (1, Gen.Constant(RoundingRule.HalfToEven)))
        let policy = RevenueModel.Primitives.RoundingPolicy.ToDigits(digits, rule)
        let days = Days(count, start, next, third > next ? third : third.PlusYears(1), gap, ends)
        select days.Select((span, i) =>
        {
            CompPlan plan = i == 0 ? first : Changed(first, other, i == 1 ? change : (change + 1) % 4);
            return CompAssignment.Of(plan with { Rounding = policy }, span) with
            {
                Continuity = continuities[i],
                Absences = absences[i]
                    .Where(absence => absence.Days.Overlaps(span))
                    .Select(absence => Absence.Of(
                        absence.Days.Intersect(span)!.Value, absence.Quota, absence.PausesDraw))
                    .ToValueList(),
            };
        }).ToValueList();

    private static DateSpan[] Days(
        int count, LocalDate start, LocalDate next, LocalDate third, int gap, LocalDate? ends) => count switch
        {
            1 => [Until(start, ends)],
            2 => [DateSpan.Between(start, next.PlusDays(-gap)), Until(next, ends)],
            _ =>
            [
                DateSpan.Between(start, next.PlusDays(-gap)), DateSpan.Between(next, third),
                Until(third, ends > third ? ends : null),
            ],
        };

    private static DateSpan Until(LocalDate start, LocalDate? end) =>
        end is { } day ? DateSpan.Between(start, day) : DateSpan.From(start);

    private static CompPlan Changed(CompPlan first, CompPlan other, int change) => change switch
    {
        0 => other with { Role = "Senior AE" },
        1 => first,
        2 => first with
        {
            Role = "AE II",
            Id = "AE",
            Components = first.Components
                .Select(component => component.Measure.Kind == MeasureKind.Level
                    ? component
                    : component with { Target = PayTarget.PerYear(component.Target!.PerYearAmount * 1.25m) })
                .ToValueList(),
        },
        _ => other with
        {
            Role = "Senior AE",
            Calendar = first.Calendar,
            Components = first.Components,
            Spiffs = first.Spiffs,
        },
    };

    private static Gen<ValueList<Absence>> AbsencesGen(LocalDate start) => Gen.Frequency(
        (4, Gen.Constant(default(ValueList<Absence>))),
        (1, from day in Gen.Choose(0, 500)
            from length in Gen.Elements(1, 14, 31, 92, 400)
            from effect in Gen.Elements(Enum.GetValues<AbsenceQuota>())
            from pausesDraw in Gen.Elements(false, true)
            select (ValueList<Absence>)
            [
                Absence.Of(
                    DateSpan.Between(start.PlusDays(day), start.PlusDays(day + length)), effect, pausesDraw),
            ]));

    private static Gen<CompOpening?> OpeningGen(ValueList<CompAssignment> assignments) =>
        from isGiven in Gen.Choose(0, 3)
        from draw in Gen.Elements(0m, 1_500m, 12_345.67m)
        from carried in Gen.Elements(0m, 0m, 2_000.5m)
        from later in Gen.Elements<ValueList<DeferredPay>>(
            default,
            [new DeferredPay(new LocalDate(2027, 3, 1), 750.25m, "D1")],
            [new DeferredPay(First, 100m, null), new DeferredPay(new LocalDate(2028, 2, 15), 4_000m, "D9")])
        from attained in Gen.Elements(0m, 0.4m, 1.1m)
        let digits = assignments[0].Plan.Rounding.Digits
        select isGiven > 0 && assignments[0].InForce.Start >= First || assignments[0].InForce.Start > First
            ? null
            : new CompOpening
            {
                On = First,
                DrawBalance = decimal.Round(draw, digits),
                CarriedBalance = decimal.Round(carried, digits),
                PayableLater = later
                    .Select(part => part with { Amount = decimal.Round(part.Amount, digits) }).ToValueList(),
                Attainments = attained == 0m
                    ? default
                    : assignments[0].Plan.Components
                        .Select(component => new OpeningAttainment(
                            component.Measure,
                            component.Measure.Kind == MeasureKind.Level
                                ? 0.85m
                                : decimal.Round(component.Target!.PerYearAmount * attained / 3m, 2)))
                        .ToValueList(),
            };

    // Most credits have an id; those alike in everything need one.
    private static ValueList<CompCredit> Named(IEnumerable<CompCredit> credits) => credits
        .Select((credit, i) => i % 4 == 3 ? credit : credit with { Id = FormattableString.Invariant($"C-{i}") })
        .Distinct()
        .ToValueList();

    private static Gen<CompCredit?> CreditGen(ValueList<CompAssignment> assignments, LocalDate? last) =>
        from day in CreditDays
        from pick in Gen.Choose(0, 999)
        from cents in Gen.Frequency(
            (6, Gen.Choose(1, 40_000_000)), (2, Gen.Choose(1, 400).Select(thousands => thousands * 100_000)),
            (1, Gen.Choose(-10_000_000, 0)))
        from deal in Gen.Elements(null, "D1", "D1", "D2", "D2", "D3", "D4")
        from isOdd in Gen.Choose(0, 5)
        from isOverlay in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from share in Gen.Elements(1m, 1m, 0.5m, 0.35m, 1m / 3m, 0m)
        from trigger in Rarely(
            Gen.Elements<ExpansionTriggerKind?>(ExpansionTriggerKind.ModuleAttach, ExpansionTriggerKind.NewSite), null)
        from segment in Gen.Elements(null, "Mid-Market", "SMB")
        from engagement in Gen.Elements(BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.Both)
        from contract in Rarely(Gen.Elements<decimal?>(100_000m, 333_333.33m, 0m), null)
        let assignment = assignments.FirstOrDefault(item => item.InForce.Contains(day))
        let measures = assignment is null || day > last ? [] : MeasuresOf(assignment.Plan)
        select measures.Length == 0
            ? null
            : MakeCredit(
                day, measures[pick % measures.Length], cents, deal,
                isOdd == 0 ? "A2" : deal switch { "D1" or "D2" => "A1", "D3" => "A2", _ => null },
                share, isOverlay, trigger, segment, engagement, contract);

    // What was credited before is taken back on a later day, or all or more than all of it.
    private static Gen<CompCredit?> CorrectionGen(
        ValueList<CompCredit> credits,
        ValueList<CompAssignment> assignments,
        LocalDate? last) =>
        from pick in Gen.Choose(0, 999)
        from days in Gen.Elements(0, 0, 0, 0, 0, 0, 20, 200)
        from part in Gen.Elements(1m, 1m, 0.5m, 1.5m)
        from contract in Gen.Frequency((5, Gen.Constant<decimal?>(null)), (1, Gen.Constant<decimal?>(-20_000m)))
        from hasSegment in Gen.Elements(true, false)
        let credit = credits.IsEmpty ? null : credits[pick % credits.Count]
        let day = credit?.Date.PlusDays(days)
        let assignment = assignments.FirstOrDefault(item => day is { } later && item.InForce.Contains(later))
        select credit is null || credit.Measure.Kind == MeasureKind.Level || assignment is null || day > last
            || !MeasuresOf(assignment.Plan).Contains(credit.Measure)
                ? null
                : credit with
                {
                    Date = day!.Value,
                    Amount = decimal.Round(-credit.Amount * part, 2),
                    CreditedPart = null,
                    ContractValue = credit.Amount > 0m ? contract : null,
                    Segment = hasSegment ? credit.Segment : null,
                    BuyerEngagement = BuyerEngagement.None,
                };

    private static CompMeasure[] MeasuresOf(CompPlan plan) =>
    [
        .. plan.Components.Select(component => component.Measure)
            .Concat(plan.Residual is null ? [] : [CompMeasure.NewArr, CompMeasure.ExpansionArr])
            .Concat(plan.Spiffs.Select(spiff => spiff.Measure))
            .Distinct(),
    ];

    private static CompCredit MakeCredit(
        LocalDate day,
        CompMeasure measure,
        int cents,
        string? deal,
        string? account,
        decimal share,
        bool isOverlay,
        ExpansionTriggerKind? trigger,
        string? segment,
        BuyerEngagement engagement,
        decimal? contract) => new()
        {
            Date = day,
            Measure = measure,
            Amount = measure.Unit switch
            {
                MeasureUnit.Ratio => Math.Abs(cents % 11) / 10m,
                MeasureUnit.Count => (cents % 5) + 1,
                _ => cents / 100m,
            },
            Deal = measure.Kind == MeasureKind.Level && deal is not "D3" ? null : deal,
            Account = measure.Kind == MeasureKind.Level ? null : account,
            Share = share,
            IsOverlay = isOverlay,
            Trigger = measure.Kind == MeasureKind.Level ? null : trigger,
            Segment = measure.Kind == MeasureKind.Level ? segment ?? "SMB" : segment,
            BuyerEngagement = engagement,
            ContractValue = measure.Kind == MeasureKind.Level || cents <= 0 ? null : contract,
            CreditedPart = share == 1m / 3m && measure.Unit == MeasureUnit.Money
                ? decimal.Round(cents / 300m, 2)
                : null,
        };

    private static Gen<CompEvent> EventGen() =>
        from kind in Gen.Frequency(
            (2, Gen.Constant(CompEventKind.BuyersEngaged)),
            (2, Gen.Constant(CompEventKind.MilestoneReached)),
            (2, Gen.Constant(CompEventKind.WentLive)),
            (3, Gen.Constant(CompEventKind.Invoiced)),
            (4, Gen.Constant(CompEventKind.CashReceived)),
            (2, Gen.Constant(CompEventKind.Refunded)),
            (2, Gen.Constant(CompEventKind.Churned)),
            (2, Gen.Constant(CompEventKind.NotPaid)))
        from day in Gen.Frequency((2, CreditDays), (3, Gen.Choose(0, 720).Select(First.PlusDays)))
        from deal in Gen.Elements("D1", "D1", "D2", "D2", "D3", "D4")
        from account in Gen.Elements("A1", "A1", "A2", "D4")
        from cents in Gen.Choose(1, 30_000_000)
        from engagement in Gen.Elements(BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both)
        select kind switch
        {
            CompEventKind.BuyersEngaged => CompEvent.BuyersEngaged(day, deal, engagement),
            CompEventKind.MilestoneReached => CompEvent.MilestoneReached(day, deal, "kick-off"),
            CompEventKind.WentLive => CompEvent.WentLive(day, account),
            CompEventKind.Invoiced => CompEvent.Invoiced(day, deal, cents / 100m),
            CompEventKind.CashReceived => CompEvent.CashReceived(day, deal, cents / 100m),
            CompEventKind.Refunded => CompEvent.Refunded(day, deal, cents / 200m),
            CompEventKind.Churned => CompEvent.Churned(day, account),
            _ => CompEvent.NotPaid(day, deal),
        };
}
