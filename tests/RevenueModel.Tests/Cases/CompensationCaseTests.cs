using System.Text.Json;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Credits;
using RevenueModel.Compensation.Payout;
using RevenueModel.Primitives;
using RevenueModel.Primitives.Tiers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of other systems; each says its source in <c>Data/cases/compensation.json</c>.</summary>
public class CompensationCaseTests
{
    [Fact]
    [Case("comp-001")]
    public void EachTransactionOnItsOwnIsSplitOverTheSteps() => AssertPayouts(
        TestData.Case("comp-001"), TierSchedule.Of(Tiers(TestData.Case("comp-001").GetProperty("inputs"))));

    [Fact]
    [Case("comp-002")]
    public void EachTransactionOnItsOwnIsInterpolatedBetweenTheAmountsOfTiers()
    {
        JsonElement example = TestData.Case("comp-002");
        decimal inAll = 0m;
        Tier[] tiers =
        [
            .. example.GetProperty("inputs").GetProperty("tier_amounts").EnumerateArray().Select(tier =>
                Tier.Interpolated(tier[0].GetDecimal(), tier[1].GetDecimal(), inAll += tier[2].GetDecimal())),
        ];

        // The source states what each tier adds; a tier here states what is due in all where it ends.
        AssertPayouts(example, TierSchedule.Of(tiers));
    }

    [Fact]
    [Case("comp-004")]
    public void AnAmountIsSplitOverTheTiersThatItReaches()
    {
        JsonElement example = TestData.Case("comp-004");

        // The tiers are those of a case that the file leaves out; the title says them.
        TierSchedule schedule = TierSchedule.Of(
            Tier.Between(0m, 10_000m, 0.01m), Tier.Between(10_000m, 50_000m, 0.02m), Tier.AtLeast(50_000m, 0.03m));
        decimal amount = example.GetProperty("inputs").Decimal("amount");

        Assert.Equal(example.Decimal("expected"), TierCalculator.Amount(schedule, amount));
        Assert.Equal(
            [10_000m, 40_000m, 10_000m],
            TierCalculator.Breakdown(schedule, amount).Select(part => part.Quantity));
    }

    [Fact]
    [Case("comp-005")]
    public void ABoundaryBelongsToTheHigherTier()
    {
        JsonElement example = TestData.Case("comp-005");
        JsonElement inputs = example.GetProperty("inputs");

        Tier tier = TierCalculator.TierOf(TierSchedule.Of(Tiers(inputs)), inputs.Decimal("amount"));

        Assert.Equal(example.Decimal("expected"), tier.Rate);
    }

    [Fact]
    [Case("comp-006")]
    public void ADealThatStraddlesATierIsPaidByBoth()
    {
        JsonElement example = TestData.Case("comp-006");
        JsonElement inputs = example.GetProperty("inputs");
        JsonElement expected = example.GetProperty("expected");
        decimal deal = inputs.Decimal("deal");

        decimal payout = TierCalculator.AmountOfNext(TierSchedule.Of(Tiers(inputs)), inputs.Decimal("prior"), deal);

        Assert.Equal(expected.Decimal("payout"), payout);
        Assert.Equal(expected.Decimal("blended_rate"), payout / deal);
    }

    [Fact]
    [Case("comp-009")]
    public void AcceleratorsComeAfterQuota()
    {
        JsonElement example = TestData.Case("comp-009");
        JsonElement inputs = example.GetProperty("inputs");
        JsonElement expected = example.GetProperty("expected");
        decimal quota = inputs.Decimal("quota");
        decimal sales = inputs.Decimal("sales");
        Tier[] tiers = Tiers(inputs);
        decimal rate = tiers[0].Rate;

        ValueList<TierAmount> legs = TierCalculator.Breakdown(TierSchedule.Of(tiers), sales);
        ComponentTerms terms = new(quota, quota * rate, PayoutCurve.Of([.. tiers.Select(tier => Over(tier, quota, rate))]));

        Assert.Equal(expected.GetProperty("legs").EnumerateArray().Select(leg => leg.GetDecimal()), legs.Select(leg => leg.Amount));
        Assert.Equal(expected.Decimal("total"), legs.Sum(leg => leg.Amount));
        Assert.Equal(expected.Decimal("total"), CommissionCalculator.Pay(terms, sales));
    }

    [Fact]
    [Case("comp-010")]
    public void TheAttainedMultiplierAppliesToAllThatIsAboveQuota()
    {
        JsonElement example = TestData.Case("comp-010");
        JsonElement inputs = example.GetProperty("inputs");
        ComponentTerms terms = Terms(inputs, Multiplied(inputs, TierMode.RetroactiveOnOverage));

        IEnumerable<decimal> pay = inputs.GetProperty("revenue").EnumerateArray()
            .Select(revenue => CommissionCalculator.Pay(terms, revenue.GetDecimal()));

        Assert.Equal(example.GetProperty("expected").EnumerateArray().Select(e => e.GetDecimal()), pay);
    }

    [Theory]
    [Case("comp-011")]
    [InlineData("marginal", TierMode.Marginal)]
    [InlineData("retroactive_to_first_dollar", TierMode.RetroactiveToFirstUnit)]
    [InlineData("overage_retroactive", TierMode.RetroactiveOnOverage)]
    public void OneTableOfMultipliersGivesThreeAnswers(string convention, TierMode mode)
    {
        JsonElement example = TestData.Case("comp-011");
        JsonElement inputs = example.GetProperty("inputs");

        // The multipliers are those of comp-010.
        PayoutCurve curve = Multiplied(TestData.Case("comp-010").GetProperty("inputs"), mode);
        decimal pay = CommissionCalculator.Pay(Terms(inputs, curve), inputs.Decimal("revenue"));

        Assert.Equal(example.GetProperty("expected").Decimal(convention), pay);
    }

