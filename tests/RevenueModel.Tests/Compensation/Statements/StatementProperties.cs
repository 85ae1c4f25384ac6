using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Compensation.Statements;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Compensation.Statements;

public class StatementProperties
{
    private static readonly DateSpan ThreeYears = DateSpan.Months(new(2027, 1, 1), 36);

    [Property(MaxTest = 300)]
    public Property StatementsAreThoseOfTheOracle(CompLedger ledger)
    {
        string[] differences =
        [
            .. StatementComparison.Differences(
                [.. StatementCalculator.Run(ledger, ThreeYears, 3)], StatementOracle.Run(ledger, ThreeYears, 3)),
        ];
        return (differences.Length == 0).Label(string.Join("\n", differences.Take(12)) + "\n" + Words(ledger));
    }

    internal static string Words(CompLedger ledger) => string.Join(
        "\n",
        ledger.Assignments.Select(item => $"{item.InForce}: {PlanWords(item.Plan)}")
            .Concat(ledger.Credits.Select(credit => $"{credit} account {credit.Account} segment {credit.Segment} buyers {credit.BuyerEngagement} trigger {credit.Trigger} contract {credit.ContractValue}"))
            .Concat(ledger.Events.Select(happened => happened.ToString()))
            .Append($"hired {ledger.Hired:R}, left {ledger.Left:R}"));

    private static string PlanWords(RevenueModel.Compensation.CompPlan plan) =>
        $"{plan}; {plan.Components}; {plan.Calendar}; {plan.Ramp}; draw {plan.Draw} {plan.Draw?.Recovery} {plan.Draw?.RecoveryStartsAfterMonths} {plan.Draw?.AtEnd}; {plan.Vesting}; {plan.PaymentTrigger}; {plan.Residual}; {plan.Triggers}; {plan.Spiffs}; {plan.Gates} {string.Join(",", plan.Gates.Select(g => g.RequiredEngagement + " " + g.RequiredMilestone))}; {plan.Windfall}; {plan.Clawback}; {plan.DayCount}; {plan.Rounding}";
}
