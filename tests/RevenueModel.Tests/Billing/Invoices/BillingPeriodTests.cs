using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>The account and its billing cycle determine the period of an invoice.</summary>
public class BillingPeriodTests
{
    private static readonly DateSpan January = DateSpan.Of(new YearMonth(2027, 1));

    private static readonly LocalDate Jan15 = new(2027, 1, 15);

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan { Name = "Plan", BaseFee = 31m },
        Currency = Currency.Usd,
        ContractStart = January.Start,
    };

    private static readonly BillingAccount FromJanuary15 = Account with
    {
        ContractStart = Jan15,
        Cycle = new BillingCycle { Anchor = January.Start },
    };

    [Fact]
    public void APeriodInTheContractIsServedInFull()
    {
        BillingPeriod period = InvoiceCalculator.Next(Account, January).Period;
        Assert.Equal(
            (January, January, January.End, true),
            (period.Span, period.Service, (LocalDate?)period.Through, period.IsOver));

        BillingPeriod interim = InvoiceCalculator.Interim(Account, Jan15).Period;
        Assert.Equal(
            (January, January, Jan15, false), (interim.Span, interim.Service, interim.Through, interim.IsOver));
    }

    [Fact]
    public void DaysOutsideTheContractAreNotServed()
    {
        Assert.Equal(
            DateSpan.Between(Jan15, January.End!.Value),
            InvoiceCalculator.Next(FromJanuary15, January).Period.Service);
        Assert.Equal(
            DateSpan.Between(January.Start, Jan15),
            InvoiceCalculator.Next(Account.EndContract(Jan15), January).Period.Service);
        Assert.Equal(January, InvoiceCalculator.Next(Account.EndContract(January.End.Value), January).Period.Service);
        Assert.Equal(17m, InvoiceCalculator.Next(FromJanuary15, January).Total);
        Assert.Equal(14m, InvoiceCalculator.Next(Account.EndContract(Jan15), January).Total);
    }

    [Fact]
    public void AnotherPeriodThanTheNextOneIsRefused()
    {
        AssertRefused(
            "period was [2027-02-01, 2027-03-01); [2027-01-01, 2027-02-01), the next period of Acme, which is "
                + "billed through 2027-01-01, is expected.",
            () => InvoiceCalculator.Next(Account, DateSpan.Of(new YearMonth(2027, 2))));
        AssertRefused("period was", () => InvoiceCalculator.Next(Account, DateSpan.Of(new YearMonth(2026, 12))));
        AssertRefused(
            "period was [2027-01-01, open)", () => InvoiceCalculator.Next(Account, DateSpan.From(January.Start)));
        AssertRefused("period was", () => InvoiceCalculator.Next(Account, DateSpan.Months(January.Start, 2)));
        AssertRefused(
            "period was [2027-01-01, 2027-01-31)",
            () => InvoiceCalculator.Next(Account, DateSpan.Between(January.Start, new(2027, 1, 31))));
        AssertRefused(
            "period was [2027-01-15, 2027-02-01)", // the whole period, not only its days in the contract
            () => InvoiceCalculator.Next(FromJanuary15, DateSpan.Between(Jan15, January.End!.Value)));
    }

    [Fact]
    public void PeriodsAreEqualByValue()
    {
        BillingPeriod period = InvoiceCalculator.Next(Account, January).Period;
        Assert.Equal(period, InvoiceCalculator.Next(Account with { Customer = "Globex" }, January).Period);
        Assert.NotEqual(period, InvoiceCalculator.Interim(Account, January.End!.Value).Period);
        Assert.NotEqual(period, InvoiceCalculator.Next(FromJanuary15, January).Period);
    }

    [Fact]
    public void PeriodsPrintTheSameInEveryCulture()
    {
        BillingPeriod whole = InvoiceCalculator.Next(Account, January).Period;
        BillingPeriod part = InvoiceCalculator.Interim(FromJanuary15, new(2027, 1, 20)).Period;
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("[2027-01-01, 2027-02-01)", Culture.In(culture, whole.ToString));
            Assert.Equal(
                "[2027-01-01, 2027-02-01), served [2027-01-15, 2027-02-01), through 2027-01-20",
                Culture.In(culture, part.ToString));
        }
    }

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
