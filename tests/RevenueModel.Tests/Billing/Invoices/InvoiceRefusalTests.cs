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

    private static readonly BillingPeriod Whole = BillingPeriod.Of(January);

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
        () => Next(Account, Whole, MeterUsage.Of("gb", 1m)));

    [Fact]
    public void AMeterThatStandsTwiceIsRefused() => AssertRefused(
        "usage had \"API\" twice; each has a meter of its own.",
        () => Next(Account, Whole, MeterUsage.Of("api", 1m), MeterUsage.Of("API", 1m)));

    [Fact]
    public void UsageAboveALastTierIsRefused() => AssertRefused(
        "charge \"api\" of plan \"Plan\": quantity was 11", () => Next(Account, Whole, MeterUsage.Of("api", 11m)));

    [Theory]
    [InlineData("USD", "1.001")]
    [InlineData("JPY", "1.5")]
    [InlineData("KWD", "1.0001")]
    public void ACreditFinerThanTheMinorUnitIsRefused(string currency, string balance) => AssertRefused(
        $"gift was {balance}; a balance with at most {Currency.Of(currency).MinorUnitDigits} decimal places, as {currency} has them,",
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
            Whole));

    [Fact]
    public void CarriedUnitsOfNoChargeAreRefused() => AssertRefused(
        "Carried of Acme had \"gb\", which is no charge of plan \"Plan\"; one of its charges is expected.",
        () => Next(Account with { Carried = [CarriedAllowance.Of("gb", 1m)] }, Whole));

    [Fact]
    public void APeriodBeforeTheContractIsRefused()
    {
        BillingAccount later = Account with { ContractStart = new(2027, 1, 15) };
        AssertRefused(
            "period was [2027-01-01, 2027-02-01); a period that is served from the start of the contract, 2027-01-15, on is expected.",
            () => Next(later, Whole));
        Assert.Equal(0m, Next(later, BillingPeriod.InPart(January, DateSpan.From(later.ContractStart))).Total);
    }

    [Fact]
    public void AnEarlierInvoiceThatDoesNotFitThePeriodIsRefused()
    {
        Invoice earlier = Next(Account, Whole.InProgress());
        Assert.Equal(0m, InvoiceCalculator.Next(Account, Whole, [], earlier).Total);
        AssertRefusedAfter(Next(Account, Whole));
        AssertRefusedAfter(Next(Account with { Customer = "Globex" }, Whole.InProgress()));
        AssertRefusedAfter(Next(Account with { Currency = Currency.Eur }, Whole.InProgress()));
        AssertRefusedAfter(Next(Account, BillingPeriod.Of(DateSpan.Months(January.Start, 2)).InProgress()));
        AssertRefusedAfter(Next(Account, BillingPeriod.Of(DateSpan.Of(new YearMonth(2027, 2))).InProgress()));

        void AssertRefusedAfter(Invoice invoice) => AssertRefused(
            "earlier had \"", () => InvoiceCalculator.Next(Account, Whole, [], earlier, invoice));
    }

    [Fact]
    public void NothingInPlaceOfAnAccountPeriodOrInvoiceIsRefused()
    {
        AssertRefused("Value cannot be null. (Parameter 'account')", () => Next(null!, Whole));
        AssertRefused("Value cannot be null. (Parameter 'period')", () => Next(Account, null!));
        AssertRefused("Value cannot be null. (Parameter 'earlier')", () => InvoiceCalculator.Next(Account, Whole, [], null!, null!));
    }

    [Fact]
    public void AccountsRefuseWhatIsOutOfRange()
    {
        AssertRefused("Customer was \" \"; text is expected.", () => Account with { Customer = " " });
        AssertRefused("SpentInContractYear was -1; zero or more", () => Account with { SpentInContractYear = -1m });
        AssertRefused(
            "TaxRate was 19; a fraction in [0, 1] (for 19% write 0.19 or 19.Percent) is expected.",
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
            "charge \"api\" of plan \"Plan\"" + tooLarge, () => Next(account, Whole, MeterUsage.Of("api", decimal.MaxValue)));
        AssertRefused(
            "[2027-02-01, 2027-03-01): charge \"api\" of plan \"Plan\"" + tooLarge,
            () => InvoiceCalculator.Run(account, January, [], [MeterUsage.Of("api", decimal.MaxValue)]));
        AssertRefused(
            "plan \"Plan\"" + tooLarge,
            () => Next(account with { Plan = plan with { BaseFee = decimal.MaxValue } }, Whole, MeterUsage.Of("api", 1m)));
        AssertRefused(
            "The invoice of Acme for [2027-01-01, 2027-02-01)" + tooLarge,
            () => Next(account with { Plan = plan with { BaseFee = decimal.MaxValue }, TaxRate = 0.1m }, Whole));
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
    public void AnyCollectionOfUsageAndInvoicesGoesIn()
    {
        MeterUsage[] array = [MeterUsage.Of("api", 5m)];
        List<MeterUsage> list = [.. array];
        ValueList<MeterUsage> values = [.. array];
        Invoice soFar = InvoiceCalculator.Next(Account, Whole.InProgress(), array);
        Invoice final = InvoiceCalculator.Next(Account, Whole, list, soFar);

        Assert.Equal(final, InvoiceCalculator.Next(Account, Whole, array, soFar));
        Assert.Equal(final, InvoiceCalculator.Next(Account, Whole, [MeterUsage.Of("api", 5m)], soFar));
        Assert.Equal(final, InvoiceCalculator.Next(Account, Whole, values, new List<Invoice> { soFar }));
        Assert.Equal(final, InvoiceCalculator.Next(Account, Whole, array.Where(usage => usage.Quantity > 0m), [soFar]));
        Assert.Equal(soFar.Total, InvoiceCalculator.Next(Account, Whole, list).Total);

        ValueList<Invoice> run = InvoiceCalculator.Run(Account, January, list, list);
        Assert.Equal(run, InvoiceCalculator.Run(Account, January, [[MeterUsage.Of("api", 5m)], array]));
        Assert.Equal(run, InvoiceCalculator.Run(Account, January, new[] { array, array }));
        Assert.Equal(run, InvoiceCalculator.Run(Account, January, new List<List<MeterUsage>> { list, list }));
        Assert.Equal(run, InvoiceCalculator.Run(Account, January, new ValueList<MeterUsage>[] { values, values }.ToValueList()));
        Assert.Equal(run, InvoiceCalculator.Run(Account, January, Enumerable.Repeat(list, 2)));
    }

    private static Invoice Next(BillingAccount account, BillingPeriod period, params MeterUsage[] usage) =>
        InvoiceCalculator.Next(account, period, usage.ToValueList());

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
