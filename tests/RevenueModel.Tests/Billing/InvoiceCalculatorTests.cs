using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using static RevenueModel.Tests.Helpers.InvoiceAssert;

namespace RevenueModel.Tests.Billing;

/// <summary>Invoices worked out by hand, and those that other systems publish.</summary>
public class InvoiceCalculatorTests
{
    private static readonly LocalDate Jan1 = new(2027, 1, 1);

    private static readonly DateSpan January = DateSpan.Of(new YearMonth(2027, 1));

    private static readonly Charge Calls = new() { Name = "api", Price = PriceModel.PerUnit(1m) };

    /// <summary>OpenMeter's proration of a flat fee (cases/pricing.json, P35), by days of January.</summary>
    public static TheoryData<string, decimal, int, decimal> PublishedFees => new()
    {
        { "USD", 100m, 15, 48.39m },
        { "USD", 100m, 10, 32.26m },
        { "JPY", 1_000m, 10, 323m },
        { "USD", 100m, 31, 100m },
        { "USD", 100m, 59, 100m }, // in the contract for longer than the period
    };

    [Theory]
    [MemberData(nameof(PublishedFees))]
    public void PublishedFeesAreProratedByDays(string currency, decimal fee, int days, decimal expected)
    {
        BillingAccount account = Account(new PricePlan { Name = "Fee", BaseFee = fee }, currency);
        Assert.Equal(expected, InvoiceCalculator.Next(account.EndContract(Jan1.PlusDays(days)), January).Total);
    }

    // Orb's first example of its order of evaluation (cases/pricing.json, P12): 150,000 calls, 8% tax last.
    [Fact]
    public void APublishedInvoiceOf150000CallsIs115Dollars56()
    {
        var plan = new PricePlan
        {
            Name = "Calls",
            Charges =
            [
                Calls with
                {
                    Price = PriceModel.Graduated(
                        PriceTier.UpTo(10_000m, 0.001m), PriceTier.UpTo(100_000m, 0.0008m), PriceTier.Beyond(0.0005m)),
                },
            ],
        };
        Invoice invoice = InvoiceCalculator.Next(
            Account(plan) with { TaxRate = 0.08m }, January, MeterUsage.Of("api", 150_000m));
        AssertLines("Usage api 10, Usage api 72, Usage api 25, Tax tax 8.56", invoice);
        Assert.Equal((107m, 107m, 115.56m), (invoice.Spend, invoice.Subtotal, invoice.Total));
    }

    [Fact]
    public void EachLineOfALongInvoiceIsAsWorkedOutByHand()
    {
        BillingAccount account = Account(Long) with
        {
            TaxRate = 0.19m,
            Credits =
            [
                new PrepaidCredit { Id = "main", Balance = 30m },
                new PrepaidCredit { Id = "gift", Balance = 50m, Usable = DateSpan.Between(Jan1, new(2027, 2, 1)) },
            ],
        };
        Invoice before = InvoiceCalculator.Interim(
            account,
            new(2027, 1, 9),
            MeterUsage.Of("api", 0m),
            MeterUsage.Of("Storage", 0m),
            MeterUsage.OfTransactions("Payments"));
        AssertLines(
            "BaseFee Long 99, Usage API calls 0, Usage Storage 0, Usage Payments 0, " // no minimums yet
            + "AmountDiscount Long -3.95, "
            + "PercentDiscount Long -4.75, " // 5% of 95.05: 4.7525
            + "Prepaid gift -50, Prepaid main -30, Tax tax 1.96", // 19% of 10.30: 1.957
            before);
        Assert.Equal(
            (90.30m, 90.2975m, 10.30m, 12.26m), (before.Spend, before.UnroundedSpend, before.Subtotal, before.Total));

        Invoice final = InvoiceCalculator.Next(
            before.ClosingAccount,
            January,
            MeterUsage.Of("api", 150_400m), // 151 thousands, 10 of them included
            MeterUsage.Of("Storage", 333.3m),
            MeterUsage.OfTransactions("Payments", 100m, 49.99m));
        AssertLines(
            "BaseFee Long 99, "
            + "Usage API calls 50, Usage API calls 10.25, UsageDiscount API calls -5, AmountDiscount API calls -5, "
            + "PercentDiscount API calls -5.03, Maximum API calls -5.22, " // 5.025 of 50.25; 45.22 to 40
            + "Usage Storage 7.67, Minimum Storage 2.33, " // 7.6659
            + "Usage Payments 4.95, " // 3.20 + 1.74971
            + "AmountDiscount Long -3.95, PercentDiscount Long -7.5, " // 5% of 149.99971
            + "OverageSurcharge Long 21.25, OverCap Long -3.75, " // half of 42.4997245; 163.75 to 160
            + "MovedUp Long -4.99, " // to 155.005, rounded
            + "Prepaid gift -50, Prepaid main -30, PreviouslyBilled Long -10.3, "
            + "Tax tax 12.29", // 19% of 75.01, which is 14.2519, less 1.96
            final);
        Assert.Equal(
            (155.01m, 155.005m, 64.71m, 77.00m), (final.Spend, final.UnroundedSpend, final.Subtotal, final.Total));
        Assert.Equal(
            [
                99m, 50m, 10.25m, -5m, -5m, -5.025m, -5.225m, 7.6659m, 2.3341m, 4.94971m, -3.95m, -7.4999855m,
                21.24986225m,
                -3.74958675m, -4.995m,
            ],
            final.Lines.Take(15).Select(line => line.Unrounded));
        Assert.Equal<PrepaidCredit>([account.Credits[0] with { Balance = 0m }], final.ClosingAccount.Credits);
    }