    [Fact]
    [Case("comp-013")]
    public void TheTargetCommissionRateIsTargetVariableOverQuota()
    {
        JsonElement example = TestData.Case("comp-013");
        JsonElement inputs = example.GetProperty("inputs");
        JsonElement expected = example.GetProperty("expected");
        JsonElement mix = expected.GetProperty("mix");

        CompPlan plan = Plan(
            expected.Decimal("ote"), PayMix.Of(mix[0].GetDecimal(), mix[1].GetDecimal()), inputs.Decimal("quota"));

        Assert.Equal(inputs.Decimal("base"), plan.BaseSalary);
        Assert.Equal(inputs.Decimal("target_variable"), plan.TargetVariable);
        Assert.Equal(expected.Decimal("rate"), plan.CommissionRateAtQuota);
    }

    [Fact]
    [Case("comp-027")]
    public void QuotaAndVariablePayOfAMidYearHireAreProratedByDays()
    {
        JsonElement example = TestData.Case("comp-027");
        JsonElement inputs = example.GetProperty("inputs");
        decimal variable = inputs.Decimal("variable");
        CompPlan plan = Plan(variable, PayMix.Of(0, 100), inputs.Decimal("quota")) with { DayCount = DayCount.Actual365 };
        DateSpan year = DateSpan.Year(2027);
        var hired = new LocalDate(2027, 6, 1);
        DateSpan inForce = DateSpan.From(hired);

        Assert.Equal("06-01", inputs.Text("start"));
        Assert.Equal(inputs.GetProperty("days").GetInt32(), year.Intersect(inForce)!.Value.Days);
        Assert.Equal(inputs.GetProperty("year_days").GetInt32(), year.Days);
        decimal quota = QuotaCalculator.Target(plan, plan.Components[0], year, inForce, hired);
        decimal pay = QuotaCalculator.TargetPay(plan, plan.Components[0], year, inForce);

        AssertClose(example, "factor", ProrationCalculator.Fraction(year, inForce, DayCount.Actual365));
        AssertClose(example, "quota", quota);
        AssertClose(example, "variable", pay);

        // The exact ones, as the note of the case has them.
        Assert.Equal(469_041.10m, decimal.Round(quota, 2));
        Assert.Equal(43_972.60m, decimal.Round(pay, 2));
    }

    [Fact]
    [Case("comp-029")]
    public void UsageBeyondTheRunRateOfTheContractIsCredited()
    {
        JsonElement example = TestData.Case("comp-029");
        JsonElement inputs = example.GetProperty("inputs");

        decimal credit = CreditCalculator.UsageBeyondContract(
            inputs.Decimal("invoiced_month"), inputs.Decimal("contract_annual"));

        Assert.Equal(example.GetProperty("expected").Decimal("credited_month"), credit);
    }

    private static Tier[] Tiers(JsonElement inputs) =>
    [
        .. inputs.GetProperty("tiers").EnumerateArray().Select(tier => tier[1].ValueKind == JsonValueKind.Null
            ? Tier.AtLeast(tier[0].GetDecimal(), tier[2].GetDecimal())
            : Tier.Between(tier[0].GetDecimal(), tier[1].GetDecimal(), tier[2].GetDecimal())),
    ];

    // A tier of credit as one of attainment, with a multiple of the rate at quota.
    private static Tier Over(Tier tier, decimal quota, decimal rate) => tier.UpTo is { } end
        ? Tier.Between(tier.From / quota, end / quota, tier.Rate / rate)
        : Tier.AtLeast(tier.From / quota, tier.Rate / rate);

    // Up to quota the tiers of the source are marginal whatever the convention.
    private static PayoutCurve Multiplied(JsonElement inputs, TierMode mode) => PayoutCurve.Of(
    [
        .. inputs.GetProperty("multipliers").EnumerateArray().Select(tier =>
        {
            decimal start = tier[0].GetDecimal() / 100m;
            decimal multiplier = tier[2].GetDecimal();
            TierMode own = start == 0m ? TierMode.Marginal : mode;
            return tier[1].ValueKind == JsonValueKind.Null
                ? Tier.AtLeast(start, multiplier, own)
                : Tier.Between(start, tier[1].GetDecimal() / 100m, multiplier, own);
        }),
    ]);

    private static ComponentTerms Terms(JsonElement inputs, PayoutCurve curve)
    {
        decimal quota = inputs.Decimal("quota");
        return new ComponentTerms(quota, quota * inputs.Decimal("rate"), curve);
    }

    private static CompPlan Plan(decimal onTargetEarnings, PayMix mix, decimal quota) => new()
    {
        Role = "Account executive",
        OnTargetEarnings = onTargetEarnings,
        PayMix = mix,
        Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = quota }],
    };

    private static void AssertPayouts(JsonElement example, TierSchedule schedule)
    {
        JsonElement expected = example.GetProperty("expected");
        decimal[] transactions =
            [.. example.GetProperty("inputs").GetProperty("transactions").EnumerateArray().Select(t => t.GetDecimal())];
        var payouts = new decimal[transactions.Length];

        TierCalculator.Amounts(schedule, transactions, payouts);

        Assert.Equal(expected.GetProperty("payouts").EnumerateArray().Select(p => p.GetDecimal()), payouts);
        Assert.Equal(expected.Decimal("total"), payouts.Sum());
    }

    private static void AssertClose(JsonElement example, string figure, decimal actual)
    {
        decimal expected = example.GetProperty("expected").Decimal(figure);
        decimal allowed = Math.Abs(expected) * example.Decimal("tolerance_rel");
        Assert.True(Math.Abs(actual - expected) <= allowed, $"{figure}: expected {expected} within {allowed}, was {actual}");
    }
}
