using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>What accounts and invoices refuse, and in which words.</summary>
public class InvoiceRefusalTests
{
    private static readonly DateSpan January = DateSpan.Of(new YearMonth(2027, 1));

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan
        {
            Name = "Plan", Charges = [new Charge { Name = "api", Price = PriceModel.Graduated(PriceTier.UpTo(10m, 1m)) }],
        },
        Currency = Currency.Usd,
        ContractStart = new(2027, 1, 1),
    };

    [Fact]
    public void AMeterThatThePlanDoesNotBillIsRefused() => AssertRefused(
        "usage had \"gb\", which plan \"Plan\" does not bill; one of [api] is expected.",
        () => Next(Account, January, MeterUsage.Of("gb", 1m)));

    [Fact]
    public void AMeterThatStandsTwiceIsRefused() => AssertRefused(
        "usage had \"API\" twice; each meter once is expected, or each time with its days.",
        () => Next(Account, January, MeterUsage.Of("api", 1m), MeterUsage.Of("API", 1m)));

    [Fact]
    public void UsageAboveALastTierIsRefused() => AssertRefused(
        "charge \"api\" of plan \"Plan\": quantity was 11", () => Next(Account, January, MeterUsage.Of("api", 11m)));

    [Theory]
    [InlineData("USD", "1.001")]
    [InlineData("JPY", "1.5")]
    [InlineData("KWD", "1.0001")]
    public void ACreditFinerThanTheMinorUnitIsRefused(string currency, string balance) => AssertRefused(
        $"gift was {balance}; a balance with at most {Currency.Of(currency).MinorUnitDigits} decimal places, the minor unit of {currency},",
        () => Next(
            Account with
            {
                Currency = Currency.Of(currency),
                Credits =
                [
                    new PrepaidCredit
                    {
                        Id = "gift", Balance = decimal.Parse(balance, System.Globalization.CultureInfo.InvariantCulture),
                    },
                ],
            },
            January,
            MeterUsage.Of("api", 0m)));

    [Fact]
    public void CarriedUnitsOfNoChargeAreRefused() => AssertRefused(
        "Carried of Acme had \"gb\", which is not a charge of plan \"Plan\"; one of its charges is expected.",
        () => Next(Account with { Carried = [CarriedAllowance.Of("gb", 1m)] }, January, MeterUsage.Of("api", 0m)));

    [Fact]
    public void APeriodOfAnotherCycleIsRefused()
    {
        BillingAccount later = Account with { ContractStart = new(2027, 1, 15) };
        AssertRefused(
            "period was [2027-01-01, 2027-02-01); [2027-01-15, 2027-02-15), the next period of Acme, which is "
                + "billed through 2027-01-15, is expected.",
            () => Next(later, January, MeterUsage.Of("api", 0m)));
        Assert.Equal(0m, Next(later, DateSpan.Months(later.ContractStart, 1), MeterUsage.Of("api", 0m)).Total);
    }

    [Fact]
    public void AMeterThatIsNotStatedIsRefused()
    {
        AssertRefused(
            "usage had no usage of \"api\", which plan \"Plan\" bills; a quantity is expected, zero if there was "
                + "none.",
            () => Next(Account, January));
        AssertRefused("usage had no usage of \"api\"", () => InvoiceCalculator.Interim(Account, new(2027, 1, 9)));

        PricePlan above = new()
        {
            Name = "Pro",
            Charges = [new Charge { Name = "gb", Price = PriceModel.PerUnit(1m) }],
        };
        PricePlan plan = Account.Plan with { Protection = new OverageProtection { MoveUpTo = above } };
        AssertRefused(
            "usage had no usage of \"gb\"",
            () => Next(Account with { Plan = plan }, January, MeterUsage.Of("api", 1m)));
    }

    [Fact]
    public void AnInterimInvoiceIsOfADayOfThePeriodAfterTheLast()
    {
        MeterUsage none = MeterUsage.Of("api", 0m);
        AssertRefused(
            "through was 2027-01-01; a day from 2027-01-02 to 2027-02-01 is expected.",
            () => InvoiceCalculator.Interim(Account, January.Start, none));
        AssertRefused("through was 2027-02-02", () => InvoiceCalculator.Interim(Account, new(2027, 2, 2), none));
        BillingAccount open = InvoiceCalculator.Interim(Account, new(2027, 1, 9), none).ClosingAccount;
        Assert.Equal(0m, InvoiceCalculator.Interim(open, new(2027, 1, 9), none).Total);
        AssertRefused(
            "through was 2027-01-08; a day from 2027-01-09 to 2027-02-01 is expected.",
            () => InvoiceCalculator.Interim(open, new(2027, 1, 8), none));
    }

    [Fact]
    public void APeriodInProgressThatIsNotTheNextOneIsRefused()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new(2027, 1, 9), MeterUsage.Of("api", 0m));
        AssertRefused(
            "Open of Acme was [2027-01-01, 2027-02-01); the next period, [2027-02-01, 2027-03-01), is expected.",
            () => Next(
                interim.ClosingAccount with { BilledThrough = new(2027, 2, 1) },
                DateSpan.Of(new YearMonth(2027, 2)),
                MeterUsage.Of("api", 0m)));
    }

    [Fact]
    public void AnAccountBilledThroughADayBeforeItsContractIsRefused()
    {
        BillingAccount account = Account with
        {
            BilledThrough = new(2026, 12, 1),
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
        };
        const string refusal =
            "BilledThrough of Acme was 2026-12-01; a day from 2027-01-01, the start of the contract, on is expected.";
        AssertRefused(refusal, () => Next(account, DateSpan.Of(new YearMonth(2026, 12)), MeterUsage.Of("api", 0m)));
        AssertRefused(refusal, () => InvoiceCalculator.Interim(account, new(2026, 12, 9), MeterUsage.Of("api", 0m)));
        AssertRefused(refusal, () => InvoiceCalculator.Advance(account));
    }

    [Fact]
    public void AnAccountBilledThroughADayWithinAPeriodIsRefused() => AssertRefused(
        "BilledThrough of Acme was 2027-02-09; the start of a billing period, such as 2027-02-01 or 2027-03-01, "
            + "is expected.",
        () => Next(
            Account with { BilledThrough = new(2027, 2, 9) },
            DateSpan.Of(new YearMonth(2027, 2)),
            MeterUsage.Of("api", 0m)));

    [Fact]
    public void NothingInPlaceOfAnAccountOrUsageIsRefused()
    {
        AssertRefused("Value cannot be null. (Parameter 'account')", () => Next(null!, January));
        AssertRefused(
            "Value cannot be null. (Parameter 'account')", () => InvoiceCalculator.Interim(null!, January.Start));
        AssertRefused("Value cannot be null. (Parameter 'account')", () => InvoiceCalculator.Advance(null!));
        AssertRefused(
            "Value cannot be null. (Parameter 'account')",
            () => InvoiceCalculator.Run(null!, [[MeterUsage.Of("api", 0m)]]));
        AssertRefused("Value cannot be null. (Parameter 'usage')", () => Next(Account, January, [null!]));
        AssertRefused("Value cannot be null. (Parameter 'usages')", () => InvoiceCalculator.Run(Account, [null!]));
    }

    [Fact]
    public void AccountsRefuseWhatIsOutOfRange()
    {
        AssertRefused("Customer was \" \"; text is expected.", () => Account with { Customer = " " });
        AssertRefused(
            "TaxRate was 19; a fraction between 0 and 1 (for 19% write 0.19 or 19.Percent) is expected.",
            () => Account with { TaxRate = 19m });
        AssertRefused("Credits had \"A\" twice", () => Account with
        {
            Credits = [new PrepaidCredit { Id = "a", Balance = 1m }, new PrepaidCredit { Id = "A", Balance = 1m }],
        });
        AssertRefused("Carried had \"API\" twice", () => Account with
        {
            Carried = [CarriedAllowance.Of("api", 1m), CarriedAllowance.Of("API", 1m)],
        });
        AssertRefused("RecentUsage had \"API\" twice", () => Account with
        {
            RecentUsage = [MeterSeries.Of("api", [1m]), MeterSeries.Of("API", [1m])],
        });
        AssertRefused("charge was \"\"; text is expected.", () => CarriedAllowance.Of("", 1m));
        AssertRefused("quantity was -1; zero or more is expected.", () => CarriedAllowance.Of("api", -1m));
    }

    [Fact]
    public void AnAmountBeyondADecimalIsRefusedByWhatItBelongsTo()
    {
        const string tooLarge = " is too large: the result exceeds 7.9 × 10^28";
        PricePlan plan = Account.Plan with { Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(2m) }] };
        BillingAccount account = Account with { Plan = plan };

        AssertRefused(
            "charge \"api\" of plan \"Plan\"" + tooLarge,
            () => Next(account, January, MeterUsage.Of("api", decimal.MaxValue)));
        AssertRefused(
            "usages[1], [2027-02-01, 2027-03-01): charge \"api\" of plan \"Plan\"" + tooLarge,
            () => InvoiceCalculator.Run(
                account, [MeterUsage.Of("api", 0m)], [MeterUsage.Of("api", decimal.MaxValue)]));
        AssertRefused(
            "plan \"Plan\"" + tooLarge,
            () => Next(
                account with { Plan = plan with { BaseFee = decimal.MaxValue } }, January, MeterUsage.Of("api", 1m)));
        AssertRefused(
            "The invoice of Acme for [2027-01-01, 2027-02-01)" + tooLarge,
            () => Next(
                account with { Plan = plan with { BaseFee = decimal.MaxValue }, TaxRate = 0.1m },
                January,
                MeterUsage.Of("api", 0m)));
        AssertRefused(
            "The sum of the balances up to credit \"b\"" + tooLarge,
            () => PrepaidCalculator.Balance(
                [new PrepaidCredit { Id = "a", Balance = decimal.MaxValue }, new PrepaidCredit { Id = "b", Balance = 1m }], January.Start));

        UsageHistory history = UsageHistory.Of("Acme", new YearMonth(2027, 1), "api", 1m, decimal.MaxValue, 1m);
        Assert.StartsWith(
            "Acme in 2027-02: charge \"api\" of plan \"Plan\"" + tooLarge,
            Refusal.Any<ArgumentException>(() => BillCalculator.MonthlyAmounts(plan, history, new decimal[3])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnyCollectionOfUsageGoesIn()
    {
        MeterUsage[] array = [MeterUsage.Of("api", 5m)];
        List<MeterUsage> list = [.. array];
        ValueList<MeterUsage> values = [.. array];
        LocalDate day = new(2027, 1, 9);
        Invoice soFar = InvoiceCalculator.Interim(Account, day, array);
        Invoice final = InvoiceCalculator.Next(soFar.ClosingAccount, January, list);

        Assert.Equal(soFar, InvoiceCalculator.Interim(Account, day, list));
        Assert.Equal(soFar, InvoiceCalculator.Interim(Account, day, values));
        Assert.Equal(soFar, InvoiceCalculator.Interim(Account, day, MeterUsage.Of("api", 5m)));
        Assert.Equal(final, InvoiceCalculator.Next(soFar.ClosingAccount, January, array));
        Assert.Equal(final, InvoiceCalculator.Next(soFar.ClosingAccount, January, MeterUsage.Of("api", 5m)));
        Assert.Equal(final, InvoiceCalculator.Next(soFar.ClosingAccount, January, values));
        Assert.Equal(
            final, InvoiceCalculator.Next(soFar.ClosingAccount, January, array.Where(usage => usage.Quantity > 0m)));

        ValueList<Invoice> run = InvoiceCalculator.Run(Account, list, list);
        Assert.Equal(run, InvoiceCalculator.Run(Account, [[MeterUsage.Of("api", 5m)], array]));
        Assert.Equal(run, InvoiceCalculator.Run(Account, new[] { array, array }));
        Assert.Equal(run, InvoiceCalculator.Run(Account, new List<List<MeterUsage>> { list, list }));
        Assert.Equal(
            run, InvoiceCalculator.Run(Account, new ValueList<MeterUsage>[] { values, values }.ToValueList()));
        Assert.Equal(run, InvoiceCalculator.Run(Account, Enumerable.Repeat(list, 2)));
    }

    private static Invoice Next(BillingAccount account, DateSpan period, params MeterUsage[] usage) =>
        InvoiceCalculator.Next(account, period, usage.ToValueList());

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
