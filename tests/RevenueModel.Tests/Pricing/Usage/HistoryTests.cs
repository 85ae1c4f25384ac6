using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pricing;

/// <summary>Tests of usage histories, and of the errors that name a history that cannot be billed.</summary>
public class HistoryTests
{
    private static readonly YearMonth January = new(2026, 1);

    private static readonly PricePlan PerCall = PlanOf(PriceModel.PerUnit(1m));

    // 1,000 a month is exactly the commitment of the year; the spend from January to June is unknown.
    [Fact]
    public void AContractYearThatStartsBeforeTheHistoryHasNoTrueUp()
    {
        PricePlan plan =
            PerCall with { Commitment = Commitment.Of(12_000m) with { Period = CommitmentPeriod.ContractYear } };
        UsageHistory history = UsageHistory.Of("Acme", new(2026, 7), "calls", [.. Enumerable.Repeat(1_000m, 19)])
            with { ContractStart = January };

        Assert.Equal(Enumerable.Repeat(1_000m, 19), Bills(plan, history));
    }

    [Fact]
    public void AFactorySetsTheStartOfTheContract()
    {
        UsageHistory history = UsageHistory.Of("Acme", new(2026, 7), "calls", 1m, 2m);

        Assert.Equal(
            history with { ContractStart = January },
            UsageHistory.Of("Acme", new(2026, 7), "calls", new List<decimal> { 1m, 2m }, contractStart: January));
        Assert.Equal(
            history with { ContractStart = January },
            UsageHistory.Of("Acme", new(2026, 7), history.Series, contractStart: January));
        Refusal.By<ArgumentOutOfRangeException>(
            "contractStart",
            () => UsageHistory.Of("Acme", new(2026, 7), history.Series, contractStart: new(2026, 8)));
    }

    [Fact]
    public void ACompleteContractYearHasATrueUp()
    {
        PricePlan plan =
            PerCall with { Commitment = Commitment.Of(12_000m) with { Period = CommitmentPeriod.ContractYear } };
        UsageHistory history = UsageHistory.Of("Acme", new(2026, 7), "calls", [.. Enumerable.Repeat(900m, 19)])
            with { ContractStart = January };

        Assert.Equal([.. Enumerable.Repeat(900m, 17), 900m + 1_200m, 900m], Bills(plan, history));
    }

    // The next plan has no price for 150, so that it cannot be cheaper.
    [Fact]
    public void UsageAboveTheNextPlansTiersDoesNotMoveUp()
    {
        PricePlan big = PlanOf(PriceModel.Volume(PriceTier.UpTo(100m, 0.5m)), "Big");
        PricePlan plan = PerCall with { Protection = new OverageProtection { MoveUpTo = big } };
        PricePlan sites = PerCall with
        {
            Protection = new OverageProtection
            {
                MoveUpTo = PlanOf(PriceModel.Capacity(["calls"], CapacityTier.Of(10m, 100m)), "Sites"),
            },
        };

        Assert.Equal([50m, 150m], new[] { 100m, 150m }.Select(calls => BillCalculator.Amount(plan, calls)));
        Assert.Equal([10m, 150m], new[] { 100m, 150m }.Select(calls => BillCalculator.Amount(sites, calls)));
    }

    [Fact]
    public void ARefusalNamesCustomerMonthPlanAndCharge()
    {
        UsageHistory history = UsageHistory.Of("Adler", January, "calls", 60m, 100m);

        Refusal.With(
            "Adler in 2026-02: charge \"calls\" of plan \"Plan\": quantity was 100; a quantity up to 60, where the "
                + "last tier ends, is expected.",
            () => Bills(PlanOf(PriceModel.Volume(PriceTier.UpTo(60m, 1m))), history));
        Refusal.With(
            "Adler in 2026-02: charge \"calls\" of plan \"Plan\": calls was 100; a quantity up to 60, the limit of "
                + "the last tier, is expected.",
            () => Bills(PlanOf(PriceModel.Capacity(["calls"], CapacityTier.Of(5m, 60m))), history));
        Refusal.With(
            "Adler in 2026-01: charge \"calls\" of plan \"Plan\": total was given without its transactions; 2% + 0.1 "
                + "each has terms for each of them.",
            () => Bills(PlanOf(PriceModel.Percentage(0.02m) with { FixedFee = 0.1m }), history));
    }

    [Fact]
    public void AHistoryOfTransactionsIsBilledByEachOfThem()
    {
        PricePlan perPayment = PlanOf(PriceModel.Percentage(0.02m) with { FixedFee = 0.1m }, "Per payment");
        PricePlan share = PlanOf(PriceModel.Percentage(0.029m), "Share");
        UsageHistory history = UsageHistory.Of(
            "Adler", January, MeterSeries.OfTransactions("calls", [10m, 20m], [], [100m, 0m, 50m]));

        Assert.Equal([30m, 0m, 150m], history.Series[0].Quantities);
        Assert.Equal([0.8m, 0m, 3.3m], Bills(perPayment, history));
        Assert.Equal([0.87m, 0m, 4.35m], Bills(share, history));
        Assert.Equal(-1.12m, BillComparisonCalculator.Compare(share, perPayment, [history]).Change.Amount);
        Assert.Equal(
            [0.8m, 0m, 3.3m],
            Bills(share with { Protection = new OverageProtection { MoveUpTo = perPayment } }, history));
        Assert.NotEqual(history.Series[0], MeterSeries.Of("calls", [30m, 0m, 150m]));
        Refusal.With(
            "month 2 of \"calls\": amounts was -1; zero or more is expected.",
            () => MeterSeries.OfTransactions("calls", [1m], [-1m]));
    }

