using FsCheck.Xunit;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class CostCenterCalculatorTests
{
    private static readonly CostCenter[] Thirds =
        [CostCenter.Of("Sales", 1m), CostCenter.Of("IT", 1m), CostCenter.Of("Legal", 1m)];

    [Fact]
    public void TheCentLeftOverGoesToTheLargestRemainderAndThenInOrder()
    {
        Assert.Equal([33.34m, 33.33m, 33.33m], Split(100m, Currency.Usd, Thirds));
        Assert.Equal([-33.34m, -33.33m, -33.33m], Split(-100m, Currency.Usd, Thirds));
        Assert.Equal([34m, 33m, 33m], Split(100m, Currency.Of("JPY"), Thirds));
        Assert.Equal([33.334m, 33.333m, 33.333m], Split(100m, Currency.Of("KWD"), Thirds));
        // 2.941, 7.059
        Assert.Equal(
            [2.94m, 7.06m, 0m],
            Split(10m, Currency.Usd, CostCenter.Of("a", 5m), CostCenter.Of("b", 12m), CostCenter.Of("c", 0m)));
        Assert.Equal([0m, 0.01m], Split(0.01m, Currency.Usd, CostCenter.Of("a", 0.49m), CostCenter.Of("b", 0.51m)));
    }

    // Each of three lines of 0.01 would go to the first on its own.
    [Fact]
    public void AnInvoiceIsSplitByItsTotal()
    {
        Invoice invoice = InvoiceOf(
            PriceModel.Flat(0.01m), PriceModel.Flat(0.01m), PriceModel.Flat(0.01m));
        Assert.Equal([0.01m, 0.01m, 0.01m], CostCenterCalculator.Split(invoice, Thirds).Select(part => part.Value));
        Assert.Equal(["Sales", "IT", "Legal"], CostCenterCalculator.Split(invoice, Thirds).Select(part => part.Key));
    }

    [Property(MaxTest = 500)]
    public bool PartsOfALineSumToItAndAreThoseOfTheLargestRemainder(Cents amount, Weights weights)
    {
        decimal[] parts = Split(amount, Currency.Usd, Centres(weights));
        return parts.Sum() == amount
            && parts.SequenceEqual(AllocationCalculator.ByLargestRemainder(amount, weights.Span, RoundingPolicy.Cents))
            && parts.Zip(weights.Values).All(part => part.Second > 0m || part.First == 0m);
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(InvoiceArbitraries)])]
    public bool PartsOfAnInvoiceSumToItsTotalNearTheirShares(InvoiceBook book, Weights weights)
    {
        CostCenter[] centers = Centres(weights);
        return book.Invoices().All(invoice =>
        {
            ValueList<Keyed<string, decimal>> parts = CostCenterCalculator.Split(invoice, centers);
            ExactFraction unit = ExactFraction.Of(1m) / ExactFraction.Of(decimal.Parse(
                "1" + new string('0', invoice.Currency.MinorUnitDigits), null));
            ExactFraction all = ExactFraction.Of(centers.Sum(center => center.Weight));
            return parts.Sum(part => part.Value) == invoice.Total
                && parts.Zip(centers).All(both => IsWithin(
                    unit,
                    ExactFraction.Of(both.First.Value),
                    ExactFraction.Of(invoice.Total) * ExactFraction.Of(both.Second.Weight) / all))
                && parts.All(part => decimal.Round(part.Value, invoice.Currency.MinorUnitDigits) == part.Value);
        });
    }

    [Fact]
    public void WhatIsOutOfRangeIsRefused()
    {
        AssertRefused("centers had 1 weight, none above zero", () => Split(1m, Currency.Usd, CostCenter.Of("a", 0m)));
        AssertRefused("centers had 0 weights, none above zero", () => Split(1m, Currency.Usd));
        AssertRefused(
            "centers had \"it\" twice; each has a name of its own.",
            () => Split(1m, Currency.Usd, CostCenter.Of("IT", 1m), CostCenter.Of("it", 1m)));
        AssertRefused(
            "centers had \"it\" twice; each has a name of its own.",
            () => CostCenterCalculator.Split(InvoiceOf(), CostCenter.Of("IT", 1m), CostCenter.Of("it", 1m)));
        AssertRefused("line was 0.001", () => Split(0.001m, Currency.Usd, Thirds));
        AssertRefused("name was \"\"; text is expected.", () => CostCenter.Of("", 1m));
        AssertRefused("weight was -1; zero or more is expected.", () => CostCenter.Of("a", -1m));
    }

    [Fact]
    public void ACostCentrePrintsTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("IT: 1,234.5", Culture.In(culture, CostCenter.Of("IT", 1_234.5m).ToString));
        }
    }

    private static decimal[] Split(decimal amount, Currency currency, params CostCenter[] centers) =>
        [.. CostCenterCalculator.Split(LineOf(amount) with { Currency = currency }, centers).Select(part =>
            part.Value)];

    private static bool IsWithin(ExactFraction unit, ExactFraction one, ExactFraction other) =>
        one - other < unit && other - one < unit;

    private static CostCenter[] Centres(Weights weights) =>
        [.. weights.Values.Select((weight, at) => CostCenter.Of(FormattableString.Invariant($"Center {at}"), weight))];

    private static InvoiceLine LineOf(decimal amount) => new()
    {
        Kind = InvoiceLineKind.Usage,
        Item = "api",
        Period = DateSpan.Year(2027),
        Currency = Currency.Usd,
        Unrounded = amount,
        Amount = amount,
    };

    private static Invoice InvoiceOf(params PriceModel[] prices) => InvoiceCalculator.Next(
        new BillingAccount
        {
            Customer = "Acme",
            Plan = new PricePlan
            {
                Name = "Plan",
                Charges = prices
                    .Select((price, at) => new Charge { Name = FormattableString.Invariant($"c{at}"), Price = price })
                    .ToValueList(),
            },
            Currency = Currency.Usd,
            ContractStart = new(2027, 1, 1),
            Cycle = new BillingCycle { Interval = BillingInterval.Years(1) },
        },
        DateSpan.Year(2027),
        prices.Select((_, at) => MeterUsage.Of(FormattableString.Invariant($"c{at}"), 0m)));

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
