using System.Text.Json;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of other systems; each says its source in <c>Data/cases/compensation.json</c>.</summary>
public class CompensationCaseTests
{
    [Fact]
    [Case("comp-001")]
    public void EachTransactionIsSplitOnItsOwn()
    {
        JsonElement example = TestData.Case("comp-001");
        JsonElement inputs = example.GetProperty("inputs");
        TierSchedule schedule = Schedule(inputs.GetProperty("tiers"), Rated);
        decimal[] transactions = inputs.Decimals("transactions");
        var payouts = new decimal[transactions.Length];

        TierCalculator.Amounts(schedule, transactions, payouts);

        Assert.Equal(example.GetProperty("expected").Decimals("payouts"), payouts);
        CaseAssert.Close(example, "total", payouts.Sum());
    }

    [Fact]
    [Case("comp-002")]
    public void AmountsOfTiersAreInterpolated()
    {
        JsonElement example = TestData.Case("comp-002");
        JsonElement inputs = example.GetProperty("inputs");
        decimal reached = 0m;

        // The source states what each tier adds; a tier here states what all up to it come to.
        TierSchedule schedule = Schedule(inputs.GetProperty("tier_amounts"), tier =>
            Tier.Interpolated(tier[0].GetDecimal(), tier[1].GetDecimal(), reached += tier[2].GetDecimal()));
        decimal[] payouts =
            [.. inputs.Decimals("transactions").Select(amount => TierCalculator.Amount(schedule, amount))];

        Assert.Equal(example.GetProperty("expected").Decimals("payouts"), payouts);
        CaseAssert.Close(example, "total", payouts.Sum());
    }

