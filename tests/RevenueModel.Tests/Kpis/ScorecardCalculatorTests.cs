using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis;

[Properties(Arbitrary = [typeof(ScorecardBooks)], MaxTest = 60)]
public class ScorecardCalculatorTests
{
    private static readonly LocalDate Day = new(2027, 6, 30);

    private static readonly ScorecardOptions Options = new() { AsOf = Day, GrossMargin = 0.75m };

    [Property]
    public bool ADifferentOrderOfRowsChangesNothing(ScorecardBook book)
    {
        Scorecard expected = ScorecardCalculator.Measure(book.Data, Options);
        var reversed = new ScorecardData
        {
            Opportunities = [.. book.Data.Opportunities.Reverse()],
            Subscriptions = [.. book.Data.Subscriptions.Reverse()],
            Pocs = [.. book.Data.Pocs.Reverse()],
            Sites = [.. book.Data.Sites.Reverse()],
            Revenues = [.. book.Data.Revenues.Reverse()],
        };

        return ScorecardCalculator.Measure(reversed, Options) == expected;
    }

    [Property]
    public bool MergedPartsGiveTheWhole(ScorecardBook book)
    {
        Scorecard expected = ScorecardCalculator.Measure(book.Data, Options);
        ScorecardSample[] parts =
            [.. Enumerable.Range(0, 3).Select(part => ScorecardSample.Of(book.Part(part, 3), Options))];

        return ScorecardCalculator.Measure(parts[0].Merge(parts[1]).Merge(parts[2])) == expected
            && ScorecardCalculator.Measure(parts[2].Merge(parts[0].Merge(parts[1]))) == expected;
    }

    [Property]
    public bool ColumnsGiveWhatRecordsGive(ScorecardBook book)
    {
        string[] names = ["A", "B"];
        Opportunity[] deals = [.. book.Data.Opportunities];
        DealColumns columns = new()
        {
            Segments = deals.Select(deal => Array.IndexOf(names, deal.Segment)).ToArray(),
            CycleDays = deals.Select(deal => deal.Timeline.CycleDays ?? -1).ToArray(),
            Traits = deals.Select(TraitsOf).ToArray(),
            SegmentNames = names,
        };
        Scorecard records = ScorecardCalculator.Measure(
            new ScorecardData { Opportunities = book.Data.Opportunities }, Options);

        return ScorecardCalculator.Measure(ScorecardSample.OfDeals(columns, Options)) == records;
    }

    [Property]
    public bool RatesAndCountsAreThoseOfASimpleCount(ScorecardBook book)
    {
        Scorecard card = ScorecardCalculator.Measure(book.Data, Options);
        LocalDate from = Day.PlusDays(1).PlusMonths(-12);
        Opportunity[] closed =
            [.. book.Data.Opportunities.Where(deal => deal.Closed >= from && deal.Closed <= Day)];
        Opportunity[] bakeOffs = [.. closed.Where(deal => deal.IsCompetitive == true || deal.Rivals.Count > 0)];
        int[] days =
        [
            .. closed.Where(deal => deal.Outcome == DealOutcome.Won)
                .Select(deal => deal.Timeline.CycleDays).OfType<int>().Order(),
        ];
        Poc[] pocs = [.. book.Data.Pocs.Where(poc => poc.Ended >= from && poc.Ended <= Day)];
        KpiReading win = card.Find(StandardKpis.CompetitiveWinRate.Name)!.Reading;
        KpiReading cycle = card.Find(StandardKpis.CycleLength.Name)!.Reading;
        KpiReading poc = card.Find(StandardKpis.PocConversion.Name)!.Reading;

        return win.Count == bakeOffs.Length
            && win.Value == Share(bakeOffs.Count(deal => deal.Outcome == DealOutcome.Won), bakeOffs.Length)
            && cycle.Count == days.Length
            && cycle.Value == QuantileCalculator.Quantile(days, 0.5m) / (365.25m / 12m)
            && poc.Count == pocs.Length
            && poc.Value == Share(pocs.Count(each => each.Outcome == PocOutcome.Converted), pocs.Length);
    }

