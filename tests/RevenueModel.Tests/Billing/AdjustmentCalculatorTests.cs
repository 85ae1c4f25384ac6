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
    public void LateUsageIsBilledWithAllThatFollowsFromIt()
    {
        Invoice adjustment = AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(40m));

        // January: 20 calls at 1, paid from the credit. February: no 5 carried calls, and 20 less of the credit.
        Assert.Equal(InvoiceKind.Adjustment, adjustment.Kind);
        Assert.Equal([20m, -20m, 5m, 20m, 2.5m], adjustment.Lines.Select(line => line.Amount));
        Assert.Equal(27.5m, adjustment.Total);
        Assert.Equal("100.00 instead of 95.00: 20 of 20 included: 100 x 1 = 100", adjustment.Lines[2].Explanation);
        Assert.Equal(Closing(Billed(Account, 40m, 120m, 60m)), adjustment.ClosingAccount);
    }

    [Fact]
    public void UsageThatWasTooHighIsGivenBack()
    {
        ValueList<Invoice> issued = Billed(Account with { Credits = [] }, 60m);

        Invoice adjustment = AdjustmentCalculator.Adjust(Closing(issued), issued, UsageOfJanuary(30m));

        Assert.Equal(-33m, adjustment.Total); // 30 calls and their tax
        Assert.Equal(33m, adjustment.AsCredit("back", new LocalDate(2027, 2, 1)).Balance);
        Assert.Equal(PrepaidUse.AfterTax, adjustment.AsCredit("back", new LocalDate(2027, 2, 1)).Use);
    }

    [Fact]
    public void AdjustmentsAddUpToOneOfBothFacts()
    {
        var change = new PricePlanChange { On = new LocalDate(2027, 2, 1), Plan = Team with { Name = "Business", BaseFee = 150m } };
        Invoice first = AdjustmentCalculator.Adjust(Closing(Issued), Issued, UsageOfJanuary(40m));
        Invoice second = AdjustmentCalculator.Adjust(
            first.ClosingAccount, [.. Issued, first], BillingCorrection.OfPlanChange(change));
        Invoice both = AdjustmentCalculator.Adjust(
            Closing(Issued), Issued, UsageOfJanuary(40m), BillingCorrection.OfPlanChange(change));

        Assert.Equal(110m, second.Total); // two months, 50 more each, with tax
        Assert.Equal(both.Total, first.Total + second.Total);
        Assert.Equal(both.ClosingAccount, second.ClosingAccount);
    }

    [Fact]
    public void BackdatedCreditCoversWhatWasPaid()
    {
        ValueList<Invoice> issued = Billed(Account with { Credits = [] }, 20m);
        var credit = new PrepaidCredit { Id = "late", Balance = 60m, Usable = DateSpan.From(new LocalDate(2027, 1, 1)) };

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
            january.ClosingAccount, [january], BillingCorrection.OfVoid(note));

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
        Refused(() => AdjustmentCalculator.Adjust(Closing(Issued), [Issued[0], Issued[2]], UsageOfJanuary(1m)), "issued");
        Refused(() => AdjustmentCalculator.Adjust(Closing(Issued), [Issued[2], Issued[1]], UsageOfJanuary(1m)), "issued");
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

    private static void Refused(Func<object?> act, string parameter) =>
        Refusal.By<ArgumentException>(parameter, act);

    private static BillingCorrection UsageOfJanuary(decimal calls) =>
        BillingCorrection.OfUsage(January, MeterUsage.Of("calls", calls));

    private static BillingAccount Closing(ValueList<Invoice> invoices) => invoices[invoices.Count - 1].ClosingAccount;

    private static ValueList<Invoice> Billed(BillingAccount account, params decimal[] calls) =>
        InvoiceCalculator.Run(account, [.. calls.Select(one => new[] { MeterUsage.Of("calls", one) })]);
}
