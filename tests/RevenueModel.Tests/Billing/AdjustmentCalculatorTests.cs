using System.Globalization;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class AdjustmentCalculatorTests
{
    private static readonly PricePlan Team = new()
    {
        Name = "Team",
        BaseFee = 100m,
        Charges =
        [
            new Charge
            {
                Name = "calls",
                Price = PriceModel.Graduated(PriceTier.UpTo(100m, 1m), PriceTier.Beyond(0.5m)),
                Allowance = Allowance.Of(20m, Rollover.UpTo(20m)),
            },
        ],
    };

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = Team,
        Currency = Currency.Usd,
        ContractStart = new LocalDate(2027, 1, 1),
        TaxRate = 0.1m,
        Credits = [new PrepaidCredit { Id = "prepaid", Balance = 250m }],
    };

    private static readonly ValueList<Invoice> Issued = Billed(Account, 15m, 120m, 60m);

    private static DateSpan January => Issued[0].Period.Span;

    [Fact]
    public void LateUsageIsBilledWithAllItsConsequences()
    {
        Invoice adjustment = AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(40m));

        // January: 20 more calls at 1, paid from the credit. February: 5 fewer carried calls and 20 less of the
        // credit.
        Assert.Equal(InvoiceKind.Adjustment, adjustment.Kind);
        Assert.Equal([20m, -20m, 5m, 20m, 2.5m], adjustment.Lines.Select(line => line.Amount));
        Assert.Equal(27.5m, adjustment.Total);
        Assert.Equal(
            "100.00 instead of 95.00: 120 units, 20 of them included (allowance 20): 100 x 1 = 100",
            adjustment.Lines[2].Explanation);
        Assert.Equal(
            Closing(Billed(Account, 40m, 120m, 60m)) with { Adjustments = 1 }, adjustment.ClosingAccount);
    }

    [Fact]
    public void OverstatedUsageIsRefunded()
    {
        ValueList<Invoice> issued = Billed(Account with { Credits = [] }, 60m);

        Invoice adjustment = AdjustmentCalculator.Adjust(Closing(issued), issued, UsageOfJanuary(30m));

        Assert.Equal(-33m, adjustment.Total); // 30 calls and their tax
        Assert.Equal(33m, adjustment.AsCredit("back", new LocalDate(2027, 2, 1)).Balance);
        Assert.Equal(PrepaidUse.AfterTax, adjustment.AsCredit("back", new LocalDate(2027, 2, 1)).Use);
    }

    [Fact]
    public void TwoAdjustmentsSumToOneForBothFacts()
    {
        var change = new PricePlanChange
        {
            On = new LocalDate(2027, 2, 1),
            Plan = Team with { Name = "Business", BaseFee = 150m },
        };
        Invoice first = AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(40m));
        Invoice second = AdjustmentCalculator.Adjust(
            first.ClosingAccount, [.. Issued, first], BillingCorrection.OfPlanChange(change));
        Invoice both = AdjustmentCalculator.Adjust(
            Closing(Issued), Issued, UsageOfJanuary(40m), BillingCorrection.OfPlanChange(change));

        Assert.Equal(110m, second.Total); // two months, 50 more each, with tax
        Assert.Equal(both.Total, first.Total + second.Total);
        Assert.Equal(both.ClosingAccount with { Adjustments = 2 }, second.ClosingAccount);
    }

    [Fact]
    public void BackdatedCreditCoversPaidSpend()
    {
        ValueList<Invoice> issued = Billed(Account with { Credits = [] }, 20m);
        var credit =
            new PrepaidCredit { Id = "late", Balance = 60m, Usable = DateSpan.From(new LocalDate(2027, 1, 1)) };

        Invoice adjustment = AdjustmentCalculator.Adjust(Closing(issued), issued, BillingCorrection.OfCredit(credit));

        Assert.Equal(-66m, adjustment.Total);
        Assert.Equal(0m, Assert.Single(adjustment.ClosingAccount.Credits).Balance);
    }

    [Fact]
    public void VoidedInterimInvoiceOfAClosedPeriodIsBilledAgain()
    {
        Invoice interim = InvoiceCalculator.Interim(
            Account with { Credits = [] }, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 30m));
        Invoice january = InvoiceCalculator.Next(interim.ClosingAccount, January, MeterUsage.Of("calls", 50m));
        CreditNote note = CreditNoteCalculator.Void(january.ClosingAccount, interim);

        Invoice again = AdjustmentCalculator.Adjust(
            note.ClosingAccount!, [january], BillingCorrection.OfVoid(note));

        Assert.Equal(121m, interim.Total);
        Assert.Equal(-121m, note.Total);
        Assert.Equal(121m, again.Total);
    }

    [Fact]
    public void CorrectionWithoutADifferenceStatesItsPeriodAndNothingDue()
    {
        Invoice adjustment = AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(15m));

        Assert.Equal(January, adjustment.Period.Span);
        Assert.Empty(adjustment.Lines);
        Assert.Equal(0m, adjustment.Total);
    }

    [Fact]
    public void InvoicesThatAreMissingOrOutOfOrderAreRefused()
    {
        Refused(() => AdjustmentCalculator.Adjust(Closing(Issued), [], UsageOfJanuary(1m)), "issued");
        Refused(() => AdjustmentCalculator.Adjust(Closing(Issued), [Issued[0]], UsageOfJanuary(1m)), "issued");
        Refused(
            () => AdjustmentCalculator.Adjust(Closing(Issued), [Issued[0], Issued[2]], UsageOfJanuary(1m)), "issued");
        Refused(
            () => AdjustmentCalculator.Adjust(Closing(Issued), [Issued[2], Issued[1]], UsageOfJanuary(1m)), "issued");
        Refused(
            () => AdjustmentCalculator.Adjust(Closing(Issued) with { Customer = "Other" }, Issued, UsageOfJanuary(1m)),
            "issued");
    }

    [Fact]
    public void CorrectionsOfOtherPeriodsAreRefused()
    {
        Refused(() => AdjustmentCalculator.Adjust(Closing(Issued), Issued), "corrections");
        Refused(
            () => AdjustmentCalculator.Adjust(
                Closing(Issued),
                Issued,
                BillingCorrection.OfUsage(DateSpan.Of(new YearMonth(2027, 7)), MeterUsage.Of("calls", 1m))),
            "corrections");
        Refused(
            () => AdjustmentCalculator.Adjust(
                Closing(Issued),
                Issued,
                BillingCorrection.OfPlanChange(new PricePlanChange { On = new LocalDate(2027, 5, 1), Plan = Team })),
            "corrections");
    }

    [Fact]
    public void AnAdjustmentThatOmitsAnEarlierOneIsRefused()
    {
        Invoice first = AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(40m));

        Refused(() => AdjustmentCalculator.Adjust(first.ClosingAccount, Issued, UsageOfJanuary(50m)), "issued");
        Refused(
            () => AdjustmentCalculator.Adjust(
                first.ClosingAccount,
                [Issued[1], Issued[2], first],
                BillingCorrection.OfUsage(Issued[1].Period.Span, MeterUsage.Of("calls", 1m))),
            "issued");
        Refused(
            () => AdjustmentCalculator.Adjust(first.ClosingAccount, [.. Issued, first, first], UsageOfJanuary(50m)),
            "issued");
    }

    [Fact]
    public void TwoCorrectionsOfOneSubjectAreRefused()
    {
        var change = new PricePlanChange { On = new LocalDate(2027, 2, 1), Plan = Team };
        var credit = new PrepaidCredit { Id = "late", Balance = 60m };

        Refused(
            () => AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(1m), UsageOfJanuary(2m)),
            "corrections");
        Refused(
            () => AdjustmentCalculator.Adjust(
                Closing(Issued),
                Issued,
                BillingCorrection.OfPlanChange(change),
                BillingCorrection.OfPlanChange(change)),
            "corrections");
        Refused(
            () => AdjustmentCalculator.Adjust(
                Closing(Issued), Issued, BillingCorrection.OfCredit(credit), BillingCorrection.OfCredit(credit)),
            "corrections");
    }

    [Theory]
    [InlineData("PREPAID", "60", 2027)] // the id of another credit
    [InlineData("late", "60.001", 2027)] // finer than the minor unit
    [InlineData("late", "60", 2026)] // usable before the first of the given invoices
    public void ABackdatedCreditThatContradictsTheAccountIsRefused(string id, string balance, int year)
    {
        var credit = new PrepaidCredit
        {
            Id = id,
            Balance = decimal.Parse(balance, CultureInfo.InvariantCulture),
            Usable = DateSpan.From(new LocalDate(year, 2, 1)),
        };

        Refused(
            () => AdjustmentCalculator.Adjust(
                Closing(Issued), [Issued[1], Issued[2]], BillingCorrection.OfCredit(credit)),
            "corrections");
    }

    [Fact]
    public void ABackdatedChangeFromTheNextPeriodIsNotProrated()
    {
        BillingAccount account = Account with { Credits = [] };
        ValueList<Invoice> issued = Billed(account, 15m, 120m, 60m);
        var change = new PricePlanChange
        {
            On = new LocalDate(2027, 1, 16),
            Plan = Team with { Name = "Business", BaseFee = 150m },
            Convention = PlanChangeConvention.FromNextPeriod,
        };

        Invoice late = AdjustmentCalculator.Adjust(Closing(issued), issued, BillingCorrection.OfPlanChange(change));
        ValueList<Invoice> early = Billed(
            account.ChangePlan(change.Plan, change.On, change.Convention), 15m, 120m, 60m);

        Assert.Equal(110m, late.Total); // February and March, 50 more each, with tax
        Assert.Equal(early.Sum(invoice => invoice.Total), late.Total + issued.Sum(invoice => invoice.Total));
        Refused(
            () => InvoiceCalculator.Next(
                account with { PlanChanges = [change] }, account.NextPeriod(), MeterUsage.Of("calls", 1m)),
            "account");
    }

    [Theory]
    [InlineData("advance", "-100")]
    [InlineData("year in advance", "-1098.08")] // 1,200 less 31 of 365 days
    [InlineData("year in arrears", "101.92")]
    [InlineData("commitment", "3645")] // 3,650 less the 5 used
    public void AnEndOnTheLastBilledDaySettlesLongerTerms(string terms, string due)
    {
        decimal expected = decimal.Parse(due, CultureInfo.InvariantCulture);
        BillingAccount account = Account with
        {
            TaxRate = 0m,
            Credits = [],
            Plan = terms switch
            {
                "advance" => Team with { Charges = [] },
                "commitment" => new PricePlan
                {
                    Name = "Usage",
                    Charges = [new Charge { Name = "calls", Price = PriceModel.PerUnit(1m) }],
                    Commitment = Commitment.Of(3_650m) with { Period = CommitmentPeriod.ContractYear },
                },
                _ => Team with { BaseFee = 1_200m, Charges = [] },
            },
            Cycle = terms switch
            {
                "advance" => new BillingCycle { Fee = FeeTiming.InAdvance },
                "year in advance" =>
                    new BillingCycle { Fee = FeeTiming.InAdvance, FeeInterval = BillingInterval.Years(1) },
                "year in arrears" => new BillingCycle { FeeInterval = BillingInterval.Years(1) },
                _ => new BillingCycle(),
            },
        };
        MeterUsage[] usage = account.Plan.Charges.IsEmpty ? [] : [MeterUsage.Of("calls", 5m)];
        Invoice advance = account.Cycle.Fee == FeeTiming.InAdvance ? InvoiceCalculator.Advance(account) : null!;
        account = advance?.ClosingAccount ?? account;
        Invoice january = InvoiceCalculator.Next(account, account.NextPeriod(), usage);
        var end = new ContractEnd { On = new LocalDate(2027, 2, 1), TrueUp = EarlyEndTrueUp.InFull };

        Refused(() => january.ClosingAccount.EndContract(end.On, end.TrueUp), "on");
        Invoice settled = AdjustmentCalculator.Adjust(
            january.ClosingAccount, [january], BillingCorrection.OfContractEnd(end));

        Assert.Equal(expected, settled.Total);
        Assert.Equal(expected, settled.Lines.Sum(line => line.Amount));
        Assert.True(settled.ClosingAccount.IsFullyBilled);
        Invoice known = InvoiceCalculator.Next(
            account.EndContract(end.On, end.TrueUp), account.NextPeriod(), usage);
        Assert.Equal(known.Total, january.Total + settled.Total);
        Assert.Equal(known.ClosingAccount with { Adjustments = 1 }, settled.ClosingAccount);
    }

    [Fact]
    public void AnEndWithinTheLastBilledPeriodRefundsItsDays()
    {
        BillingAccount account = Account with { Credits = [], TaxRate = 0m };
        ValueList<Invoice> issued = Billed(account, 0m, 0m);
        var end = new ContractEnd { On = new LocalDate(2027, 2, 15) };

        // The usage was stated for days that are no longer in the contract, so it is stated again.
        Refused(
            () => AdjustmentCalculator.Adjust(Closing(issued), issued, BillingCorrection.OfContractEnd(end)),
            "corrections");
        Invoice settled = AdjustmentCalculator.Adjust(
            Closing(issued),
            issued,
            BillingCorrection.OfContractEnd(end),
            BillingCorrection.OfUsage(issued[1].Period.Span, MeterUsage.Of("calls", 6m)));

        Assert.Equal(-50m, settled.Total); // 14 of 28 days; the calls are included
        Assert.True(settled.ClosingAccount.IsFullyBilled);
        Refused(
            () => AdjustmentCalculator.Adjust(
                Closing(issued),
                issued,
                BillingCorrection.OfContractEnd(end with { On = new LocalDate(2027, 1, 15) })),
            "corrections");
    }

    [Fact]
    public void AnAccountWithAnOpenRefundHasNoNextPeriod()
    {
        BillingAccount account = Account with
        {
            Plan = Team with { Charges = [] },
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
        };
        account = InvoiceCalculator.Advance(account).ClosingAccount;
        account = InvoiceCalculator.Next(account, account.NextPeriod(), []).ClosingAccount with
        {
            ContractEnd = new ContractEnd { On = new LocalDate(2027, 2, 1) },
        };

        Assert.False(account.IsFullyBilled);
        var refused = Assert.Throws<InvalidOperationException>(() => account.NextPeriod());
        Assert.Contains(nameof(BillingCorrection.OfContractEnd), refused.Message, StringComparison.Ordinal);
    }

    private static void Refused(Func<object?> act, string parameter) =>
        Refusal.By<ArgumentException>(parameter, act);

    private static BillingCorrection UsageOfJanuary(decimal calls) =>
        BillingCorrection.OfUsage(January, MeterUsage.Of("calls", calls));

    private static BillingAccount Closing(ValueList<Invoice> invoices) => invoices[invoices.Count - 1].ClosingAccount;

    private static ValueList<Invoice> Billed(BillingAccount account, params decimal[] calls) =>
        InvoiceCalculator.Run(account, [.. calls.Select(one => new[] { MeterUsage.Of("calls", one) })]);
}
