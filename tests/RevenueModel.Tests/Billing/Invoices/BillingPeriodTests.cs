using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class BillingPeriodTests
{
    private static readonly DateSpan January = DateSpan.Of(new YearMonth(2027, 1));

    private static readonly LocalDate Jan15 = new(2027, 1, 15);

    [Fact]
    public void APeriodIsOverAndServedAsAWholeUnlessSaid()
    {
        var period = BillingPeriod.Of(January);
        Assert.Equal((January, January, true), (period.Span, period.Service, period.IsOver));
        Assert.Equal((January, January, false), (period.InProgress().Span, period.InProgress().Service, period.InProgress().IsOver));
    }

    [Fact]
    public void WhatWasServedOutsideThePeriodDoesNotCount()
    {
        Assert.Equal(BillingPeriod.Of(January), BillingPeriod.InPart(January, DateSpan.Year(2027)));
        Assert.Equal(BillingPeriod.Of(January), BillingPeriod.InPart(January, default));
        Assert.Equal(
            DateSpan.Between(Jan15, January.End!.Value), BillingPeriod.InPart(January, DateSpan.From(Jan15)).Service);
        Assert.Equal(
            DateSpan.Between(January.Start, Jan15),
            BillingPeriod.InPart(January, DateSpan.Between(new(2026, 6, 1), Jan15)).Service);
    }

    [Fact]
    public void APeriodOfWhichNoDayWasServedIsRefused()
    {
        AssertRefused(
            "service was [2027-02-01, 2027-03-01); a span that shares a day with the period [2027-01-01, 2027-02-01) is expected.",
            () => BillingPeriod.InPart(January, DateSpan.Of(new YearMonth(2027, 2))));
        AssertRefused("service was", () => BillingPeriod.InPart(January, DateSpan.Of(new YearMonth(2026, 12))));
    }

    [Fact]
    public void APeriodThatIsOpenOrNotOfWholeMonthsIsRefused()
    {
        AssertRefused(
            "span was [2027-01-01, open); a span of whole months is expected.",
            () => BillingPeriod.Of(DateSpan.From(January.Start)));
        AssertRefused(
            "span was [2027-01-01, 2027-01-31); a span of whole months is expected.",
            () => BillingPeriod.Of(DateSpan.Between(January.Start, new(2027, 1, 31))));
    }

    [Fact]
    public void PeriodsAreEqualByValue()
    {
        Assert.Equal(BillingPeriod.Of(January), BillingPeriod.InPart(January, January));
        Assert.NotEqual(BillingPeriod.Of(January), BillingPeriod.Of(January).InProgress());
        Assert.NotEqual(BillingPeriod.Of(January), BillingPeriod.InPart(January, DateSpan.From(Jan15)));
    }

    [Fact]
    public void PeriodsPrintTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("[2027-01-01, 2027-02-01)", Culture.In(culture, BillingPeriod.Of(January).ToString));
            Assert.Equal(
                "[2027-01-01, 2027-02-01), served [2027-01-15, 2027-02-01), in progress",
                Culture.In(culture, BillingPeriod.InPart(January, DateSpan.From(Jan15)).InProgress().ToString));
        }
    }

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
