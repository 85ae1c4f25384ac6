using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>Tests of the explanations of lines, which show a customer the arithmetic.</summary>
public class InvoiceExplanationTests
{
    private static readonly DateSpan June = DateSpan.Of(new YearMonth(2027, 6));

    private static readonly Charge Calls = new() { Name = "api", Price = PriceModel.PerUnit(1m) };

    [Fact]
    public void AMeanIsStatedWithItsUsage()
    {
        Charge capacity = new()
        {
            Name = "size",
            Price = PriceModel.Capacity(
                ["flows", "api"], CapacityTier.Of(10m, 5m, 900m), CapacityTier.Of(20m, 50m, null)),
        };
        PricePlan plan = PlanOf(Calls, capacity) with { Protection = new OverageProtection { SmoothingPeriods = 3 } };

        ValueList<Invoice> run = InvoiceCalculator.Run(
            AccountOf(plan),
            [MeterUsage.Of("api", 100m), MeterUsage.Of("flows", 3m)],
            [MeterUsage.Of("api", 1_600m), MeterUsage.Of("flows", 0m)]);

        Assert.Equal(
            [
                "api, usage: 100.00 (100 x 1 = 100)",
                "size, usage: 10.00 (3 flows / 100 api within tier 1, 10 for 5 / 900)",
            ],
            Words(run[0]));
        Assert.Equal(
            [
                "api, usage: 850.00 (1,600 used, mean of 2 periods = 850: 850 x 1 = 850)",
                "size, usage: 10.00 (means of 2 periods: 1.5 flows / 850 api within tier 1, 10 for 5 / 900)",
            ],
            Words(run[1]));
        Assert.Equal([850m, null], run[1].Lines.Select(line => line.Quantity));
    }

    [Fact]
    public void ASurchargeStatesTheOverageAndTheCommitment()
    {
        PricePlan plan = PlanOf(Calls) with { Commitment = Commitment.Of(1_000m) with { OverageMultiplier = 1.5m } };
        PricePlan ofYear = plan with { Commitment = plan.Commitment! with { Period = CommitmentPeriod.ContractYear } };

        Assert.Equal(
            "Plan, overage surcharge: 100.00 (200 beyond the commitment of 1,000, x (1.5 - 1))",
            Words(InvoiceCalculator.Next(AccountOf(plan), June, MeterUsage.Of("api", 1_200m)))[1]);
        Assert.Equal(
            "Plan, overage surcharge: 400.00 (800 beyond the commitment of 400 for 12 of 30 days, x (1.5 - 1))",
            Words(InvoiceCalculator.Next(TwelveDays(plan), June, MeterUsage.Of("api", 1_200m)))[1]);
        Assert.Equal(
            "Plan, overage surcharge: 50.00 (100 beyond the commitment of 1,000 for contract year 1, x (1.5 - 1))",
            Words(InvoiceCalculator.Next(
                AccountOf(ofYear) with { SpentInContractYear = 900m }, June, MeterUsage.Of("api", 200m)))[1]);
    }

    [Fact]
    public void ATrueUpOfAYearStatesTheCountedSpend()
    {
        PricePlan plan =
            PlanOf(Calls) with { Commitment = Commitment.Of(1_000m) with { Period = CommitmentPeriod.ContractYear } };
        DateSpan last = DateSpan.Of(new YearMonth(2028, 5));

        Assert.Equal(
            "Plan, true-up: 700.00 (to the commitment of 1,000 for contract year 1, towards which 300 counts)",
            Words(InvoiceCalculator.Next(
                AccountOf(plan) with { SpentInContractYear = 100m, BilledThrough = last.Start },
                last,
                MeterUsage.Of("api", 200m)))[1]);
    }

