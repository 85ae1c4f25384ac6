using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class SpiffBudgetCalculatorTests
{
    [Fact]
    public void ATeamBudgetIsUsedInTheOrderOfTheDays()
    {
        var plan = new CompPlan
        {
            Role = "AE",
            Spiffs =
            [
                new Spiff
                {
                    Name = "Launch",
                    Measure = CompMeasure.NewArr,
                    Window = DateSpan.Year(2027),
                    Rate = 0.01m,
                    Budget = 1_000m,
                    IsTeamBudget = true,
                },
            ],
        };
        CompLedger ada = CompLedger.Of(
            "Ada", plan, CompMaker.Credit("D-1", 1, 10, 60_000m), CompMaker.Credit("D-3", 3, 10, 60_000m));
        CompLedger grace = CompLedger.Of("Grace", plan, CompMaker.Credit("D-2", 2, 10, 30_000m));

        ValueList<CompLedger> shared = SpiffBudgetCalculator.ShareBudgets(grace, ada);
        decimal[] paid = [.. shared.Select(Paid)];

        Assert.Equal([300m, 700m], paid); // 600, 300, and the last 100
        Assert.Equal(1_000m, Paid(ada)); // with one person, up to the whole budget
        Assert.Equal("2027-02-10 Grace: 300.00 of SPIFF Launch", Assert.Single(shared[1].Team).ToString());
        Refusal.By<ArgumentException>("team", () => SpiffBudgetCalculator.ShareBudgets(ada, ada));
        CompPlan other = plan with { Spiffs = [plan.Spiffs[0] with { Budget = 50m }] };
        Refusal.By<ArgumentException>(
            "team", () => SpiffBudgetCalculator.ShareBudgets(ada, CompLedger.Of("Mary", other)));

        static decimal Paid(CompLedger ledger) =>
            StatementCalculator.Run(ledger, DateSpan.Year(2027)).Sum(statement => statement.Earned);
    }
}
