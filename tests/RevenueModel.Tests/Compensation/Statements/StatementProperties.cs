using System.Runtime.InteropServices;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Compensation;

/// <summary>Laws of the statements of any ledger. The laws of money through change are in the other part.</summary>
public partial class StatementProperties
{
    private static readonly DateSpan ThreeYears = DateSpan.Months(new(2027, 1, 1), 36);

    [Fact]
    public void StatementsAreThoseOfTheOracle() => LedgerChecks.ForAll((ledger, pick) =>
        StatementComparison.Differences(Run(ledger, pick), StatementOracle.Run(ledger, Periods(pick))));

    [Fact]
    public void LateFactsAreAdjustedAsTheOracleAdjustsThem() => LedgerChecks.ForAll((ledger, pick) =>
    {
        (CompLedger early, CompLedger late) = Learnt(ledger, pick);
        var expected = new List<StatementOracle>();
        foreach (DateSpan period in LongPeriods(pick))
        {
            expected.Add(StatementOracle.Next(IsEarly(period, pick) ? early : late, period, expected));
        }

        return StatementComparison.Differences(LateRun(early, late, pick), expected);
    });

    [Fact]
    public void LinesSumToTheTotals() => LedgerChecks.ForAll((ledger, pick) => Run(ledger, pick)
        .All(statement => statement.Lines.Sum(line => line.Earned) == statement.Earned
            && statement.Lines.Sum(line => line.PayableNow) == statement.PayableNow
            && statement.Lines.Sum(line => line.Deferred) == statement.PayableLater - statement.PayableLaterBefore
            && statement.Lines.Sum(line => line.DrawBalance) == statement.DrawBalance - statement.DrawBalanceBefore
            && statement.Lines.Sum(line => line.CarriedBalance)
                == statement.CarriedBalance - statement.CarriedBalanceBefore
            && statement.AddsUp));

    [Fact]
    public void EachLineBalances() => LedgerChecks.ForAll((ledger, pick) => LateRun(ledger, pick)
        .SelectMany(statement => statement.Lines)
        .All(line => line.Earned + line.DrawBalance + line.CarriedBalance == line.PayableNow + line.Deferred));

    [Fact]
    public void StatementsFollowEachOther() => LedgerChecks.ForAll((ledger, pick) =>
    {
        List<CompStatement> run = LateRun(ledger, pick);
        return run.Zip(run.Skip(1)).All(pair => pair.Second.PayableLaterBefore == pair.First.PayableLater
            && pair.Second.DrawBalanceBefore == pair.First.DrawBalance
            && pair.Second.CarriedBalanceBefore == pair.First.CarriedBalance);
    });

    [Fact]
    public void TheScheduleSumsToWhatIsPayableLater() => LedgerChecks.ForAll((ledger, pick) =>
        Run(ledger, pick).All(statement =>
            statement.Schedule.Sum(part => part.Amount) == statement.PayableLater
                && statement.Schedule.All(part => !(part.On < statement.Period.End))));

    [Fact]
    public void TheOrderOfCreditsInTheLedgerChangesNothing() => LedgerChecks.ForAll((ledger, pick) =>
    {
        // Credits that count on one day for one deal are taken in the order given, which their lines show.
        bool isOrderOpen = new EarningsOracle(ledger).Counted
            .SelectMany(item => new[] { (item.Day, item.Credit.Deal, 0), (item.Credit.Date, item.Credit.Deal, 1) })
            .GroupBy(item => item)
            .Any(group => group.Count() > 1);
        return isOrderOpen || Run(ledger, pick).Select(Totals)
            .SequenceEqual(Run(WithCredits(ledger, ledger.Credits.Reverse()), pick).Select(Totals));
    });

    [Fact]
    public void TheOrderOfEventsInTheLedgerChangesNothing() => LedgerChecks.ForAll((ledger, pick) =>
        Run(ledger, pick).Select(Totals)
            .SequenceEqual(Run(WithEvents(ledger, ledger.Events.Reverse()), pick).Select(Totals)));

    [Fact]
    public void NoStatementTakesMoney() => LedgerChecks.ForAll((ledger, pick) =>
        LateRun(ledger, pick).All(statement => statement.PayableNow >= 0m
            && statement.DrawBalance >= 0m
            && statement.CarriedBalance >= 0m));

    [Fact]
    public void NoMoreIsTakenBackOfADealThanWasPaidForIt() => LedgerChecks.ForAll((ledger, pick) =>
    {
        HashSet<string> rising =
        [
            .. ledger.Credits
                .GroupBy(credit => credit.Deal ?? "")
                .Where(group => group.All(credit => credit.Amount >= 0m && credit.Measure.Kind == MeasureKind.Flow))
                .Select(group => group.Key),
        ];
        return Run(ledger, pick)
            .SelectMany(statement => statement.Lines)
            .Where(
                line => line.Deal is not null && rising.Contains(line.Deal) && line.Item.Kind != PayItemKind.Opening)
            .GroupBy(line => (line.Plan, line.Deal))
            .All(deal => deal.Sum(line => line.PayableNow) >= 0m);
    });