    [Property]
    public bool RevenueIsThatOfTheRetentionRoom(ScorecardBook book)
    {
        Scorecard card = ScorecardCalculator.Measure(book.Data, Options);
        if (!book.Data.Subscriptions.Any(each => each.Term.Start <= Day))
        {
            return card.Find(StandardKpis.Acv.Name)!.Status == KpiStatus.NotMeasured;
        }

        RevenueHistory history = RevenueHistory.Of(book.Data.Subscriptions, new YearMonth(2027, 6));
        ValueList<RetentionTotals> windows = RetentionCalculator.ClosedCohort(history);
        RetentionTotals? year = windows.IsEmpty ? null : windows[0];
        ArrBridge last = BridgeCalculator.Bridge(history)[^1];
        KpiReading nrr = card.Find(StandardKpis.Nrr.Name)!.Reading;
        KpiReading logos = card.Find(StandardKpis.LogoRetention.Name)!.Reading;
        KpiReading acv = card.Find(StandardKpis.Acv.Name)!.Reading;

        return Near(nrr.Value, year?.Nrr)
            && nrr.Count == (year?.OpeningCount ?? 0)
            && Near(logos.Value, year?.LogoRetention)
            && Near(acv.Value, last.ClosingCount == 0 ? null : last.Closing / last.ClosingCount);
    }

