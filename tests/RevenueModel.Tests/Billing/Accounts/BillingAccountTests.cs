using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>The next period of an account, and what is recorded on it.</summary>
public class BillingAccountTests
{
    private static readonly LocalDate Jan15 = new(2027, 1, 15);

    private static readonly PricePlan Small = new() { Name = "Small", BaseFee = 60m };

    private static readonly PricePlan Large = new() { Name = "Large", BaseFee = 120m };

    private static readonly BillingAccount Account = new()
    {
        Customer = "Acme",
        Plan = Small,
        Currency = Currency.Usd,
        ContractStart = Jan15,
    };

    [Fact]
    public void TheFirstPeriodStartsWithTheContract() =>
        Assert.Equal(DateSpan.Months(Jan15, 1), Account.NextPeriod());

    [Fact]
    public void TheFirstPeriodIsTheOneOfTheAnchorWithTheStart()
    {
        BillingAccount account = Account with { Cycle = new BillingCycle { Anchor = new LocalDate(2026, 5, 1) } };
        Assert.Equal(DateSpan.Of(new YearMonth(2027, 1)), account.NextPeriod());
        Assert.Equal(
            DateSpan.Of(new YearMonth(2027, 4)), (account with { BilledThrough = new(2027, 4, 1) }).NextPeriod());
    }

    [Fact]
    public void EachInvoiceMovesTheNextPeriodOn()
    {
        Invoice january = InvoiceCalculator.Next(Account, Account.NextPeriod());
        Assert.Equal(new LocalDate(2027, 2, 15), january.ClosingAccount.BilledThrough);
        Assert.Equal(DateSpan.Months(new(2027, 2, 15), 1), january.ClosingAccount.NextPeriod());

        Invoice interim = InvoiceCalculator.Interim(january.ClosingAccount, new(2027, 3, 1));
        Assert.Equal(january.ClosingAccount.NextPeriod(), interim.ClosingAccount.NextPeriod());
        Assert.Equal(
            "[2027-02-15, 2027-03-15) through 2027-03-01: 60 billed in 1 invoice",
            interim.ClosingAccount.Open?.ToString());
    }

    [Fact]
    public void APeriodAfterTheYear9999IsNoPeriod()
    {
        BillingAccount account = Account with { BilledThrough = new(9999, 12, 15) };
        InvalidOperationException none = Assert.Throws<InvalidOperationException>(() => account.NextPeriod());
        Assert.Equal(
            "The next period of Acme, from 9999-12-15 on, is not within the years 1 to 9999.", none.Message);
        Assert.Throws<InvalidOperationException>(() => InvoiceCalculator.Interim(account, new(9999, 12, 20)));
    }

    [Fact]
    public void ChangesOfPlanAreKeptByDate()
    {
        BillingAccount account = Account
            .ChangePlan(Large, new(2027, 3, 1))
            .ChangePlan(Small, new(2027, 5, 1), PlanChangeConvention.NoRefund)
            .ChangePlan(Large with { Name = "Pro" }, new(2027, 2, 1), PlanChangeConvention.FullDifference);
        Assert.Equal(
            ["2027-02-01 to Pro, full difference", "2027-03-01 to Large", "2027-05-01 to Small, no refund"],
            account.PlanChanges.Select(change => change.ToString()));
        Assert.Equal(Small, account.Plan);
        Assert.Empty(Account.PlanChanges);
    }

    [Fact]
    public void AChangeOnTheDayOfAnotherOneReplacesIt()
    {
        BillingAccount account = Account
            .ChangePlan(Large, new(2027, 3, 1), PlanChangeConvention.FullDifference)
            .ChangePlan(Small, new(2027, 3, 1));
        Assert.Equal<PricePlanChange>(
            [new PricePlanChange { On = new(2027, 3, 1), Plan = Small }], account.PlanChanges);
    }

    [Theory]
    [InlineData(1, 16, 2, 15)]
    [InlineData(2, 15, 2, 15)] // the first day of a period is one
    [InlineData(2, 16, 3, 15)]
    public void AChangeFromTheNextPeriodIsOnItsFirstDay(int month, int day, int effectiveMonth, int effectiveDay)
    {
        PricePlanChange change = Account
            .ChangePlan(Large, new(2027, month, day), PlanChangeConvention.FromNextPeriod).PlanChanges.Single();
        Assert.Equal(new LocalDate(2027, effectiveMonth, effectiveDay), change.On);
        Assert.EndsWith("to Large, from the next period", change.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AChangeFromTheNextPeriodIsFromThatOfTheFee()
    {
        BillingAccount account = Account with { Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1) } };
        Assert.Equal(
            new LocalDate(2028, 1, 15),
            account.ChangePlan(Large, new(2027, 2, 16), PlanChangeConvention.FromNextPeriod).PlanChanges.Single().On);
    }

    [Fact]
    public void ChangesThatAreBilledAreGone()
    {
        BillingAccount account = Account.ChangePlan(Large, new(2027, 2, 1)).ChangePlan(Small, new(2027, 3, 1));
        Invoice first = InvoiceCalculator.Next(account, account.NextPeriod());
        Assert.Equal(("Large", Large), (first.Plan, first.ClosingAccount.Plan));
        Assert.Equal(["2027-03-01 to Small"], first.ClosingAccount.PlanChanges.Select(change => change.ToString()));
    }

