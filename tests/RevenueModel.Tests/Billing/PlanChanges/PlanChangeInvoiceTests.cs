using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Helpers.InvoiceAssert;

namespace RevenueModel.Tests.Billing;

/// <summary>
/// Invoices of periods in which the plan changes, computed by hand. June has 30 days, 15 of them from the 16th.
/// </summary>
public class PlanChangeInvoiceTests
{
    private static readonly DateSpan June = DateSpan.Of(new YearMonth(2027, 6));

    private static readonly LocalDate June16 = new(2027, 6, 16);

    private static readonly DateSpan Before = DateSpan.Between(June.Start, June16);

    private static readonly DateSpan After = DateSpan.Between(June16, June.End!.Value);

    private static readonly PricePlan Small = new() { Name = "Small", BaseFee = 60m };

    private static readonly PricePlan Large = new() { Name = "Large", BaseFee = 120m };

    private static readonly Charge Calls = new() { Name = "api", Price = PriceModel.PerUnit(1m) };

    [Theory]
    [InlineData(PlanChangeConvention.ProratedByDays, "BaseFee Small 30, BaseFee Large 60")]
    [InlineData(PlanChangeConvention.FullDifference, "BaseFee Large 120")]
    [InlineData(PlanChangeConvention.FromNextPeriod, "BaseFee Small 60")]
    [InlineData(PlanChangeConvention.NoRefund, "BaseFee Small 30, BaseFee Large 60")]
    public void AnUpgradeIsBilledByItsConvention(PlanChangeConvention convention, string expected)
    {
        Invoice june = InvoiceCalculator.Next(Account(Small).ChangePlan(Large, June16, convention), June);
        AssertLines(expected, june);
        AssertLines(
            "BaseFee Large 120", InvoiceCalculator.Next(june.ClosingAccount, june.ClosingAccount.NextPeriod()));
    }

    [Theory]
    [InlineData(PlanChangeConvention.ProratedByDays, "BaseFee Large 60, BaseFee Small 30")]
    [InlineData(PlanChangeConvention.FullDifference, "BaseFee Small 60")]
    [InlineData(PlanChangeConvention.FromNextPeriod, "BaseFee Large 120")]
    [InlineData(PlanChangeConvention.NoRefund, "BaseFee Large 120")]
    public void ADowngradeIsBilledByItsConvention(PlanChangeConvention convention, string expected)
    {
        Invoice june = InvoiceCalculator.Next(Account(Large).ChangePlan(Small, June16, convention), June);
        AssertLines(expected, june);
        AssertLines("BaseFee Small 60", InvoiceCalculator.Next(june.ClosingAccount, june.ClosingAccount.NextPeriod()));
    }

    [Fact]
    public void LinesStateTheDaysOfEachFee() => Assert.Equal(
        [
            "Small, base fee: 30.00 (60 for [2027-06-01, 2027-06-16) x 15 / 30 days)",
            "Large, base fee: 60.00 (120 for [2027-06-16, 2027-07-01) x 15 / 30 days)",
        ],
        InvoiceCalculator.Next(Account(Small).ChangePlan(Large, June16), June).Lines.Select(line => line.ToString()));

    // The fee was billed on June 1; the invoice of June bills the difference due to the change.
    [Theory]
    [InlineData(PlanChangeConvention.ProratedByDays, 30)]
    [InlineData(PlanChangeConvention.FullDifference, 60)]
    [InlineData(PlanChangeConvention.FromNextPeriod, 0)]
    public void AChangeOfAFeeInAdvanceBillsTheDifference(PlanChangeConvention convention, decimal expected)
    {
        BillingAccount account = Account(Small) with { Cycle = new BillingCycle { Fee = FeeTiming.InAdvance } };
        Invoice first = InvoiceCalculator.Advance(account);
        Invoice june = InvoiceCalculator.Next(first.ClosingAccount.ChangePlan(Large, June16, convention), June);
        Assert.Equal((60m, expected), (first.Total, june.Sections[0].Total));
        Assert.Equal(120m, june.Sections[1].Total); // July
    }