    [Fact]
    public void ABillThatMovesUpStatesIfItsCommitmentApplies()
    {
        PricePlan plan = PlanOf(Calls) with
        {
            Protection = new OverageProtection { MoveUpTo = new PricePlan { Name = "Pro", BaseFee = 50m } },
        };

        Assert.Equal(
            "Plan, moving up: -1,150.00 (billed as Pro, whose bill is 50)",
            Words(InvoiceCalculator.Next(AccountOf(plan), June, MeterUsage.Of("api", 1_200m)))[1]);
        Assert.Equal(
            "Plan, moving up: -1,120.00 (billed as Pro, but not below the commitment of 80)",
            Words(InvoiceCalculator.Next(
                AccountOf(plan with { Commitment = Commitment.Of(80m) }), June, MeterUsage.Of("api", 1_200m)))[1]);
    }

    [Fact]
    public void ADiscountStatesItsAppliedPart()
    {
        PricePlan plan =
            PlanOf(Calls with { AmountDiscount = 30m, UsageDiscount = 10m }) with { AmountDiscount = 100m };

        Assert.Equal(
            [
                "api, usage: 40.00 (40 x 1 = 40)",
                "api, usage discount: -4.00 (4 units off)",
                "api, amount discount: -12.00 (30 x 12 / 30 days off)",
                "Plan, amount discount: -24.00 (100 x 12 / 30 days off, limited to the amount)",
            ],
            Words(InvoiceCalculator.Next(TwelveDays(plan), June, MeterUsage.Of("api", 40m))));
    }

    [Fact]
    public void AmountsHaveTheDecimalPlacesOfTheirCurrency()
    {
        PricePlan plan = PlanOf(Calls with { Price = PriceModel.PerUnit(1.5m) });
        Invoice yen = InvoiceCalculator.Next(
            AccountOf(plan) with { Currency = Currency.Of("JPY") }, June, MeterUsage.Of("api", 1_001m));
        Invoice dinars = InvoiceCalculator.Next(
            AccountOf(plan) with { Currency = Currency.Of("KWD") }, June, MeterUsage.Of("api", 1_001m));

        Assert.Equal("api, usage: 1,502 (1,001 x 1.5 = 1,501.5)", Words(yen).Single());
        Assert.Equal("Acme, Plan, [2027-06-01, 2027-07-01): 1,502 JPY in 1 line", yen.ToString());
        Assert.Equal("api, usage: 1,501.500 (1,001 x 1.5 = 1,501.5)", Words(dinars).Single());
        Assert.Equal("Acme, Plan, [2027-06-01, 2027-07-01): 1,501.500 KWD in 1 line", dinars.ToString());
    }

    [Fact]
    public void PackagesStateFreeUnitsAndFeesHaveNoUnitPrice()
    {
        PricePlan plan = PlanOf(
            Calls with { Price = PriceModel.Package(100m, 5m).WithFreeUnits(50m) },
            new Charge
            {
                Name = "b",
                Price = PriceModel.Stairstep(PriceTier.FlatUpTo(200m, 200m), PriceTier.FlatBeyond(900m)),
            },
            new Charge
            {
                Name = "c",
                Price = PriceModel.Volume(PriceTier.UpTo(15m, 10m), PriceTier.Beyond(5m)).WithBuyUp(),
            },
            new Charge { Name = "pay", Price = PriceModel.Percentage(0.029m) with { FixedFee = 0.3m } });

        Invoice invoice = InvoiceCalculator.Next(
            AccountOf(plan),
            June,
            MeterUsage.Of("api", 150m),
            MeterUsage.Of("b", 300m),
            MeterUsage.Of("c", 12m),
            MeterUsage.OfTransactions("pay", 100m));

        Assert.Equal(
            [
                "api, usage: 5.00 (50 free, 100 in 1 package of 100 x 5 = 5)",
                "b, usage: 900.00 (900 flat = 900)",
                "c, usage: 120.00 (12 x 10 = 120)",
                "c, usage: -45.00 (buying up: limited to the amount at the start of a higher tier)",
                "pay, usage: 3.20 (1 transaction, 100 in all, at 2.9% + 0.3 each)",
            ],
            Words(invoice));
        Assert.Equal([5m, null, 10m, null, null], invoice.Lines.Select(line => line.UnitPrice));
    }