    [Fact]
    public void ChangesBeforeTheNextPeriodAreRefused()
    {
        BillingAccount billed = Account with { BilledThrough = new(2027, 2, 15) };
        Refusal.With(
            "on was 2027-02-14; a day from 2027-02-15 on, through which Acme is billed, is expected.",
            () => billed.ChangePlan(Large, new(2027, 2, 14)));
        Refusal.By<ArgumentOutOfRangeException>("on", () => Account.ChangePlan(Large, new(2027, 1, 14)));
        Refusal.By<ArgumentNullException>("plan", () => Account.ChangePlan(null!, Jan15));
        Refusal.Any<ArgumentException>(() => Account.ChangePlan(Large, Jan15, (PlanChangeConvention)9));
        Refusal.With(
            "on was 9999-12-20; a day whose fee period is within the years 1 to 9999 is expected.",
            () => Account.ChangePlan(Large, new(9999, 12, 20), PlanChangeConvention.FromNextPeriod));
        PricePlan conflicting = Large with { Protection = new OverageProtection { Cap = BillCap.At(5m) } };
        Refusal.By<ArgumentException>("plan", () => Account.ChangePlan(conflicting, Jan15));
    }

    [Fact]
    public void ChangesInNoOrderOrOfNothingAreRefused()
    {
        PricePlanChange march = new() { On = new(2027, 3, 1), Plan = Large };
        PricePlanChange may = new() { On = new(2027, 5, 1), Plan = Small };
        Assert.Equal(2, (Account with { PlanChanges = [march, may] }).PlanChanges.Count);
        Refusal.With(
            "PlanChanges had a change on 2027-03-01 after one on 2027-05-01; ascending dates are expected.",
            () => Account with { PlanChanges = [may, march] });
        Refusal.Any<ArgumentException>(() => Account with { PlanChanges = [march, march] });
        Refusal.Any<ArgumentException>(() => Account with { PlanChanges = [null!] });
        Refusal.Any<ArgumentException>(() => march with { Plan = null! });
        Refusal.Any<ArgumentException>(() => march with { Convention = (PlanChangeConvention)9 });
    }

    [Fact]
    public void AContractIsEndedOnADay()
    {
        BillingAccount account = Account.EndContract(new(2027, 6, 1), EarlyEndTrueUp.None, EarlyEndFee.InFull);
        Assert.Equal(
            new ContractEnd { On = new(2027, 6, 1), TrueUp = EarlyEndTrueUp.None, Fee = EarlyEndFee.InFull },
            account.ContractEnd);
        Assert.Equal(new ContractEnd { On = new(2027, 7, 1) }, account.EndContract(new(2027, 7, 1)).ContractEnd);
        Assert.Null(Account.ContractEnd);
    }

    [Fact]
    public void AnEndBeforeTheNextPeriodIsRefused()
    {
        Refusal.With(
            "on was 2027-01-15; a day after 2027-01-15, the start of the contract, and not before 2027-01-15, "
                + "through which Acme is billed, is expected.",
            () => Account.EndContract(Jan15));
        BillingAccount billed = Account with { BilledThrough = new(2027, 2, 15) };
        Assert.True(billed.EndContract(new(2027, 2, 15)).IsFullyBilled);
        Refusal.By<ArgumentOutOfRangeException>("on", () => billed.EndContract(new(2027, 2, 14)));
        Refusal.Any<ArgumentException>(() => Account.EndContract(new(2027, 6, 1), (EarlyEndTrueUp)9));
        Refusal.Any<ArgumentException>(() => Account.EndContract(new(2027, 6, 1), fee: (EarlyEndFee)9));
    }

    [Fact]
    public void CreditsAreAddedInOrder()
    {
        PrepaidCredit paid = new() { Id = "paid", Balance = 100m };
        PrepaidCredit gift = new() { Id = "gift", Balance = 20m };
        Assert.Equal<PrepaidCredit>([paid, gift], Account.AddCredit(paid).AddCredit(gift).Credits);
        Refusal.With(
            "credit had the id \"PAID\" of another credit of Acme; a unique id is expected.",
            () => Account.AddCredit(paid).AddCredit(gift with { Id = "PAID" }));
        Refusal.By<ArgumentNullException>("credit", () => Account.AddCredit(null!));
    }

    [Fact]
    public void AccountsAreEqualByValue()
    {
        BillingAccount one = Account.ChangePlan(Large, new(2027, 3, 1)).AddCredit(
            new PrepaidCredit { Id = "a", Balance = 1m });
        BillingAccount same = Account.ChangePlan(Large, new(2027, 3, 1)).AddCredit(
            new PrepaidCredit { Id = "a", Balance = 1m });
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Account);
        Assert.NotEqual(one, one with { BilledThrough = Jan15 });
    }

    [Fact]
    public void AFeeThatStandsIsOfAPlanAndNotNegative()
    {
        DateSpan year = DateSpan.Months(Jan15, 12);
        StandingFee fee = new() { Period = year, Days = year, Plan = Small, Amount = 60m };
        Refusal.Any<ArgumentException>(() => fee with { Plan = null! });
        Refusal.Any<ArgumentException>(() => fee with { Amount = -1m });
    }
}