    // A fee of 3,650 a year is 10 a day; 199 days of 2027 remain from June 16.
    [Theory]
    [InlineData(PlanChangeConvention.ProratedByDays, "BaseFee Small -1990, BaseFee Large 3980")]
    [InlineData(PlanChangeConvention.FullDifference, "BaseFee Small -3650, BaseFee Large 7300")]
    [InlineData(PlanChangeConvention.NoRefund, "BaseFee Small -1990, BaseFee Large 3980")]
    public void AYearlyFeeInAdvanceIsRefundedAndChargedAgain(PlanChangeConvention convention, string expected)
    {
        BillingAccount account = Yearly(FeeTiming.InAdvance);
        Invoice first = InvoiceCalculator.Advance(account);
        ValueList<Invoice> run = InvoiceCalculator.Run(
            first.ClosingAccount.ChangePlan(Large with { BaseFee = 7_300m }, June16, convention), [.. Months(12)]);
        Assert.Equal(3_650m, first.Total);
        AssertLines(expected, run[5]);
        Assert.Equal(7_300m, run[11].Total); // the next year
        Assert.All(run.Where((_, month) => month is not (5 or 11)), invoice => Assert.Equal(0m, invoice.Total));
    }

    [Theory]
    [InlineData(PlanChangeConvention.ProratedByDays, 1_660, 3_980)]
    [InlineData(PlanChangeConvention.FullDifference, 0, 7_300)]
    public void AYearlyFeeInArrearsIsBilledByItsDays(PlanChangeConvention convention, decimal june, decimal december)
    {
        ValueList<Invoice> run = InvoiceCalculator.Run(
            Yearly(FeeTiming.InArrears).ChangePlan(Large with { BaseFee = 7_300m }, June16, convention),
            [.. Months(12)]);
        Assert.Equal([0m, 0m, 0m, 0m, 0m, june, 0m, 0m, 0m, 0m, 0m, december], run.Select(invoice => invoice.Total));
    }

