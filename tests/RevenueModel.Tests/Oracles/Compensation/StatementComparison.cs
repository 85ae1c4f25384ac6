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
        (string Name, decimal Is, decimal Should)[] totals =
        [
            ("earned", statement.Earned, expected.Earned),
            ("payable now", statement.PayableNow, expected.PayableNow),
            ("payable later before", statement.PayableLaterBefore, expected.PayableLaterBefore),
            ("payable later", statement.PayableLater, expected.PayableLater),
            ("draw balance before", statement.DrawBalanceBefore, expected.DrawBalanceBefore),
            ("draw balance", statement.DrawBalance, expected.DrawBalance),
            ("guaranteed", Sum(statement, StatementLineKind.Guarantee, line => line.Earned), expected.Guaranteed),
            (
                "advanced less recovered",
                Sum(statement, StatementLineKind.DrawAdvance, line => line.DrawBalance)
                    + Sum(statement, StatementLineKind.CarriedForward, line => line.DrawBalance)
                    + Sum(statement, StatementLineKind.DrawRecovery, line => line.DrawBalance),
                expected.Advanced - expected.Recovered),
            ("forgiven", Sum(statement, StatementLineKind.DrawForgiven, line => line.Earned), expected.Forgiven),
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

    public static Dictionary<OracleKey, OracleSum> Sums(CompStatement statement, bool isAdjustment) => Sum(statement.Lines
        .Where(line => line.Kind <= StatementLineKind.Adjustment
            && (line.Kind == StatementLineKind.Adjustment) == isAdjustment)
        .Select(line => KeyValuePair.Create(
            new OracleKey(line.Corrects ?? line.Kind, line.Role, line.Item.ToString(), line.Deal, line.Account),
            new OracleSum(line.Earned, line.PayableNow, line.Deferred))));

    /// <summary>All of a ledger, line by line.</summary>
    public static string Words(CompLedger ledger) => string.Join(
        '\n',
        ledger.Assignments.Select(item => $"{item.InForce}: {Words(item.Plan)}")
            .Concat(ledger.Credits.Select(credit =>
                $"{credit}, account {credit.Account}, segment {credit.Segment}, buyers {credit.BuyerEngagement}, "
                    + $"trigger {credit.Trigger}, contract {credit.ContractValue}"))
            .Concat(ledger.Events.Select(happened => happened.ToString()))
            .Append($"hired {ledger.Hired:R}, left {ledger.Left:R}"));

    private static string Words(CompPlan plan) => string.Join(
        "; ",
        plan, plan.Components, plan.Calendar, plan.Ramp, plan.Draw, plan.Draw?.Recovery, plan.Draw?.RecoveryStartsAfterMonths,
        plan.Draw?.AtEnd, plan.Vesting, plan.PaymentTrigger, plan.Residual, plan.Triggers, plan.Spiffs, plan.Gates,
        string.Join(", ", plan.Gates.Select(gate => $"{gate.RequiredEngagement} {gate.RequiredMilestone}")),
        plan.Windfall, plan.Clawback, plan.DayCount, plan.Rounding);

    private static decimal Sum(CompStatement statement, StatementLineKind kind, Func<StatementLine, decimal> figure) =>
        statement.Lines.Where(line => line.Kind == kind).Sum(figure);

    // How what is taken back of a deal, or of an account, is spread over its items is no rule; how much it is in all is one.
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
            .Select(key => $"{period}: {what}{key} was {sums.GetValueOrDefault(key)}, {expected.GetValueOrDefault(key)} expected");
}