    [Fact]
    public void APointOfTransactionsIsProjectedByEachOfThem()
    {
        PricePlan plan = PlanOf(PriceModel.Percentage(0.02m) with { FixedFee = 0.1m });
        UsagePoint[] points =
        [
            UsagePoint.Of("Year 1", 12, MeterUsage.OfTransactions("calls", 10m, 20m)),
            UsagePoint.Of("Year 2", 12, MeterUsage.OfTransactions("calls", 30m)),
        ];

        Assert.Equal(
            [9.6m, 8.4m], PricePlanProjectionCalculator.Project([plan], points)[0].Bills.Select(bill => bill.Total));
    }

    [Fact]
    public void APointThatCannotBeBilledIsNamedWithoutAnInventedCustomer()
    {
        PricePlan plan = PlanOf(PriceModel.Volume(PriceTier.UpTo(60m, 1m)));
        PricePlan perPayment = PlanOf(PriceModel.Percentage(0.02m) with { FixedFee = 0.1m });
        UsagePoint[] mixed =
        [
            UsagePoint.Of("Year 1", 12, MeterUsage.OfTransactions("calls", 10m, 20m)),
            UsagePoint.Of("Year 2", 12, MeterUsage.Of("calls", 60m)),
        ];

        Refusal.With(
            "Year 3: charge \"calls\" of plan \"Plan\": quantity was 72; a quantity up to 60, where the last tier "
                + "ends, is expected.",
            () => PricePlanProjectionCalculator.ProjectYears([plan], "calls", [24m, 48m, 72m], 1m));
        Refusal.With(
            "Year 1: charge \"calls\" of plan \"Plan\": total was given without its transactions; 2% + 0.1 each has "
                + "terms for each of them.",
            () => PricePlanProjectionCalculator.Project([perPayment], mixed));
        Assert.Equal(
            [360m, 720m], PricePlanProjectionCalculator.Project([PerCall], mixed)[0].Bills.Select(bill => bill.Total));
        Refusal.With(
            "points had no usage of \"calls\", which plan \"Plan\" bills; it is expected at each of them.",
            () => PricePlanProjectionCalculator.Project([PerCall], [UsagePoint.Of("Year 1", 12, "sites", 5m)]));
    }

    [Fact]
    public void ABulkRefusalNamesPositionAndCharge()
    {
        PricePlan plan = PlanOf(PriceModel.Volume(PriceTier.UpTo(60m, 1m)));

        Refusal.With(
            "quantities[1]: charge \"calls\" of plan \"Plan\": quantity was 61; a quantity up to 60, where the last "
                + "tier ends, is expected.",
            () => BillCalculator.Amounts(plan, [1m, 61m], new decimal[2]));
        Refusal.With(
            "quantities[2]: quantities was -1; zero or more is expected.",
            () => BillCalculator.Amounts(plan, [1m, 2m, -1m], new decimal[3]));
        Refusal.With(
            "charge \"calls\": quantity was 61; a quantity up to 60, where the last tier ends, is expected.",
            () => BillCalculator.Rate(plan.Charges[0], 61m));
    }

    [Fact]
    public void ANextPlanSmoothsAsMuchOrNotAtAll()
    {
        PricePlan next = PlanOf(PriceModel.PerUnit(0.1m), "Next") with { BaseFee = 150m };
        PricePlan own = PerCall with
        {
            Protection = new OverageProtection { SmoothingPeriods = 3, MoveUpTo = next },
        };
        UsageHistory history = UsageHistory.Of("Acme", January, "calls", 0m, 0m, 3_000m);

        Assert.Equal([0m, 0m, 250m], Bills(own, history));
        Assert.Equal([0m, 0m, 250m], Bills(WithNext(own, Smoothing(next, 3)), history));
        Refusal.With(
            "Plan \"Plan\" moves up to \"Next\", which smooths usage over 2 periods; \"Plan\" smooths over 3; the "
                + "same number, or no smoothing, is expected, since both are billed on the same usage.",
            () => Bills(WithNext(own, Smoothing(next, 2)), history));
        Refusal.Any<ArgumentException>(() => Bills(WithNext(
            own with { Protection = own.Protection! with { SmoothingPeriods = 1 } }, Smoothing(next, 3)), history));
        Assert.Equal(150m, BillCalculator.Bill(own, 0m).NextPlanAmount);
        Assert.Null(BillCalculator.Bill(
            WithNext(own, PlanOf(PriceModel.Volume(PriceTier.UpTo(1m, 1m)), "Next")), 2m).NextPlanAmount);
        Assert.Null(BillCalculator.Bill(PerCall, 0m).NextPlanAmount);
    }

    private static PricePlan Smoothing(PricePlan plan, int periods) =>
        plan with { Protection = new OverageProtection { SmoothingPeriods = periods } };

    private static PricePlan WithNext(PricePlan plan, PricePlan next) =>
        plan with { Protection = plan.Protection! with { MoveUpTo = next } };

    private static decimal[] Bills(PricePlan plan, UsageHistory history)
    {
        var bills = new decimal[history.Months];
        BillCalculator.MonthlyAmounts(plan, history, bills);
        return bills;
    }

    private static PricePlan PlanOf(PriceModel price, string name = "Plan") =>
        new() { Name = name, Charges = [new Charge { Name = "calls", Price = price }] };
}
