using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class CompPlanTests
{
    private static readonly PayComponent Arr =
        new() { Measure = CompMeasure.NewArr, Weight = 0.75m, Target = PayTarget.PerYear(900_000m) };
    private static readonly PayComponent Logos =
        new() { Measure = CompMeasure.LogoRetention, Weight = 0.25m, Target = PayTarget.Level(0.9m) };

    private static readonly CompPlan Plan = new()
    {
        Role = "Account executive",
        OnTargetEarnings = 150_000m,
        PayMix = PayMix.OfPercent(40, 60),
        Components = [Logos, Arr],
    };

    [Property]
    public bool BaseAndVariablePayMakeOnTargetEarnings(CompPlan plan) =>
        plan.BaseSalary + plan.TargetVariable == plan.OnTargetEarnings;

    // An id that is set is kept if the role is renamed.
    [Fact]
    public void AnIdThatIsTheRoleEqualsAnIdThatIsNotSet()
    {
        CompPlan same = Plan with { Id = Plan.Role };

        Assert.Equal(Plan, same);
        Assert.Equal(Plan.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Plan, Plan with { Id = "AE" });
        Assert.Equal(("AE", "Account executive"), ((Plan with { Role = "AE" }).Id, (same with { Role = "AE" }).Id));
    }

    [Property]
    public bool PlansAreEqualByValue(CompPlan plan)
    {
        CompPlan same = plan with { Components = [.. plan.Components.Select(component => component with { })] };
        return same == plan && same.GetHashCode() == plan.GetHashCode();
    }

    [Property]
    public bool EveryComponentIsFoundByItsMeasure(CompPlan plan) =>
        plan.Components.All(component => plan.FindComponent(component.Measure) == component)
            && plan.FindComponent(CompMeasure.Custom("Anything else")) is null;

    [Property]
    public bool TargetPayOfTheComponentsSumsToTheTargetVariablePay(CompPlan plan) =>
        plan.Components.Sum(component => QuotaCalculator.YearTerms(plan, component).TargetPay) == plan.TargetVariable;

    [Property]
    public bool AttainingEveryTargetInProportionPaysTheTargetVariablePay(CompPlan plan)
    {
        decimal pay = plan.Components.Sum(component => CommissionCalculator.Amount(
            QuotaCalculator.YearTerms(plan, component with { Curve = PayoutCurve.Linear, AmountCap = null }),
            component.Target!.PerYearAmount));
        return pay == plan.TargetVariable;
    }

    [Fact]
    public void QuotaIsTheTargetOfTheFirstFlowOfMoney()
    {
        Assert.Equal(900_000m, Plan.Quota);
        Assert.Equal(6m, Plan.QuotaToOteMultiple);
        Assert.Equal(0.075m, Plan.CommissionRateAtQuota); // 90,000 x 0.75 / 900,000
        Assert.Equal("Account executive: 150,000 OTE, 40/60, quota 900,000", Plan.ToString());
    }

    [Fact]
    public void APlanWithoutAFlowOfMoneyHasNoQuota()
    {
        CompPlan plan = Plan with { Components = [Logos with { Weight = 1m }] };
        Assert.Null(plan.Quota);
        Assert.Null(plan.QuotaToOteMultiple);
        Assert.Null(plan.CommissionRateAtQuota);
        Assert.Equal("Account executive: 150,000 OTE, 40/60", plan.ToString());
    }

    [Fact]
    public void DefaultsFollowCommonPlans()
    {
        Assert.Equal(default, Plan.Effective);
        Assert.Equal(FiscalCalendar.CalendarYear, Plan.Calendar);
        Assert.Equal(default, Plan.Ramp);
        Assert.Equal(default, Plan.Vesting);
        Assert.Equal(PaymentTrigger.Booking, Plan.PaymentTrigger);
        Assert.Equal(DayCount.ActualActual, Plan.DayCount);
        Assert.Equal(RoundingPolicy.Cents, Plan.Rounding);
        Assert.Equal(PayoutCurve.Linear, Arr.Curve);
        Assert.Equal(MeasurementPeriod.Year, Arr.Period);
    }

    [Fact]
    public void WeightsThatDoNotSumToOneAreRefused()
    {
        Invalid(
            "Components had weights [0.25, 0.5], which sum to 0.75; weights that sum to 1 are expected.",
            Plan with { Components = [Logos, Arr with { Weight = 0.5m }] });
        Invalid(
            "Components was empty; a component, a residual, a trigger or a SPIFF is expected.",
            Plan with { Components = [] });
    }

    [Fact]
    public void TwoComponentsOfAMeasureAreRefused() => Invalid(
        "Components had \"new ARR\" twice; one with each measure is expected.",
        Plan with { Components = [Arr with { Weight = 0.5m }, Arr with { Weight = 0.5m }] });

    [Fact]
    public void RulesOfOneNameOrKindAreRefused()
    {
        var spiff = new Spiff { Name = "Push", Measure = CompMeasure.NewArr, Window = default };
        var gate = new CreditGate { Name = "Both buyers" };
        var trigger = ExpansionTrigger.AtRate(ExpansionTriggerKind.NewSite, 0.01m);
        Invalid("Spiffs had \"PUSH\" twice; one with each id is expected.",
            Plan with { Spiffs = [spiff, spiff with { Name = "PUSH" }] });
        Invalid("Gates had \"Both buyers\" twice; one with each name is expected.",
            Plan with { Gates = [gate, gate] });
        Invalid(
            "Triggers had NewSite twice; one trigger of each kind is expected.",
            Plan with { Triggers = [trigger, trigger] });
    }

    [Fact]
    public void ANullPartIsRefusedWhenItIsSet()
    {
        Refusal.By<ArgumentNullException>("Components", () => Plan with { Components = [null!] });
        Refusal.By<ArgumentNullException>("Triggers", () => Plan with { Triggers = [null!] });
        Refusal.By<ArgumentNullException>("Spiffs", () => Plan with { Spiffs = [null!] });
        Refusal.By<ArgumentNullException>("Gates", () => Plan with { Gates = [null!] });
    }

    [Fact]
    public void EveryEvaluationValidatesThePlanFirst()
    {
        CompPlan plan = Plan with { Components = [Arr with { Weight = 0.5m }] };
        PayComponent component = plan.Components[0];
        var year = DateSpan.Year(2027);
        CompLedger ledger = CompLedger.Of("Ada", [CompAssignment.Of(plan, year)]);
        AttainmentDistribution attainment = AttainmentDistribution.Certain(1);
        Invalid("plan", () => QuotaCalculator.Target(plan, component, year, year, year.Start));
        Invalid("plan", () => QuotaCalculator.TargetPay(plan, component, year, year));
        Invalid("plan", () => QuotaCalculator.Guarantee(plan, year, year, year.Start));
        Invalid("plan", () => QuotaCalculator.Terms(plan, component, year, year, year.Start));
        Invalid("plan", () => QuotaCalculator.YearTerms(plan, component));
        Invalid("ledger", () => StatementCalculator.Run(ledger, year));
        Invalid("ledger", () => StatementCalculator.Next(ledger, year));
        Invalid("first", () => CompPlanComparisonCalculator.Compare(plan, Plan, [1m]));
        Invalid("second", () => CompPlanComparisonCalculator.BreakEvens(Plan, plan));
        Invalid("plan", () => EffectiveRateCalculator.Curve(plan, 0m, 1m, 2));
        Invalid("plan", () => EffectiveRateCalculator.Curve(plan, CompMeasure.NewArr, 0m, 1m, 2));
        Invalid("plan", () => CompPlanCheckCalculator.Check(plan));
        Invalid("plan", () => TeamExpenseCalculator.Expect(plan, attainment));
        Invalid("members", () => TeamExpenseCalculator.Expect([new TeamMember { Plan = plan }], attainment));

        static void Invalid(string name, Func<object> evaluate) => Refused(
            name, "CompPlan \"Account executive\": Components had weights [0.5], which sum to 0.5;", evaluate);
    }

    [Fact]
    public void FiguresTooLargeForADecimalAreNull()
    {
        CompPlan plan = Plan with
        {
            OnTargetEarnings = 0.000_1m,
            Components = [Arr with { Weight = 1m, Target = PayTarget.PerYear(decimal.MaxValue) }],
        };
        Assert.Null(plan.QuotaToOteMultiple);
        Assert.Null((plan with
        {
            OnTargetEarnings = decimal.MaxValue,
            Components = [Arr with { Weight = 1m, Target = PayTarget.PerYear(0.000_1m) }],
        }).CommissionRateAtQuota);
    }

    [Fact]
    public void InvalidPlansAreRefused()
    {
        Refused("Role", "Role was \"\"; text is expected.", () => Plan with { Role = "" });
        Refused("Segment", "Segment was \" \"; text is expected.", () => Plan with { Segment = " " });
        Refused(
            "OnTargetEarnings", "OnTargetEarnings was 0; more than zero", () => Plan with { OnTargetEarnings = 0m });
        Refused(
            "PaymentTrigger", "PaymentTrigger was 4; one of", () => Plan with { PaymentTrigger = (PaymentTrigger)4 });
        Refused("DayCount", "DayCount was 3; one of", () => Plan with { DayCount = (DayCount)3 });
    }

    [Fact]
    public void InvalidComponentsAreRefused()
    {
        Refused(
            "Weight", "Weight was 50; a fraction between 0 and 1 (for 50% write 0.5", () => Arr with { Weight = 50m });
        Refused("Weight", "Weight was 0; more than zero", () => Arr with { Weight = 0m });
        Invalid(
            "component \"new ARR\": Target was null; a target or rates are expected.",
            Plan with { Components = [Arr with { Weight = 1m, Target = null }] });
        Invalid(
            "component \"new ARR\": Target was 0.9; a quota, such as PayTarget.PerYear, is expected.",
            Plan with { Components = [Arr with { Weight = 1m, Target = PayTarget.Level(0.9m) }] });
        Refused("Period", "Period was 3; one of", () => Arr with { Period = (MeasurementPeriod)3 });
        Refused("AmountCap", "AmountCap was -1; zero or more", () => Arr with { AmountCap = -1m });
        Refusal.By<ArgumentNullException>("Measure", () => Arr with { Measure = null! });
        Refusal.By<ArgumentNullException>("Curve", () => Arr with { Curve = null! });
    }

    [Fact]
    public void ComponentsPrintAReadableDescription()
    {
        Assert.Equal("75% on new ARR, target 900,000 a year, in proportion", Arr.ToString());
        Assert.Equal(
            "25% on logo retention, target 90%, measured by quarter, in proportion, at most 10,000",
            (Logos with { Period = MeasurementPeriod.Quarter, AmountCap = 10_000m }).ToString());
    }

    [Fact]
    public void MeasuresAreEqualByNameKindAndUnit()
    {
        Assert.Equal(CompMeasure.NewArr, CompMeasure.Custom("new ARR"));
        Assert.NotEqual(CompMeasure.NewArr, CompMeasure.Custom("new ARR", MeasureKind.Level));
        Assert.NotEqual(CompMeasure.NewArr, CompMeasure.Custom("new ARR", MeasureKind.Flow, MeasureUnit.Count));
        Refused("name", "name was \" \"; text is expected.", () => CompMeasure.Custom(" "));
        Refused("kind", "kind was 2; one of", () => CompMeasure.Custom("Renewals", (MeasureKind)2));
        Refused("unit", "unit was 3; one of", () => CompMeasure.Custom("Renewals", MeasureKind.Flow, (MeasureUnit)3));
    }

    private static void Invalid(string fault, CompPlan plan)
    {
        string message = "CompPlan \"Account executive\": " + fault;
        Refused(null, message, () =>
        {
            plan.Validate();
            return plan;
        });
        Refused("plan", message, () => CompPlanCheckCalculator.Check(plan));
    }

    private static void Refused(string? name, string message, Func<object> refused)
    {
        var exception = Refusal.Any<ArgumentException>(refused);
        Assert.Equal(name, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
