using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Helpers.InvoiceAssert;

namespace RevenueModel.Tests.Billing;

/// <summary>Credits that are limited to charges, and credits that pay tax, worked out by hand.</summary>
public class PrepaidUseTests
{
    private static readonly DateSpan June = DateSpan.Of(new YearMonth(2027, 6));

    private static readonly MeterUsage[] Used = [MeterUsage.Of("api", 50m), MeterUsage.Of("gb", 30m)];

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan
        {
            Name = "Plan",
            BaseFee = 100m,
            Charges =
            [
                new Charge { Name = "api", Price = PriceModel.PerUnit(1m) },
                new Charge { Name = "gb", Price = PriceModel.PerUnit(1m) },
            ],
        },
        Currency = Currency.Usd,
        ContractStart = June.Start,
    };

    private static readonly PrepaidCredit ForCalls = new() { Id = "calls", Balance = 500m, Charges = ["API"] };

    [Fact]
    public void ALimitedCreditCoversOnlyItsCharges()
    {
        AssertTotal(130m, "calls: 50 used (450 left)", Account.AddCredit(ForCalls));
        AssertTotal(100m, "calls: 80 used (420 left)", Account.AddCredit(ForCalls with { Charges = ["gb", "api"] }));
        AssertTotal(150m, "calls: 30 used (0 left)", Account.AddCredit(ForCalls with { Balance = 30m }));
        AssertTotal(180m, "", Account.AddCredit(ForCalls with { Charges = ["other"] }));
    }

    // 18 of 180 off: 10 of the fee, 5 of the calls and 3 of the gigabytes.
    [Fact]
    public void BillDiscountsReduceTheCoverageOfALimitedCredit()
    {
        AssertTotal(
            117m,
            "calls: 45 used (455 left)",
            (Account with { Plan = Account.Plan with { PercentDiscount = 0.1m } }).AddCredit(ForCalls));
        AssertTotal(
            117m,
            "calls: 45 used (455 left)",
            (Account with { Plan = Account.Plan with { AmountDiscount = 18m } }).AddCredit(ForCalls));
        OverageProtection capped = new() { Cap = BillCap.At(162m) };
        AssertTotal(
            117m,
            "calls: 45 used (455 left)",
            (Account with { Plan = Account.Plan with { Protection = capped } }).AddCredit(ForCalls));
    }

    [Fact]
    public void ATrueUpBelongsToNoCharge() => AssertTotal(
        250m,
        "calls: 50 used (450 left)",
        (Account with { Plan = Account.Plan with { Commitment = Commitment.Of(300m) } }).AddCredit(ForCalls));

    // The general credit comes first and covers other spend, so that the limited one covers the calls.
    [Fact]
    public void AGeneralCreditLeavesChargesToTheirOwnCredit()
    {
        BillingAccount account = Account
            .AddCredit(new PrepaidCredit { Id = "any", Balance = 130m, Priority = -1 })
            .AddCredit(ForCalls);
        Invoice invoice = InvoiceCalculator.Next(account, June, Used);
        Assert.Equal(0m, invoice.Total);
        Assert.Equal([130m, 50m], invoice.Draws.Select(draw => draw.Amount));
    }

    [Fact]
    public void ACreditReducesTheTaxedAmountByDefault()
    {
        Invoice invoice = InvoiceCalculator.Next(Taxed(PrepaidUse.BeforeTax), June, MeterUsage.Of("api", 100m));
        AssertLines("Usage api 100, Prepaid paid -50, Tax tax 9.5", invoice);
        Assert.Equal((50m, 9.50m, 59.50m), (invoice.Subtotal, invoice.Tax, invoice.Total));
    }

    [Fact]
    public void ACreditAfterTaxPaysTheAmountWithItsTax()
    {
        Invoice invoice = InvoiceCalculator.Next(Taxed(PrepaidUse.AfterTax), June, MeterUsage.Of("api", 100m));
        AssertLines("Usage api 100, Tax tax 19, Payment paid -50", invoice);
        Assert.Equal((100m, 19m, 50m, 69m), (invoice.Subtotal, invoice.Tax, invoice.Sections[0].Paid, invoice.Total));
        Assert.Equal("paid, paid from prepaid credit: -50.00 (0 left)", invoice.Lines[2].ToString());
        Assert.Equal(0m, invoice.ClosingAccount.Credits[0].Balance);
    }

    [Fact]
    public void CreditPaymentsForInterimInvoicesCountOnce()
    {
        Invoice interim = InvoiceCalculator.Interim(
            Taxed(PrepaidUse.AfterTax), new(2027, 6, 16), MeterUsage.Of("api", 20m));
        Invoice final = InvoiceCalculator.Next(interim.ClosingAccount, June, MeterUsage.Of("api", 100m));
        AssertLines("Usage api 20, Tax tax 3.8, Payment paid -23.8", interim);
        AssertLines("Usage api 100, PreviouslyBilled Plan -20, Tax tax 15.2, Payment paid -26.2", final);
        Assert.Equal((0m, 69m), (interim.Total, final.Total));
    }

    [Fact]
    public void UndefinedTermsAreRefused()
    {
        Refusal.Any<ArgumentException>(() => ForCalls with { Use = (PrepaidUse)9 });
        Refusal.With(
            "Charges had \"API\" twice; each has a name of its own.",
            () => ForCalls with { Charges = ["api", "API"] });
    }

    [Fact]
    public void CreditsAreEqualByTheirChargesAndUse()
    {
        Assert.Equal(ForCalls, ForCalls with { Charges = ["API"] });
        Assert.NotEqual(ForCalls, ForCalls with { Charges = [] });
        Assert.NotEqual(ForCalls, ForCalls with { Use = PrepaidUse.AfterTax });
    }

    [Fact]
    public void CreditsPrintTheSameInEveryCulture()
    {
        PrepaidCredit credit = ForCalls with
        {
            Charges = ["api", "gb"],
            Use = PrepaidUse.AfterTax,
            Priority = -1,
            Balance = 1_234.5m,
        };
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(
                "calls: 1,234.5 (priority -1; for api, gb; pays amounts with their tax)",
                Culture.In(culture, credit.ToString));
        }
    }

    private static BillingAccount Taxed(PrepaidUse use) => (Account with
    {
        Plan = new PricePlan { Name = "Plan", Charges = [Account.Plan.Charges[0]] }, TaxRate = 0.19m,
    }).AddCredit(new PrepaidCredit { Id = "paid", Balance = 50m, Use = use });

    private static void AssertTotal(decimal total, string draws, BillingAccount account)
    {
        Invoice invoice = InvoiceCalculator.Next(account, June, Used);
        Assert.Equal((total, draws), (invoice.Total, string.Join(", ", invoice.Draws)));
    }
}
