using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Billing;

public class PricePlanChangeCalculatorTests
{
    private static readonly DateSpan March = DateSpan.Of(new YearMonth(2027, 3));

    private static readonly LocalDate March15 = new(2027, 3, 15);

    private static readonly Currency Dinar = Currency.Of("KWD");

    private static readonly Currency Yen = Currency.Of("JPY");

    /// <summary>
    /// Flexprice's proration: 17 of 31 days, the 15th and the 31st included (cases/pricing.json, P37).
    /// </summary>
    public static TheoryData<decimal, decimal, decimal, decimal, decimal> Published => new()
    {
        { 10m, 20m, -5.48m, 10.97m, 5.49m },
        { 100m, 30m, -54.84m, 16.45m, -38.39m },
        { 50m, 100m, -27.42m, 54.84m, 27.42m },
        { 0m, 25m, 0m, 13.71m, 13.71m },
    };

    public static TheoryData<string, decimal, decimal> InMinorUnits => new()
    {
        { "JPY", -5m, 11m }, // 5.48 and 10.97
        { "KWD", -5.484m, 10.968m }, // 5.48387 and 10.96774
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void PublishedChangesOnThe15thOfMarch(decimal from, decimal to, decimal credit, decimal charge, decimal net)
    {
        FeeChange change = PricePlanChangeCalculator.Change(from, to, March, March15, Currency.Usd);
        Assert.Equal(new FeeChange(Currency.Usd, credit, charge, 17m, 31m), change);
        Assert.Equal(net, change.Net);
    }

    [Theory]
    [MemberData(nameof(InMinorUnits))]
    public void EachPartIsRoundedToTheMinorUnit(string currency, decimal credit, decimal charge)
    {
        FeeChange change = PricePlanChangeCalculator.Change(10m, 20m, March, March15, Currency.Of(currency));
        Assert.Equal((credit, charge), (change.Credit, change.Charge));
    }

    [Fact]
    public void ByMonthsOfThirtyTheRestOfMarchIsSixteenDays()
    {
        FeeChange change = PricePlanChangeCalculator.Change(
            30m, 60m, March, March15, Currency.Usd, DayCount.Thirty360);
        Assert.Equal(new FeeChange(Currency.Usd, -16m, 32m, 16m, 30m), change); // from the 15th to the 30th
    }

    [Fact]
    public void AChangeOnTheFirstDayReplacesTheWholeFeeAndOneOnTheLastADay()
    {
        Assert.Equal(
            new FeeChange(Currency.Usd, -10m, 20m, 31m, 31m), PricePlanChangeCalculator.Change(
                10m, 20m, March, March.Start, Currency.Usd));
        Assert.Equal(
            new FeeChange(Currency.Usd, -1m, 2m, 1m, 31m), PricePlanChangeCalculator.Change(
                31m, 62m, March, new(2027, 3, 31), Currency.Usd));
    }

    [Fact]
    public void PlansChangeByTheirBaseFeesAndTheDayCountOfTheNewOne()
    {
        var small = new PricePlan { Name = "Small", BaseFee = 10m };
        var large = new PricePlan { Name = "Large", BaseFee = 20m, DayCount = DayCount.Thirty360 };
        Assert.Equal(
            PricePlanChangeCalculator.Change(10m, 20m, March, March15, Currency.Usd, DayCount.Thirty360),
            PricePlanChangeCalculator.Change(small, large, March, March15, Currency.Usd));
        Assert.Equal(
            PricePlanChangeCalculator.Change(20m, 10m, March, March15, Currency.Usd),
            PricePlanChangeCalculator.Change(large, small, March, March15, Currency.Usd));
    }

    [Property(MaxTest = 300)]
    public Property PartsAreTheExactSharesOfTheFeesRoundedEach(Cents oldFee, Cents newFee, WholeMonths period)
    {
        int days = Period.DaysBetween(period.Span.Start, period.Span.End!.Value);
        Arbitrary<Currency> currencies = Gen.Elements(Currency.Usd, Yen, Dinar).ToArbitrary();
        return Prop.ForAll(Gen.Choose(0, days - 1).ToArbitrary(), currencies, (day, currency) =>
        {
            FeeChange change = PricePlanChangeCalculator.Change(
                Math.Abs(oldFee), Math.Abs(newFee), period, period.Span.Start.PlusDays(day), currency);
            ExactFraction share = ExactFraction.Of(days - day, days);
            return change.Credit == -Round(Exact(Math.Abs(oldFee)) * share, currency.Rounding)
                && change.Charge == Round(Exact(Math.Abs(newFee)) * share, currency.Rounding)
                && change.Days == days - day
                && change.OfDays == days
                && change.Net == change.Credit + change.Charge;
        });
    }

    [Property(MaxTest = 300)]
    public Property AChangeThereAndBackOnOneDayComesToNothing(
        Cents oldFee, Cents newFee, WholeMonths period, bool isThirty)
    {
        DayCount dayCount = isThirty ? DayCount.Thirty360 : DayCount.ActualActual;
        return Prop.ForAll(Gen.Choose(0, period.Span.Days!.Value - 1).ToArbitrary(), day =>
        {
            LocalDate on = period.Span.Start.PlusDays(day);
            FeeChange there = PricePlanChangeCalculator.Change(
                Math.Abs(oldFee), Math.Abs(newFee), period, on, Currency.Usd, dayCount);
            FeeChange back = PricePlanChangeCalculator.Change(
                Math.Abs(newFee), Math.Abs(oldFee), period, on, Currency.Usd, dayCount);
            return there.Net + back.Net == 0m && there.Credit <= 0m && there.Charge >= 0m;
        });
    }

    [Fact]
    public void WhatIsOutOfRangeIsRefused()
    {
        AssertRefused(
            "oldFee was -1; zero or more",
            () => PricePlanChangeCalculator.Change(-1m, 1m, March, March15, Currency.Usd));
        AssertRefused(
            "newFee was -1; zero or more",
            () => PricePlanChangeCalculator.Change(1m, -1m, March, March15, Currency.Usd));
        AssertRefused(
            "on was 2027-04-01; a day in the period [2027-03-01, 2027-04-01) is expected.",
            () => PricePlanChangeCalculator.Change(1m, 1m, March, new(2027, 4, 1), Currency.Usd));
        AssertRefused(
            "on was 2027-02-28; a day in the period",
            () => PricePlanChangeCalculator.Change(1m, 1m, March, new(2027, 2, 28), Currency.Usd));
        AssertRefused(
            "period was [2027-03-01, open); a span with an end is expected.",
            () => PricePlanChangeCalculator.Change(1m, 1m, DateSpan.From(March.Start), March15, Currency.Usd));
        AssertRefused(
            "period was [2027-03-01, 2027-03-31); a span of whole months is expected.",
            () => PricePlanChangeCalculator.Change(
                1m, 1m, DateSpan.Between(March.Start, new(2027, 3, 31)), March15, Currency.Usd, DayCount.Thirty360));
    }

    [Fact]
    public void AChangePrintsTheSameInEveryCulture()
    {
        FeeChange change = PricePlanChangeCalculator.Change(1_000m, 2_000.5m, March, March15, Currency.Usd);
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(
                "-548.39 + 1,097.05 = 548.66 USD for 17 of 31 days", Culture.In(culture, () => change.ToString()));
        }
    }

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
