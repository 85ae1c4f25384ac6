using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Compensation;

public class StatementProperties
{
    private static readonly DateSpan ThreeYears = DateSpan.Months(new(2027, 1, 1), 36);

    [Property(MaxTest = 400)]
    public Property StatementsAreThoseOfTheOracle(CompLedger ledger, byte pick)
    {
        int months = MonthsOf(pick);
        List<StatementOracle> expected = StatementOracle.Run(ledger, ThreeYears, months);
        return Agree(ledger, [.. StatementCalculator.Run(ledger, ThreeYears, months)], expected);
    }

    [Property(MaxTest = 300)]
    public Property WhatIsLearntLateIsAdjustedAsTheOracleAdjustsIt(CompLedger ledger, byte pick)
    {
        int months = MonthsOf(pick);
        CompLedger early = KnownBefore(ledger, pick);
        var expected = new List<StatementOracle>();
        foreach (DateSpan period in Periods(months))
        {
            expected.Add(StatementOracle.Next(IsEarly(period, pick) ? early : ledger, period, [.. expected]));
        }

        return Agree(ledger, LateRun(early, ledger, months, pick), expected);
    }

    [Property]
    public bool LinesSumToTheTotals(CompLedger ledger, byte pick) => StatementCalculator.Run(ledger, ThreeYears, MonthsOf(pick))
        .All(statement => statement.Lines.Sum(line => line.Earned) == statement.Earned
            && statement.Lines.Sum(line => line.PayableNow) == statement.PayableNow
            && statement.Lines.Sum(line => line.Deferred) == statement.PayableLater - statement.PayableLaterBefore
            && statement.Lines.Sum(line => line.DrawBalance) == statement.DrawBalance - statement.DrawBalanceBefore);

    [Property]
    public bool EachLineBalances(CompLedger ledger, byte pick) => LateRun(KnownBefore(ledger, pick), ledger, MonthsOf(pick), pick)
        .SelectMany(statement => statement.Lines)
        .All(line => line.Earned + line.DrawBalance == line.PayableNow + line.Deferred);

    [Property]
    public bool StatementsFollowEachOther(CompLedger ledger, byte pick)
    {
        List<CompStatement> run = LateRun(KnownBefore(ledger, pick), ledger, MonthsOf(pick), pick);
        return run.Zip(run.Skip(1)).All(pair => pair.Second.PayableLaterBefore == pair.First.PayableLater
            && pair.Second.DrawBalanceBefore == pair.First.DrawBalance);
    }

    [Property]
    public bool TheScheduleSumsToWhatIsPayableLater(CompLedger ledger, byte pick) =>
        StatementCalculator.Run(ledger, ThreeYears, MonthsOf(pick)).All(statement =>
            statement.Schedule.Sum(part => part.Amount) == statement.PayableLater
                && statement.Schedule.All(part => !(part.On < statement.Period.End)));

    [Property]
    public bool TheOrderOfCreditsInTheLedgerChangesNothing(CompLedger ledger, byte pick)
    {
        // Credits that count on one day for one deal are taken in the order given, which their lines show.
        bool isOrderOpen = new EarningsOracle(ledger).Counted
            .SelectMany(item => new[] { (item.Day, item.Credit.Deal, 0), (item.Credit.Date, item.Credit.Deal, 1) })
            .GroupBy(item => item)
            .Any(group => group.Count() > 1);
        CompLedger reversed = CompLedger.Of(
            ledger.Person, ledger.Assignments, ledger.Credits.Reverse().ToValueList(),
            ledger.Events, ledger.Hired, ledger.Left);
        int months = MonthsOf(pick);
        return isOrderOpen || StatementCalculator.Run(ledger, ThreeYears, months).Select(Totals)
            .SequenceEqual(StatementCalculator.Run(reversed, ThreeYears, months).Select(Totals));
    }

    [Property]
    public bool TheOrderOfEventsInTheLedgerChangesNothing(CompLedger ledger, byte pick)
    {
        CompLedger reversed = CompLedger.Of(
            ledger.Person, ledger.Assignments, ledger.Credits, ledger.Events.Reverse().ToValueList(), ledger.Hired, ledger.Left);
        int months = MonthsOf(pick);
        return StatementCalculator.Run(ledger, ThreeYears, months).Select(Totals)
            .SequenceEqual(StatementCalculator.Run(reversed, ThreeYears, months).Select(Totals));
    }

