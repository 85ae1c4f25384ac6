using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>Usage by days, where the day matters: a credit is usable from June 16.</summary>
public class InvoiceUsageTests
{
    private static readonly DateSpan June = DateSpan.Of(new YearMonth(2027, 6));

    private static readonly LocalDate June16 = new(2027, 6, 16);

    private static readonly DateSpan Before = DateSpan.Between(June.Start, June16);

    private static readonly DateSpan After = DateSpan.Between(June16, June.End!.Value);

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = new PricePlan { Name = "Plan", Charges = [new Charge
        {
            Name = "api",
            Price = PriceModel.PerUnit(1m),
        }] },
        Currency = Currency.Usd,
        ContractStart = June.Start,
    };

    private static readonly BillingAccount TopUp =
        Account.AddCredit(new PrepaidCredit { Id = "top-up", Balance = 80m, Usable = DateSpan.From(June16) });

    [Fact]
    public void ATopUpCoversNoUsageBeforeItsFirstDay()
    {
        Invoice invoice = InvoiceCalculator.Next(
            TopUp, June, MeterUsage.Of("api", 100m, Before), MeterUsage.Of("api", 50m, After));
        Assert.Equal<PrepaidDraw>([new PrepaidDraw("top-up", 50m, 30m)], invoice.Draws);
        Assert.Equal(100m, invoice.Total);
    }

    [Fact]
    public void AnExpiringCreditCoversNoUsageFromItsLastDayOn()
    {
        BillingAccount account = Account.AddCredit(
            new PrepaidCredit { Id = "gift", Balance = 80m, Usable = DateSpan.Between(new(2027, 1, 1), June16) });
        Invoice invoice = InvoiceCalculator.Next(
            account, June, MeterUsage.Of("api", 60m, Before), MeterUsage.Of("api", 50m, After));
        Assert.Equal((50m, 20m), (invoice.Total, invoice.PrepaidClose!.Expired));
    }

    [Fact]
    public void UsageOfOneMeterCanBeStatedForSeveralRangesOfDays()
    {
        Invoice invoice = InvoiceCalculator.Next(
            TopUp,
            June,
            MeterUsage.Of("api", 20m, After),
            MeterUsage.Of("api", 60m, DateSpan.Between(June.Start, new(2027, 6, 9))),
            MeterUsage.Of("API", 40m, DateSpan.Between(new(2027, 6, 9), June16)),
            MeterUsage.Of("api", 30m, DateSpan.Between(new(2027, 6, 29), new(2027, 6, 30))));
        Assert.Equal((150m, 100m), (invoice.Spend, invoice.Total));
        Assert.Equal(4, invoice.Sections[0].Usage.Count);
    }

    [Fact]
    public void UsageAcrossTheCreditDayIsRefusedUnlessItIsZero()
    {
        Refusal.With(
            "usage had 150 api in [2027-06-01, 2027-07-01), and the usable prepaid credits change on 2027-06-16; "
                + "usage before and from that day is expected, each with its days (MeterUsage.Of(meter, quantity, "
                + "days)).",
            () => InvoiceCalculator.Next(TopUp, June, MeterUsage.Of("api", 150m)));
        Refusal.By<ArgumentException>("usage", () => InvoiceCalculator.Next(
            TopUp, June, MeterUsage.Of("api", 150m, DateSpan.Between(new(2027, 6, 15), new(2027, 6, 17)))));
        Assert.Equal(0m, InvoiceCalculator.Next(TopUp, June, MeterUsage.Of("api", 0m)).Total);
        Assert.Equal(0m, InvoiceCalculator.Next(TopUp, June, MeterUsage.Of("api", 0m, June)).Total);
    }

    [Fact]
    public void ACreditWithoutABalanceNeedsNoDays()
    {
        BillingAccount account = Account.AddCredit(
            new PrepaidCredit { Id = "used", Balance = 0m, Usable = DateSpan.From(June16) });
        Assert.Equal(150m, InvoiceCalculator.Next(account, June, MeterUsage.Of("api", 150m)).Total);
    }

    [Fact]
    public void InterimReadingsSeparateUsageBeforeAndAfterTheDay()
    {
        Invoice interim = InvoiceCalculator.Interim(TopUp, June16, MeterUsage.Of("api", 100m));
        Invoice final = InvoiceCalculator.Next(interim.ClosingAccount, June, MeterUsage.Of("api", 150m));
        Assert.Equal((100m, 0m), (interim.Total, final.Total));
        Assert.Equal<PrepaidDraw>([new PrepaidDraw("top-up", 50m, 30m)], final.Draws);
        Assert.Equal(
            ["100 api in [2027-06-01, 2027-06-16)", "50 api in [2027-06-16, 2027-07-01)"],
            final.Sections[0].Usage.Select(usage => usage.ToString()));
    }

    // The reading of June 10 gives the usage to that day, but does not split the rest at June 16.
    [Fact]
    public void AReadingOnAnotherDayIsNotEnough()
    {
        Invoice interim = InvoiceCalculator.Interim(TopUp, new(2027, 6, 10), MeterUsage.Of("api", 100m));
        Refusal.With(
            "usage had 50 api in [2027-06-10, 2027-07-01), and the usable prepaid credits change on 2027-06-16; "
                + "usage before and from that day is expected, each with its days (MeterUsage.Of(meter, quantity, "
                + "days)).",
            () => InvoiceCalculator.Next(interim.ClosingAccount, June, MeterUsage.Of("api", 150m)));
        Assert.Equal(0m, InvoiceCalculator.Next(interim.ClosingAccount, June, MeterUsage.Of("api", 100m)).Total);
    }

    [Fact]
    public void DaysOutsideThePeriodAreRefused()
    {
        const string refusal = "days within 2027-06-01 and 2027-07-01 are expected.";
        MeterUsage may = MeterUsage.Of("api", 5m, DateSpan.Of(new YearMonth(2027, 5)));
        Refusal.With(
            "usage had \"5 api in [2027-05-01, 2027-06-01)\"; " + refusal,
            () => InvoiceCalculator.Next(Account, June, may));
        Refusal.With(
            "usage had \"5 api in [2027-06-16, 2027-07-02)\"; " + refusal,
            () => InvoiceCalculator.Next(
                Account, June, MeterUsage.Of("api", 5m, DateSpan.Between(June16, new(2027, 7, 2)))));
        Refusal.With(
            "usage had \"5 api in [2027-06-16, 2027-07-01)\"; days within 2027-06-01 and 2027-06-20 are expected.",
            () => InvoiceCalculator.Interim(Account, new(2027, 6, 20), MeterUsage.Of("api", 5m, After)));
    }

    [Fact]
    public void AMeterIsStatedByDaysOrInSum() => Refusal.With(
        "usage had \"API\" twice; each meter once is expected, or each time with its days.",
        () => InvoiceCalculator.Next(Account, June, MeterUsage.Of("api", 5m, Before), MeterUsage.Of("API", 5m)));

    // A lower price for all 12 units reverses 14 of the amount that the first credit covered.
    [Fact]
    public void FallingSpendReversesTheLatestCoverageFirst()
    {
        TieredPrice price = PriceModel.Volume(PriceTier.UpTo(10m, 5m), PriceTier.Beyond(3m));
        Charge volume = new() { Name = "api", Price = price };
        BillingAccount account = (Account with { Plan = new PricePlan { Name = "Plan", Charges = [volume] } })
            .AddCredit(
                new PrepaidCredit { Id = "early", Balance = 40m, Usable = DateSpan.Between(June.Start, June16) })
            .AddCredit(new PrepaidCredit { Id = "late", Balance = 40m, Usable = DateSpan.From(June16) });
        Invoice invoice = InvoiceCalculator.Next(
            account, June, MeterUsage.Of("api", 10m, Before), MeterUsage.Of("api", 2m, After));

        // 50 before June 16, of which 40 were covered and 10 were not. The total is then 36: the 10 and 4 of the 40
        // are reversed.
        Assert.Equal<PrepaidDraw>([new PrepaidDraw("early", 36m, 4m)], invoice.Draws);
        Assert.Equal((0m, 4m), (invoice.Total, invoice.PrepaidClose!.Expired));
    }
}
