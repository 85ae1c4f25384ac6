using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>An invoice states the whole period so far. Only the amount that it bills itself can be credited on
/// it.</summary>
public class CreditNoteLimitTests
{
    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan
        {
            Name = "Team",
            BaseFee = 900m,
            Charges = [new Charge { Name = "calls", Price = PriceModel.PerUnit(1m) }],
        },
        Currency = Currency.Usd,
        ContractStart = new LocalDate(2027, 1, 1),
    };

    private static readonly BillingAccount InAdvance =
        Account with { Cycle = new BillingCycle { Fee = FeeTiming.InAdvance } };

    private static readonly Invoice First = InvoiceCalculator.Advance(InAdvance);

    // Fee 900, calls 80, less 900, and the fee of February.
    private static readonly Invoice January = InvoiceCalculator.Next(
        First.ClosingAccount, InAdvance.NextPeriod(), MeterUsage.Of("calls", 80m));

    [Fact]
    public void AFeeInAdvanceIsCreditedOnTheInvoiceThatBilledIt()
    {
        Assert.Equal([900m, 80m, -900m, 900m], January.Lines.Select(line => line.Amount));
        Assert.Equal(-900m, CreditNoteCalculator.OfLines(First, [new LineCredit(0, 900m)]).Total);
        Assert.Equal(-900m, CreditNoteCalculator.OfLines(January, [new LineCredit(3, 900m)]).Total);
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(0, 0.01m)]), "lines");
        Refused(() => CreditNoteCalculator.OfLines(January, [new LineCredit(2, -0.01m)]), "lines");
    }

    [Fact]
    public void AnAmountIsNotSpreadOverAFeeThatIsDeducted()
    {
        CreditNote part = CreditNoteCalculator.OfAmount(January, 98m);
        CreditNote rest = CreditNoteCalculator.OfAll(January, part);

        Assert.Equal([0m, 8m, 0m, 90m], part.Credited); // 98 of 980
        Assert.Equal([0m, 72m, 0m, 810m], rest.Credited);
        Assert.Equal(-January.Total, part.Total + rest.Total);
    }

    [Fact]
    public void UsageOfAnInterimInvoiceIsCreditedOnIt()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new LocalDate(2027, 1, 16), MeterUsage.Of("calls", 10m));
        Invoice final = InvoiceCalculator.Next(
            interim.ClosingAccount, Account.NextPeriod(), MeterUsage.Of("calls", 33m));

        Assert.Equal([900m, 10m], CreditNoteCalculator.OfAll(interim).Credited);
        Assert.Equal([0m, 23m, 0m], CreditNoteCalculator.OfAll(final).Credited);
        Refused(() => CreditNoteCalculator.OfLines(final, [new LineCredit(1, 23.01m)]), "lines");
    }

    [Fact]
    public void AVoidedInvoiceLeavesItsLinesToTheNextOne()
    {
        Invoice interim = InvoiceCalculator.Interim(Account, new LocalDate(2027, 1, 11), MeterUsage.Of("calls", 10m));
        Invoice second = InvoiceCalculator.Interim(
            interim.ClosingAccount, new LocalDate(2027, 1, 21), MeterUsage.Of("calls", 15m));
        CreditNote note = CreditNoteCalculator.Void(second.ClosingAccount, interim);
        Invoice final = InvoiceCalculator.Next(
            note.ClosingAccount!, Account.NextPeriod(), MeterUsage.Of("calls", 33m));

        Assert.Equal<BilledLine>(
            [new BilledLine(InvoiceLineKind.Usage, "calls", null, 5m)], note.ClosingAccount!.Open!.Billed);
        Assert.Equal([900m, 28m, 0m], CreditNoteCalculator.OfAll(final).Credited);
    }

    [Fact]
    public void AFeeThatFellIsCreditedOnItsFirstInvoice()
    {
        BillingAccount account = First.ClosingAccount.ChangePlan(
            Account.Plan with { Name = "Small", BaseFee = 310m }, new LocalDate(2027, 1, 1));
        Invoice january = InvoiceCalculator.Next(account, InAdvance.NextPeriod(), MeterUsage.Of("calls", 80m));

        // 310 and 80 less 900, and 310 in advance.
        Assert.Equal([310m, 80m, -900m, 310m], january.Lines.Select(line => line.Amount));
        Refused(() => CreditNoteCalculator.OfLines(january, [new LineCredit(1, 80m)]), "lines");
        Assert.Equal(january.Total, -CreditNoteCalculator.OfAll(january).Total);
    }

    [Fact]
    public void APrepaidCreditOfOnePeriodIsNotPaidOutOfAnother()
    {
        BillingAccount account = InAdvance with
        {
            Credits = [new PrepaidCredit { Id = "calls", Balance = 500m, Charges = ["calls"] }],
        };
        Invoice first = InvoiceCalculator.Advance(account);
        Invoice january = InvoiceCalculator.Next(
            first.ClosingAccount, InAdvance.NextPeriod(), MeterUsage.Of("calls", 80m));

        Assert.Equal([900m, 80m, -80m, -900m, 900m], january.Lines.Select(line => line.Amount));
        Refused(() => CreditNoteCalculator.OfLines(january, [new LineCredit(1, 80m)]), "lines");
        Assert.Equal([0m, 0m, 0m, 0m, 50m], CreditNoteCalculator.OfAmount(january, 50m).Credited);
    }

    [Fact]
    public void BilledLinesOfAnotherSystemMayBeMissing()
    {
        BillingAccount account = First.ClosingAccount with
        {
            Open = First.ClosingAccount.Open! with { Billed = [] },
        };
        Invoice january = InvoiceCalculator.Next(account, InAdvance.NextPeriod(), MeterUsage.Of("calls", 80m));

        Refused(() => CreditNoteCalculator.OfLines(january, [new LineCredit(0, 80.01m)]), "lines");
        Assert.Equal(-980m, CreditNoteCalculator.OfAll(january).Total);
    }

    [Fact]
    public void BilledLinesPrint() => Assert.Equal(
        "calls, usage, tier from 1,000: 12.5",
        new BilledLine(InvoiceLineKind.Usage, "calls", 1_000m, 12.5m).ToString());

    private static void Refused(Func<object?> act, string parameter) =>
        Assert.Equal(parameter, Refusal.Any<ArgumentException>(act).ParamName);
}
