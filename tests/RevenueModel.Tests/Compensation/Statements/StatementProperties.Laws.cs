using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Compensation;

/// <summary>The four laws of money through change.</summary>
public partial class StatementProperties
{
    // Law 1: cutting changes nothing.
    [Fact]
    public void AnAssignmentCutInTwoPaysTheSame() => LedgerChecks.ForAll((ledger, pick) =>
        Cut(ledger, pick) is not { } cut || !LedgerArbitraries.IsDecided(cut)
            ? []
            : Different(Run(ledger, pick), Run(cut, pick)));

    [Fact]
    public void ACreditCutInPartsPaysTheSame() => LedgerChecks.ForAll((ledger, pick) =>
    {
        if (ledger.Credits.IsEmpty)
        {
            return [];
        }

        int at = pick % ledger.Credits.Count;
        CompCredit whole = ledger.Credits[at];

        // A flat amount for each credit that is for no deal is paid for each of two; how a correction that a clawback
        // covers in part becomes payable depends on how large it is.
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
    public void APaymentCutInTwoPaysTheSame() => LedgerChecks.ForAll((ledger, pick) =>
    {
        CompLedger cut = WithEvents(ledger, ledger.Events.SelectMany(Halves));
        return Different(Run(ledger, pick), Run(cut, pick));
    });

    [Fact]
    public void MonthsSumToTheYear() => LedgerChecks.ForAll((ledger, _) =>
        WithoutClosing(StatementCalculator.Run(ledger, ThreeYears))
            == WithoutClosing(StatementCalculator.Run(ledger, ThreeYears, PayFrequency.Yearly)));

    // Law 2: once, in order.
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

    // Law 3: late facts end where early facts do.
    [Fact]
    public void LateFactsEndWhereEarlyFactsDo() => LedgerChecks.ForAll((ledger, pick) =>
    {
        (CompLedger early, CompLedger late) = Learnt(ledger, pick);
        var found = ByDealAndItem(LateRun(early, late, pick));
        var expected = ByDealAndItem(Issue(LongPeriods(pick), _ => late));
        return found.Keys.Union(expected.Keys)
            .Where(key => found.GetValueOrDefault(key) != expected.GetValueOrDefault(key))
            .Select(key => $"{key} was {found.GetValueOrDefault(key)}, {expected.GetValueOrDefault(key)} expected");
    });

    [Fact]
    public void UnchangedDataAdjustNothing() => LedgerChecks.ForAll((ledger, pick) =>
    {
        // A ledger that says the same, but is not the same record.
        CompLedger again = WithEvents(ledger, ledger.Events);
        return Issue(LongPeriods(pick), period => IsEarly(period, pick) ? ledger : again)
            .All(statement => statement.Lines.All(line => line.Kind != StatementLineKind.Adjustment));
    });

    [Fact]
    public void RenamingAdjustsNothing() => LedgerChecks.ForAll((ledger, pick) =>
    {
        CompLedger renamed = Renamed(ledger);
        List<CompStatement> statements = Issue(LongPeriods(pick), period => IsEarly(period, pick) ? ledger : renamed);
        return statements
            .SelectMany(statement => statement.Lines)
            .Where(line => line.Kind == StatementLineKind.Adjustment)
            .Select(line => line.ToString())
            .Concat(Different(Issue(LongPeriods(pick), _ => ledger), statements));
    });

    // Law 4: each balance knows what it is for.
    [Fact]
    public void OnlyLinesOfDrawsChangeTheDrawBalance() => LedgerChecks.ForAll((ledger, pick) => LateRun(ledger, pick)
        .SelectMany(statement => statement.Lines)
        .All(line => line.DrawBalance == 0m
            || line.Kind is StatementLineKind.DrawAdvance or StatementLineKind.DrawRecovery
                or StatementLineKind.DrawForgiven));

    [Fact]
    public void OnlyLinesOfCarryingChangeTheCarriedBalance() =>
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
            // The draw and the guarantee of a statement are rounded for each assignment.
            day = Periods(pick).Select(period => period.Start).FirstOrDefault(start => start >= day, day);
        }

        // Parts that vest, residuals and triggers are rounded for each assignment, and corrections spare what a
        // clawback took within one.
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
