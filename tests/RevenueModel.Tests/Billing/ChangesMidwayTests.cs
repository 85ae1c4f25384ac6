using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>Bills of periods in which something changes, as public bug reports of billing systems have them.</summary>
public class ChangesMidwayTests
{
    private const string Calls = "calls";

    private static readonly LocalDate NewYear = new(2027, 1, 1);
    private static readonly LocalDate MidJanuary = new(2027, 1, 16);
    private static readonly Charge PerCall = new() { Name = Calls, Price = PriceModel.PerUnit(1m) };
    private static readonly PricePlan Usage = new() { Name = "Usage", Charges = [PerCall] };

    [Fact]
    public void YearlyCommitmentIsTruedUpOnceAfterBothPlans()
    {
        PricePlan first =
            Usage with { Commitment = Commitment.Of(1_200m) with { Period = CommitmentPeriod.ContractYear } };
        PricePlan second =
            first with { Name = "Other", Charges = [PerCall with { Limits = Band.Between(0m, 1_000m) }] };
        BillingAccount account = (AccountOn(first) with
        {
            BilledThrough = new LocalDate(2027, 12, 1),
            SpentInContractYear = 990m,
        }).ChangePlan(second, new LocalDate(2027, 12, 16));

        Invoice before = InvoiceCalculator.Interim(account, new LocalDate(2027, 12, 16), Used(45m));
        Invoice after = Next(before.ClosingAccount, Used(90m));

        Assert.Equal(45m, before.Total);
        Assert.Equal(210m, before.Total + after.Total);
        Assert.Equal(120m, Assert.Single(after.Lines, line => line.Kind == InvoiceLineKind.TrueUp).Amount);
        Assert.Equal(0m, after.ClosingAccount.SpentInContractYear);
    }

    [Fact]
    public void PrepaidCreditOutlivesAPlanChangeOfItsMonth()
    {
        PricePlan other =
            Usage with { Name = "Other", Charges = [PerCall with { Limits = Band.Between(0m, 1_000m) }] };
        var credit = new PrepaidCredit { Id = "January", Balance = 300m, Usable = DateSpan.Months(NewYear, 1) };
        BillingAccount account = AccountOn(Usage).AddCredit(credit).ChangePlan(other, MidJanuary);

        Invoice before = InvoiceCalculator.Interim(account, MidJanuary, Used(100m));
        Invoice after = Next(before.ClosingAccount, Used(200m));

        Assert.Equal(0m, before.Total);
        Assert.Equal(0m, after.Total);
        Assert.Equal(100m, after.PrepaidClose!.Expired);
    }

    [Fact]
    public void AllowanceIsCarriedOnceFromAMonthInTwoParts()
    {
        PricePlan plan =
            Usage with { Charges = [PerCall with { Allowance = Allowance.Of(100m, Rollover.UpTo(20m)) }] };
        BillingAccount account = AccountOn(plan) with { Carried = [CarriedAllowance.Of(Calls, 20m)] };

        Invoice before = InvoiceCalculator.Interim(account, MidJanuary, Used(0m));
        Invoice after = Next(before.ClosingAccount, Used(100m));

        Assert.Equal(0m, before.Total + after.Total);
        Assert.Equal([CarriedAllowance.Of(Calls, 20m)], after.ClosingAccount.Carried);
    }

    [Fact]
    public void PlanReplacedOnItsFirstDayGivesBackWhatWasCharged()
    {
        PricePlan yearly = Usage with { BaseFee = 9_600m, PercentDiscount = 0.2m };
        BillingAccount account = AccountOn(yearly) with
        {
            Cycle = new BillingCycle { Fee = FeeTiming.InAdvance, FeeInterval = BillingInterval.Years(1) },
        };

        Invoice advance = InvoiceCalculator.Advance(account);
        Invoice january = Next(advance.ClosingAccount.ChangePlan(Usage, NewYear), Used(0m));
        FeeChange change = PricePlanChangeCalculator.Change(yearly, Usage, DateSpan.Year(2027), NewYear, Currency.Usd);

        Assert.Equal(7_680m, advance.Total);
        Assert.Equal(-7_680m, january.Total);
        Assert.Equal(-7_680m, change.Credit);
    }

    [Fact]
    public void PeriodIsBilledOnceAndInOrder()
    {
        Invoice january = Next(AccountOn(Usage), Used(1m));
        BillingAccount account = january.ClosingAccount;
        DateSpan february = DateSpan.Of(new YearMonth(2027, 2));

        foreach (int month in new[] { 1, 5 })
        {
            Refusal.With(
                $"period was {DateSpan.Of(new YearMonth(2027, month))}; {february}, the next period of Acme, which is "
                    + $"billed through 2027-02-01, is expected.",
                () => InvoiceCalculator.Next(account, DateSpan.Of(new YearMonth(2027, month)), Used(1m)));
        }

        Assert.Equal(february, account.NextPeriod());
    }

