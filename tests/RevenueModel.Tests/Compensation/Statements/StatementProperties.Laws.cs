using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Compensation;

/// <summary>Laws of statements when plans and facts change.</summary>
public partial class StatementProperties
{
    // Law 1: splitting an assignment, a credit or a run of statements does not change the pay.
    [Fact]
    public void ASplitAssignmentPaysTheSame() => LedgerChecks.ForAll((ledger, pick) =>
        Cut(ledger, pick) is not { } cut || !LedgerArbitraries.IsDecided(cut)
            ? []
            : Different(Run(ledger, pick), Run(cut, pick)));

    [Fact]
    public void ACreditSplitInPartsPaysTheSame() => LedgerChecks.ForAll((ledger, pick) =>
    {
        if (ledger.Credits.IsEmpty)
        {
            return [];
        }

        int at = pick % ledger.Credits.Count;
        CompCredit whole = ledger.Credits[at];

        // Excluded: a flat amount for a credit without a deal is paid for each of the two parts, and the payment of a
        // correction that a clawback partly covers depends on the size of the correction.
        if (whole.Measure.Kind == MeasureKind.Level
            || (whole.Deal is null && whole.Trigger is not null)
            || (whole.Amount < 0m && ledger.Assignments.Any(item => item.Plan.Clawback is not null)))
        {
            return [];
        }

        CompCredit part = whole with
        {
            Id = "part",
            Amount = decimal.Round(whole.Amount / 3m, 2),
            ContractValue = Third(whole.ContractValue),
            CreditedPart = Third(whole.CreditedPart),
        };
        CompCredit rest = whole with
        {
            Id = "rest",
            Amount = whole.Amount - part.Amount,
            ContractValue = whole.ContractValue - part.ContractValue,
            CreditedPart = whole.CreditedPart - part.CreditedPart,
        };
        CompLedger cut = WithCredits(
            ledger, [.. ledger.Credits.Take(at), part, rest, .. ledger.Credits.Skip(at + 1)]);
        return Different(Run(ledger, pick), Run(cut, pick));
    });

    [Fact]
    public void ASplitPaymentPaysTheSame() => LedgerChecks.ForAll((ledger, pick) =>
    {
        CompLedger cut = WithEvents(ledger, ledger.Events.SelectMany(Halves));
        return Different(Run(ledger, pick), Run(cut, pick));
    });

    [Fact]
    public void MonthsSumToTheYear() => LedgerChecks.ForAll((ledger, _) =>
        WithoutClosing(StatementCalculator.Run(ledger, ThreeYears))
            == WithoutClosing(StatementCalculator.Run(ledger, ThreeYears, PayFrequency.Yearly)));

    // Law 2: each period is paid once and in order.
    [Fact]
    public void ARepeatedCreditIsRefused() => LedgerChecks.ForAll((ledger, pick) =>
    {
        if (ledger.Credits.IsEmpty)
        {
            return true;
        }

        CompCredit credit = ledger.Credits[pick % ledger.Credits.Count];
        CompCredit named = credit with { Id = "again" };
        return IsRefused(() => ledger.With([credit]))
            && IsRefused(() => WithCredits(ledger, [.. ledger.Credits, credit]))
            && IsRefused(() => WithCredits(ledger, [named, named with { Amount = named.Amount / 2m }]))
            && IsRefused(() => ledger.With([named, named with { Amount = named.Amount / 2m }]));
    });

    [Fact]
    public void GapsAndRepeatsOfStatementsAreRefused() => LedgerChecks.ForAll((ledger, pick) =>
    {
        CompStatement[] issued = [.. StatementCalculator.Run(ledger, DateSpan.Months(ThreeYears.Start, 3))];
        LocalDate end = ThreeYears.Start.PlusMonths(3);
        return IsRefused(() => StatementCalculator.Next(ledger, DateSpan.Months(end.PlusDays(1 + pick), 1), issued))
            && IsRefused(() => StatementCalculator.Next(ledger, DateSpan.Months(end.PlusDays(-1), 1), issued))
            && IsRefused(() => StatementCalculator.Next(ledger, DateSpan.Months(end, 1), issued[0], issued[2]))
            && IsRefused(() => StatementCalculator.Next(ledger, DateSpan.Months(end, 1), [.. issued, issued[2]]))
            && IsRefused(
                () => StatementCalculator.Next(ledger, DateSpan.Months(end, 1), issued[0], issued[2], issued[1]));
    });

