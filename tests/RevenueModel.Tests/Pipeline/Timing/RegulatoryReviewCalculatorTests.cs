using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline.Timing;

public class RegulatoryReviewCalculatorTests
{
    private static readonly LocalDate AsOf = new(2027, 7, 1);

    private static readonly RegulatoryAccount[] Accounts =
    [
        RegulatoryAccount.Of("Grid", "NERC CIP", 40, 31, new LocalDate(2027, 10, 1)),
        RegulatoryAccount.Of("Pipe", "TSA Security Directives", 20, 20, new LocalDate(2027, 6, 1)),
        RegulatoryAccount.Of("Acme", "NIS2", 30, 10, new LocalDate(2027, 6, 20)),
        RegulatoryAccount.Of("Acme", "IEC 62443", 12, 2),
        RegulatoryAccount.Of("Beta", "NIS2", 30, 29, new LocalDate(2027, 12, 31)),
    ];

    [Fact]
    public void AccountsAreReviewedByTheQuarterOfTheirDeadline()
    {
        Opportunity[] deals =
        [
            Deal("grid", "nerc cip", 300m), Deal("Grid", "NERC CIP", null), Deal("Acme", "NIS2", 50m),
            Deal("Acme", "CIRCIA", 7m), Deal(null, "NIS2", 5m), Deal("Grid", null, 1_000m),
        ];
        RegulatoryReview review = RegulatoryReviewCalculator.Review(Accounts, deals, AsOf);
        Assert.Equal(
            [YearQuarter.Of(2027, 2), YearQuarter.Of(2027, 4), null],
            review.Quarters.Select(quarter => quarter.Quarter));
        Assert.Equal([50m, 300m, 0m], review.Quarters.Select(quarter => quarter.Exposure));
        Assert.Equal([20L, 10L, 10L], review.Quarters.Select(quarter => quarter.ControlGap));
        Assert.Equal([1, 0, 0], review.Quarters.Select(quarter => quarter.OverdueCount));
        Assert.Equal([0, 1, 1], review.Quarters.Select(quarter => quarter.WithoutDealCount));
        Assert.Equal(["Pipe", "Acme"], review.Quarters[0].Accounts.Select(line => line.Account.Account));
        Assert.Equal(new RegulatoryAccountReview(Accounts[0], 2, 300m, 92), review.Quarters[1].Accounts[0]);
        Assert.Equal((2, 12m), (review.UnmappedDealCount, review.UnmappedAmount));
    }

    [Fact]
    public void FutureFactsHaveNoEffect()
    {
        Opportunity open = Deal("Grid", "NERC CIP", 300m);
        Opportunity[] planted =
        [
            open with { Timeline = DealTimeline.Won(new(2027, 1, 1), AsOf.PlusDays(1)) },
            open with { Timeline = DealTimeline.Open(AsOf.PlusDays(1)) },
            open with { Timeline = DealTimeline.Lost(new(2027, 1, 1), AsOf) },
            open with { Timeline = DealTimeline.Won() },
        ];
        Opportunity today = open with { Timeline = DealTimeline.Open(AsOf) };
        Assert.Equal(
            RegulatoryReviewCalculator.Review(Accounts, [open], AsOf),
            RegulatoryReviewCalculator.Review(Accounts, [today], AsOf));
        Assert.Equal(
            RegulatoryReviewCalculator.Review(Accounts, [open], AsOf),
            RegulatoryReviewCalculator.Review(Accounts, planted, AsOf));
    }

    [Fact]
    public void QuartersAreThoseOfTheFiscalCalendar()
    {
        RegulatoryReview review = RegulatoryReviewCalculator.Review(
            Accounts.ToList(), [], AsOf, FiscalCalendar.StartingIn(2));
        Assert.Equal(
            [YearQuarter.Of(2028, 2), YearQuarter.Of(2028, 3), YearQuarter.Of(2028, 4), null],
            review.Quarters.Select(quarter => quarter.Quarter));
    }

    [Fact]
    public void TheDeadlineIsInWords()
    {
        Assert.EndsWith(", 1 day left", Review(Accounts[0], 1));
        Assert.EndsWith(", 0 days left", Review(Accounts[0], 0));
        Assert.EndsWith(", overdue", Review(Accounts[0], -1));
        Assert.EndsWith(", deadline passed 1 day ago", Review(Accounts[1], -1));
        Assert.EndsWith(", deadline passed 5 days ago", Review(Accounts[1], -5));

        static string Review(RegulatoryAccount account, int days) =>
            new RegulatoryAccountReview(account, 1, 5m, days).ToString();
    }

    [Fact]
    public void ImpossibleResultsAreRefused()
    {
        Refusal.By<ArgumentNullException>("Account", () => new RegulatoryAccountReview(null!, 1, 5m, 1));
        Refusal.By<ArgumentOutOfRangeException>(
            "OpenDeals", () => new RegulatoryAccountReview(Accounts[0], -1, 5m, 1));
        var one = new RegulatoryAccountReview(Accounts[0], 1, 5m, 1);
        Refusal.By<ArgumentOutOfRangeException>("Exposure", () => one with { Exposure = -1m });
    }

    [Fact]
    public void WhatCannotBeReviewedIsRefused()
    {
        Refusal.With(
            "controlsInPlace was 41 for Grid; 0 to 40 is expected.",
            () => RegulatoryAccount.Of("Grid", "NERC CIP", 40, 41));
        Refusal.By<ArgumentOutOfRangeException>("controlsRequired", () => RegulatoryAccount.Of("Grid", "X", -1, 0));
        Refusal.By<ArgumentException>("regulation", () => RegulatoryAccount.Of("Grid", " ", 1, 0));
        Refusal.By<ArgumentException>(
            "accounts", () => RegulatoryReviewCalculator.Review([Accounts[0], Accounts[0]], [], AsOf));
        Opportunity huge = Deal("Grid", "NERC CIP", decimal.MaxValue);
        Refusal.By<ArgumentException>(
            "opportunities", () => RegulatoryReviewCalculator.Review(Accounts, [huge, huge], AsOf));
        Opportunity beta = Deal("Beta", "NIS2", decimal.MaxValue);
        Refusal.By<ArgumentException>(
            "opportunities", () => RegulatoryReviewCalculator.Review(Accounts, [huge, beta], AsOf));
    }

    private static Opportunity Deal(string? account, string? regulation, decimal? amount) =>
        TestOpportunities.Open(amount) with
        {
            Account = account,
            RegulatoryTrigger = regulation is null ? null : new RegulatoryTrigger { Name = regulation },
        };
}
