using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Helpers.InvoiceAssert;

namespace RevenueModel.Tests.Billing;

/// <summary>When usage and base fees are billed.</summary>
public class BillingCycleTests
{
    private static readonly LocalDate Jan1 = new(2027, 1, 1);

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan
        {
            Name = "Team", BaseFee = 1_200m, Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(1m) }],
        },
        Currency = Currency.Usd,
        ContractStart = Jan1,
    };

    [Fact]
    public void ACycleIsMonthlyInArrearsByDefault()
    {
        Assert.Equal(BillingCycle.Monthly, new BillingCycle());
        Assert.Equal(BillingCycle.Monthly, Account.Cycle);
        BillingCycle cycle = BillingCycle.Monthly;
        Assert.Equal(
            (BillingInterval.Months(1), null, FeeTiming.InArrears, null),
            (cycle.Interval, cycle.FeeInterval, cycle.Fee, cycle.Anchor));
    }

    [Fact]
    public void AFeeInArrearsIsBilledWithItsUsage()
    {
        BillingAccount account = Account with { Plan = Account.Plan with { BaseFee = 100m } };
        Invoice[] run = [.. Run(account, 5m, 7m)];
        AssertLines("BaseFee Team 100, Usage api 5", run[0]);
        AssertLines("BaseFee Team 100, Usage api 7", run[1]);
    }

    [Fact]
    public void AFeeInAdvanceIsBilledWithTheUsageBefore()
    {
        BillingAccount account = Account with
        {
            Plan = Account.Plan with { BaseFee = 100m },
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
        };
        Invoice first = InvoiceCalculator.Advance(account);
        Invoice[] run = [.. Run(first.ClosingAccount, 5m, 7m)];

        AssertLines("BaseFee Team 100", first);
        Assert.Equal((InvoiceKind.Advance, 100m), (first.Kind, first.Total));
        AssertLines("BaseFee Team 100, Usage api 5, PreviouslyBilled Team -100, BaseFee Team 100", run[0]);
        Assert.Equal([5m, 100m], run[0].Sections.Select(section => section.Total));
        Assert.Equal(
            ["[2027-01-01, 2027-02-01)", "[2027-02-01, 2027-03-01), in advance"],
            run[0].Sections.Select(section => section.Period.ToString()));
        Assert.Equal([105m, 107m], run.Select(invoice => invoice.Total));
    }

    [Fact]
    public void WithoutAnInvoiceInAdvanceTheFirstFeeIsBilledInArrears()
    {
        BillingAccount account = Account with
        {
            Plan = Account.Plan with { BaseFee = 100m },
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
        };
        Assert.Equal([205m, 107m], Run(account, 5m, 7m).Select(invoice => invoice.Total));
    }

    [Fact]
    public void TheLastInvoiceOfAContractHasNoFeeInAdvance()
    {
        BillingAccount account = (Account with
        {
            Plan = Account.Plan with { BaseFee = 100m },
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
        }).EndContract(new(2027, 3, 1));
        Invoice[] run = [.. Run(InvoiceCalculator.Advance(account).ClosingAccount, 5m, 7m)];
        Assert.Equal([105m, 7m], run.Select(invoice => invoice.Total));
        Assert.True(run[1].ClosingAccount.IsFullyBilled);
    }

    [Fact]
    public void AYearlyFeeInAdvanceIsBilledOnceAYear()
    {
        BillingAccount account = Account with
        {
            Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1), Fee = FeeTiming.InAdvance },
        };
        Invoice first = InvoiceCalculator.Advance(account);
        Invoice[] run = [.. Run(first.ClosingAccount, [.. Enumerable.Repeat(5m, 13)])];
        Assert.Equal(1_200m, first.Total);
        Assert.Equal([.. Enumerable.Repeat(5m, 11), 1_205m, 5m], run.Select(invoice => invoice.Total));
        Assert.Equal(
            "Team: 1,200 for [2028-01-01, 2029-01-01) of [2028-01-01, 2029-01-01)",
            run[12].ClosingAccount.StandingFee?.ToString());
    }

    [Fact]
    public void AYearlyFeeInArrearsIsBilledInTheLastMonth()
    {
        BillingAccount account = Account with { Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1) } };
        Invoice[] run = [.. Run(account, [.. Enumerable.Repeat(5m, 13)])];
        Assert.Equal([.. Enumerable.Repeat(5m, 11), 1_205m, 5m], run.Select(invoice => invoice.Total));
        Assert.Null(run[11].ClosingAccount.StandingFee);
    }

    [Fact]
    public void AYearlyFeeTakesThePercentDiscountOfItsPlan()
    {
        BillingAccount account = Account with
        {
            Plan = Account.Plan with { PercentDiscount = 0.1m },
            Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1), Fee = FeeTiming.InAdvance },
        };
        AssertLines("BaseFee Team 1200, PercentDiscount Team -120", InvoiceCalculator.Advance(account));
    }

    // 2 of the 14 days of each period are in January: an anchor on a Friday.
    [Fact]
    public void TwoWeeksAreBilledFromTheAnchor()
    {
        BillingAccount account = Account with
        {
            Plan = Account.Plan with { BaseFee = 140m },
            Cycle = new BillingCycle { Interval = BillingInterval.Weeks(2), Anchor = new LocalDate(2026, 12, 20) },
        };
        Invoice[] run = [.. Run(account, 0m, 0m)];
        Assert.Equal(
            ["[2026-12-20, 2027-01-03), served [2027-01-01, 2027-01-03)", "[2027-01-03, 2027-01-17)"],
            run.Select(invoice => invoice.Period.ToString()));
        Assert.Equal([20m, 140m], run.Select(invoice => invoice.Total));
    }

    [Fact]
    public void AFeeIntervalOfPartialPeriodsIsRefused()
    {
        BillingCycle cycle = new() { Interval = BillingInterval.Months(3), FeeInterval = BillingInterval.Months(4) };
        Refusal.With(
            "Cycle was every 3 months, fee of 4 months in arrears; a fee for whole billing periods is expected.",
            () => Account with { Cycle = cycle });
        Refusal.Any<ArgumentException>(
            () => Account with { Cycle = new BillingCycle { FeeInterval = BillingInterval.Days(30) } });
        Refusal.Any<ArgumentException>(() => Account with { Cycle = null! });
        Refusal.Any<ArgumentException>(() => new BillingCycle { Fee = (FeeTiming)7 });
    }

    [Fact]
    public void MonthsOfThirtyDaysNeedMonths()
    {
        BillingAccount account = Account with
        {
            Plan = Account.Plan with { DayCount = DayCount.Thirty360 },
            Cycle = new BillingCycle { Interval = BillingInterval.Weeks(2) },
        };
        Refusal.With(
            "Plan \"Team\" of Acme counts days as Thirty360 with billing periods of 2 weeks; months are "
                + "expected, or ActualActual.",
            () => InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("api", 0m)));
    }

    [Fact]
    public void AnInvoiceInAdvanceNeedsAFeeInAdvanceThatIsNotBilled()
    {
        Refusal.With(
            "account was \"Acme on Team in USD since 2027-01-01\", with its fee in arrears; an account with a "
                + "fee in advance of which nothing is billed in the next period is expected.",
            () => InvoiceCalculator.Advance(Account));
        Invoice first = InvoiceCalculator.Advance(
            Account with { Cycle = new BillingCycle { Fee = FeeTiming.InAdvance } });
        Refusal.Any<ArgumentException>(() => InvoiceCalculator.Advance(first.ClosingAccount));
    }

    [Fact]
    public void CyclesPrintTheSameInEveryCulture()
    {
        BillingCycle yearly = new()
        {
            FeeInterval = BillingInterval.Years(1), Fee = FeeTiming.InAdvance, Anchor = new LocalDate(2027, 1, 15),
        };
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(
                "every 1 month, fee of 1 month in arrears", Culture.In(culture, BillingCycle.Monthly.ToString));
            Assert.Equal(
                "every 1 month, fee of 12 months in advance, counted from 2027-01-15",
                Culture.In(culture, yearly.ToString));
        }
    }

    private static ValueList<Invoice> Run(BillingAccount account, params decimal[] usage) => InvoiceCalculator.Run(
        account, [.. usage.Select(quantity => (ValueList<MeterUsage>)[MeterUsage.Of("api", quantity)])]);
}
