using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>Where a statement and the oracle's differ, in words; nothing where they agree.</summary>
internal static class StatementComparison
{
    public static IEnumerable<string> Differences(
        IReadOnlyList<CompStatement> statements,
        IReadOnlyList<StatementOracle> expected) =>
        statements.Count == expected.Count
            ? statements.Zip(expected, Differences).SelectMany(found => found)
            : [$"{statements.Count} statements, {expected.Count} expected"];

    public static IEnumerable<string> Differences(CompStatement statement, StatementOracle expected)
    {
        ClosingOracle closing = expected.Closing;
        (string Name, decimal Is, decimal Should)[] totals =
        [
            ("earned", statement.Earned, expected.Earned),
            ("payable now", statement.PayableNow, expected.PayableNow),
            ("payable later before", statement.PayableLaterBefore, expected.PayableLaterBefore),
            ("payable later", statement.PayableLater, expected.PayableLater),
            ("draw balance before", statement.DrawBalanceBefore, closing.DrawBalanceBefore),
            ("draw balance", statement.DrawBalance, closing.DrawBalance),
            ("carried balance before", statement.CarriedBalanceBefore, closing.CarriedBalanceBefore),
            ("carried balance", statement.CarriedBalance, closing.CarriedBalance),
            ("guaranteed", Sum(statement, StatementLineKind.Guarantee, line => line.Earned), closing.Guaranteed),
            ("advanced", Sum(statement, StatementLineKind.DrawAdvance, line => line.DrawBalance), closing.Advanced),
            (
                "recovered",
                -Sum(statement, StatementLineKind.DrawRecovery, line => line.DrawBalance),
                closing.Recovered),
            ("forgiven", Sum(statement, StatementLineKind.DrawForgiven, line => line.Earned), closing.Forgiven),
            (
                "carried forward",
                Sum(statement, StatementLineKind.CarriedForward, line => line.CarriedBalance), closing.CarriedForward),
            (
                "carried recovered",
                -Sum(statement, StatementLineKind.CarriedRecovery, line => line.CarriedBalance),
                closing.CarriedRecovered),
        ];
        return totals
            .Where(total => total.Is != total.Should)
            .Select(total => $"{statement.Period}: {total.Name} was {total.Is}, {total.Should} expected")
            .Concat(Differences(
                statement.Period, "withheld",
                statement.Withheld.Select(withheld => withheld.Credit.ToString()),
                expected.Withheld.Select(credit => credit.ToString())))
            .Concat(Differences(
                statement.Period, "windfalls",
                statement.Lines.Where(line => line.IsWindfall).Select(line => $"{line.Date:R} {line.Deal}"),
                expected.Windfalls.Select(line => $"{line.Date:R} {line.Deal}")))
            .Concat(Differences(statement.Period, "", Sums(statement, isAdjustment: false), Sum(expected.Sums)))
            .Concat(Differences(
                statement.Period, "adjusted ", Sums(statement, isAdjustment: true), Sum(expected.AllAdjustments)));
    }

    public static Dictionary<OracleKey, OracleSum> Sums(CompStatement statement, bool isAdjustment) =>
        Sum(statement.Lines
            .Where(line => line.Kind <= StatementLineKind.Adjustment
                && (line.Kind == StatementLineKind.Adjustment) == isAdjustment)
            .Select(line => KeyValuePair.Create(
                new OracleKey(
                    line.Corrects ?? line.Kind, line.Item.Kind == PayItemKind.Opening ? "" : line.Plan,
                    OracleKey.ItemOf(line.Item), line.Deal, line.Account),
                OracleSum.Of(line))));

    /// <summary>All of a ledger, line by line.</summary>
    public static string Words(CompLedger ledger) => string.Join(
        '\n',
        ledger.Assignments
            .Select(item => $"{item.InForce} {item.Continuity}, {item.Absences}: {Words(item.Plan)}")
            .Concat(ledger.Credits.Select(credit =>
                $"{credit}, id {credit.Id}, account {credit.Account}, segment {credit.Segment}, "
                    + $"buyers {credit.BuyerEngagement}, trigger {credit.Trigger}, contract {credit.ContractValue}, "
                    + $"part {credit.CreditedPart}"))
            .Concat(ledger.Events.Select(happened => happened.ToString()))
            .Append($"hired {ledger.Hired:R}, last day {ledger.LastWorkingDay:R}, {ledger.Opening}, "
                + $"{ledger.Opening?.PayableLater}"));

    private static string Words(CompPlan plan) => string.Join(
        "; ",
        plan.Id, plan, plan.Components, string.Join(", ", plan.Components.Select(item => item.Target!.Shares)),
        plan.Calendar, plan.Ramp, plan.QuotaOnLeaving, plan.Draw, plan.Draw?.Recovery,
        plan.Draw?.RecoveryStartsAfterMonths, plan.Draw?.AtEnd, plan.Vesting, plan.PaymentTrigger, plan.Residual,
        plan.Triggers, plan.Spiffs, plan.Gates,
        string.Join(", ", plan.Gates.Select(gate => $"{gate.RequiredEngagement} {gate.RequiredMilestone}")),
        plan.Windfall, plan.Clawback, plan.DayCount, plan.Rounding);

    private static decimal Sum(CompStatement statement, StatementLineKind kind, Func<StatementLine, decimal> figure) =>
        statement.Lines.Where(line => line.Kind == kind).Sum(figure);

    // How what is taken back of a deal, or of an account, is spread over its items is no rule; how much it is in all
    // is one.
    private static Dictionary<OracleKey, OracleSum> Sum(IEnumerable<KeyValuePair<OracleKey, OracleSum>> lines)
    {
        var sums = new Dictionary<OracleKey, OracleSum>();
        foreach ((OracleKey key, OracleSum sum) in lines)
        {
            OracleKey loose = key.Kind == StatementLineKind.Clawback
                ? key with { Item = "", Account = key.Deal is null ? key.Account : null }
                : key;
            sums[loose] = sums.GetValueOrDefault(loose) + sum;
        }

        return sums;
    }

    private static IEnumerable<string> Differences(
        DateSpan period,
        string what,
        IEnumerable<string> found,
        IEnumerable<string> expected)
    {
        string list = string.Join(" and ", found.Order(StringComparer.Ordinal));
        string should = string.Join(" and ", expected.Order(StringComparer.Ordinal));
        return list == should ? [] : [$"{period}: {what} was {list}, {should} expected"];
    }

    private static IEnumerable<string> Differences(
        DateSpan period,
        string what,
        Dictionary<OracleKey, OracleSum> sums,
        Dictionary<OracleKey, OracleSum> expected) =>
        sums.Keys.Union(expected.Keys)
            .Where(key => sums.GetValueOrDefault(key) != expected.GetValueOrDefault(key))
            .Select(key =>
                $"{period}: {what}{key} was {sums.GetValueOrDefault(key)}, {expected.GetValueOrDefault(key)} "
                + $"expected");
}