    // 16 calls in tiers that do not restart: 10 at 2 and 6 at 1.
    [Fact]
    public void AChargeWithTheSameTermsIsRatedOnceForThePeriod()
    {
        Charge tiered = Calls with { Price = PriceModel.Graduated(PriceTier.UpTo(10m, 2m), PriceTier.Beyond(1m)) };
        BillingAccount account = Account(Small with { Charges = [tiered] }).ChangePlan(
            Large with { Charges = [tiered] }, June16);
        const string expected = "BaseFee Small 30, BaseFee Large 60, Usage api 20, Usage api 6";
        AssertLines(expected, InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 16m)));
        AssertLines(
            expected, InvoiceCalculator.Next(
                account, June, MeterUsage.Of("api", 8m, Before), MeterUsage.Of("api", 8m, After)));
    }

    [Fact]
    public void AChargeWithOtherTermsIsRatedByItsDays()
    {
        BillingAccount account = Account(Small with { Charges = [Calls with { Price = PriceModel.PerUnit(2m) }] })
            .ChangePlan(Large with { Charges = [Calls] }, June16);
        AssertLines(
            "BaseFee Small 30, BaseFee Large 60, Usage api 16, Usage api 5",
            InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 8m, Before), MeterUsage.Of("api", 5m, After)));
        Refusal.With(
            "usage had 13 api in [2027-06-01, 2027-07-01), and the plan changes on 2027-06-16; usage before and "
                + "from that day is expected, each with its days (MeterUsage.Of(meter, quantity, days)).",
            () => InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 13m)));
        AssertLines(
            "BaseFee Small 30, BaseFee Large 60, Usage api 0, Usage api 0",
            InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 0m)));
    }

    // 15 units are included before the change, of which 5 are used, and 30 after it: 10 and 30 cover 38.
    [Fact]
    public void UnusedUnitsPassToTheNewTermsOfACharge()
    {
        BillingAccount account = Account(Small with { Charges = [Calls with { Allowance = Allowance.Of(30m) }] })
            .ChangePlan(
                Large with { Charges = [Calls with { Allowance = Allowance.Of(60m, Rollover.UpTo(100m)) }] }, June16);
        Invoice june = InvoiceCalculator.Next(
            account, June, MeterUsage.Of("api", 5m, Before), MeterUsage.Of("api", 38m, After));
        AssertLines("BaseFee Small 30, BaseFee Large 60, Usage api 0, Usage api 0", june);
        Assert.Equal(
            "5 units, 5 of them included (allowance 15): 0 x 1 = 0|"
                + "38 units, 38 of them included (allowance 40, 10 of it carried over): 0 x 1 = 0",
            string.Join('|', june.Lines.Skip(2).Select(line => line.Explanation)));
        Assert.Equal<CarriedAllowance>([CarriedAllowance.Of("api", 2m)], june.ClosingAccount.Carried);
    }

    [Fact]
    public void UnitsOfAChargeThatTheNewPlanLacksLapse()
    {
        BillingAccount account = Account(
            Small with { Charges = [Calls with { Allowance = Allowance.Of(30m, Rollover.UpTo(100m)) }] })
            .ChangePlan(Large, June16);
        Invoice june = InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 5m, Before));
        Assert.Empty(june.ClosingAccount.Carried);
        Assert.Equal<CarriedAllowance>([CarriedAllowance.Of("api", 10m)], june.Sections[0].Lapsed);
    }

    // Discounts of 30 on 200 and 60 on 310: each part has its own fee and usage.
    [Fact]
    public void PartsWithOtherDiscountsAreSeparateSections()
    {
        BillingAccount account = Account(Small with { Charges = [Calls], PercentDiscount = 0.1m })
            .ChangePlan(Large with { Charges = [Calls], PercentDiscount = 0.2m }, June16);
        AssertLines(
            "BaseFee Small 30, Usage api 170, PercentDiscount Small -20, BaseFee Large 60, Usage api 240, "
                + "PercentDiscount Large -60",
            InvoiceCalculator.Next(
                account, June, MeterUsage.Of("api", 170m, Before), MeterUsage.Of("api", 240m, After)));
    }

    // Half of 100 and half of 400.
    [Fact]
    public void TheCommitmentsOfAllPartsAreTruedUpOnce()
    {
        BillingAccount account = Account(Small with { Commitment = Commitment.Of(100m) })
            .ChangePlan(Large with { Commitment = Commitment.Of(400m) }, June16);
        Invoice june = InvoiceCalculator.Next(account, June);
        AssertLines("BaseFee Small 30, BaseFee Large 60, TrueUp Large 160", june);
        Assert.Equal("to the commitment of 250", june.Lines[2].Explanation);
    }

    [Fact]
    public void AChangeToTheSameTermsChangesNothing()
    {
        BillingAccount account = Account(Small with { Charges = [Calls] });
        MeterUsage used = MeterUsage.Of("api", 7m);
        Assert.Equal(
            InvoiceCalculator.Next(account, June, used).Lines,
            InvoiceCalculator.Next(account.ChangePlan(account.Plan with { BaseFee = 60m }, June16), June, used).Lines);
    }

    // The change became known after the first invoice of the period: the next one bills the difference.
    [Fact]
    public void AChangeBeforeAnInterimInvoiceIsBilledWithTheNextOne()
    {
        Invoice interim = InvoiceCalculator.Interim(Account(Small), new(2027, 6, 20));
        Invoice june = InvoiceCalculator.Next(interim.ClosingAccount.ChangePlan(Large, June16), June);
        AssertLines("BaseFee Small 60", interim);
        AssertLines("BaseFee Small 30, BaseFee Large 60, PreviouslyBilled Small -60", june);
    }

    private static BillingAccount Yearly(FeeTiming timing) => Account(Small with { BaseFee = 3_650m }) with
    {
        ContractStart = new(2027, 1, 1),
        Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1), Fee = timing },
    };

    private static IEnumerable<ValueList<MeterUsage>> Months(int count) => Enumerable.Repeat(
        (ValueList<MeterUsage>)[], count);

    private static BillingAccount Account(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = June.Start };
}