    [Fact]
    public void CreditCoversUsageOfItsOwnDaysOnly()
    {
        Invoice interim = InvoiceCalculator.Interim(AccountOn(Usage), new LocalDate(2027, 1, 20), Used(600m));
        var topUp =
            new PrepaidCredit { Id = "top-up", Balance = 300m, Usable = DateSpan.From(new LocalDate(2027, 1, 20)) };
        Invoice january = Next(interim.ClosingAccount.AddCredit(topUp), Used(700m));

        Assert.Equal(600m, interim.Total);
        Assert.Equal(0m, january.Total);
        Assert.Equal(200m, january.ClosingAccount.Credits[0].Balance);
    }

    [Fact]
    public void PeriodsOfAnAccountReturnToItsAnchorDay()
    {
        BillingAccount account = AccountOn(Usage) with { ContractStart = new LocalDate(2027, 1, 31) };
        Invoice first = Next(account, Used(1m));
        BillingAccount next = first.ClosingAccount;

        Assert.Equal(DateSpan.Between(new LocalDate(2027, 1, 31), new LocalDate(2027, 2, 28)), first.Period.Span);
        Assert.Equal(DateSpan.Between(new LocalDate(2027, 2, 28), new LocalDate(2027, 3, 31)), next.NextPeriod());
        Refusal.Any<ArgumentException>(() => InvoiceCalculator.Next(
            next, DateSpan.Months(new LocalDate(2027, 2, 28), 1), Used(1m)));
    }

    [Fact]
    public void TaxOfManyInterimInvoicesIsThatOfTheirSum()
    {
        PricePlan cents = Usage with { Charges = [PerCall with { Price = PriceModel.PerUnit(0.05m) }] };
        BillingAccount account = AccountOn(cents) with { TaxRate = 0.08m };
        decimal total = 0m;
        for (int calls = 1; calls <= 200; calls++)
        {
            Invoice invoice = InvoiceCalculator.Interim(account, NewYear.PlusDays(1 + (calls / 7)), Used(calls));
            total += invoice.Total;
            account = invoice.ClosingAccount;
        }

        Assert.Equal(10.80m, total);
        Assert.Equal(0m, Next(account, Used(200m)).Total);
    }

    [Fact]
    public void MeterWithoutUsageIsRefusedAndZeroIsStated()
    {
        BillingAccount account = AccountOn(Usage);

        Refusal.With(
            "usage had no usage of \"calls\", which plan \"Usage\" bills; a quantity is expected, zero if there was "
                + "none.",
            () => InvoiceCalculator.Next(account, account.NextPeriod(), []));
        Assert.Equal(0m, Next(account, Used(0m)).Total);
    }

    [Fact]
    public void MinimumOfAChargeWaitsForTheEndOfThePeriod()
    {
        PricePlan plan = Usage with { Charges = [PerCall with { Limits = Band.AtLeast(100m) }] };

        Invoice interim = InvoiceCalculator.Interim(AccountOn(plan), MidJanuary, Used(30m));
        Invoice january = Next(interim.ClosingAccount, Used(40m));

        Assert.Equal(30m, interim.Total);
        Assert.Equal(70m, january.Total);
        Assert.Equal(60m, Assert.Single(january.Lines, line => line.Kind == InvoiceLineKind.Minimum).Amount);
    }

    [Fact]
    public void YearlyFeeFollowsAnEndThatIsMovedLater()
    {
        BillingAccount ended = YearlyFee().EndContract(new LocalDate(2027, 7, 1));
        Invoice january = Next(ended, Used(0m));
        Invoice february = Next(january.ClosingAccount.EndContract(new LocalDate(2027, 10, 1)), Used(0m));

        Assert.Equal(1_810m, january.Total); // 181 of 365 days
        Assert.Equal(920m, february.Total); // 92 further days
    }

    [Fact]
    public void YearlyFeeOfARenewedContractIsForTheDaysLeft()
    {
        BillingAccount account = YearlyFee().EndContract(new LocalDate(2027, 2, 1));
        BillingAccount billed = Next(account, Used(0m)).ClosingAccount;

        Assert.True(billed.IsFullyBilled);
        Assert.Equal(3_340m, Next(billed with { ContractEnd = null }, Used(0m)).Total); // 334 of 365 days
    }

    [Fact]
    public void SmallUnitsAreNotRoundingNoise() =>
        Assert.Equal(10m, UnitConversion.Divide(1e-28m, UnitRounding.Up).Convert(1e-27m));

    private static BillingAccount AccountOn(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = NewYear };

    private static BillingAccount YearlyFee() => AccountOn(Usage with { BaseFee = 3_650m }) with
    {
        Cycle = new BillingCycle { Fee = FeeTiming.InAdvance, FeeInterval = BillingInterval.Years(1) },
    };

    private static MeterUsage[] Used(decimal calls) => [MeterUsage.Of(Calls, calls)];

    private static Invoice Next(BillingAccount account, MeterUsage[] usage) =>
        InvoiceCalculator.Next(account, account.NextPeriod(), usage);
}
