using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class RevenueHistoryTests
{
    private static readonly YearMonth March = new(2027, 3);

    private static readonly Subscription Year = new()
    {
        Account = "A", Term = DateSpan.Year(2027), Amount = 1_200m, Interval = RecurringInterval.Annual,
    };

    [Fact]
    public void MergersRestateTheWholeHistory()
    {
        Subscription[] subscriptions =
        [
            Year with { Term = DateSpan.Between(new(2027, 1, 1), new(2027, 3, 1)), Segment = "SMB" },
            Year with { Account = "B", Segment = "Enterprise" },
            Year with { Account = "B", Term = DateSpan.From(new(2027, 3, 1)) },
        ];

        RevenueHistory asReported = RevenueHistory.Of(subscriptions, March);
        RevenueHistory restated = RevenueHistory.Of(
            subscriptions, March, new RevenueRules { Mergers = [AccountMerger.Of("A", "B")] });

        Assert.Equal(-1_200m, BridgeCalculator.Bridge(asReported)[2].Churn);
        Assert.Equal(1, restated.AccountCount);
        Assert.Equal(0m, BridgeCalculator.Bridge(restated)[2].NetNew);
        Assert.Equal("Enterprise", BridgeCalculator.Bridge(
            restated, new RetentionOptions { GroupBy = RevenueDimension.Segment })[0].Group);
    }

    [Fact]
    public void PausesStayInRevenueByDefault()
    {
        Subscription paused = Year with { Pauses = [DateSpan.Between(new(2027, 2, 10), new(2027, 3, 10))] };

        Assert.Equal([1_200m, 1_200m, 1_200m], Amounts(RevenueHistory.Of([paused], March)));
        Assert.Equal([1_200m, 0m, 1_200m], Amounts(RevenueHistory.Of(
            [paused], March, new RevenueRules { Pauses = PauseTreatment.Removed })));
    }

    [Fact]
    public void FreeMonthsCountByTheRule()
    {
        Subscription free = Year with { FreePeriods = [DateSpan.Between(new(2027, 1, 1), new(2027, 3, 15))] };

        Assert.Equal([1_200m, 1_200m, 1_200m], Amounts(RevenueHistory.Of([free], March)));
        Assert.Equal([1_200m], Amounts(RevenueHistory.Of(
            [free], March, new RevenueRules { FreePeriods = FreePeriodTreatment.FromFirstPaidDay })));
        Assert.Equal(
            [960m, 960m, 960m],
            Amounts(RevenueHistory.Of(
                [free], March, new RevenueRules { FreePeriods = FreePeriodTreatment.Spread })));
    }

    [Fact]
    public void AnExpiringDiscountIsAnExpansionWhileDiscountsApply()
    {
        Subscription discounted = Year with
        {
            Discounts = [SubscriptionDiscount.OfPercent(DateSpan.Between(new(2027, 1, 1), new(2027, 3, 1)), 0.25m)],
        };

        Assert.Equal([900m, 900m, 1_200m], Amounts(RevenueHistory.Of([discounted], March)));
        Assert.Equal([1_200m, 1_200m, 1_200m], Amounts(RevenueHistory.Of(
            [discounted], March, new RevenueRules { Discounts = DiscountTreatment.PermanentOnly })));
    }

    [Fact]
    public void ChurnIsRecognizedWhenNoticeIsGivenByTheRule()
    {
        Subscription leaving = Year with { NoticeGiven = new LocalDate(2027, 2, 20) };

        Assert.Equal([1_200m, 1_200m, 1_200m], Amounts(RevenueHistory.Of([leaving], March)));
        Assert.Equal([1_200m, 0m, 0m], Amounts(RevenueHistory.Of(
            [leaving], March, new RevenueRules { ChurnDate = ChurnDate.NoticeGiven })));
    }

    [Fact]
    public void AnAccountInTwoSegmentsIsRefusedOrResolved()
    {
        Subscription[] subscriptions =
        [
            Year with { Segment = "SMB" }, Year with { Segment = "Enterprise", Term = DateSpan.From(new(2027, 2, 1)) },
        ];

        Refusal.With(
            "subscriptions had account \"A\" in the segments \"Enterprise\" and \"SMB\"; one segment is expected, or "
                + "a rule (RevenueRules.SegmentConflict).",
            () => RevenueHistory.Of(subscriptions, March));
        Assert.Equal("Enterprise", Segment(SegmentConflict.Latest));
        Assert.Equal("SMB", Segment(SegmentConflict.Earliest));

        string? Segment(SegmentConflict rule) => BridgeCalculator.Bridge(
            RevenueHistory.Of(subscriptions, March, new RevenueRules { SegmentConflict = rule }),
            new RetentionOptions { GroupBy = RevenueDimension.Segment })[0].Group;
    }

    [Fact]
    public void AmountsOfManyDigitsAreExact()
    {
        decimal[] amounts = [7_922_816_251.4264337593543m, 0.0000000000001m, 12_345_678.5m];

        RevenueHistory history = RevenueHistory.Of(amounts.Select((amount, i) => new AccountMonth
        {
            Account = $"{i}", Month = March, Amount = amount / 1_000m,
        }));

        Assert.Equal(amounts.Sum(amount => amount / 1_000m), BridgeCalculator.Bridge(history)[0].Closing);
    }

    [Fact]
    public void RefusesAmountsThatNoDecimalSums()
    {
        AccountMonth[] months =
        [
            new() { Account = "A", Month = March, Amount = decimal.MaxValue },
            new() { Account = "B", Month = March, Amount = 1m },
        ];

        Refusal.With(
            "The sum of all amounts is too large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller "
                + "figures are expected.",
            () => RevenueHistory.Of(months));
    }

    [Fact]
    public void RefusesMonthsAfterTheAsOfMonth() =>
        Refusal.With(
            "months had account \"A\" in 2027-04; 2027-03 or an earlier month is expected.",
            () => RevenueHistory.Of(
                [new AccountMonth { Account = "A", Month = March.PlusMonths(1), Amount = 1m }], March));

    [Fact]
    public void RefusesDiscountsAboveTheAmount() =>
        Refusal.With(
            "subscription \"S-1\" of account \"A\" has discounts of 1500 on 2027-01-31; at most 1200 is expected.",
            () => RevenueHistory.Of(
                [Year with { Id = "S-1", Discounts = [SubscriptionDiscount.OfAmount(DateSpan.Year(2027), 1_500m)] }],
                March));

    [Fact]
    public void RefusesAStartInAnotherCentury() =>
        Refusal.With(
            "subscriptions had account \"A\" in 1027-01, more than 1,200 months before 2027-03; a later start is "
                + "expected.",
            () => RevenueHistory.Of([Year with { Term = DateSpan.From(new(1027, 1, 1)) }], March));

    [Fact]
    public void AMergerHasOneTargetAndNoCircle()
    {
        Refusal.With(
            "Mergers had account \"A\" twice; one merger of it is expected.",
            () => new RevenueRules { Mergers = [AccountMerger.Of("A", "B"), AccountMerger.Of("A", "C")] });
        Refusal.With(
            "Mergers had a circle that contains account \"A\"; chains that end are expected.",
            () => new RevenueRules { Mergers = [AccountMerger.Of("A", "B"), AccountMerger.Of("B", "A")] });
    }

    // A report as of March is the same, whether or not the contracts of April are in the data.
    [Fact]
    public void ContractsAfterTheAsOfMonthChangeNothing()
    {
        Subscription later = Year with { Segment = "Enterprise", Term = DateSpan.From(new(2027, 4, 1)) };
        RevenueRules latest = new() { SegmentConflict = SegmentConflict.Latest };
        RetentionOptions bySegment = new() { GroupBy = RevenueDimension.Segment };

        RevenueHistory history = RevenueHistory.Of(
            [Year with { Segment = "SMB" }, later, later with { Account = "B" }], March, latest);

        Assert.Equal(1, history.AccountCount);
        Assert.Equal(2, history.UncountedCount);
        Assert.Equal(
            BridgeCalculator.Bridge(RevenueHistory.Of([Year with { Segment = "SMB" }], March), bySegment),
            BridgeCalculator.Bridge(history, bySegment));
    }

    // The months of a part have a larger sum than its records.
    [Fact]
    public void LargeHistoriesMergeAsTheirRecordsAdd()
    {
        Subscription large = Year with { Amount = 1e25m, Term = DateSpan.From(new(2017, 1, 1)) };
        Subscription small = large with { Account = "B", Amount = 1m };

        RevenueHistory merged = RevenueHistory.Of([large], March).Merge(RevenueHistory.Of([small], March));

        Assert.Equal(
            RetentionAnalysisCalculator.Measure(RevenueHistory.Of([large, small], March)),
            RetentionAnalysisCalculator.Measure(merged.Merge(RevenueHistory.Of(Array.Empty<Subscription>(), March))));
    }

    [Fact]
    public void ArrDoesNotMergeWithMrr() =>
        Refusal.With(
            "other was MRR; a history of ARR is expected.",
            () => RevenueHistory.Of([Year], March).Merge(
                RevenueHistory.Of([Year], March, new RevenueRules { Measure = RecurringMeasure.Mrr })));

    [Fact]
    public void RefusesMonthsOfOtherCalendars()
    {
        YearMonth julian = new(2027, 3, CalendarSystem.Julian);

        Refusal.With(
            "Month was 2027-03 in the Julian calendar; a month of the ISO calendar is expected.",
            () => new AccountMonth { Account = "A", Month = julian, Amount = 1m });
        Refusal.With(
            "asOf was 2027-03 in the Julian calendar; a month of the ISO calendar is expected.",
            () => RevenueHistory.Of([Year], julian));
    }

    private static IEnumerable<decimal> Amounts(RevenueHistory history) =>
        Enumerable.Range(0, history.MonthCount).Select(month =>
            history.Amount("A", history.FirstMonth.PlusMonths(month)));
}