    // The source refers to a table (comp-003) that it does not hold; its title states the split: 10,000 at 1%, 40,000
    // at 2%, the rest at 3%.
    [Fact]
    [Case("comp-004")]
    public void AnAmountIsSplitAcrossTheTiers()
    {
        JsonElement example = TestData.Case("comp-004");
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 10_000m, 0.01m), Tier.Between(10_000m, 50_000m, 0.02m), Tier.AtLeast(50_000m, 0.03m));

        ValueList<TierAmount> parts = TierCalculator.Breakdown(
            schedule, example.GetProperty("inputs").Decimal("amount"));

        Assert.Equal([10_000m, 40_000m, 10_000m], parts.Select(part => part.Quantity));
        Assert.Equal(example.Decimal("expected"), parts.Sum(part => part.Amount));
    }

    [Fact]
    [Case("comp-005")]
    public void ABoundaryBelongsToTheHigherTier()
    {
        JsonElement example = TestData.Case("comp-005");
        JsonElement inputs = example.GetProperty("inputs");
        TierSchedule schedule = Schedule(inputs.GetProperty("tiers"), Rated);

        Assert.Equal(example.Decimal("expected"), TierCalculator.TierOf(schedule, inputs.Decimal("amount")).Rate);
    }

    [Fact]
    [Case("comp-006")]
    public void ADealThatStraddlesATierIsPaidByWhatCameBefore()
    {
        JsonElement example = TestData.Case("comp-006");
        JsonElement inputs = example.GetProperty("inputs");
        decimal deal = inputs.Decimal("deal");

        decimal payout = TierCalculator.AmountOfNext(
            Schedule(inputs.GetProperty("tiers"), Rated), inputs.Decimal("prior"), deal);

        CaseAssert.Close(example, "payout", payout);
        CaseAssert.Close(example, "blended_rate", payout / deal);
    }

    [Fact]
    [Case("comp-009")]
    public void AcceleratorsFollowQuota()
    {
        JsonElement example = TestData.Case("comp-009");
        JsonElement inputs = example.GetProperty("inputs");
        TierSchedule schedule = Schedule(inputs.GetProperty("tiers"), Rated);

        ValueList<TierAmount> legs = TierCalculator.Breakdown(schedule, inputs.Decimal("sales"));

        Assert.Equal(example.GetProperty("expected").Decimals("legs"), legs.Select(leg => leg.Amount));
        CaseAssert.Close(example, "total", legs.Sum(leg => leg.Amount));
    }

    [Fact]
    [Case("comp-010")]
    public void TheAttainedMultiplierPaysTheWholeOverage()
    {
        JsonElement example = TestData.Case("comp-010");
        JsonElement inputs = example.GetProperty("inputs");
        decimal quota = inputs.Decimal("quota");
        PayoutCurve curve = PayoutCurve.Of(Schedule(inputs.GetProperty("multipliers"), tier => Scaled(
            tier,
            quota / 100m / quota,
            tier[0].GetDecimal() == 0m ? TierMode.Marginal : TierMode.RetroactiveOnOverage)));
        var terms = ComponentTerms.Of(quota, quota * inputs.Decimal("rate"), curve);

        decimal[] pay = [.. inputs.Decimals("revenue").Select(revenue => CommissionCalculator.Amount(terms, revenue))];

        Assert.Equal(example.Decimals("expected"), pay);
    }

    [Theory]
    [Case("comp-011")]
    [InlineData("marginal", TierMode.Marginal)]
    [InlineData("retroactive_to_first_dollar", TierMode.RetroactiveToFirstUnit)]
    [InlineData("overage_retroactive", TierMode.RetroactiveOnOverage)]
    public void TheThreeConventionsDifferOnTheSameInputs(string convention, TierMode mode)
    {
        JsonElement example = TestData.Case("comp-011");
        JsonElement inputs = example.GetProperty("inputs");
        decimal quota = inputs.Decimal("quota");
        PayoutCurve curve = PayoutCurve.Of(
            Tier.Between(0m, 1m, 1m), Tier.Between(1m, 1.25m, 1.5m, mode), Tier.Between(1.25m, 1.5m, 2m, mode),
            Tier.AtLeast(1.5m, 2.5m, mode));
        var terms = ComponentTerms.Of(quota, quota * inputs.Decimal("rate"), curve);

        CaseAssert.Close(example, convention, CommissionCalculator.Amount(terms, inputs.Decimal("revenue")));
    }

    [Fact]
    [Case("comp-013")]
    public void TheCommissionRateIsTargetVariableOverQuota()
    {
        JsonElement example = TestData.Case("comp-013");
        JsonElement inputs = example.GetProperty("inputs");
        decimal ote = inputs.Decimal("base") + inputs.Decimal("target_variable");
        decimal[] mix = example.GetProperty("expected").Decimals("mix");
        CompPlan plan = Plan(ote, mix[1], inputs.Decimal("quota"));

        CaseAssert.Close(example, "ote", plan.OnTargetEarnings!.Value);
        CaseAssert.Close(example, "rate", plan.CommissionRateAtQuota!.Value);
        Assert.Equal(inputs.Decimal("base"), plan.BaseSalary);
        Assert.Equal(inputs.Decimal("target_variable"), plan.TargetVariable);
    }

    [Fact]
    [Case("comp-014")]
    public void ANonRecoverableDrawTopsUp()
    {
        JsonElement example = TestData.Case("comp-014");
        JsonElement inputs = example.GetProperty("inputs");
        CompPlan plan = PayingTheCredit() with
        {
            Draw = Draw.NonRecoverable(inputs.Decimal("draw") * 12m),
        };

        CompStatement statement = Statements(plan, 1, Credit(1, inputs.Decimal("earned")))[0];

        CaseAssert.Close(
            example, "top_up", statement.Lines.Single(line => line.Kind == StatementLineKind.Guarantee).PayableNow);
        CaseAssert.Close(example, "paid", statement.PayableNow);
        CaseAssert.Close(example, "owed", statement.DrawBalance);
    }

    [Fact]
    [Case("comp-016")]
    public void ARecoverableDrawIsTakenBackFromEarningsAboveIt()
    {
        JsonElement example = TestData.Case("comp-016");
        JsonElement inputs = example.GetProperty("inputs");
        decimal[] gross = inputs.Decimals("gross");
        CompPlan plan = PayingTheCredit() with { Draw = Draw.Recoverable(inputs.Decimal("draw") * 12m) };

        ValueList<CompStatement> statements =
            Statements(plan, gross.Length, [.. gross.Select((amount, month) => Credit(month + 1, amount))]);

        Assert.Equal(
            example.GetProperty("expected").Decimals("net"), statements.Select(statement => statement.PayableNow));
        Assert.Equal(
            example.GetProperty("expected").Decimals("outstanding"),
            statements.Select(statement => statement.DrawBalance));
    }

    [Fact]
    [Case("comp-019")]
    public void AClawbackTakesBackWhatWasPaidAndVoidsTheRest()
    {
        JsonElement example = TestData.Case("comp-019");
        JsonElement[] installments = [.. example.GetProperty("inputs").GetProperty("installments").EnumerateArray()];
        decimal total = installments.Sum(installment => installment.Decimal("amount"));
        CompPlan plan = PayingTheCredit() with
        {
            PaymentTrigger = PaymentTrigger.CashReceived,
            Clawback = new Clawback { WindowMonths = 12 },
        };
        CompEvent[] events =
        [
            .. installments.Where(installment => installment.GetProperty("paid").GetBoolean())
                .Select(installment =>
                    CompEvent.CashReceived(new LocalDate(2027, 1, 20), "D-1", installment.Decimal("amount"))),
            CompEvent.Churned(new LocalDate(2027, 2, 10), "D-1"),
        ];

        CompStatement canceled = Statements(plan, 2, [Credit(1, total)], events)[1];

        CaseAssert.Close(example, "clawback", LineOf(canceled, StatementLineKind.Clawback).PayableNow);
        CaseAssert.Close(example, "cancelled_unpaid", -LineOf(canceled, StatementLineKind.Lapsed).Deferred);
    }

    [Fact]
    [Case("comp-020")]
    public void AHalfClawbackIsANegativeLineInItsPeriod()
    {
        JsonElement example = TestData.Case("comp-020");
        JsonElement inputs = example.GetProperty("inputs");
        CompPlan plan = PayingTheCredit() with
        {
            Clawback = new Clawback { WindowMonths = 6, Share = inputs.Decimal("clawback_pct") },
        };

        ValueList<CompStatement> statements = Statements(
            plan, 3, [Credit(1, inputs.Decimal("earned"))], [CompEvent.Churned(new LocalDate(2027, 3, 1), "D-1")]);

        Assert.Equal(inputs.Decimal("earned"), statements[0].Earned);
        Assert.Equal(example.Decimal("expected"), statements[2].Earned);
        Assert.Equal(example.Decimal("expected"), LineOf(statements[2], StatementLineKind.Clawback).PayableNow);
    }

    [Fact]
    [Case("comp-022")]
    public void PartPaymentsReleaseCommissionProRata()
    {
        JsonElement example = TestData.Case("comp-022");
        JsonElement inputs = example.GetProperty("inputs");
        decimal invoice = inputs.Decimal("invoice");
        CompPlan plan = Plan(1_000_000m, 0.5m, 500_000m * invoice / inputs.Decimal("commission")) with
        {
            PaymentTrigger = PaymentTrigger.CashReceived,
        };
        CompEvent[] payments = [.. inputs.Decimals("payments").Select((amount, index) =>
            CompEvent.CashReceived(new LocalDate(2027, index + 2, 5), "D-1", amount))];

        ValueList<CompStatement> statements = Statements(plan, 3, [Credit(1, invoice)], payments);

        Assert.Equal(inputs.Decimal("commission"), statements[0].Earned);
        Assert.Equal(0m, statements[0].PayableNow);
        Assert.Equal(example.Decimals("expected"), statements.Skip(1).Select(statement => statement.PayableNow));
    }

    [Fact]
    [Case("comp-024")]
    public void AResidualOnRecurringRevenueTrailsTheUpfrontPay()
    {
        JsonElement example = TestData.Case("comp-024");
        JsonElement inputs = example.GetProperty("inputs");
        decimal acv = inputs.Decimal("acv");
        int months = inputs.GetProperty("months").GetInt32();
        CompPlan plan = Plan(200_000m, 0.5m, 100_000m / inputs.Decimal("upfront_rate")) with
        {
            Residual = new Residual
            {
                Rate = inputs.Decimal("residual_rate"),
                Months = months,
                Basis = ResidualBasis.ActiveArrMonthly,
            },
        };

        StatementLine[] lines =
            [.. Statements(plan, 48, Credit(1, acv)).SelectMany(statement => statement.Lines.AsEnumerable())];
        StatementLine[] residuals = [.. lines.Where(line => line.Kind == StatementLineKind.Residual)];

        Assert.Equal(inputs.Decimal("mrr"), acv / 12m);
        CaseAssert.Close(example, "upfront", lines.Single(line => line.Kind == StatementLineKind.Commission).Earned);
        Assert.Equal(months, residuals.Length);
        Assert.All(residuals, line => CaseAssert.Close(example, "monthly", line.Earned));
        CaseAssert.Close(example, "total", lines.Sum(line => line.Earned));
    }

    [Fact]
    [Case("comp-027")]
    public void AMidYearHireHasQuotaAndVariableProratedByDays()
    {
        JsonElement example = TestData.Case("comp-027");
        JsonElement inputs = example.GetProperty("inputs");
        CompPlan plan = Plan(inputs.Decimal("variable") * 2m, 0.5m, inputs.Decimal("quota")) with
        {
            DayCount = DayCount.Actual365,
        };
        DateSpan year = DateSpan.Year(2019);
        DateSpan worked = DateSpan.Between(new LocalDate(2019, 6, 1), new LocalDate(2020, 1, 1));

        decimal quota = QuotaCalculator.Target(plan, plan.Components[0], year, worked, worked.Start);
        decimal variable = QuotaCalculator.TargetPay(plan, plan.Components[0], year, worked);

        Assert.Equal(inputs.GetProperty("days").GetInt32(), worked.Days);
        CaseAssert.Close(example, "factor", ProrationCalculator.Fraction(year, worked, DayCount.Actual365));
        CaseAssert.Close(example, "quota", quota);
        CaseAssert.Close(example, "variable", variable);
        Assert.Equal(469_041.10m, decimal.Round(quota, 2));
        Assert.Equal(43_972.60m, decimal.Round(variable, 2));
    }

    [Fact]
    [Case("comp-029")]
    public void UsageBeyondTheContractIsCredited()
    {
        JsonElement example = TestData.Case("comp-029");
        JsonElement inputs = example.GetProperty("inputs");

        var credit = new CompCredit
        {
            Measure = CompMeasure.NewArr,
            Date = new LocalDate(2027, 1, 31),
            Amount = inputs.Decimal("invoiced_month") - (inputs.Decimal("contract_annual") / 12m),
        };

        CaseAssert.Close(example, "credited_month", credit.Credited);
    }

    private static TierSchedule Schedule(JsonElement tiers, Func<JsonElement, Tier> tier) =>
        TierSchedule.Of([.. tiers.EnumerateArray().Select(tier)]);

    private static Tier Rated(JsonElement tier) => Scaled(tier, 1m, TierMode.Marginal);

    private static Tier Scaled(JsonElement tier, decimal scale, TierMode mode) =>
        tier[1].ValueKind == JsonValueKind.Null
            ? Tier.AtLeast(tier[0].GetDecimal() * scale, tier[2].GetDecimal(), mode)
            : Tier.Between(tier[0].GetDecimal() * scale, tier[1].GetDecimal() * scale, tier[2].GetDecimal(), mode);

    private static CompPlan Plan(decimal ote, decimal variableShare, decimal quota) => new()
    {
        Role = "AE",
        OnTargetEarnings = ote,
        PayMix = PayMix.Of(1m - variableShare, variableShare),
        Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(quota) }],
    };

    /// <summary>A plan that pays exactly what is credited.</summary>
    private static CompPlan PayingTheCredit() => Plan(200_000m, 0.5m, 100_000m);

    private static CompCredit Credit(int month, decimal amount) => new()
    {
        Date = new LocalDate(2027, month, 10),
        Measure = CompMeasure.NewArr,
        Amount = amount,
        Deal = $"D-{month}",
    };

    private static ValueList<CompStatement> Statements(
        CompPlan plan, int months, params ReadOnlySpan<CompCredit> credits) =>
            Statements(plan, months, credits, []);

    private static ValueList<CompStatement> Statements(
        CompPlan plan,
        int months,
        ReadOnlySpan<CompCredit> credits,
        ReadOnlySpan<CompEvent> events)
    {
        CompLedger ledger = CompLedger.Of(
            "Ada",
            [CompAssignment.Of(plan)],
            ValueList.Create(credits),
            ValueList.Create(events),
            new LocalDate(1, 1, 1));
        return StatementCalculator.Run(ledger, DateSpan.Months(new LocalDate(2027, 1, 1), months));
    }

    private static StatementLine LineOf(CompStatement statement, StatementLineKind kind) =>
        statement.Lines.Single(line => line.Kind == kind);
}