    [Fact]
    public void ATrueUpIsBilledToTheCentWhenThePeriodIsOver()
    {
        BillingAccount account = Account(new PricePlan
        {
            Name = "Committed",
            Charges = [Calls with { Price = PriceModel.PerUnit(33.335m) }],
            Commitment = Commitment.Of(50m),
        });
        Invoice final = InvoiceCalculator.Next(account, January, MeterUsage.Of("api", 1m));
        AssertLines("Usage api 33.34, TrueUp Committed 16.66", final);
        Assert.Equal(16.665m, final.Lines[1].Unrounded);
        AssertLines(
            "Usage api 33.34", InvoiceCalculator.Interim(account, January.End!.Value, MeterUsage.Of("api", 1m)));
    }

    // Two lines of 33.335 are 66.67 and round to 66.68, which is beyond a bound that the exact lines keep.
    [Fact]
    public void RoundedLinesAreHeldToABoundThatExactOnesKeep()
    {
        PricePlan plan = new()
        {
            Name = "Two",
            Charges =
            [
                Calls with { Price = PriceModel.Flat(33.335m) },
                Calls with { Name = "gb", Price = PriceModel.Flat(33.335m) },
            ],
            Protection = new OverageProtection { Cap = BillCap.At(66.67m) },
        };
        AssertLines(
            "Usage api 33.34, Usage gb 33.34, OverCap Two -0.01",
            InvoiceCalculator.Next(Account(plan), January, MeterUsage.Of("api", 0m), MeterUsage.Of("gb", 0m)));

        PricePlan committed = new()
        {
            Name = "Two",
            Charges =
            [
                Calls with { Price = PriceModel.Flat(33.334m) },
                Calls with { Name = "gb", Price = PriceModel.Flat(33.334m) },
            ],
            Commitment = Commitment.Of(66.668m),
        };
        Invoice invoice = InvoiceCalculator.Next(
            Account(committed), January, MeterUsage.Of("api", 0m), MeterUsage.Of("gb", 0m));
        // the commitment is 66.67 to the cent
        AssertLines("Usage api 33.33, Usage gb 33.33, TrueUp Two 0.01", invoice);
        Assert.Equal(0m, invoice.Lines[2].Unrounded);
    }

    // Three tiers of 0.004 come to 0.012 and round to nothing: of 0.01 that is off, nothing is left to take it from.
    [Fact]
    public void NoMoreIsTakenOffThanTheRoundedLinesLeave()
    {
        PricePlan plan = new()
        {
            Name = "Small",
            BaseFee = 1m,
            Charges =
            [
                Calls with
                {
                    Price = PriceModel.Graduated(
                        PriceTier.UpTo(1m, 0.004m), PriceTier.UpTo(2m, 0.004m), PriceTier.Beyond(0.004m)),
                    AmountDiscount = 0.01m,
                },
            ],
        };
        Invoice invoice = InvoiceCalculator.Next(Account(plan), January, MeterUsage.Of("api", 3m));
        AssertLines("BaseFee Small 1, Usage api 0, Usage api 0, Usage api 0, AmountDiscount api 0", invoice);
        Assert.Equal(1.002m, invoice.UnroundedSpend);
    }

    // Five units over six months are a mean of 0.8333... a month, which at 3 yen is 2.4999... in decimals and 2.5
    // exactly.
    [Fact]
    public void AHalfThatAQuotientWithoutEndHidesIsRoundedAwayFromZero()
    {
        PricePlan plan = new()
        {
            Name = "Smooth",
            Charges = [Calls with { Price = PriceModel.PerUnit(3m) }],
            Protection = new OverageProtection { SmoothingPeriods = 6 },
        };
        BillingAccount account =
            Account(plan, "JPY") with { RecentUsage = [MeterSeries.Of("api", [0m, 0m, 0m, 0m, 0m])] };
        AssertLines("Usage api 3", InvoiceCalculator.Next(account, January, MeterUsage.Of("api", 5m)));
    }

