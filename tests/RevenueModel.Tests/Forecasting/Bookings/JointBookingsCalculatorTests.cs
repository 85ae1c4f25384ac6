using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Bookings;

public class JointBookingsCalculatorTests
{
    private static readonly LocalDate Start = new(2027, 1, 4);
    private static readonly LocalDate Today = new(2027, 6, 30);

    private static readonly DateSpan[] Months =
    [
        DateSpan.Of(new YearMonth(2027, 7)), DateSpan.Of(new YearMonth(2027, 8)), DateSpan.Of(new YearMonth(2027, 9)),
    ];

    // Each deal is won in one of the periods or in none; new deals are independent between periods.
    [Property(MaxTest = 10)]
    public void ExactAmountsGiveTheEnumeratedProbabilities(PositiveInt seed)
    {
        Opportunity[] deals = SmallBook(seed.Get, digits: 0);
        BookingsTarget[] targets = Targets(seed.Get, seed.Get % 2 == 0 ? 2 : 3);
        JointBookings joint = JointBookingsCalculator.Forecast(deals, Today, targets);
        double[] expected = Enumerated(deals, joint);

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], joint.ReachedCounts[i], 1e-9);
        }

        Assert.Equal(joint.ProbabilityOfAll, joint.LowerOfAll, 1e-12);
        Assert.Equal(joint.ProbabilityOfAll, joint.UpperOfAll, 1e-12);
        Assert.Equal(1 - expected[0], joint.ProbabilityOfAny, 1e-9);
    }

    [Property(MaxTest = 15)]
    public void SplitAmountsKeepTheProbabilityWithinTheBounds(PositiveInt seed)
    {
        Opportunity[] deals = SmallBook(seed.Get, digits: 2);

        // No deal is created on the last day, so that the sums are those of the open deals alone.
        var options = new BookingsForecastOptions { ArrivalDays = 1 };
        JointBookings joint = JointBookingsCalculator.Forecast(deals, Today, Targets(seed.Get, 2), options);
        double expected = Enumerated(deals, joint)[^1];

        Assert.InRange(expected, joint.LowerOfAll - 1e-12, joint.UpperOfAll + 1e-12);
        Assert.InRange(joint.ProbabilityOfAll, joint.LowerOfAll, joint.UpperOfAll);
        Assert.Equal(1, joint.ReachedCounts.Sum(), 1e-9);
    }

    [Property(MaxTest = 10)]
    public void OnePeriodIsItsForecast(PositiveInt seed)
    {
        Opportunity[] deals = SmallBook(seed.Get, digits: 0);
        BookingsTarget target = Targets(seed.Get, 1)[0];
        JointBookings joint = JointBookingsCalculator.Forecast(deals, Today, [target]);
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(deals, Today, target.Period);

        Assert.Equal(forecast, joint.Forecasts[0]);
        Assert.Equal(forecast.Total.ProbabilityAtLeast(target.Amount), joint.ProbabilityOfAll, 1e-9);
        Assert.Equal(joint.ProbabilityOfAll, joint.ProbabilityOfAny, 1e-12);
    }

    [Property(MaxTest = 5)]
    public void TheSumIsTheForecastOfTheWholeSpan(PositiveInt seed)
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(seed.Get);
        JointBookings joint = JointBookingsCalculator.Forecast(
            deals, Today, [new(Months[0], 1_000m), new(Months[2], 2_000m), new(Months[1], 1_500m)]);
        ForecastDistribution whole = BookingsForecastCalculator.Forecast(
            deals, Today, DateSpan.Between(Months[0].Start, Months[2].End!.Value)).Total;

        Assert.Equal(whole.Mean, joint.Sum.Mean, 1e-9 * whole.Mean);
        Assert.Equal(whole.Variance, joint.Sum.Variance, 1e-9 * whole.Variance);
        foreach (double share in (double[])[0.1, 0.5, 0.9])
        {
            double expected = (double)whole.Quantile(share).Amount;
            Assert.Equal(expected, (double)joint.Sum.Quantile(share).Amount, 1e-6 * whole.Mean);
        }
    }

    [Fact]
    public void OneDealReachesOneOfTwoTargetsOnly()
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 40).Select(i => new Opportunity
            {
                Id = $"W{i}",
                Stage = "Any",
                Amount = 100m,
                Timeline = DealTimeline.Won(Start, Start.PlusDays(130 + (i * 3))),
            }).Where(deal => deal.Closed <= Today),
            new() { Id = "O", Stage = "Any", Amount = 100_000m, Timeline = DealTimeline.Open(Today.PlusDays(-100)) },
        ];
        JointBookings joint = JointBookingsCalculator.Forecast(
            deals, Today, [new(Months[0], 100_000m), new(Months[1], 100_000m)]);

        double either = joint.Forecasts.Sum(forecast => forecast.Total.ProbabilityAtLeast(100_000m));
        Assert.Equal(either, joint.ReachedCounts[1], 1e-9);
        Assert.Equal(0, joint.ProbabilityOfAll, 1e-12);
        Assert.True(joint.ProbabilityOfAllIfIndependent > 0.01);
    }

    [Fact]
    public void ATargetThatIsReachedAlreadyIsCertain()
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(3);
        DateSpan june = DateSpan.Between(new(2027, 6, 1), new(2027, 7, 10));
        DateSpan later = DateSpan.Between(new(2027, 7, 10), new(2027, 9, 1));
        JointBookings joint = JointBookingsCalculator.Forecast(deals, Today, [new(june, 1m), new(later, 20_000m)]);

        Assert.True(joint.Forecasts[0].Won >= 1m);
        Assert.Equal(0, joint.ReachedCounts[0]);
        Assert.Equal(
            joint.Forecasts[1].Total.ProbabilityAtLeast(20_000m), joint.ProbabilityOfAll, 0.02);
        Assert.Equal(
            [0, 0, 1],
            JointBookingsCalculator.Forecast(deals, Today, [new(june, 1m), new(later, 0m)]).ReachedCounts);
    }

    [Fact]
    public void WhatIsNotASetOfPeriodsIsRefused()
    {
        Opportunity[] deals = BookingsForecastCalculatorTests.Book(1);
        Refusal.With(
            "targets was 0 targets; 1 to 4 targets is expected.",
            () => JointBookingsCalculator.Forecast(deals, Today, (BookingsTarget[])[]));
        Refusal.With(
            "targets was [2027-07-01, 2027-08-01); "
                + "a period that does not overlap [2027-07-01, 2027-08-01) is expected.",
            () => JointBookingsCalculator.Forecast(deals, Today, [new(Months[0], 1m), new(Months[0], 1m)]));
        Refusal.With(
            "targets was [2027-01-01, 2028-01-01); a period with days after 2027-12-31 is expected.",
            () => JointBookingsCalculator.Forecast(deals, new(2027, 12, 31), [new(DateSpan.Year(2027), 1m)]));
        Refusal.With(
            "options was timing of all days, new deals of all days, rho 0.2; a Rho of zero is expected.",
            () => JointBookingsCalculator.Forecast(
                deals, Today, [new(Months[0], 1m)], new BookingsForecastOptions { Rho = 0.2 }));
    }

    // The outcomes of open deals one by one, and the new deals of each period from its own distribution.
    private static double[] Enumerated(Opportunity[] deals, JointBookings joint)
    {
        CloseTiming timing = CloseTimingCalculator.Measure(deals, Today);
        DateSpan[] periods = [.. joint.Targets.Select(target => target.Period)];
        DealCloseSchedule[] open = [.. CloseScheduleCalculator.Schedule(timing, deals, periods).Deals];
        var counts = new double[periods.Length + 1];
        var sums = new decimal[periods.Length];
        Visit(0, 1);
        return counts;

        void Visit(int deal, double probability)
        {
            if (deal == open.Length)
            {
                Count(probability);
                return;
            }

            double none = 1;
            for (int i = 0; i < periods.Length; i++)
            {
                double won = open[deal].Periods[i].Won;
                none -= won;
                sums[i] += open[deal].Amount!.Value;
                Visit(deal + 1, probability * won);
                sums[i] -= open[deal].Amount!.Value;
            }

            Visit(deal + 1, probability * none);
        }

        void Count(double probability)
        {
            double[] ofCount = [1];
            for (int i = 0; i < periods.Length; i++)
            {
                decimal left = joint.Targets[i].Amount - joint.Forecasts[i].Won - sums[i];
                double reached = joint.Forecasts[i].NotYetCreated.ProbabilityAtLeast(left);
                var next = new double[ofCount.Length + 1];
                for (int k = 0; k < ofCount.Length; k++)
                {
                    next[k] += ofCount[k] * (1 - reached);
                    next[k + 1] += ofCount[k] * reached;
                }

                ofCount = next;
            }

            for (int k = 0; k < ofCount.Length; k++)
            {
                counts[k] += probability * ofCount[k];
            }
        }
    }

    private static BookingsTarget[] Targets(int seed, int count)
    {
        var random = new SplitMix64((ulong)seed + 99);
        return
        [
            .. Months.Take(count).Select(month => new BookingsTarget(month, 100m * (int)(random.NextOpen() * 25))),
        ];
    }

    private static Opportunity[] SmallBook(int seed, int digits)
    {
        var random = new SplitMix64((ulong)seed);
        return
        [
            .. Enumerable.Range(0, 20).Select(i =>
            {
                LocalDate created = Start.PlusDays((int)(random.NextOpen() * 60));
                return new Opportunity
                {
                    Id = $"C{i}",
                    Stage = "Any",
                    Amount = Amount(),
                    Timeline = i % 3 == 0
                        ? DealTimeline.Lost(created, created.PlusDays((int)(random.NextOpen() * 110)))
                        : DealTimeline.Won(created, created.PlusDays((int)(random.NextOpen() * 110))),
                };
            }),
            .. Enumerable.Range(0, 5).Select(i => new Opportunity
            {
                Id = $"O{i}",
                Stage = "Any",
                Amount = Amount(),
                Timeline = DealTimeline.Open(Today.PlusDays(-1 - (int)(random.NextOpen() * 60))),
            }),
        ];

        decimal Amount() => digits == 0
            ? 100m * (1 + (int)(random.NextOpen() * 9))
            : Math.Round((decimal)(random.NextOpen() * 900), digits) + 1.01m;
    }
}