    // Law 3: facts that become known late lead to the same pay as facts known from the start.
    [Fact]
    public void LateFactsLeadToTheSamePayAsEarlyFacts() => LedgerChecks.ForAll((ledger, pick) =>
    {
        (CompLedger early, CompLedger late) = Learnt(ledger, pick);
        var found = ByDealAndItem(LateRun(early, late, pick));
        var expected = ByDealAndItem(Issue(LongPeriods(pick), _ => late));
        return found.Keys.Union(expected.Keys)
            .Where(key => found.GetValueOrDefault(key) != expected.GetValueOrDefault(key))
            .Select(key => $"{key} was {found.GetValueOrDefault(key)}, {expected.GetValueOrDefault(key)} expected");
    });

    [Fact]
    public void UnchangedFactsCauseNoAdjustment() => LedgerChecks.ForAll((ledger, pick) =>
    {
        // A ledger with equal contents that is another instance.
        CompLedger again = WithEvents(ledger, ledger.Events);
        return Issue(LongPeriods(pick), period => IsEarly(period, pick) ? ledger : again)
            .All(statement => statement.Lines.All(line => line.Kind != StatementLineKind.Adjustment));
    });

    [Fact]
    public void RenamingCausesNoAdjustment() => LedgerChecks.ForAll((ledger, pick) =>
    {
        CompLedger renamed = Renamed(ledger);
        List<CompStatement> statements = Issue(LongPeriods(pick), period => IsEarly(period, pick) ? ledger : renamed);
        return statements
            .SelectMany(statement => statement.Lines)
            .Where(line => line.Kind == StatementLineKind.Adjustment)
            .Select(line => line.ToString())
            .Concat(Different(Issue(LongPeriods(pick), _ => ledger), statements));
    });

    // Law 4: each balance is changed only by the lines that are defined for it.
    [Fact]
    public void OnlyDrawLinesChangeTheDrawBalance() => LedgerChecks.ForAll((ledger, pick) => LateRun(ledger, pick)
        .SelectMany(statement => statement.Lines)
        .All(line => line.DrawBalance == 0m
            || line.Kind is StatementLineKind.DrawAdvance or StatementLineKind.DrawRecovery
                or StatementLineKind.DrawForgiven));

    [Fact]
    public void OnlyCarryLinesChangeTheCarriedBalance() =>
        LedgerChecks.ForAll((ledger, pick) => LateRun(ledger, pick)
            .SelectMany(statement => statement.Lines)
            .All(line => line.CarriedBalance == 0m
                || line.Kind is StatementLineKind.CarriedForward or StatementLineKind.CarriedRecovery));

    [Fact]
    public void NoMoreDrawIsForgivenThanWasAdvanced() => LedgerChecks.ForAll((ledger, pick) =>
    {
        decimal advanced = ledger.Opening?.DrawBalance ?? 0m;
        foreach (StatementLine line in LateRun(ledger, pick).SelectMany(statement => statement.Lines))
        {
            advanced += line.DrawBalance;
            if (advanced < 0m
                || (line.Kind == StatementLineKind.DrawForgiven && line.Earned != -line.DrawBalance)
                || (line.Kind == StatementLineKind.DrawAdvance && line.DrawBalance < 0m))
            {
                return false;
            }
        }

        return true;
    });

    private static CompLedger? Cut(CompLedger ledger, int pick)
    {
        int at = pick % ledger.Assignments.Count;
        CompAssignment whole = ledger.Assignments[at];
        LocalDate day = whole.InForce.Start.PlusDays(20 + (pick * 2));
        if (whole.Plan.Draw is not null || whole.Plan.Ramp.Months.Any(month => month.GuaranteedShare > 0m))
        {
            // The draw and the guarantee of a statement are rounded for each assignment, so the cut is at the start of
            // a period.
            day = Periods(pick).Select(period => period.Start).FirstOrDefault(start => start >= day, day);
        }

        // Excluded: vesting parts, residuals and triggers are rounded for each assignment, and a clawback offsets only
        // corrections within the same assignment.
        if (!(day < (whole.InForce.End ?? ThreeYears.End))
            || whole.Plan.Vesting != default
            || whole.Plan.Residual is not null
            || !whole.Plan.Triggers.IsEmpty
            || (whole.Plan.Clawback is not null && ledger.Credits.Any(credit => credit.Amount < 0m)))
        {
            return null;
        }

        DateSpan before = DateSpan.Between(whole.InForce.Start, day);
        DateSpan after = whole.InForce.End is { } end ? DateSpan.Between(day, end) : DateSpan.From(day);
        return WithAssignments(
            ledger,
            [
                .. ledger.Assignments.Take(at),
                CompAssignment.Of(whole.Plan, before) with
                {
                    Continuity = whole.Continuity,
                    Absences = Within(whole.Absences, before),
                },
                CompAssignment.Of(whole.Plan, after) with
                {
                    Continuity = QuotaContinuity.CarriesAttainment,
                    Absences = Within(whole.Absences, after),
                },
                .. ledger.Assignments.Skip(at + 1),
            ]);
    }