    [Property]
    public bool SplittingACreditInTwoChangesNoTotal(CompLedger ledger, byte at, byte pick)
    {
        if (ledger.Credits.IsEmpty || ledger.Credits[at % ledger.Credits.Count].Measure.Kind == MeasureKind.Level)
        {
            return true;
        }

        // What is paid for each that is for no deal is paid twice for two, and how a correction that a clawback covers in
        // part becomes payable depends on how large it is.
        CompCredit[] whole = [.. ledger.Credits];
        CompCredit split = whole[at % whole.Length];
        if (split.Deal is null)
        {
            split = whole[at % whole.Length] = split with { Trigger = null };
        }

        if (split.Amount < 0m && ledger.Assignments.Any(item => item.Plan.Clawback is not null))
        {
            return true;
        }

        decimal part = decimal.Round(split.Amount / 3m, 2);
        decimal? contract = split.ContractValue is { } value ? decimal.Round(value / 3m, 2) : null;
        CompCredit[] parts =
        [
            .. whole[..(at % whole.Length)],
            split with { Amount = part, ContractValue = contract },
            split with { Amount = split.Amount - part, ContractValue = split.ContractValue - contract },
            .. whole[((at % whole.Length) + 1)..],
        ];
        int months = MonthsOf(pick);
        return TryWithCredits(ledger, whole) is not { } one
            || StatementCalculator.Run(one, ThreeYears, months).Select(Totals)
                .SequenceEqual(StatementCalculator.Run(TryWithCredits(ledger, parts)!, ThreeYears, months).Select(Totals));
    }

    [Property]
    public bool MonthsSumToTheYearComputedAtOnce(CompLedger ledger)
    {
        OracleSum months = Clean(StatementCalculator.Run(ledger, ThreeYears));
        OracleSum years = Clean(StatementCalculator.Run(ledger, ThreeYears, 12));
        return months == years;
    }

    [Property]
    public bool TheDrawBalanceIsWhatIsPaidOrDeferredBeyondEarnings(CompLedger ledger, byte pick)
    {
        List<CompStatement> run = LateRun(KnownBefore(ledger, pick), ledger, MonthsOf(pick), pick);
        decimal before = run[0].PayableLaterBefore;
        return run.All(statement =>
        {
            before += statement.Earned - statement.PayableNow;
            return statement.DrawBalance >= 0m && statement.PayableLater - before == statement.DrawBalance;
        });
    }

    [Property]
    public bool NoStatementTakesMoney(CompLedger ledger, byte pick) =>
        LateRun(KnownBefore(ledger, pick), ledger, MonthsOf(pick), pick).All(statement => statement.PayableNow >= 0m);

    [Property]
    public bool NoMoreIsTakenBackOfADealThanWasPaidForIt(CompLedger ledger, byte pick)
    {
        HashSet<string> rising =
        [
            .. ledger.Credits
                .GroupBy(credit => credit.Deal ?? "")
                .Where(group => group.All(credit => credit.Amount >= 0m && credit.Measure.Kind == MeasureKind.Flow))
                .Select(group => group.Key),
        ];
        return StatementCalculator.Run(ledger, ThreeYears, MonthsOf(pick))
            .SelectMany(statement => statement.Lines)
            .Where(line => line.Deal is not null && rising.Contains(line.Deal))
            .GroupBy(line => (line.Role, line.Deal))
            .All(deal => deal.Sum(line => line.PayableNow) >= 0m);
    }

    [Property]
    public bool WithUnchangedDataNothingIsAdjusted(CompLedger ledger, byte pick)
    {
        int months = MonthsOf(pick);
        ValueList<CompStatement> run = StatementCalculator.Run(ledger, DateSpan.Months(ThreeYears.Start, 24), months);
        CompStatement next = StatementCalculator.Next(
            ledger, DateSpan.Months(ThreeYears.Start.PlusMonths(24), months), run.AsSpan());
        return run.Append(next).All(statement => statement.Lines.All(line => line.Kind != StatementLineKind.Adjustment));
    }