    [Fact]
    public void ALongCycleIsExplainedByItsDeals()
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 12).Select(i => Won($"D{i}", months: 22) with
            {
                BuyerEngagement = i < 8 ? BuyerEngagement.IT : i < 10 ? BuyerEngagement.Both : null,
                RegulatoryTrigger = i < 3 ? null : new RegulatoryTrigger { Name = "NERC CIP" },
            }),
        ];

        KpiAssessment line = Measure(new() { Opportunities = [.. deals] }).Find(StandardKpis.CycleLength.Name)!;

        Assert.Equal(KpiStatus.Alarm, line.Status);
        Assert.Equal(
            [
                "missing controls-engineering champion: 8 of 10, 2 not recorded",
                "unclear regulatory trigger: 3 of 12",
            ],
            line.Reading.Evidence.Select(evidence => evidence.ToString()));
        Assert.Equal(KpiCauses.NoControlsChampion, line.LikelyCause!.Cause);
        Assert.Equal("Sales Cycle Length: alarm, 22.0 months (22.0 to 22.0 months), 12 cases", line.ToString());
    }

    [Fact]
    public void TheAlarmOfASegmentDecidesItsEvidence()
    {
        ScorecardOptions options = Options with
        {
            Benchmarks =
            [
                .. PublishedBenchmarks.OtSecurity2027,
                new()
                {
                    Kpi = StandardKpis.CycleLength.Name, Segment = "A", Healthy = Band.Between(3m, 9m), Alarm = 12m,
                },
            ],
        };
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 20).Select(i => Won($"D{i}", months: 14) with
            {
                Segment = "A", BuyerEngagement = BuyerEngagement.IT,
            }),
        ];

        KpiAssessment line = ScorecardCalculator.Measure(new ScorecardData { Opportunities = [.. deals] }, options)
            .Find(StandardKpis.CycleLength.Name, "A")!;

        Assert.Equal(KpiStatus.Alarm, line.Status);
        Assert.Equal("missing controls-engineering champion: 20 of 20", line.LikelyCause!.ToString());
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(36)]
    public void LifetimeValueDoesNotDependOnTheWindow(int window)
    {
        // A fifth of the accounts leaves in each year: 125, 100, 80, 64.
        int Last(int account) => account < 64 ? 9000 : account < 80 ? 2027 : account < 100 ? 2026 : 2025;
        Subscription[] all =
        [
            .. Enumerable.Range(0, 125).Select(i => Subscribed($"S{i}", "A", 100m) with
            {
                Term = DateSpan.Between(new LocalDate(2024, 1, 1), new LocalDate(Last(i), 1, 15)),
            }),
        ];

        KpiReading value = ScorecardCalculator.Measure(
            new ScorecardData { Subscriptions = [.. all] },
            Options with { WindowMonths = window, GrossMargin = 1m }).Find(StandardKpis.LifetimeValue.Name)!.Reading;

        Assert.Equal(500, (double)value.Value!.Value, 1e-6);
    }

    [Fact]
    public void RepeatedAndMissingRecordsAreRefused()
    {
        Refusal.With(
            "data had deal \"A\" twice; one record of it is expected.",
            () => ScorecardSample.Of(new() { Opportunities = [Won("A", 3), Won("A", 4)] }, Options));
        Refusal.By<ArgumentNullException>(() => ScorecardSample.Of(new() { Opportunities = [null!] }, Options));
        Refusal.By<ArgumentNullException>(() => ScorecardSample.Of(new() { Subscriptions = [null!] }, Options));
        Refusal.Any<ArgumentException>(() => ScorecardCalculator.Measure(
            new ScorecardData(), Options with { Baseline = new() { AsOf = Day, Lines = [] } }));
        Refusal.Any<ArgumentException>(() => ScorecardSample.Of(new(), Options)
            .Merge(ScorecardSample.Of(new(), Options with { GrossMargin = 0.5m })));
        Refusal.Any<ArgumentException>(() => Options with { AsOf = LocalDate.MaxIsoValue });
    }

    [Fact]
    public void FewDealsAreNoAlarm() => Assert.Equal(
        KpiStatus.TooFew,
        Measure(new() { Opportunities = [Won("A", 30), Won("B", 30), Won("C", 30)] })
            .Find(StandardKpis.CycleLength.Name)!.Status);

    [Fact]
    public void AcvIsNeverJudgedWithoutASegment()
    {
        Scorecard card = Measure(new()
        {
            Subscriptions =
            [
                .. Enumerable.Range(0, 6)
                    .Select(i => Subscribed($"M{i}", PublishedBenchmarks.MidMarket, 200_000m + i)),
                .. Enumerable.Range(0, 6)
                    .Select(i => Subscribed($"E{i}", PublishedBenchmarks.Enterprise, 900_000m + i)),
            ],
        });

        Assert.Equal(KpiStatus.NoBenchmark, card.Find(StandardKpis.Acv.Name)!.Status);
        Assert.Equal(
            KpiStatus.Healthy, card.Find(StandardKpis.Acv.Name, PublishedBenchmarks.MidMarket)!.Status);
        Assert.Equal(
            KpiStatus.Healthy, card.Find(StandardKpis.Acv.Name, PublishedBenchmarks.Enterprise)!.Status);
    }

    [Fact]
    public void LifetimeValueFollowsFromArrMarginAndRetention()
    {
        Subscription[] stay = [.. Enumerable.Range(0, 18).Select(i => Subscribed($"S{i}", "A", 100_000m))];
        Subscription[] left =
        [
            .. Enumerable.Range(0, 2).Select(i => Subscribed($"L{i}", "A", 100_000m) with
            {
                Term = DateSpan.Between(new LocalDate(2025, 1, 1), new LocalDate(2027, 1, 1)),
            }),
        ];

        KpiReading value = Measure(new() { Subscriptions = [.. stay, .. left] })
            .Find(StandardKpis.LifetimeValue.Name)!.Reading;
        KpiReading certain = Measure(new() { Subscriptions = [.. stay] })
            .Find(StandardKpis.LifetimeValue.Name)!.Reading;

        Assert.Equal(100_000m * 0.75m / 0.1m, value.Value);
        Assert.True(value.Interval!.Lower < value.Value && value.Interval.Upper > value.Value);
        Assert.Equal(0.9, value.Interval.Confidence, 1e-12);
        Assert.Null(certain.Value);
        Assert.Null(ScorecardCalculator.Measure(
                new ScorecardData { Subscriptions = [.. stay, .. left] }, new ScorecardOptions { AsOf = Day })
            .Find(StandardKpis.LifetimeValue.Name)!.Reading.Value);
    }

    [Fact]
    public void SitesAreCountedPerYearAndAccount()
    {
        AccountSites Account(string name, params LocalDate[] live) =>
            new() { Account = name, TotalSites = 10, LiveDates = [.. live] };
        LocalDate old = new(2025, 3, 1);
        LocalDate recent = new(2027, 2, 1);
        ScorecardData data = new()
        {
            Sites =
            [
                Account("A", old, recent, recent, recent), Account("B", old), Account("C", old, recent),
                Account("new", recent), Account("future", old, new LocalDate(2027, 7, 1)),
            ],
        };

        KpiReading velocity = Measure(data).Find(StandardKpis.SiteVelocity.Name)!.Reading;
        KpiReading half = ScorecardCalculator.Measure(data, Options with { WindowMonths = 6 })
            .Find(StandardKpis.SiteVelocity.Name)!.Reading;
        KpiReading penetration = Measure(data).Find(StandardKpis.SitePenetration.Name)!.Reading;

        Assert.Equal((1m, 4L), (velocity.Value!.Value, velocity.Count));
        Assert.Equal(2m, half.Value);
        Assert.Equal("no new sites: 2 of 4", velocity.Evidence[0].ToString());
        Assert.Equal(9m / 50m, penetration.Value);
    }

    [Fact]
    public void RecurringMixIsARatioOfSums() => Assert.Equal(
        0.8m,
        Measure(new()
        {
            Revenues =
            [
                new() { Account = "A", Recurring = 700m, Services = 100m },
                new() { Account = "B", Recurring = 100m, Services = 100m },
            ],
        }).Find(StandardKpis.RecurringMix.Name)!.Reading.Value);

    [Fact]
    public void CustomIndicatorsStandBesideTheStandardOnes()
    {
        var patched = new KpiDefinition { Name = "Patched assets", Formula = "patched / assets" };
        var reading = new KpiReading
        {
            Kpi = patched.Name, AsOf = Day, Value = 0.5m, Count = 100,
            Interval = new KpiInterval { Lower = 0.4m, Upper = 0.6m, Confidence = 0.95 },
        };
        ScorecardOptions options = Options with
        {
            CustomKpis = [patched],
            Benchmarks = [new() { Kpi = patched.Name, Healthy = Band.Between(0.9m, 1m), Alarm = 0.8m }],
        };

        Scorecard card = ScorecardCalculator.Measure(
            new ScorecardData { CustomReadings = [reading] }, options);

        Assert.Equal(patched.Name, Assert.Single(card.Alarms).Reading.Kpi);
        Refusal.Any<ArgumentException>(
            () => ScorecardCalculator.Measure(new ScorecardData { CustomReadings = [reading] }, Options));
        Refusal.Any<ArgumentException>(() => ScorecardCalculator.Measure(
            new ScorecardData { CustomReadings = [reading, reading] }, options));
    }

    [Fact]
    public void ABaselineGivesTrends()
    {
        static Poc Ended(int i, PocOutcome outcome, LocalDate day) => new()
        {
            Id = $"{day}-{i}", Account = "A", Started = day.PlusDays(-60), Ended = day, Outcome = outcome,
        };
        ScorecardData Data(int converted, LocalDate day) => new()
        {
            Pocs =
            [
                .. Enumerable.Range(0, 40).Select(
                    i => Ended(i, i < converted ? PocOutcome.Converted : PocOutcome.Stopped, day)),
            ],
        };
        Scorecard before = ScorecardCalculator.Measure(
            Data(8, new LocalDate(2026, 5, 1)), Options with { AsOf = new LocalDate(2026, 6, 30) });

        KpiAssessment line = ScorecardCalculator.Measure(
            Data(30, new LocalDate(2027, 5, 1)), Options with { Baseline = before })
            .Find(StandardKpis.PocConversion.Name)!;

        Assert.Equal((KpiTrendDirection.Better, 0.55m), (line.Trend!.Direction, line.Trend.Change));
        Assert.Equal(KpiStatus.Alarm, before.Find(StandardKpis.PocConversion.Name)!.Status);
    }

    [Fact]
    public void DataThatContradictThemselvesAreRefused()
    {
        var site = new AccountSites { Account = "A", TotalSites = 1, LiveDates = [Day, Day] };
        Refusal.With(
            "data had account \"A\" with 2 live sites and TotalSites 1; at least as many sites are expected.",
            () => ScorecardSample.Of(new() { Sites = [site] }, Options));
        Refusal.Any<ArgumentException>(() => ScorecardSample.Of(new() { Sites = [site, site] }, Options));
        Refusal.With(
            "data had deal \"A\" with 1 rival and IsCompetitive false; true or null is expected.",
            () => ScorecardSample.Of(
                new() { Opportunities = [Won("A", 3) with { IsCompetitive = false, Rivals = ["X"] }] }, Options));
        Refusal.With(
            "RevenueRules.Measure was Mrr; Arr is expected.",
            () => ScorecardSample.Of(
                new(), Options with { RevenueRules = new() { Measure = RecurringMeasure.Mrr } }));
        Refusal.Any<ArgumentException>(() => ScorecardSample.Of(new(), Options)
            .Merge(ScorecardSample.Of(new(), Options with { WindowMonths = 6 })));
        Refusal.Any<ArgumentException>(() => ScorecardSample.OfDeals(
            new DealColumns
            {
                Segments = new int[1], CycleDays = new int[1], Traits = new DealTraits[1], SegmentNames = [],
            },
            Options));
    }

    private static DealTraits TraitsOf(Opportunity deal)
    {
        LocalDate from = Day.PlusDays(1).PlusMonths(-12);
        if (deal.Closed is not { } closed || closed < from || closed > Day)
        {
            return DealTraits.None;
        }

        DealTraits traits = deal.Outcome == DealOutcome.Won ? DealTraits.Won : DealTraits.Lost;
        traits |= deal.IsCompetitive == true || deal.Rivals.Count > 0 ? DealTraits.Competitive : DealTraits.None;
        traits |= deal.BuyerEngagement is null ? DealTraits.None : DealTraits.EngagementKnown;
        traits |= deal.BuyerEngagement is BuyerEngagement.OT or BuyerEngagement.Both
            ? DealTraits.OtEngaged
            : DealTraits.None;
        traits |= deal.RegulatoryTrigger is null ? DealTraits.None : DealTraits.HasTrigger;
        traits |= deal.Rivals.Count > 0 ? DealTraits.RivalsKnown : DealTraits.None;
        return traits | (deal.Rivals.Count > 1 ? DealTraits.ManyRivals : DealTraits.None);
    }

    private static decimal? Share(int part, int whole) => whole == 0 ? null : (decimal)part / whole;

    private static bool Near(decimal? one, decimal? other) =>
        one is null ? other is null : other is { } value && Math.Abs(one.Value - value) <= 1e-18m * (1m + value);

    private static Scorecard Measure(ScorecardData data) => ScorecardCalculator.Measure(data, Options);

    private static Opportunity Won(string id, int months) => new()
    {
        Id = id,
        Stage = "Won",
        Timeline = DealTimeline.Won(
            new LocalDate(2027, 5, 1).PlusDays(-(int)decimal.Round(months * 365.25m / 12m)),
            new LocalDate(2027, 5, 1)),
    };

    private static Subscription Subscribed(string account, string segment, decimal amount) => new()
    {
        Account = account,
        Segment = segment,
        Amount = amount,
        Interval = RecurringInterval.Annual,
        Term = DateSpan.From(new LocalDate(2025, 1, 1)),
    };
}
