using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Billing;

/// <summary>Tests of balances that pass from one period to the next, with figures worked out by hand.</summary>
public class InvoiceRunTests
{
    private static readonly LocalDate Jan1 = new(2027, 1, 1);

    private static readonly PricePlan PerCall =
        new() { Name = "Calls", Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(1m) }] };

    [Fact]
    public void ASpikeIsSpreadOverAsManyBillsAsTheWindowHolds() => AssertTotals(
        [0m, 0m, 100m, 100m, 100m, 0m], // in the second month the window is two long
        PerCall with { Protection = new OverageProtection { SmoothingPeriods = 3 } },
        0m, 0m, 300m, 0m, 0m, 0m);

    [Fact]
    public void TheWindowGrowsWithTheHistory() => AssertTotals(
        [90m, 45m, 30m, 0m],
        PerCall with { Protection = new OverageProtection { SmoothingPeriods = 3 } },
        90m, 0m, 0m, 0m);

    [Fact]
    public void UnusedUnitsAreCarriedUpToTheMost() => AssertTotals(
        [0m, 0m, 20m, 0m, 1m], // carried: 50 of 60, 10, none, 50 of 100
        PerCall with
        {
            Charges = [PerCall.Charges[0] with { Allowance = Allowance.Of(100m, Rollover.UpTo(50m)) }],
        },
        40m, 140m, 130m, 0m, 151m);

    [Fact]
    public void ACommitmentOfTheYearIsTruedUpInItsLastMonthAndStartsAnew() => AssertTotals(
        [.. Enumerable.Repeat(10m, 11), 130m, .. Enumerable.Repeat(30m, 10), 30m, 30m, 30m],
        PerCall with { Commitment = Commitment.Of(240m) with { Period = CommitmentPeriod.ContractYear } },
        [.. Enumerable.Repeat(10m, 12), .. Enumerable.Repeat(30m, 13)]);

    [Fact]
    public void OverageOfTheYearCostsMoreFromWhereTheCommitmentIsSpent() => AssertTotals(
        [.. Enumerable.Repeat(30m, 7), 45m, 60m, 60m, 60m, 60m, 30m], // 225 spent after seven and a half
        PerCall with
        {
            Commitment = Commitment.Of(225m) with { Period = CommitmentPeriod.ContractYear, OverageMultiplier = 2m },
        },
        [.. Enumerable.Repeat(30m, 13)]);

    [Fact]
    public void CommitmentsRampWithTheYearOfTheContract() => AssertTotals(
        [.. Enumerable.Repeat(100m, 12), .. Enumerable.Repeat(200m, 13)],
        PerCall with { Commitment = Commitment.Ramped(100m, 200m) },
        new decimal[25]);

    [Fact]
    public void CreditsAreUsedAndThenExpireOrRollOver()
    {
        BillingAccount account = Account(PerCall) with
        {
            Credits =
            [
                new PrepaidCredit
                {
                    Id = "gift",
                    Balance = 100m,
                    Priority = -1,
                    Usable = DateSpan.Between(Jan1, new(2027, 3, 1)),
                },
                new PrepaidCredit { Id = "monthly", Balance = 30m, Rollover = Rollover.UpTo(30m, 30m) },
            ],
        };
        ValueList<Invoice> run = InvoiceCalculator.Run(account, Used(60m), Used(20m), Used(50m), Used(10m));
        // 60 and 20 of the gift, then 30 a month
        Assert.Equal([0m, 0m, 20m, 0m], run.Select(invoice => invoice.Total));
        Assert.Equal([0m, 20m, 0m, 0m], run.Select(invoice => invoice.PrepaidClose!.Expired));
        Assert.Equal([0m, 0m, 30m, 10m], run.Select(invoice => invoice.PrepaidClose!.ToppedUp));
        Assert.Equal(
            ["monthly: 30 (rollover of 30 to 30)"], run[3].ClosingAccount.Credits.Select(credit => credit.ToString()));
    }

    [Fact]
    public void ACreditThatEndsBeforeServiceBeginsIsNotUsed()
    {
        BillingAccount account = Account(PerCall) with
        {
            ContractStart = new(2027, 1, 15),
            Cycle = new BillingCycle { Anchor = Jan1 },
            Credits =
            [
                new PrepaidCredit { Id = "early", Balance = 5m, Usable = DateSpan.Between(Jan1, new(2027, 1, 15)) },
                new PrepaidCredit
                {
                    Id = "day",
                    Balance = 7m,
                    Usable = DateSpan.Between(new(2027, 1, 15), new(2027, 1, 16)),
                },
            ],
        };
        Invoice invoice = InvoiceCalculator.Next(
            account,
            account.NextPeriod(),
            MeterUsage.Of("api", 9m, DateSpan.Between(new(2027, 1, 15), new(2027, 1, 16))),
            MeterUsage.Of("api", 11m, DateSpan.Between(new(2027, 1, 16), new(2027, 2, 1))));
        Assert.Equal<PrepaidDraw>([new PrepaidDraw("day", 7m, 0m)], invoice.Draws);
        Assert.Equal((13m, 5m), (invoice.Total, invoice.PrepaidClose!.Expired));
    }

    // What an account brings with it, by names of any case: the last of a longer window, units, and what was spent.
    [Fact]
    public void AnAccountMayStandWithinAContract()
    {
        PricePlan smooth = PerCall with { Protection = new OverageProtection { SmoothingPeriods = 3 } };
        Invoice smoothed = Next(
            Account(smooth) with { RecentUsage = [MeterSeries.Of("API", [900m, 60m, 30m])] }, 1, 120m);
        Assert.Equal(70m, smoothed.Total);
        Assert.Equal<MeterSeries>([MeterSeries.Of("api", [30m, 120m])], smoothed.ClosingAccount.RecentUsage);

        PricePlan included = PerCall with
        {
            Charges = [PerCall.Charges[0] with { Allowance = Allowance.Of(10m, Rollover.UpTo(4m)) }],
        };
        Invoice carried = Next(Account(included) with { Carried = [CarriedAllowance.Of("API", 5m)] }, 1, 12m);
        Assert.Equal(0m, carried.Total);
        Assert.Equal<CarriedAllowance>([CarriedAllowance.Of("api", 3m)], carried.ClosingAccount.Carried);

        PricePlan committed = PerCall with
        {
            Commitment = Commitment.Ramped(1_200m, 2_400m) with { Period = CommitmentPeriod.ContractYear },
        };
        Assert.Equal(500m, Next(Account(committed) with { SpentInContractYear = 700m }, 12, 3m).Total);
        Assert.Equal(
            703m,
            Next(Account(committed) with { SpentInContractYear = 700m }, 11, 3m).ClosingAccount.SpentInContractYear);
        Assert.Equal(1_700m, Next(
            Account(committed) with { SpentInContractYear = 700m, ContractStart = Jan1.PlusYears(-1) }, 12, 3m).Total);
    }

    // The surcharge does not count towards the commitment of the year, and what a cap takes off does not either.
    [Fact]
    public void WhatCountsTowardsTheYearIsWhatWasBilledForUsage()
    {
        Commitment commitment =
            Commitment.Of(100m) with { Period = CommitmentPeriod.ContractYear, OverageMultiplier = 2m };
        PricePlan plan = PerCall with { Commitment = commitment };
        Invoice beyond = Next(Account(plan), 1, 150m);
        Assert.Equal((200m, 150m), (beyond.Spend, beyond.ClosingAccount.SpentInContractYear));

        PricePlan capped = plan with { Protection = new OverageProtection { Cap = BillCap.At(60m) } };
        Invoice held = Next(Account(capped), 1, 150m);
        Assert.Equal((60m, 60m), (held.Spend, held.ClosingAccount.SpentInContractYear));
        Assert.Equal(100m, Next(Account(capped), 12, 150m).Spend); // 60 and what is missing to 100
    }

    [Fact]
    public void PeriodsOfARunFollowTheCycleOfTheAccount()
    {
        ValueList<Invoice> run = InvoiceCalculator.Run(Quarterly(PerCall), Used(1m), Used(2m), Used(3m));
        Assert.Equal(
            ["[2027-01-01, 2027-04-01)", "[2027-04-01, 2027-07-01)", "[2027-07-01, 2027-10-01)"],
            run.Select(invoice => invoice.Period.ToString()));
        Assert.Empty(InvoiceCalculator.Run(Quarterly(PerCall)));
    }

    [Fact]
    public void TheLastQuarterOfAContractYearIsTruedUp() => Assert.Equal(
        [10m, 10m, 10m, 70m, 10m],
        InvoiceCalculator.Run(
            Quarterly(
                PerCall with { Commitment = Commitment.Of(100m) with { Period = CommitmentPeriod.ContractYear } }),
            Used(10m), Used(10m), Used(10m), Used(10m), Used(10m)).Select(invoice => invoice.Total));

    private static void AssertTotals(decimal[] expected, PricePlan plan, params decimal[] usage) => Assert.Equal(
        expected,
        InvoiceCalculator.Run(Account(plan), [.. usage.Select(Used)]).Select(invoice => invoice.Total));

    private static Invoice Next(BillingAccount account, int month, decimal usage) => InvoiceCalculator.Next(
        account with { BilledThrough = new LocalDate(2027, month, 1) },
        DateSpan.Of(new YearMonth(2027, month)),
        Used(usage));

    private static BillingAccount Quarterly(PricePlan plan) =>
        Account(plan) with { Cycle = new BillingCycle { Interval = BillingInterval.Months(3) } };

    private static ValueList<MeterUsage> Used(decimal quantity) => [MeterUsage.Of("api", quantity)];

    private static BillingAccount Account(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = Jan1 };
}