    [Property]
    public bool NextIsWhatRunGoesOnWith(CompLedger ledger, byte pick)
    {
        int months = MonthsOf(pick);
        var issued = new List<CompStatement>();
        foreach (DateSpan period in Periods(months))
        {
            issued.Add(StatementCalculator.Next(ledger, period, CollectionsMarshal.AsSpan(issued)));
        }

        return issued.SequenceEqual(StatementCalculator.Run(ledger, ThreeYears, months));
    }

    [Property]
    public bool WhatIsLearntLateBringsTheSumToWhatAFreshRunSays(CompLedger ledger, byte pick)
    {
        int months = MonthsOf(pick);
        return ByDeal(LateRun(KnownBefore(ledger, pick), ledger, months, pick))
            .SetEquals(ByDeal(StatementCalculator.Run(ledger, ThreeYears, months)));
    }

    private static int MonthsOf(byte pick) => (pick % 4) switch { 0 => 1, 1 => 12, _ => 3 };

    private static IEnumerable<DateSpan> Periods(int months) => Enumerable.Range(0, 36 / months)
        .Select(i => DateSpan.Months(ThreeYears.Start.PlusMonths(i * months), months));

    // A part of the credits and events, and the leaving, are not known until the year is well on.
    private static CompLedger KnownBefore(CompLedger ledger, byte pick) => CompLedger.Of(
        ledger.Person,
        ledger.Assignments,
        ledger.Credits.Where((_, i) => (i + pick) % 2 == 0).ToValueList(),
        ledger.Events.Where((_, i) => (i + pick) % 3 != 0).ToValueList(),
        ledger.Hired,
        left: null);

    private static bool IsEarly(DateSpan period, byte pick) => period.End <= ThreeYears.Start.PlusMonths(12 + (pick % 12));

    private static List<CompStatement> LateRun(CompLedger early, CompLedger ledger, int months, byte pick)
    {
        var issued = new List<CompStatement>();
        foreach (DateSpan period in Periods(months))
        {
            issued.Add(StatementCalculator.Next(
                IsEarly(period, pick) ? early : ledger, period, CollectionsMarshal.AsSpan(issued)));
        }

        return issued;
    }

    private static Property Agree(
        CompLedger ledger,
        IReadOnlyList<CompStatement> statements,
        IReadOnlyList<StatementOracle> expected)
    {
        string[] differences = [.. StatementComparison.Differences(statements, expected)];
        return (differences.Length == 0).Label(string.Join('\n', differences.Take(12)) + "\n" + StatementComparison.Words(ledger));
    }

    private static (decimal Earned, decimal PayableNow, decimal PayableLater, decimal DrawBalance) Totals(
        CompStatement statement) =>
        (statement.Earned, statement.PayableNow, statement.PayableLater, statement.DrawBalance);

    private static OracleSum Clean(IEnumerable<CompStatement> statements) => statements
        .SelectMany(statement => statement.Lines)
        .Where(line => line.Kind <= StatementLineKind.Adjustment)
        .Aggregate(default(OracleSum), (sum, line) => sum + new OracleSum(line.Earned, line.PayableNow, line.Deferred));

    private static HashSet<(string Role, string? Deal, string? Account, OracleSum Sum)> ByDeal(
        IEnumerable<CompStatement> statements) =>
    [
        .. statements
            .SelectMany(statement => statement.Lines)
            .Where(line => line.Kind <= StatementLineKind.Adjustment && line.Corrects != StatementLineKind.Guarantee)
            .GroupBy(line => (line.Role, line.Deal, line.Account))
            .Select(group => (group.Key.Role, group.Key.Deal, group.Key.Account, group.Aggregate(
                default(OracleSum), (sum, line) => sum + new OracleSum(line.Earned, line.PayableNow, line.Deferred))))
            .Where(group => group.Item4 != default),
    ];

    // Without its trigger, a credit may have a measure that the plan does not pay.
    private static CompLedger? TryWithCredits(CompLedger ledger, CompCredit[] credits)
    {
        try
        {
            return CompLedger.Of(
                ledger.Person, ledger.Assignments, ValueList.Create<CompCredit>(credits), ledger.Events, ledger.Hired, ledger.Left);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
