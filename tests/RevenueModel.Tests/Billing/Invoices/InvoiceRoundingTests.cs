using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Helpers.InvoiceAssert;

namespace RevenueModel.Tests.Billing;

/// <summary>Where an invoice is rounded, and by which rule.</summary>
public class InvoiceRoundingTests
{
    private static readonly DateSpan January = DateSpan.Of(new YearMonth(2027, 1));

    private static readonly InvoiceRounding PerInvoice = new() { Level = RoundingLevel.Invoice };

    [Fact]
    public void LinesAreRoundedHalfAwayFromZeroByDefault()
    {
        Assert.Equal(InvoiceRounding.Default, new InvoiceRounding());
        Assert.Equal(
            (RoundingLevel.Line, RoundingRule.HalfAwayFromZero, RoundingRule.HalfAwayFromZero),
            (InvoiceRounding.Default.Level, InvoiceRounding.Default.Amounts, InvoiceRounding.Default.Tax));
        AssertLines(
            "Usage c1 33.34, Usage c2 33.34, Usage c3 33.34",
            Bill(InvoiceRounding.Default, 33.335m, 33.335m, 33.335m));
    }

    // 100.005 and not 100.02.
    [Fact]
    public void AnInvoiceIsRoundedAsAWhole()
    {
        Invoice invoice = Bill(PerInvoice, 33.335m, 33.335m, 33.335m);
        AssertLines("Usage c1 33.335, Usage c2 33.335, Usage c3 33.335, Rounding Plan 0.005", invoice);
        Assert.Equal((100.01m, 100.005m, 100.01m), (invoice.Spend, invoice.UnroundedSpend, invoice.Total));
        Assert.Equal("100.005 to the minor unit", invoice.Lines[3].Explanation);
    }

    [Fact]
    public void AWholeThatNeedsNoRoundingHasNoLineForIt() =>
        AssertLines("Usage c1 33.335, Usage c2 33.335", Bill(PerInvoice, 33.335m, 33.335m));

    [Fact]
    public void BoundsHoldForTheExactSumOfAnInvoice()
    {
        PricePlan capped = PlanOf(33.335m, 33.335m) with
        {
            Protection = new OverageProtection { Cap = BillCap.At(66.666m) },
        };
        AssertLines(
            "Usage c1 33.335, Usage c2 33.335, OverCap Plan -0.004, Rounding Plan 0.004",
            Bill(PerInvoice, capped));
        PricePlan committed = PlanOf(33.334m) with { Commitment = Commitment.Of(50.005m) };
        AssertLines("Usage c1 33.334, TrueUp Plan 16.671, Rounding Plan 0.005", Bill(PerInvoice, committed));
    }

    [Theory]
    [InlineData(RoundingRule.HalfAwayFromZero, 0.13, 0.14, 0.12)]
    [InlineData(RoundingRule.HalfToEven, 0.12, 0.14, 0.12)]
    [InlineData(RoundingRule.Up, 0.13, 0.14, 0.13)]
    [InlineData(RoundingRule.Down, 0.12, 0.13, 0.12)]
    public void AmountsAreRoundedByTheRule(RoundingRule rule, double first, double second, double third) =>
        Assert.Equal(
            [(decimal)first, (decimal)second, (decimal)third],
            Bill(new InvoiceRounding { Amounts = rule }, 0.125m, 0.135m, 0.121m).Lines.Select(line => line.Amount));

    // 19% of 10.30 is 1.957; of 10.50 it is 1.995.
    [Theory]
    [InlineData(RoundingRule.HalfAwayFromZero, 1.96, 2.00)]
    [InlineData(RoundingRule.Down, 1.95, 1.99)]
    [InlineData(RoundingRule.Up, 1.96, 2.00)]
    [InlineData(RoundingRule.HalfToEven, 1.96, 2.00)]
    public void TaxIsRoundedByItsOwnRule(RoundingRule rule, double first, double second)
    {
        InvoiceRounding rounding = new() { Tax = rule };
        Assert.Equal((decimal)first, Bill(rounding, PlanOf(10.30m), taxRate: 0.19m).Tax);
        Assert.Equal((decimal)second, Bill(rounding, PlanOf(10.50m), taxRate: 0.19m).Tax);
    }