    [Fact]
    public void NextIsWhatRunGoesOnWith() => LedgerChecks.ForAll((ledger, pick) =>
    {
        DateSpan[] periods = LongPeriods(pick);
        return Issue(periods, _ => ledger).SequenceEqual(StatementCalculator.Run(
            ledger, ThreeYears, periods.Length == 36 ? PayFrequency.Monthly : PayFrequency.Quarterly));
    });

    /// <summary>The periods of statements that are issued by a frequency: months and years mostly.</summary>
    private static DateSpan[] Periods(int pick) => (pick % 8) switch
    {
        0 or 1 or 2 => Each(1),
        3 => Each(12),
        4 or 5 => Each(3),
        6 => [.. Each(1).SelectMany(Halves)],
        _ => [.. Enumerable.Range(0, 60).Select(i => Weeks(i, length: 14))],
    };

    private static DateSpan[] LongPeriods(int pick) => pick % 2 == 0 ? Each(1) : Each(3);

    private static DateSpan[] Each(int months) =>
        [.. Enumerable.Range(0, 36 / months).Select(i =>
            DateSpan.Months(ThreeYears.Start.PlusMonths(i * months), months))];

    private static DateSpan[] Halves(DateSpan month) =>
    [
        DateSpan.Between(month.Start, month.Start.PlusDays(15)),
        DateSpan.Between(month.Start.PlusDays(15), month.End!.Value),
    ];

    private static DateSpan Weeks(int i, int length) =>
        DateSpan.Between(ThreeYears.Start.PlusDays(i * length), ThreeYears.Start.PlusDays((i + 1) * length));

    private static ValueList<CompStatement> Run(CompLedger ledger, int pick)
    {
        DateSpan[] periods = Periods(pick);
        PayFrequency frequency = (pick % 8) switch
        {
            0 or 1 or 2 => PayFrequency.Monthly,
            3 => PayFrequency.Yearly,
            4 or 5 => PayFrequency.Quarterly,
            6 => PayFrequency.SemiMonthly,
            _ => PayFrequency.BiWeekly,
        };
        return StatementCalculator.Run(
            ledger, DateSpan.Between(periods[0].Start, periods[^1].End!.Value), frequency);
    }

    private static List<CompStatement> Issue(DateSpan[] periods, Func<DateSpan, CompLedger> known)
    {
        var issued = new List<CompStatement>();
        foreach (DateSpan period in periods)
        {
            issued.Add(StatementCalculator.Next(known(period), period, CollectionsMarshal.AsSpan(issued)));
        }

        return issued;
    }

    // A part of the credits and events, and the leaving, are not known until the year is well on; some credits are
    // known with another amount, and are replaced.
    private static (CompLedger Early, CompLedger Late) Learnt(CompLedger ledger, int pick)
    {
        CompCredit[] known =
        [
            .. ledger.Credits.Where((_, i) => (i + pick) % 2 == 0)
                .Select(
                    (credit, i) => credit.Id is null || (i + pick) % 3 != 0 || credit.Measure.Kind == MeasureKind.Level
                    ? credit
                    : credit with { Amount = credit.Amount * 2m, CreditedPart = null }),
        ];
        CompEvent[] happened = [.. ledger.Events.Where((_, i) => (i + pick) % 3 != 0)];
        CompLedger early = CompLedger.Of(
            ledger.Person, ledger.Assignments, known, happened, ledger.Hired, lastWorkingDay: null, ledger.Opening);
        CompLedger late = early.With(
            ledger.Credits.Where(credit => !known.Contains(credit)),
            ledger.Events.Where((_, i) => (i + pick) % 3 == 0),
            ledger.LastWorkingDay);
        return LedgerArbitraries.IsDecided(early) && LedgerArbitraries.IsDecided(late)
            ? (early, late)
            : (ledger, ledger);
    }

    private static bool IsEarly(DateSpan period, int pick) =>
        period.End <= ThreeYears.Start.PlusMonths(12 + (pick % 12));

    private static List<CompStatement> LateRun(CompLedger ledger, int pick)
    {
        (CompLedger early, CompLedger late) = Learnt(ledger, pick);
        return LateRun(early, late, pick);
    }

    private static List<CompStatement> LateRun(CompLedger early, CompLedger late, int pick) =>
        Issue(LongPeriods(pick), period => IsEarly(period, pick) ? early : late);

    private static CompLedger WithCredits(CompLedger ledger, IEnumerable<CompCredit> credits) => CompLedger.Of(
        ledger.Person, ledger.Assignments, credits, ledger.Events, ledger.Hired, ledger.LastWorkingDay,
        ledger.Opening);

    private static CompLedger WithEvents(CompLedger ledger, IEnumerable<CompEvent> events) => CompLedger.Of(
        ledger.Person, ledger.Assignments, ledger.Credits, events, ledger.Hired, ledger.LastWorkingDay,
        ledger.Opening);

    private static CompLedger WithAssignments(CompLedger ledger, IEnumerable<CompAssignment> assignments) =>
        CompLedger.Of(
            ledger.Person, assignments, ledger.Credits, ledger.Events, ledger.Hired, ledger.LastWorkingDay,
            ledger.Opening);

    private static (
        decimal Earned, decimal PayableNow, decimal PayableLater, decimal DrawBalance, decimal Carried) Totals(
            CompStatement statement) => (
                statement.Earned, statement.PayableNow, statement.PayableLater, statement.DrawBalance,
                statement.CarriedBalance);
}