    [Fact]
    public void UsageThatFallsIsCreditedAndMayLowerTheWholePrice()
    {
        BillingAccount account = Account(new PricePlan
        {
            Name = "Volume",
            Charges = [Calls with { Price = PriceModel.Volume(PriceTier.UpTo(10m, 5m), PriceTier.Beyond(3m)) }],
        });
        Invoice first = InvoiceCalculator.Interim(account, new(2027, 1, 11), MeterUsage.Of("api", 10m));
        Invoice second = InvoiceCalculator.Interim(first.ClosingAccount, new(2027, 1, 21), MeterUsage.Of("api", 12m));
        Invoice third = InvoiceCalculator.Next(second.ClosingAccount, January, MeterUsage.Of("api", 4m));
        Assert.Equal([50m, -14m, -16m], new[] { first, second, third }.Select(invoice => invoice.Subtotal));
        AssertLines("Usage api 20, PreviouslyBilled Volume -36", third);
    }

    // Flexprice's commitments, each window on its own (cases/pricing.json, P30).
    [Theory]
    [InlineData(10, true, 4, 10)]
    [InlineData(10, true, 16, 22)]
    [InlineData(5, false, 20, 35)]
    [InlineData(5, false, 2, 2)]
    [InlineData(4, false, 10, 16)]
    public void PublishedCommitmentsWithTwiceThePriceForOverage(
        decimal committed, bool trueUp, decimal usage, decimal expected) =>
            Assert.Equal(expected, InvoiceCalculator.Next(
                Account(new PricePlan
                {
                    Name = "Committed",
                    Charges = [Calls],
                    Commitment = Commitment.Of(committed) with { TrueUp = trueUp, OverageMultiplier = 2m },
                }),
                January,
                MeterUsage.Of("api", usage)).Total);

    [Fact]
    public void AContractThatBeginsWithinAMonthIsBilledForItsDays()
    {
        PricePlan plan = new()
        {
            Name = "Month",
            BaseFee = 62m,
            Charges =
            [
                Calls with { Allowance = Allowance.Of(31m), AmountDiscount = 3.1m, Limits = Band.Between(9.3m, 620m) },
            ],
            AmountDiscount = 6.2m,
            Commitment = Commitment.Of(310m),
            Protection = new OverageProtection { Cap = BillCap.At(620m) },
        };
        BillingAccount account = FromJanuary15(plan);

        // 17 of 31 days: fee 34, 17 included, 1.70 and 3.40 off, 5.10 to 340, commitment 170, cap 340.
        AssertLines(
            "BaseFee Month 34, Usage api 0, Minimum api 5.1, AmountDiscount Month -3.4, TrueUp Month 134.3",
            InvoiceCalculator.Next(account, January, MeterUsage.Of("api", 17m)));
        AssertLines(
            "BaseFee Month 34, Usage api 203, AmountDiscount api -1.7, AmountDiscount Month -3.4",
            InvoiceCalculator.Next(account, January, MeterUsage.Of("api", 220m)));
        AssertLines(
            "BaseFee Month 34, Usage api 983, AmountDiscount api -1.7, Maximum api -641.3, AmountDiscount Month -3.4, "
                + "OverCap Month -30.6",
            InvoiceCalculator.Next(account, January, MeterUsage.Of("api", 1_000m)));

        // By months of thirty, 16 of 30 days: 32 of 60.
        PricePlan thirty = new() { Name = "Thirty", BaseFee = 60m, DayCount = DayCount.Thirty360 };
        AssertLines("BaseFee Thirty 32", InvoiceCalculator.Next(FromJanuary15(thirty), January));
    }

    private static PricePlan Long => new()
    {
        Name = "Long",
        BaseFee = 99m,
        Charges =
        [
            new Charge
            {
                Name = "API calls",
                Meter = "api",
                Price = PriceModel.Graduated(PriceTier.UpTo(100m, 0.5m), PriceTier.Beyond(0.25m)),
                Conversion = UnitConversion.Divide(1_000m, UnitRounding.Up),
                Allowance = Allowance.Of(10m),
                UsageDiscount = 20m,
                AmountDiscount = 5m,
                PercentDiscount = 0.1m,
                Limits = Band.Between(10m, 40m),
            },
            new Charge { Name = "Storage", Price = PriceModel.PerUnit(0.023m), Limits = Band.AtLeast(10m) },
            new Charge { Name = "Payments", Price = PriceModel.Percentage(0.029m) with { FixedFee = 0.3m } },
        ],
        AmountDiscount = 3.95m,
        PercentDiscount = 0.05m,
        Commitment = Commitment.Of(100m) with { OverageMultiplier = 1.5m },
        Protection = new OverageProtection
        {
            Cap = BillCap.At(160m),
            MoveUpTo = new PricePlan { Name = "Flat", BaseFee = 155.005m },
        },
    };

    private static BillingAccount Account(PricePlan plan, string currency = "USD") =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Of(currency), ContractStart = Jan1 };

    // Billed by calendar months.
    private static BillingAccount FromJanuary15(PricePlan plan) =>
        Account(plan) with { ContractStart = new(2027, 1, 15), Cycle = new BillingCycle { Anchor = Jan1 } };
}
