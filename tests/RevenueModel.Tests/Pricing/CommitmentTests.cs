using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pricing;

/// <summary>Commitments that change by contract year or by billing period.</summary>
public class CommitmentTests
{
    private static readonly Commitment Rising = Commitment.ByPeriod(100m, 200m, 300m);

    private static readonly PricePlan Plan = new() { Name = "Ramp", Commitment = Rising };

    [Fact]
    public void EachPeriodHasItsAmountAndTheLastOneContinues()
    {
        Assert.Equal(CommitmentStep.BillingPeriod, Rising.Step);
        Assert.Equal([100m, 200m, 300m, 300m], new[] { 1, 2, 3, 40 }.Select(period => Rising.AmountIn(1, period)));
        Assert.Equal(200m, Rising.AmountIn(contractYear: 9, contractPeriod: 2));
        Assert.Equal(100m, Rising.AmountIn(1));
    }

    [Fact]
    public void AnAmountOfAYearIsTheSameInEachOfItsPeriods()
    {
        Commitment ramped = Commitment.Ramped(100m, 200m);
        Assert.Equal(CommitmentStep.ContractYear, ramped.Step);
        Assert.Equal((100m, 200m), (ramped.AmountIn(1, 12), ramped.AmountIn(2, 1)));
    }

    [Fact]
    public void CommitmentsAreEqualByTheirAmountsAndStep()
    {
        Assert.Equal(Rising, Commitment.ByPeriod(new List<decimal> { 100m, 200m, 300m }));
        Assert.NotEqual(Rising, Commitment.Ramped(100m, 200m, 300m));
        Assert.NotEqual(Rising, Rising with { TrueUp = false });
    }

    [Fact]
    public void FactoriesOfSeveralAmountsSetAllTerms()
    {
        Assert.Equal(
            Rising with { TrueUp = false, OverageMultiplier = 1.5m },
            Commitment.ByPeriod([100m, 200m, 300m], trueUp: false, overageMultiplier: 1.5m));
        Assert.Equal(
            Commitment.Ramped(100m, 200m) with { Period = CommitmentPeriod.ContractYear, TrueUp = false },
            Commitment.Ramped([100m, 200m], CommitmentPeriod.ContractYear, trueUp: false));
        Refusal.Any<ArgumentException>(() => Commitment.Ramped([100m], overageMultiplier: 0m));
    }

    [Fact]
    public void InvoicesAreTruedUpToTheAmountOfTheirPeriod()
    {
        Assert.Equal([100m, 200m, 300m, 300m], Run(Account(Plan), 4));
        Assert.Equal([300m], Run(Account(Plan) with { BilledThrough = new(2027, 4, 1) }, 1));
        BillingAccount quarterly = Account(Plan) with
        {
            Cycle = new BillingCycle { Interval = BillingInterval.Months(3) },
        };
        Assert.Equal([100m, 200m, 300m, 300m], Run(quarterly, 4));
    }

    // The first period is the one in which the contract starts, although it is partial: 17 of 31 days of 310.
    [Fact]
    public void APartialFirstPeriodCounts()
    {
        BillingAccount account = Account(Plan with { Commitment = Commitment.ByPeriod(310m, 200m) }) with
        {
            ContractStart = new(2027, 1, 15), Cycle = new BillingCycle { Anchor = new LocalDate(2027, 1, 1) },
        };
        Assert.Equal([170m, 200m, 200m], Run(account, 3));
    }

    [Fact]
    public void BillsOfAHistoryAreTruedUpToTheAmountOfTheirMonth()
    {
        PricePlan plan = Plan with { Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(1m) }] };
        var bills = new decimal[4];
        UsageHistory history = UsageHistory.Of("Acme", new YearMonth(2027, 1), "api", 0m, 0m, 350m, 0m);
        BillCalculator.MonthlyAmounts(plan, history, bills);
        Assert.Equal([100m, 200m, 350m, 300m], bills);
        BillCalculator.MonthlyAmounts(plan, history with { ContractStart = new YearMonth(2026, 12) }, bills);
        Assert.Equal([200m, 300m, 350m, 300m], bills);
    }

    [Fact]
    public void ACapIsAtOrAboveTheAmountOfEachPeriod()
    {
        PricePlan capped = Plan with { Protection = new OverageProtection { Cap = BillCap.At(250m) } };
        Refusal.With(
            "Plan \"Ramp\" had a cap of 250 and a committed fee of 300 in billing period 3; a cap at or above "
                + "the committed fee is expected.",
            () => BillCalculator.Amount(capped));
        PricePlan twice = Plan with
        {
            Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(1m) }],
            Protection = new OverageProtection { Cap = BillCap.AtMultiple(2m) },
        };
        ValueList<MeterUsage> much = [MeterUsage.Of("api", 1_000m)];
        Assert.Equal(
            [200m, 400m, 600m], InvoiceCalculator.Run(Account(twice), much, much, much).Select(
                invoice => invoice.Total));
    }

    [Fact]
    public void AmountsByPeriodOfACommitmentByYearAreRefused() => Refusal.With(
        "Plan \"Ramp\" had a commitment for the contract year with an amount for each billing period; a "
            + "commitment for the billing period is expected.",
        () => BillCalculator.Amount(
            Plan with { Commitment = Rising with { Period = CommitmentPeriod.ContractYear } }));

    [Fact]
    public void ValuesOutOfRangeAreRefused()
    {
        Refusal.With(
            "amounts had no amount; at least one, for the first billing period, is expected.",
            () => Commitment.ByPeriod());
        Refusal.With("amounts was -1; zero or more is expected.", () => Commitment.ByPeriod(5m, -1m));
        Refusal.With("contractPeriod was 0; 1 or more is expected.", () => Rising.AmountIn(1, 0));
        Refusal.With("contractYear was 0; 1 or more is expected.", () => Rising.AmountIn(0, 1));
    }

    [Fact]
    public void TermsAreArgumentsOrProperties()
    {
        Assert.Equal(
            Commitment.Of(100m) with
            {
                Period = CommitmentPeriod.ContractYear, TrueUp = false, OverageMultiplier = 1.5m,
            },
            Commitment.Of(100m, CommitmentPeriod.ContractYear, trueUp: false, overageMultiplier: 1.5m));
        Refusal.With(
            "overageMultiplier was 0; more than zero is expected.", () => Commitment.Of(100m, overageMultiplier: 0m));
    }

    [Fact]
    public void CommitmentsPrintTheSameInEveryCulture()
    {
        Commitment ramp = Commitment.ByPeriod(1_000.5m, 2_000m) with { TrueUp = false };
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("1,000.5, 2,000 by period without true-up", Culture.In(culture, ramp.ToString));
            Assert.Equal("1,000.5 a period", Culture.In(culture, Commitment.ByPeriod(1_000.5m).ToString));
        }
    }

    private static decimal[] Run(BillingAccount account, int periods) =>
    [
        .. InvoiceCalculator.Run(account, Enumerable.Repeat((ValueList<MeterUsage>)[], periods)).Select(
            invoice => invoice.Total),
    ];

    private static BillingAccount Account(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = new(2027, 1, 1) };
}