    private static ValueList<Absence> Within(ValueList<Absence> absences, DateSpan days) => absences
        .Where(absence => absence.Days.Overlaps(days))
        .Select(absence => Absence.Of(absence.Days.Intersect(days)!.Value, absence.Quota, absence.PausesDraw))
        .ToValueList();

    private static decimal? Third(decimal? amount) => amount is { } whole ? decimal.Round(whole / 3m, 2) : null;

    private static CompEvent[] Halves(CompEvent whole)
    {
        decimal part = decimal.Round(whole.Amount / 3m, 2);
        return part == 0m
            ? [whole]
            : whole.Kind switch
            {
                CompEventKind.Invoiced => Two(CompEvent.Invoiced),
                CompEventKind.CashReceived => Two(CompEvent.CashReceived),
                CompEventKind.Refunded => Two(CompEvent.Refunded),
                _ => [whole],
            };

        CompEvent[] Two(Func<LocalDate, string, decimal, CompEvent> make) =>
            [make(whole.Date, whole.Subject, part), make(whole.Date, whole.Subject, whole.Amount - part)];
    }

    private static CompLedger Renamed(CompLedger ledger)
    {
        CompMeasure pilots = CompMeasure.Custom(
            "Trials", LedgerPlans.Pilots.Kind, LedgerPlans.Pilots.Unit, LedgerPlans.Pilots.Id);
        CompAssignment[] assignments =
        [
            .. ledger.Assignments.Select(item => CompAssignment.Of(
                item.Plan with
                {
                    Role = item.Plan.Role + " renamed",
                    Id = item.Plan.Id,
                    Components = item.Plan.Components
                        .Select(component => component with { Measure = NewName(component.Measure) }).ToValueList(),
                    Spiffs = item.Plan.Spiffs
                        .Select(spiff => spiff with
                        {
                            Name = spiff.Name + " renamed",
                            Id = spiff.Id,
                            Measure = NewName(spiff.Measure),
                        })
                        .ToValueList(),
                },
                item.InForce) with
            {
                Continuity = item.Continuity,
                Absences = item.Absences,
            }),
        ];
        return CompLedger.Of(
            ledger.Person, assignments,
            ledger.Credits.Select(credit => credit with { Measure = NewName(credit.Measure) }), ledger.Events,
            ledger.Hired, ledger.LastWorkingDay, ledger.Opening);

        CompMeasure NewName(CompMeasure measure) => measure == pilots ? pilots : measure;
    }

    private static IEnumerable<string> Different(
        IReadOnlyList<CompStatement> one, IReadOnlyList<CompStatement> other) => one.Zip(other)
        .Where(pair => Totals(pair.First) != Totals(pair.Second))
        .Select(pair => $"{pair.First}\nis otherwise {pair.Second}");

    private static OracleSum WithoutClosing(IEnumerable<CompStatement> statements) => statements
        .SelectMany(statement => statement.Lines)
        .Where(line => line.Kind <= StatementLineKind.Adjustment)
        .Aggregate(default(OracleSum), (sum, line) => sum + OracleSum.Of(line));

    private static Dictionary<(string Plan, string Item, string? Deal, string? Account), OracleSum> ByDealAndItem(
        IEnumerable<CompStatement> statements) => statements
        .SelectMany(statement => statement.Lines)
        .Where(line => line.Kind <= StatementLineKind.Adjustment && line.Corrects != StatementLineKind.Guarantee)
        .GroupBy(line => (line.Plan, OracleKey.ItemOf(line.Item), line.Deal, line.Account))
        .ToDictionary(
            group => group.Key,
            group => group.Aggregate(default(OracleSum), (sum, line) => sum + OracleSum.Of(line)));

    private static bool IsRefused<T>(Func<T> make)
    {
        try
        {
            make();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