    [Fact]
    public void EarlierInvoicesAreCounted()
    {
        BillingAccount account = AccountOf(PlanOf(Calls));
        Invoice first = InvoiceCalculator.Interim(account, new(2027, 6, 11), MeterUsage.Of("api", 10m));
        Invoice second = InvoiceCalculator.Interim(first.ClosingAccount, new(2027, 6, 11), MeterUsage.Of("api", 10m));
        Invoice third = InvoiceCalculator.Next(second.ClosingAccount, June, MeterUsage.Of("api", 10m));

        Assert.Equal(["api, usage: 10.00 (10 x 1 = 10)"], Words(first));
        Assert.Equal("Plan, previously billed: -10.00 (1 earlier invoice of the period)", Words(second)[1]);
        Assert.Equal("Plan, previously billed: -10.00 (2 earlier invoices of the period)", Words(third)[1]);
        Assert.Equal((0m, 10m, 10m), (first.PreviouslyBilled, second.PreviouslyBilled, third.PreviouslyBilled));
        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(invoice => invoice.Sections[0].Number));
        Assert.Equal(0m, third.Total);
    }

    [Fact]
    public void AnInterimInvoiceOfNothingCounts()
    {
        BillingAccount account = AccountOf(PlanOf(Calls));
        Invoice nothing = InvoiceCalculator.Interim(account, new(2027, 6, 11), MeterUsage.Of("api", 0m));
        Invoice final = InvoiceCalculator.Next(nothing.ClosingAccount, June, MeterUsage.Of("api", 10m));

        Assert.Equal(
            ["api, usage: 10.00 (10 x 1 = 10)", "Plan, previously billed: 0.00 (1 earlier invoice of the period)"],
            Words(final));
        Assert.Equal(10m, final.Total);
    }

    [Fact]
    public void TaxStatesTheTaxedAmountAndEarlierBilledTax()
    {
        BillingAccount account = AccountOf(PlanOf(Calls)) with { TaxRate = 0.19m };
        Invoice first = InvoiceCalculator.Interim(account, new(2027, 6, 11), MeterUsage.Of("api", 10m));
        Invoice final = InvoiceCalculator.Next(first.ClosingAccount, June, MeterUsage.Of("api", 1_010m));

        Assert.Equal("tax: 1.90 (19% of 10)", Words(first)[^1]);
        Assert.Equal(
            "tax: 190.00 (19% of 1,010 for the period so far, less tax of 1.9 on earlier invoices)", Words(final)[^1]);
    }

    [Fact]
    public void ALineWithoutItsFiguresHasNoExplanation()
    {
        InvoiceLine line = new()
        {
            Kind = InvoiceLineKind.Tax,
            Item = "tax",
            Period = June,
            Currency = Currency.Usd,
            Unrounded = 1.9m,
            Amount = 1.9m,
        };

        Assert.Equal(("tax: 1.90", ""), (line.ToString(), line.Explanation));
    }

    [Fact]
    public void AnInvoiceHasASection()
    {
        Invoice invoice = InvoiceCalculator.Next(AccountOf(PlanOf(Calls)), June, MeterUsage.Of("api", 10m));

        Refusal.By<ArgumentOutOfRangeException>("Sections", () => invoice with { Sections = [] });
    }

    private static string[] Words(Invoice invoice) => [.. invoice.Lines.Select(line => line.ToString())];

    private static PricePlan PlanOf(params Charge[] charges) =>
        new() { Name = "Plan", Charges = charges.ToValueList() };

    // The contract covers twelve days of June.
    private static BillingAccount TwelveDays(PricePlan plan) => AccountOf(plan).EndContract(June.Start.PlusDays(12));

    private static BillingAccount AccountOf(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = June.Start };
}
