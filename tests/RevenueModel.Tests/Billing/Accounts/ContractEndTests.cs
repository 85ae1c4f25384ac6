using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Helpers.InvoiceAssert;

namespace RevenueModel.Tests.Billing;

/// <summary>Tests of contracts that end within a period or a contract year, with figures worked out by hand.</summary>
public class ContractEndTests
{
    private static readonly DateSpan June = DateSpan.Of(new YearMonth(2027, 6));

    private static readonly LocalDate June13 = new(2027, 6, 13);

    private static readonly LocalDate July2 = new(2027, 7, 2);

    private static readonly PricePlan Usage =
        new() { Name = "Team", Charges = [new Charge { Name = "api", Price = PriceModel.PerUnit(1m) }] };

    // 12 of 30 days of a fee of 60 and a commitment of 300.
    [Theory]
    [InlineData(EarlyEndTrueUp.Prorated, EarlyEndFee.Prorated, "BaseFee Team 24, Usage api 10, TrueUp Team 86")]
    [InlineData(EarlyEndTrueUp.InFull, EarlyEndFee.Prorated, "BaseFee Team 24, Usage api 10, TrueUp Team 266")]
    [InlineData(EarlyEndTrueUp.None, EarlyEndFee.Prorated, "BaseFee Team 24, Usage api 10")]
    [InlineData(EarlyEndTrueUp.Prorated, EarlyEndFee.InFull, "BaseFee Team 60, Usage api 10, TrueUp Team 50")]
    [InlineData(EarlyEndTrueUp.InFull, EarlyEndFee.InFull, "BaseFee Team 60, Usage api 10, TrueUp Team 230")]
    [InlineData(EarlyEndTrueUp.None, EarlyEndFee.InFull, "BaseFee Team 60, Usage api 10")]
    public void FeeAndCommitmentOfThePeriodAreOwedInPartOrInFull(
        EarlyEndTrueUp trueUp, EarlyEndFee fee, string expected)
    {
        BillingAccount account = Account(Usage with { BaseFee = 60m, Commitment = Commitment.Of(300m) });
        AssertLines(
            expected,
            InvoiceCalculator.Next(account.EndContract(June13, trueUp, fee), June, MeterUsage.Of("api", 10m)));
    }

    [Fact]
    public void TheExplanationStatesTheDaysThatAreOwed()
    {
        BillingAccount account = Account(Usage with { BaseFee = 60m, Commitment = Commitment.Of(300m) });
        MeterUsage used = MeterUsage.Of("api", 10m);
        Assert.Equal(
            [
                "Team, base fee: 24.00 (60 for [2027-06-01, 2027-06-13) x 12 / 30 days)",
                "api, usage: 10.00 (10 x 1 = 10)",
                "Team, true-up: 86.00 (to the commitment of 120 for 12 of 30 days)",
            ],
            Words(InvoiceCalculator.Next(account.EndContract(June13), June, used)));
        Assert.Equal(
            [
                "Team, base fee: 60.00 (60 for [2027-06-01, 2027-07-01))",
                "api, usage: 10.00 (10 x 1 = 10)",
                "Team, true-up: 230.00 (to the commitment of 300)",
            ],
            Words(InvoiceCalculator.Next(
                account.EndContract(June13, EarlyEndTrueUp.InFull, EarlyEndFee.InFull), June, used)));
    }

    // 182 of 365 days of a commitment of 3,650, of which 1,020 are spent.
    [Theory]
    [InlineData(EarlyEndTrueUp.Prorated, "Usage api 20, TrueUp Team 800")]
    [InlineData(EarlyEndTrueUp.InFull, "Usage api 20, TrueUp Team 2630")]
    [InlineData(EarlyEndTrueUp.None, "Usage api 20")]
    public void ACommitmentOfTheContractYearIsSettledAtTheEnd(EarlyEndTrueUp trueUp, string expected)
    {
        Invoice last = InvoiceCalculator.Next(
            OfYear().EndContract(July2, trueUp), DateSpan.Of(new YearMonth(2027, 7)), MeterUsage.Of("api", 20m));
        AssertLines(expected, last);
        Assert.Equal(0m, last.ClosingAccount.SpentInContractYear);
    }

    [Fact]
    public void AnEndWithTheContractYearChangesNothing()
    {
        BillingAccount account = OfYear() with { BilledThrough = new(2027, 12, 1) };
        DateSpan december = DateSpan.Of(new YearMonth(2027, 12));
        Assert.Equal(
            InvoiceCalculator.Next(account, december, MeterUsage.Of("api", 20m)).Lines,
            InvoiceCalculator.Next(
                account.EndContract(december.End!.Value), december, MeterUsage.Of("api", 20m)).Lines);
    }

