using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Forecasting;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Forecasting.Timing.Close;

public class CloseTimingProperties
{
    private const double Accuracy = 1e-12;

    // The definition: the Aalen-Johansen estimate from the deals that were still open after the age.
    [Property(MaxTest = 40)]
    public void ProbabilitiesAreThoseOfTheDealsStillOpen(int seed)
    {
        var book = new TimingBook(seed);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        ValueList<SurvivalSubject> all = ClockOracle.Subjects(book.Deals, book.AsOf, book.Clock);
        for (int i = 0; i < 6; i++)
        {
            decimal age = book.Dice.Next(0, 200) / 4m;
            decimal days = book.Dice.Next(0, 300) / 4m;
            ValueList<SurvivalSubject> open = [.. all.Where(one => one.Time > age)];
            CloseProbability probability = timing.Probability((double)age, (double)days);
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Incidence(open, 1, age + days)), probability.Won, Accuracy);
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Incidence(open, 2, age + days)), probability.Lost, Accuracy);
            Assert.Equal(
                open.IsEmpty ? 1 : SurvivalOracle.Number(SurvivalOracle.Survival(open, age + days)),
                probability.Open,
                Accuracy);
        }
    }

    [Property(MaxTest = 40)]
    public void NewDealsCountClosesOnTheDayOfCreation(int seed)
    {
        var book = new TimingBook(seed);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        ValueList<SurvivalSubject> all = ClockOracle.Subjects(book.Deals, book.AsOf, book.Clock);
        decimal days = book.Dice.Next(0, 60);
        Assert.Equal(
            SurvivalOracle.Number(SurvivalOracle.Incidence(all, 1, days)),
            timing.NewDealProbability((double)days).Won,
            Accuracy);
    }

    [Property(MaxTest = 40)]
    public void TheIntervalHasTheVarianceOfLaterStepsOnly(int seed)
    {
        var book = new TimingBook(seed);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        decimal age = book.Dice.Next(0, 100) / 4m;
        decimal days = book.Dice.Next(10, 200) / 4m;
        ValueList<SurvivalSubject> open =
            [.. ClockOracle.Subjects(book.Deals, book.AsOf, book.Clock).Where(one => one.Time > age)];
        CloseProbability probability = CloseTimingCalculator.Probability(
            timing, (double)age, (double)days, SurvivalIntervalKind.Plain);
        Assert.Equal(timing.Probability((double)age, (double)days), probability with { Interval = null });
        bool hasStep = SurvivalOracle.EventTimes(open).Any(time => time <= age + days);
        double? variance = SurvivalOracle.IncidenceVariance(open, 1, age + days, isAalen: true);
        if (!hasStep || variance is null)
        {
            Assert.Null(probability.Interval);
            return;
        }

        double half = 1.959963984540054 * Math.Sqrt(Math.Max(variance.Value, 0));
        Assert.Equal(Math.Max(probability.Won - half, 0), probability.Interval!.Value.Lower, 1e-9);
        Assert.Equal(Math.Min(probability.Won + half, 1), probability.Interval!.Value.Upper, 1e-9);
    }

    // The definition: the deals that are at risk after the age, each from its entry on.
    [Property(MaxTest = 150)]
    public void DealsThatAreObservedLateEnterLate(int seed)
    {
        var book = new TimingBook(seed, deals: 4 + (Math.Abs(seed % 40)));
        LocalDate from = TimingBook.Start.PlusDays(book.Dice.Next(-5, 120));
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock, observedFrom: from);
        ValueList<SurvivalSubject> all = ClockOracle.Subjects(book.Deals, book.AsOf, book.Clock, from);
        for (int i = 0; i < 8; i++)
        {
            decimal age = book.Dice.Next(1, 400) / 4m;
            decimal days = book.Dice.Next(0, 300) / 4m;
            ValueList<SurvivalSubject> open =
            [
                .. all.Where(one => one.Time > age).Select(one => one with { Entry = Math.Max(one.Entry, age) }),
            ];
            CloseProbability probability = CloseTimingCalculator.Probability(timing, (double)age, (double)days);
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Incidence(open, 1, age + days)), probability.Won, 1e-12);
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Incidence(open, 2, age + days)), probability.Lost, 1e-12);
            Assert.Equal(ObservedDays(open, age, age + days), probability.ObservedDays, 1e-9);
            Assert.True(probability.Interval is not { } interval
                || (interval.Lower <= probability.Won + 1e-12 && interval.Upper >= probability.Won - 1e-12));
        }

        CloseTimingCounts counts = timing.Counts;
        Assert.Equal(
            book.Deals.Count(deal => deal.Created is not null && deal.Closed <= book.AsOf && deal.Closed < from),
            counts.ClosedEarlier);
        Assert.Equal(all.Count(one => one.Cause > 0), counts.Closed);
        Assert.Equal(book.Deals.Length, counts.Counted + counts.Excluded);
    }

    // Days with a deal at risk, up to the age at which all of them have closed; all days after it.
    private static double ObservedDays(ValueList<SurvivalSubject> open, decimal age, decimal end)
    {
        decimal certain = SurvivalOracle.EventTimes(open)
            .Where(time => time <= end && SurvivalOracle.Number(SurvivalOracle.Survival(open, time)) == 0)
            .DefaultIfEmpty(end).Min();
        decimal[] edges =
        [
            .. open.SelectMany(one => new[] { one.Entry, one.Time }).Append(age).Append(certain)
                .Where(time => time >= age && time <= certain).Distinct().Order(),
        ];
        decimal observed = end - certain;
        for (int i = 1; i < edges.Length; i++)
        {
            bool isAtRisk = open.Any(one => one.Entry <= edges[i - 1] && one.Time >= edges[i]);
            observed += isAtRisk ? edges[i] - edges[i - 1] : 0m;
        }

        return (double)observed;
    }

    [Fact]
    public void AfterAnAgeAtWhichAllDealsAtRiskClosedTheEstimateStartsAnew()
    {
        LocalDate start = TimingBook.Start;
        Opportunity[] deals =
        [
            Won("young", start, start.PlusDays(20)),
            .. Enumerable.Range(0, 20).Select(i => Won($"old {i}", start.PlusDays(-60), start.PlusDays(20 + i))),
        ];
        CloseTiming timing = CloseTimingCalculator.Measure(deals, start.PlusDays(50), observedFrom: start);

        Assert.Equal(1, timing.Probability(75, 31).Won, 1e-12);
        Assert.Equal(0.5, timing.Probability(75, 14).Won, 1e-12);
        Assert.Equal(31, timing.Probability(75, 31).ObservedDays);
        CloseTiming old = CloseTimingCalculator.Measure(deals.Skip(1), start.PlusDays(50), observedFrom: start);
        Assert.Equal(0, old.NewDealProbability(50).ObservedDays);
        Assert.Equal(1, old.NewDealProbability(60).ObservedDays, 1e-9);

        static Opportunity Won(string id, LocalDate created, LocalDate closed) =>
            new() { Id = id, Stage = "Any", Timeline = DealTimeline.Won(created, closed) };
    }

    [Fact]
    public void AHorizonThatEndsAtTheLastAgeIsObserved()
    {
        LocalDate start = TimingBook.Start;
        Opportunity[] deals =
        [
            new() { Id = "A", Stage = "Any", Timeline = DealTimeline.Won(start, start.PlusDays(3)) },
            new() { Id = "C", Stage = "Any", Timeline = DealTimeline.Open(start) },
        ];
        foreach (decimal multiplier in (decimal[])[1.1m, 1.2m, 1.3m])
        {
            CloseTiming timing = CloseTimingCalculator.Measure(
                [.. deals.Select(deal => deal with { RegulatoryTrigger = new RegulatoryTrigger { Name = "NIS2" } })],
                start.PlusDays(200),
                new DealClock
                {
                    Pulls =
                    [
                        new DeadlinePull
                        {
                            Regulation = "NIS2", Days = DateSpan.From(start), Multiplier = multiplier,
                        },
                    ],
                });
            for (int day = 1; day < 200; day++)
            {
                double age = (double)(multiplier * day);
                Assert.True(timing.Probability(age, (double)(multiplier * (200 - day))).IsFullyObserved, $"{day}");
            }
        }
    }

    [Property(MaxTest = 40)]
    public void FutureFactsHaveNoEffect(int seed)
    {
        var book = new TimingBook(seed);
        Opportunity[] planted = [.. book.Deals.Select(deal => Planted(deal, book)), .. Later(book)];
        CloseTiming known = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        CloseTiming later = CloseTimingCalculator.Measure(planted, book.AsOf, book.Clock);
        Assert.Equal(known.Table, later.Table);
        Assert.Equal(known.Counts with { CreatedLater = 0 }, later.Counts with { CreatedLater = 0 });
    }

    [Property(MaxTest = 40)]
    public void OutcomesSumToOneAndGrowWithTheHorizon(int seed)
    {
        var book = new TimingBook(seed);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf, book.Clock);
        double age = book.Dice.Next(0, 80);
        CloseProbability before = default;
        for (int days = 0; days < 150; days += 7)
        {
            CloseProbability now = timing.Probability(age, days);
            Assert.InRange(now.Won, before.Won, 1);
            Assert.InRange(now.Lost, before.Lost, 1);
            Assert.Equal(1, now.Won + now.Lost + now.Open, Accuracy);
            Assert.InRange(now.ObservedDays, before.ObservedDays, now.Days);
            before = now;
        }
    }

    [Property(MaxTest = 20)]
    public void BulkProbabilitiesAreTheScalarOnesToTheLastBit(int seed)
    {
        var book = new TimingBook(seed);
        CloseTiming timing = CloseTimingCalculator.Measure(book.Deals, book.AsOf);
        double[] ages = [.. Enumerable.Range(0, 50).Select(_ => (double)book.Dice.Next(0, 100))];
        double[] days = [.. Enumerable.Range(0, 50).Select(_ => (double)book.Dice.Next(0, 100))];
        var won = new double[50];
        timing.WinProbabilities(ages, days, won);
        for (int i = 0; i < won.Length; i++)
        {
            Assert.Equal(timing.WinProbability(ages[i], days[i]), won[i]);
            Assert.Equal(timing.Probability(ages[i], days[i]).Won, won[i]);
        }
    }

    [Property(MaxTest = 30)]
    public void CalendarDaysAreThoseOfAClockWithoutEffect(int seed)
    {
        var book = new TimingBook(seed);
        var idle = new DealClock { Freezes = [new() { Days = DateSpan.Year(1999) }] };
        Assert.Equal(
            CloseTimingCalculator.Measure(book.Deals, book.AsOf),
            CloseTimingCalculator.Measure(book.Deals, book.AsOf, idle));
    }

    // The definition: the group's own deals, and those of the other groups with one weight.
    [Property(MaxTest = 30)]
    public void CredibilityAddsTheOtherGroupsAsPseudoDeals(int seed)
    {
        var book = new TimingBook(seed, deals: 80);
        ValueList<Keyed<string?, CloseTiming>> own = CloseTimingCalculator.BySegment(book.Deals, book.AsOf);
        ValueList<Keyed<string?, CloseTiming>> credible = CloseTimingCalculator.Credible(own);
        CredibilityEstimate? rates = SmallerCoefficient(
            own.Select(line => RateGroup.Of(line.Key ?? "none", line.Value.Counts.Won, line.Value.Counts.Closed)),
            own.Select(line => EarlyCloses(line.Key, book)));
        for (int i = 0; i < own.Count; i++)
        {
            CloseTiming timing = credible[i].Value;
            Assert.Equal(own[i].Key, credible[i].Key);
            Assert.Equal(own[i].Value.Counts, timing.Counts);
            double? most = rates?.Coefficient is { } coefficient ? Math.Min(coefficient, 1e9) : null;
            Assert.Equal(most, timing.Credibility!.Value.PseudoDeals);
            if (most is not { } k)
            {
                Assert.Equal(CloseTimingCalculator.Measure(book.Deals, book.AsOf).Table, timing.Table);
                continue;
            }

            Assert.Equal(rates!.Groups[i].Credibility, timing.Credibility!.Value.Weight, 1e-6);
            string? segment = own[i].Key;
            ValueList<SurvivalSubject> others =
                ClockOracle.Subjects(book.Deals.Where(deal => deal.Segment != segment), book.AsOf);
            decimal weight = Math.Round((decimal)k / others.Count(one => one.Cause > 0), 9);
            ValueList<SurvivalSubject> mixed =
            [
                .. ClockOracle.Subjects(book.Deals.Where(deal => deal.Segment == segment), book.AsOf),
                .. others.Select(one => one with { Weight = weight }),
            ];
            Assert.Equal(
                SurvivalOracle.Number(SurvivalOracle.Incidence(mixed, 1, 30)),
                timing.NewDealProbability(30).Won,
                1e-6);
        }
    }

    // Deals that are observed late enter late in a group and in what is added to it.
    [Property(MaxTest = 30)]
    public void CredibilityKeepsLateEntries(int seed)
    {
        var book = new TimingBook(seed, deals: 80);
        LocalDate from = book.AsOf.PlusDays(-40);
        ValueList<Keyed<string?, CloseTiming>> own =
            CloseTimingCalculator.BySegment(book.Deals, book.AsOf, observedFrom: from);
        SurvivalTable? all = CloseTimingCalculator.Measure(book.Deals, book.AsOf, observedFrom: from).Table;
        ValueList<Keyed<string?, CloseTiming>> credible = CloseTimingCalculator.Credible(own);
        for (int i = 0; i < own.Count; i++)
        {
            double? deals = credible[i].Value.Credibility!.Value.PseudoDeals;
            if (deals is not { } pseudo || all is null)
            {
                Assert.Equal(all, credible[i].Value.Table);
                continue;
            }

            decimal ofOthers = all.Events - (own[i].Value.Table?.Events ?? 0m);
            decimal weight = ofOthers == 0m ? 0m : (decimal)pseudo / ofOthers;
            foreach (SurvivalRow row in all.Rows)
            {
                SurvivalRow? mine = Row(own[i].Value.Table, row.Time);
                SurvivalRow? weighted = Row(credible[i].Value.Table, row.Time);
                decimal expected = (mine?.Entered ?? 0m) + (weight * (row.Entered - (mine?.Entered ?? 0m)));
                Assert.Equal((double)expected, (double)(weighted?.Entered ?? 0m), 1e-6);
            }
        }

        static SurvivalRow? Row(SurvivalTable? table, decimal time) =>
            table?.Rows.FirstOrDefault(row => row.Time == time);
    }

    private static CredibilityEstimate? SmallerCoefficient(IEnumerable<RateGroup> won, IEnumerable<RateGroup> early) =>
        new[] { CredibilityCalculator.EstimateRates(won), CredibilityCalculator.EstimateRates(early) }
            .OrderBy(estimate => estimate?.Coefficient ?? double.PositiveInfinity)
            .First();

    private static RateGroup EarlyCloses(string? segment, TimingBook book)
    {
        decimal[] times = ClosedTimes(book.Deals, book.AsOf);
        decimal median = times.ElementAtOrDefault((times.Length - 1) / 2);
        decimal[] own = ClosedTimes(book.Deals.Where(deal => deal.Segment == segment), book.AsOf);
        return RateGroup.Of(segment ?? "none", own.Count(time => time <= median), own.Length);
    }

    private static decimal[] ClosedTimes(IEnumerable<Opportunity> deals, LocalDate asOf) =>
        [.. ClockOracle.Subjects(deals, asOf).Where(one => one.Cause > 0).Select(one => one.Time).Order()];

    // What happened after the day of the estimate, changed in any way.
    private static Opportunity Planted(Opportunity deal, TimingBook book)
    {
        if (deal.Created is not { } created || created > book.AsOf || deal.Closed <= book.AsOf
            || (deal.Closed is null && !deal.IsOpen))
        {
            return deal;
        }

        LocalDate later = book.AsOf.PlusDays(book.Dice.Next(1, 50));
        return deal with
        {
            Timeline = book.Dice.Next(3) switch
            {
                0 => DealTimeline.Open(created),
                1 => DealTimeline.Won(created, later),
                _ => DealTimeline.Lost(created, later),
            },
        };
    }

    private static IEnumerable<Opportunity> Later(TimingBook book) => Enumerable.Range(0, 5).Select(i =>
        book.Deals[0] with
        {
            Id = $"later {i}",
            Timeline = DealTimeline.Won(book.AsOf.PlusDays(1 + i), book.AsOf.PlusDays(1 + (2 * i))),
        });
}
