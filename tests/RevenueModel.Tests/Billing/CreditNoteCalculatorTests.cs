using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class CreditNoteCalculatorTests
{
    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan
        {
            Name = "Team",
            BaseFee = 100m,
            Charges = [new Charge { Name = "calls", Price = PriceModel.PerUnit(0.01m) }],
        },
        Currency = Currency.Usd,
        ContractStart = new LocalDate(2027, 1, 1),
        TaxRate = 0.0725m,
    };

    // 100.00 and 0.33, tax 7.27 of 100.33 (7.273925).
    private static readonly Invoice January = InvoiceCalculator.Next(
        Account, Account.NextPeriod(), MeterUsage.Of("calls", 33m));

    [Fact]
    public void NotesOfAllLinesSumToTheInvoiceTaxIncluded()
    {
        CreditNote fee = CreditNoteCalculator.OfLines(January, [new LineCredit(0, 100m)]);
        CreditNote usage = CreditNoteCalculator.OfLines(January, [new LineCredit(1, 0.33m)], fee);

        Assert.Equal((-100m, -7.25m), (fee.Subtotal, fee.Tax)); // 7.27 x 100 / 100.33 = 7.246...
        Assert.Equal((-0.33m, -0.02m), (usage.Subtotal, usage.Tax));
        Assert.Equal(-January.Total, fee.Total + usage.Total);
        Assert.Equal(
            "Acme, credit note on invoice 1 of the period [2027-01-01, 2027-02-01): -107.25 USD", fee.ToString());
    }

    [Fact]
    public void AnAmountIsSpreadOverTheLinesAndTheRestCompletesIt()
    {
        CreditNote part = CreditNoteCalculator.OfAmount(January, 50m);
        CreditNote rest = CreditNoteCalculator.OfAll(January, part);

        Assert.Equal([49.84m, 0.16m, 0m], part.Credited); // 50 x 100 / 100.33 = 49.8355...
        Assert.Equal(-107.60m, part.Total + rest.Total);
        Assert.Equal(0m, CreditNoteCalculator.OfAll(January, part, rest).Total);
    }

    [Fact]
    public void ARefundCanBecomeACreditThatPaysAfterTax()
    {
        CreditNote note = CreditNoteCalculator.OfLines(January, [new LineCredit(0, 100m)]);
        BillingAccount account = January.ClosingAccount.AddCredit(note.AsCredit("refund", new LocalDate(2027, 2, 1)));
        Invoice february = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("calls", 0m));

        Assert.Null(note.ClosingAccount);
        Assert.Equal(7.25m, february.Tax); // 7.25% of the whole 100
        Assert.Equal(0m, february.Total); // 107.25 less the credit of 107.25
    }

    [Fact]
    public void AVoidedInterimInvoiceIsBilledByTheNextOne()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 10m));
        CreditNote note = CreditNoteCalculator.Void(interim.ClosingAccount, interim);
        BillingAccount account = note.ClosingAccount!;
        Invoice january = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("calls", 33m));

        Assert.Equal(-interim.Total, note.Total);
        Assert.Equal(January.Total, january.Total);
        Assert.Equal(2, january.Sections[0].Number);
    }

    [Fact]
    public void AVoidedLastInvoiceReopensItsPeriod()
    {
        CreditNote note = CreditNoteCalculator.Void(January.ClosingAccount, January);
        Invoice again = InvoiceCalculator.Next(note.ClosingAccount!, January.Period.Span, MeterUsage.Of("calls", 0m));

        Assert.Equal(-January.Total, note.Total);
        Assert.Equal(107.25m, again.Total);
    }

    [Fact]
    public void ANoteAboveTheRemainingAmountIsRefused()
    {
        CreditNote fee = CreditNoteCalculator.OfLines(January, [new LineCredit(0, 100m)]);

        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(0, 0.01m)], fee), "lines");
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(1, 0.34m)]), "lines");
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(1, -0.01m)]), "lines");
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(1, 0.001m)]), "lines");
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(2, 1m)]), "lines"); // the tax line
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(9, 1m)]), "lines");
        Refused(() => CreditNoteCalculator.OfAmount(January, 0.34m, fee), "amount");
        Refused(() => CreditNoteCalculator.OfAmount(January, 0m), "amount");
    }

    [Fact]
    public void SpendCoveredByACreditIsNotRefundedInMoney()
    {
        BillingAccount account = Account with { Credits = [new PrepaidCredit { Id = "prepaid", Balance = 60m }] };
        Invoice january = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("calls", 0m));

        Refused(() => CreditNoteCalculator.OfLines(january, [new LineCredit(0, 100m)]), "lines");
        Assert.Equal(-42.9m, CreditNoteCalculator.OfAll(january).Total); // 40 and its tax
    }

    [Fact]
    public void NotesOfAnotherInvoiceAndSecondVoidsAreRefused()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 10m));
        CreditNote note = CreditNoteCalculator.Void(interim.ClosingAccount, interim);

        Refused(() => CreditNoteCalculator.OfAll(January, note), "prior");
        Refused(() => CreditNoteCalculator.Void(note.ClosingAccount!, interim), "invoice");
        Refused(() => CreditNoteCalculator.Void(Account with { Customer = "Other" }, interim), "invoice");
        Refused(() => CreditNoteCalculator.Void(Account, January), "invoice");
    }

    [Fact]
    public void AmountsACreditPaidAfterTaxAreNotRefundedInMoney()
    {
        var prepaid = new PrepaidCredit { Id = "prepaid", Balance = 60m, Use = PrepaidUse.AfterTax };
        BillingAccount account = Account with { Credits = [prepaid] };
        Invoice january = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("calls", 0m));

        // 107.25, of which 47.25 are paid in money.
        Refused(() => CreditNoteCalculator.OfLines(january, [new LineCredit(0, 100m)]), "lines");
        int payment = january.Lines.ToList().FindIndex(line => line.Kind == InvoiceLineKind.Payment);
        CreditNote lines = CreditNoteCalculator.OfLines(
            january, [new LineCredit(0, 100m), new LineCredit(payment, -60m)]);
        CreditNote half = CreditNoteCalculator.OfAmount(january, 50m);
        CreditNote rest = CreditNoteCalculator.OfAmount(january, 50m, [half]);

        Assert.Equal(-47.25m, lines.Total);
        Assert.Equal((-47.25m, 0m), (half.Total, rest.Total)); // 53.63 with tax: money first, then prepaid
        Assert.Equal([100m, 0m, 0m, -60m], half.Credited.Zip(rest.Credited, (one, other) => one + other));
    }

    [Fact]
    public void AVoidAfterThePeriodIsBilledOnce()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 10m));
        Invoice january = InvoiceCalculator.Next(
            interim.ClosingAccount, Account.NextPeriod(), MeterUsage.Of("calls", 33m));
        CreditNote note = CreditNoteCalculator.Void(january.ClosingAccount, interim);
        BillingCorrection correction = BillingCorrection.OfVoid(note);
        Invoice again = AdjustmentCalculator.Adjust(note.ClosingAccount!, [january], correction);

        var voided = new VoidedInvoice(January.Period.Span, 1, IsBilledAgain: false);
        Assert.Equal([voided], note.ClosingAccount!.Voided);
        Assert.Equal("invoice 1 of [2027-01-01, 2027-02-01), not billed again", voided.ToString());
        Assert.Equal([voided with { IsBilledAgain = true }], again.ClosingAccount.Voided);
        Assert.Equal(January.Total, january.Total + interim.Total + note.Total + again.Total);
        Refused(() => CreditNoteCalculator.Void(note.ClosingAccount!, interim), "invoice");
        Refused(() => CreditNoteCalculator.Void(again.ClosingAccount, interim), "invoice");
        Refused(
            () => AdjustmentCalculator.Adjust(note.ClosingAccount!, [january], correction, correction), "corrections");
        Refused(() => AdjustmentCalculator.Adjust(january.ClosingAccount, [january], correction), "corrections");
        Refused(() => AdjustmentCalculator.Adjust(again.ClosingAccount, [january, again], correction), "corrections");
    }

    [Fact]
    public void AVoidWithinThePeriodIsNotAlsoBilledByACorrection()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 10m));
        CreditNote note = CreditNoteCalculator.Void(interim.ClosingAccount, interim);
        Invoice january = InvoiceCalculator.Next(
            note.ClosingAccount!, Account.NextPeriod(), MeterUsage.Of("calls", 33m));

        Assert.True(Assert.Single(january.ClosingAccount.Voided).IsBilledAgain);
        Refused(() => CreditNoteCalculator.Void(january.ClosingAccount, interim), "invoice");
        Refused(
            () => AdjustmentCalculator.Adjust(january.ClosingAccount, [january], BillingCorrection.OfVoid(note)),
            "corrections");
    }

    [Fact]
    public void AVoidAfterThePeriodRebillsCreditPayments()
    {
        var prepaid = new PrepaidCredit { Id = "prepaid", Balance = 150m, Use = PrepaidUse.AfterTax };
        BillingAccount account = Account with { Credits = [prepaid] };
        Invoice interim = InvoiceCalculator.Interim(account, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 10m));
        Invoice january = InvoiceCalculator.Next(
            interim.ClosingAccount, account.NextPeriod(), MeterUsage.Of("calls", 33m));
        CreditNote note = CreditNoteCalculator.Void(january.ClosingAccount, interim);
        Invoice again = AdjustmentCalculator.Adjust(
            note.ClosingAccount!, [january], BillingCorrection.OfVoid(note));

        Assert.Equal(0m, interim.Total + january.Total);
        Assert.Equal(0m, note.Total + again.Total);
        Assert.Equal(-note.Subtotal - note.Tax, again.Subtotal + again.Tax);
        Assert.Equal(january.ClosingAccount.Credits, again.ClosingAccount.Credits);
    }

    [Fact]
    public void AVoidedInterimRestoresTheReversedPayment()
    {
        var prepaid = new PrepaidCredit { Id = "prepaid", Balance = 500m, Use = PrepaidUse.AfterTax };
        BillingAccount account = Account with { Credits = [prepaid] };
        Invoice first = InvoiceCalculator.Interim(account, new LocalDate(2027, 1, 11), MeterUsage.Of("calls", 9_000m));
        BillingAccount without = first.ClosingAccount with { Credits = [] };
        Invoice second = InvoiceCalculator.Interim(
            without, new LocalDate(2027, 1, 21), MeterUsage.Of("calls", 9_000m));
        CreditNote note = CreditNoteCalculator.Void(second.ClosingAccount, second);

        Assert.Equal(203.78m, second.Total); // the amount that the credit paid is due again
        Assert.Equal(-203.78m, note.Total);
        Assert.Equal(first.ClosingAccount.Open!.Payments, note.ClosingAccount!.Open!.Payments);
    }

    [Fact]
    public void AFinalInvoiceIsNotVoidedAfterAnAdjustment()
    {
        Invoice adjustment = AdjustmentCalculator.Adjust(
            January.ClosingAccount,
            [January],
            BillingCorrection.OfUsage(January.Period.Span, MeterUsage.Of("calls", 40m)));

        Refused(() => CreditNoteCalculator.Void(adjustment.ClosingAccount, January), "invoice");
    }

    private static void Refused(Func<object?> act, string parameter) =>
        Assert.Equal(parameter, Refusal.Any<ArgumentException>(act).ParamName);
}