    // 0.057 and 0.057 are 0.114: tax that is cut on each of two invoices would be 0.10.
    [Fact]
    public void TaxThatIsCutIsCutOnceForThePeriod()
    {
        BillingAccount account = Account(
            new PricePlan { Name = "Plan", Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(0.3m) }] },
            new InvoiceRounding { Tax = RoundingRule.Down }) with { TaxRate = 0.19m };
        Invoice first = InvoiceCalculator.Interim(account, new(2027, 1, 16), MeterUsage.Of("api", 1m));
        Invoice final = InvoiceCalculator.Next(first.ClosingAccount, January, MeterUsage.Of("api", 2m));
        Assert.Equal((0.05m, 0.06m), (first.Tax, final.Tax));
    }

    // Exact lines have twelve decimal places; a line that enforces a bound, or deducts everything, makes up for those
    // before.
    [Property(Arbitrary = [typeof(InvoiceArbitraries)])]
    public bool AnInvoiceRoundedAsAWholeIsTheExactSpendRounded(InvoiceBook book)
    {
        InvoiceBook whole = book with
        {
            Account = book.Account with { Rounding = book.Account.Rounding with { Level = RoundingLevel.Invoice } },
        };
        return whole.Invoices().All(invoice =>
        {
            InvoiceLine[] exact = [.. invoice.Lines.Where(line => line.Kind < InvoiceLineKind.Rounding)];
            RoundingPolicy policy = RoundingPolicy.ToDigits(
                invoice.Currency.MinorUnitDigits, book.Account.Rounding.Amounts);
            return invoice.Spend == policy.Round(
                decimal.Round(invoice.UnroundedSpend, 12, MidpointRounding.AwayFromZero))
                && Math.Abs(exact.Sum(line => line.Amount) - invoice.UnroundedSpend) <= exact.Length * 0.5e-12m
                && exact.All(line => Math.Abs(line.Amount - line.Unrounded) <= exact.Length * 0.5e-12m)
                && invoice.Lines.Count(line => line.Kind == InvoiceLineKind.Rounding) <= 1;
        });
    }

    [Fact]
    public void RulesThatDoNotExistAreRefused()
    {
        Refusal.Any<ArgumentException>(() => new InvoiceRounding { Level = (RoundingLevel)9 });
        Refusal.Any<ArgumentException>(() => new InvoiceRounding { Amounts = (RoundingRule)9 });
        Refusal.Any<ArgumentException>(() => new InvoiceRounding { Tax = (RoundingRule)9 });
        Refusal.Any<ArgumentException>(() => Account(PlanOf(1m), null!));
    }

    [Fact]
    public void RulesPrintTheSameInEveryCulture()
    {
        InvoiceRounding rounding = new()
        {
            Level = RoundingLevel.Invoice,
            Amounts = RoundingRule.HalfToEven,
            Tax = RoundingRule.Down,
        };
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(
                "per line, half away from zero, tax half away from zero",
                Culture.In(culture, InvoiceRounding.Default.ToString));
            Assert.Equal("per invoice, half to even, tax down", Culture.In(culture, rounding.ToString));
            Assert.Equal(
                "per line, up, tax half away from zero",
                Culture.In(culture, new InvoiceRounding { Amounts = RoundingRule.Up }.ToString));
        }
    }

    private static Invoice Bill(InvoiceRounding rounding, params decimal[] fees) => Bill(rounding, PlanOf(fees));

    private static Invoice Bill(InvoiceRounding rounding, PricePlan plan, decimal taxRate = 0m) =>
        InvoiceCalculator.Next(Account(plan, rounding) with { TaxRate = taxRate }, January, plan.Meters.Select(
            meter => MeterUsage.Of(meter, 0m)));

    private static PricePlan PlanOf(params decimal[] fees) => new()
    {
        Name = "Plan",
        Charges = fees
            .Select((fee, at) => new Charge
            {
                Name = FormattableString.Invariant($"c{at + 1}"),
                Price = PriceModel.Flat(fee),
            })
            .ToValueList(),
    };

    private static BillingAccount Account(PricePlan plan, InvoiceRounding rounding) => new()
    {
        Customer = "Acme",
        Plan = plan,
        Currency = Currency.Usd,
        ContractStart = January.Start,
        Rounding = rounding,
    };
}
