using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

/// <summary>Figures of the size of decimal.MaxValue are refused by name, and no getter throws.</summary>
public class OverflowTests
{
    private const string TooLarge =
        " is too large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller figures are expected.";

    private static readonly CompPlan Plan = new()
    {
        Role = "AE",
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components =
        [
            new PayComponent
            {
                Measure = CompMeasure.NewArr,
                Target = PayTarget.PerYear(1_000m),
                Curve = PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m)),
            },
        ],
        Draw = Draw.Recoverable(24_000m),
    };

    private static readonly CompPlan Huge = Plan with { OnTargetEarnings = decimal.MaxValue };
    private static readonly DateSpan Year = DateSpan.Year(2027);
    private static readonly ComponentTerms Terms = QuotaCalculator.YearTerms(Plan, Plan.Components[0]);

    private static readonly CompCredit Credit = new()
    {
        Date = new LocalDate(2027, 3, 15),
        Measure = CompMeasure.NewArr,
        Amount = decimal.MaxValue,
        Deal = "D-1",
    };

    [Fact]
    public void ACreditThatIsTooLargeIsNamed()
    {
        string credit = FormattableString.Invariant($"Credit {Credit}");
        CompLedger ledger = CompLedger.Of("Ada", [CompAssignment.Of(Plan, Year)], [Credit]);
        Refused("ledger", credit, () => StatementCalculator.Run(ledger, Year));
        Refused("ledger", credit, () => StatementCalculator.Next(ledger, DateSpan.Of(YearQuarter.Of(2027, 1))));
        Refused("ledger", credit, () => StatementCalculator.Run(Under(Plan with
        {
            Components = [Plan.Components[0] with { Measure = CompMeasure.Activations }],
            Spiffs = [new Spiff { Name = "Push", Measure = CompMeasure.NewArr, Window = Year, Rate = 1m }],
        }, Credit with { Deal = "D-0" }, Credit), Year));
        CompCredit large = Credit with { Amount = 10_000_000_000_000_000_000m };
        Refusal.With(
            FormattableString.Invariant($"Credit {large}: pay on new ARR comes to ")
                + "1,999,999,999,999,999,900,000; pay that fits 64 bits of the minor unit is expected.",
            () => StatementCalculator.Run(Under(Plan, large), Year));
        CompPlan paidForModules = Plan with
        {
            Components = [Plan.Components[0] with { Measure = CompMeasure.Activations }],
            Triggers = [ExpansionTrigger.AtRate(ExpansionTriggerKind.ModuleAttach, 1m)],
        };
        CompCredit module = large with { Trigger = ExpansionTriggerKind.ModuleAttach };
        Refusal.With(
            FormattableString.Invariant($"Credit {module}: pay on trigger ModuleAttach comes to ")
                + "10,000,000,000,000,000,000; pay that fits 64 bits of the minor unit is expected.",
            () => StatementCalculator.Run(Under(paidForModules, module), Year));
    }

    [Fact]
    public void PayThatIsTooLargeIsThatOfAPersonInAPeriod()
    {
        CompPlan drawn = Plan with { Draw = Draw.Recoverable(decimal.MaxValue) };
        DateSpan two = DateSpan.Months(Year.Start, 24);
        Refused(
            "ledger",
            "The pay of Ada in [2027-01-01, 2029-01-01)",
            () => StatementCalculator.Run(
                CompLedger.Of("Ada", [CompAssignment.Of(drawn, two)]), two, PayFrequency.Yearly));
    }

    [Fact]
    public void CommissionsAndPayoutsThatAreTooLargeAreNamed()
    {
        const decimal Max = decimal.MaxValue;
        Refused("credited", $"A credit of {Max}", () => CommissionCalculator.Amount(Terms, Max));
        Refused("added", $"A credit of {Max} after 1", () => CommissionCalculator.AmountOfNext(Terms, 1m, Max));
        Refused("credits", "What is credited by position 1", () => CommissionCalculator.Amounts(
            Terms, [1m, Max], RoundingPolicy.Cents, new decimal[2]));
        PayoutCurve curve = Plan.Components[0].Curve;
        Refused("attainment", $"An attainment of {Max}", () => PayoutCalculator.Payout(curve, Max));
        Refused("attainments", "The attainment at position 1", () =>
        {
            PayoutCalculator.Payouts(curve, [1m, Max], new decimal[2]);
            return curve;
        });
    }

    [Fact]
    public void APlanThatIsTooLargeIsNamed()
    {
        PayComponent component = Huge.Components[0];
        const string Component = "Component \"new ARR\" of plan \"AE\"";
        Refused("component", Component, () => QuotaCalculator.TargetPay(Huge, component, Year, Year));
        Refused("component", Component, () => QuotaCalculator.Terms(Huge, component, Year, Year, Year.Start));
        Refused("component", Component, () => QuotaCalculator.YearTerms(
            Huge with { PayMix = PayMix.OfPercent(0, 100) },
            component with
            {
                Curve = PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.Between(1m, 9m, 2m), Tier.AtLeast(9m, 1m)),
            }));
        CompPlan ramped = Huge with { Ramp = Ramp.Of(RampMonth.Of(0m, 1m)) };
        DateSpan part = DateSpan.From(Year.Start.PlusDays(3));
        Refused("plan", "Plan \"AE\"", () => QuotaCalculator.Guarantee(ramped, Year, part, Year.Start));
    }

    [Fact]
    public void AnalysesOfFiguresThatAreTooLargeNameThePlan()
    {
        CompPlan steep = Huge with
        {
            Components =
                [Huge.Components[0] with { Curve = PayoutCurve.Of(Tier.Between(0m, 9m, 1m), Tier.AtLeast(9m, 2m)) }],
        };
        const string Pay = "The pay of plan \"AE\"";
        Refused("plan", Pay, () => TeamExpenseCalculator.Expect(steep, AttainmentDistribution.Certain(1)));
        Refused("members", Pay, () => TeamExpenseCalculator.Expect(
            [new TeamMember { Plan = steep }], AttainmentDistribution.Certain(1)));
        Refused("plan", Pay, () => CompPlanCheckCalculator.Check(steep));
        Refused("plan", Pay + " at an attainment of up to 2", () => EffectiveRateCalculator.Curve(steep, 0m, 2m, 3));
        Refused("first", "Component \"new ARR\" of plan \"AE\"", () => CompPlanComparisonCalculator.Compare(
            steep, Plan, [1m]));
        Refused("second", "The pay of \"AE\" or \"AE\"", () => CompPlanComparisonCalculator.BreakEvens(Plan, steep));
        Refusal.With(
            "The head count of the team exceeds 2,147,483,647; fewer people are expected.",
            () => TeamExpenseCalculator.Expect(
                [new TeamMember { Plan = Plan, HeadCount = int.MaxValue }, new TeamMember { Plan = Plan }],
                AttainmentDistribution.Certain(1)));
    }

    [Fact]
    public void AStatementOfFiguresThatAreTooLargeDoesNotAddUp()
    {
        CompStatement statement =
            StatementCalculator.Run(CompLedger.Of("Ada", [CompAssignment.Of(Plan, Year)]), Year)[0];
        StatementLine line = statement.Lines[0] with { Earned = decimal.MaxValue, DrawBalance = decimal.MaxValue };
        Assert.True(statement.AddsUp);
        Assert.False((statement with { Lines = [line, line] }).AddsUp);
        Assert.False(
            (statement with { PayableLater = decimal.MaxValue, PayableLaterBefore = decimal.MinValue }).AddsUp);
    }

    private static CompLedger Under(CompPlan plan, params CompCredit[] credits) =>
        CompLedger.Of("Ada", [CompAssignment.Of(plan, Year)], credits);

    private static void Refused(string parameter, string subject, Func<object?> refused) => Assert.StartsWith(
        subject + TooLarge, Refusal.By<ArgumentException>(parameter, refused).Message, StringComparison.Ordinal);
}