    // The end of a month within the year: 181 of 365 days.
    [Fact]
    public void AnEndWithAPeriodSettlesTheYear()
    {
        BillingAccount account = (OfYear() with { BilledThrough = new(2027, 6, 1) }).EndContract(new(2027, 7, 1));
        AssertLines("Usage api 20, TrueUp Team 790", InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 20m)));
    }

    [Theory]
    [InlineData(EarlyEndFee.Prorated, -36)]
    [InlineData(EarlyEndFee.InFull, 0)]
    public void AFeeInAdvanceIsGivenBackForTheDaysAfterTheEnd(EarlyEndFee fee, decimal expected)
    {
        BillingAccount account = Account(new PricePlan { Name = "Team", BaseFee = 60m }) with
        {
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
        };
        Invoice first = InvoiceCalculator.Advance(account);
        Invoice last = InvoiceCalculator.Next(first.ClosingAccount.EndContract(June13, fee: fee), June);
        Assert.Equal((60m, expected), (first.Total, last.Total));
    }

    // 10 a day, for 183 days from July 2 on.
    [Theory]
    [InlineData(EarlyEndFee.Prorated, -1_830)]
    [InlineData(EarlyEndFee.InFull, 0)]
    public void AYearlyFeeInAdvanceIsGivenBackForTheRestOfTheYear(EarlyEndFee fee, decimal expected)
    {
        BillingAccount account = Account(new PricePlan { Name = "Team", BaseFee = 3_650m }) with
        {
            ContractStart = new(2027, 1, 1),
            Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1), Fee = FeeTiming.InAdvance },
        };
        Invoice first = InvoiceCalculator.Advance(account);
        ValueList<Invoice> run = InvoiceCalculator.Run(
            first.ClosingAccount.EndContract(July2, fee: fee), [.. Enumerable.Repeat((ValueList<MeterUsage>)[], 7)]);
        Assert.Equal(3_650m, first.Total);

        // As soon as it is known.
        Assert.Equal([expected, 0m, 0m, 0m, 0m, 0m, 0m], run.Select(invoice => invoice.Total));
        Assert.Null(run[6].ClosingAccount.StandingFee);
        Assert.Equal(3_650m + expected, InvoiceCalculator.Advance(account.EndContract(July2, fee: fee)).Total);
    }

    // 182 days in arrears: nothing is due before the end.
    [Theory]
    [InlineData(EarlyEndFee.Prorated, 1_820)]
    [InlineData(EarlyEndFee.InFull, 3_650)]
    public void AYearlyFeeInArrearsIsBilledAtTheEnd(EarlyEndFee fee, decimal expected)
    {
        BillingAccount account = Account(new PricePlan { Name = "Team", BaseFee = 3_650m }) with
        {
            ContractStart = new(2027, 1, 1),
            Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1) },
        };
        ValueList<Invoice> run = InvoiceCalculator.Run(
            account.EndContract(July2, fee: fee), [.. Enumerable.Repeat((ValueList<MeterUsage>)[], 7)]);
        Assert.Equal([0m, 0m, 0m, 0m, 0m, 0m, expected], run.Select(invoice => invoice.Total));
    }

    [Fact]
    public void AfterTheEndThereIsNoPeriod()
    {
        BillingAccount account = Account(Usage).EndContract(June13);
        Assert.False(account.IsFullyBilled);
        Invoice last = InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 10m));

        Assert.Equal((LocalDate?)June13, last.ClosingAccount.BilledThrough);
        Assert.True(last.ClosingAccount.IsFullyBilled);
        InvalidOperationException none = Assert.Throws<InvalidOperationException>(
            () => last.ClosingAccount.NextPeriod());
        Assert.Equal("The contract of Acme ended on 2027-06-13, and all its periods are billed.", none.Message);
        Assert.Throws<InvalidOperationException>(
            () => InvoiceCalculator.Next(last.ClosingAccount, June, MeterUsage.Of("api", 10m)));
        Assert.Throws<InvalidOperationException>(
            () => InvoiceCalculator.Interim(last.ClosingAccount, June13, MeterUsage.Of("api", 10m)));
        Assert.Throws<InvalidOperationException>(
            () => InvoiceCalculator.Run(account, [MeterUsage.Of("api", 10m)], [MeterUsage.Of("api", 10m)]));
    }

    [Fact]
    public void RulesThatDoNotExistAreRefused()
    {
        Refusal.Any<ArgumentException>(() => new ContractEnd { On = June13, TrueUp = (EarlyEndTrueUp)7 });
        Refusal.Any<ArgumentException>(() => new ContractEnd { On = June13, Fee = (EarlyEndFee)7 });
    }

    [Fact]
    public void EndsPrintTheSameInEveryCulture()
    {
        ContractEnd waived = new() { On = June13, TrueUp = EarlyEndTrueUp.None, Fee = EarlyEndFee.InFull };
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("ends 2027-06-13, commitment waived, fee in full", Culture.In(culture, waived.ToString));
            Assert.Equal(
                "ends 2027-06-13, commitment prorated, fee prorated",
                Culture.In(culture, new ContractEnd { On = June13 }.ToString));
            Assert.Equal(
                "ends 2027-06-13, commitment in full, fee prorated",
                Culture.In(culture, new ContractEnd { On = June13, TrueUp = EarlyEndTrueUp.InFull }.ToString));
        }
    }

    private static BillingAccount OfYear() => Account(Usage with
    {
        Commitment = Commitment.Of(3_650m) with { Period = CommitmentPeriod.ContractYear },
    }) with
    {
        ContractStart = new(2027, 1, 1), BilledThrough = new(2027, 7, 1), SpentInContractYear = 1_000m,
    };

    private static BillingAccount Account(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = June.Start };

    private static string[] Words(Invoice invoice) => [.. invoice.Lines.Select(line => line.ToString())];
}
