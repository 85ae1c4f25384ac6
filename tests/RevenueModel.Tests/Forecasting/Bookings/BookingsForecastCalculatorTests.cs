using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Bookings;

public class BookingsForecastCalculatorTests
{
    private static readonly LocalDate Start = new(2027, 1, 4);
    private static readonly LocalDate Today = new(2027, 6, 30);
    private static readonly DateSpan NextQuarter = DateSpan.Between(new(2027, 7, 1), new(2027, 10, 1));

    // The probability of each deal from the curve, the amounts of won deals of the product, and the expected number of
    // new deals day by day.
    [Property(MaxTest = 20)]
    public bool TheMeanIsTheSumOfTheParts(PositiveInt seed)
    {
        Opportunity[] deals = Book(seed.Get);
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter);
        CloseTiming timing = CloseTimingCalculator.Measure(deals, Today);
        Opportunity[] won = [.. deals.Where(deal => deal.Outcome == DealOutcome.Won && deal.Closed <= Today)];
        double open = 0;
        foreach (Opportunity deal in deals.Where(deal => deal.Created <= Today && !(deal.Closed <= Today)))
        {
            Opportunity[] ofProduct = [.. won.Where(other => other.Product == deal.Product)];
            double amount = (double)(KnownAmount(deal)
                ?? (ofProduct.Length >= 5 ? ofProduct : won).Average(other => other.Amount!.Value));
            open += amount * timing.WinProbability(Period.DaysBetween(deal.Created!.Value, Today), 92);
        }

        int created = deals.Count(deal => deal.Created <= Today);
        int days = Period.DaysBetween(deals.Min(deal => deal.Created!.Value), Today) + 1;
        double wins = Enumerable.Range(0, 92).Sum(day => timing.NewDealProbability(day).Won) * created / days;
        double ofNew = wins * (double)won.Average(deal => deal.Amount!.Value);
        return Close(forecast.Open.Mean, open)
            && Close(forecast.NotYetCreated.Mean, ofNew)
            && Close(forecast.Total.Mean, open + ofNew)
            && forecast.Won == 0m
            && Math.Abs(forecast.Total.Variance - forecast.Open.Variance - forecast.NotYetCreated.Variance)
                <= 1e-9 * forecast.Total.Variance;
    }

    [Property(MaxTest = 20)]
    public bool FactsOfLaterDaysHaveNoEffect(PositiveInt seed)
    {
        Opportunity[] deals = Book(seed.Get);
        Opportunity[] known =
        [
            .. deals.Where(deal => deal.Created <= Today).Select(deal => deal.IsOpen || deal.Closed <= Today
                ? deal
                : deal with { Timeline = DealTimeline.Open(deal.Created), Amount = null }),
        ];
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(known, Today, NextQuarter);
        BookingsForecast withFuture = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter);
        return forecast.Total == withFuture.Total && forecast.NewDeals == withFuture.NewDeals;
    }

    [Property(MaxTest = 20)]
    public bool AFreezeWindowNeverRaisesTheForecast(PositiveInt seed, byte start, byte length)
    {
        Opportunity[] deals = Book(seed.Get);
        LocalDate from = Today.PlusDays(1 + (start % 90));
        DealClock clock = new()
        {
            Freezes = [new FreezeWindow { Days = DateSpan.Between(from, from.PlusDays(1 + (length % 40))) }],
        };
        double without = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter).Total.Mean;
        return BookingsForecastCalculator.Forecast(deals, Today, NextQuarter, clock: clock).Total.Mean
            <= without * (1 + 1e-12);
    }

    // Each segment has its own curve, rate and amounts; the parts add.
    [Property(MaxTest = 20)]
    public bool BySegmentTheMeanIsTheSumOfTheSegments(PositiveInt seed)
    {
        Opportunity[] deals = WithSegments(Book(seed.Get));
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(
            deals, Today, NextQuarter, new BookingsForecastOptions { BySegment = true });
        int days = Period.DaysBetween(deals.Min(deal => deal.Created!.Value), Today) + 1;
        double open = 0;
        double ofNew = 0;
        foreach ((string? segment, CloseTiming timing) in CloseTimingCalculator.Credible(
            CloseTimingCalculator.BySegment(deals, Today)))
        {
            Opportunity[] own = [.. deals.Where(deal => deal.Segment == segment && deal.Created <= Today)];
            foreach (Opportunity deal in own.Where(deal => !(deal.Closed <= Today)))
            {
                double amount = (double)(KnownAmount(deal)
                    ?? Won(deals, deal.Segment, deal.Product).Average(other => other.Amount!.Value));
                open += amount * timing.WinProbability(Period.DaysBetween(deal.Created!.Value, Today), 92);
            }

            double wins = Enumerable.Range(0, 92).Sum(day => timing.NewDealProbability(day).Won) * own.Length / days;
            ofNew += wins * (double)Won(deals, segment).Average(deal => deal.Amount!.Value);
        }

        return Close(forecast.Open.Mean, open)
            && Close(forecast.NotYetCreated.Mean, ofNew)
            && Close(forecast.Total.Mean, open + ofNew);
    }

    [Property(MaxTest = 10)]
    public bool OneSegmentIsAllDeals(PositiveInt seed)
    {
        Opportunity[] deals = [.. Book(seed.Get).Select(deal => deal with { Segment = "Energy" })];
        BookingsForecast pooled = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter);
        return pooled == BookingsForecastCalculator.Forecast(
            deals, Today, NextQuarter, new BookingsForecastOptions { BySegment = true });
    }

    [Fact]
    public void BySegmentAWindowOfTheSegmentDelaysItsNewDeals()
    {
        Opportunity[] deals = WithSegments(Book(5));
        var options = new BookingsForecastOptions { BySegment = true };
        DealClock clock = new()
        {
            Freezes =
            [
                new FreezeWindow { Days = DateSpan.Between(Today.PlusDays(1), Today.PlusDays(40)), Scope = "slow" },
            ],
        };
        BookingsForecast without = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter, options);
        BookingsForecast with = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter, options, clock);

        Assert.True(with.NewDeals.ExpectedWins < without.NewDeals.ExpectedWins);
        Assert.Equal(
            BookingsForecastCalculator.Forecast(deals, Today, NextQuarter).NewDeals,
            BookingsForecastCalculator.Forecast(deals, Today, NextQuarter, clock: clock).NewDeals);
    }

    [Fact]
    public void WinsOfThePeriodAreCertain()
    {
        Opportunity[] deals = Book(7);
        DateSpan quarter = DateSpan.Between(new(2027, 5, 1), new(2027, 8, 1));
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(deals, Today, quarter);

        decimal won = deals
            .Where(deal => deal.Outcome == DealOutcome.Won && deal.Closed is { } day && day <= Today)
            .Where(deal => quarter.Contains(deal.Closed!.Value))
            .Sum(deal => deal.Amount!.Value);
        Assert.Equal(won, forecast.Won);
        Assert.True(won > 0m);
        Assert.True(forecast.Total.Lowest >= won);
    }

    [Fact]
    public void AFewOpenDealsKeepTheirAmountsWithAFactor()
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 60).Select(i => new Opportunity
            {
                Id = $"C{i}",
                Stage = "Any",
                Amount = 20_000m + (i * 1_234.56m),
                Timeline = i % 3 == 0
                    ? DealTimeline.Lost(Start.PlusDays(i), Start.PlusDays(i + 40))
                    : DealTimeline.Won(Start.PlusDays(i), Start.PlusDays(i + 20 + i)),
            }),
            new()
            {
                Id = "O", Stage = "Any", Amount = 1_234_567.89m, Timeline = DealTimeline.Open(Today.PlusDays(-30)),
            },
        ];
        ForecastDistribution independent = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter).Total;
        ForecastDistribution dependent = BookingsForecastCalculator.Forecast(
            deals, Today, NextQuarter, new BookingsForecastOptions { Rho = 0.01 }).Total;

        foreach (double share in (double[])[0.1, 0.5, 0.9])
        {
            Assert.Equal(
                (double)independent.Quantile(share).Amount, (double)dependent.Quantile(share).Amount, 5_000.0);
        }
    }

    [Fact]
    public void GroupsOfEqualAmountsHaveThatAmount()
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 65).Select(i => new Opportunity
            {
                Id = $"W{i}", Stage = "Any", Amount = 25_000m, Timeline = DealTimeline.Won(Start, Start.PlusDays(i)),
            }),
        ];
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter);

        Assert.All(forecast.NewDeals.Amounts, amount => Assert.Equal(25_000m, amount.Amount));
        Assert.True(forecast.Total.Split.IsExact);
    }

    [Fact]
    public void RelativeTailsHoldForNewDealsToo()
    {
        Opportunity[] deals =
        [
            new()
            {
                Id = "W", Stage = "Any", Amount = 20_000m, Timeline = DealTimeline.Won(Start, Start.PlusDays(30)),
            },
            .. Enumerable.Range(0, 30).Select(i => new Opportunity
            {
                Id = $"L{i}", Stage = "Any", Timeline = DealTimeline.Lost(Start.PlusDays(i), Start.PlusDays(i + 40)),
            }),
        ];
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(
            deals,
            Today,
            NextQuarter,
            new BookingsForecastOptions { Distribution = new DistributionOptions { Tails = TailAccuracy.Relative } });
        double rate = forecast.NewDeals.ExpectedWins;
        double expected = Math.Exp(-rate);
        for (int k = 1; k <= 40; k++)
        {
            expected *= rate / k;
        }

        double tail = forecast.Total.ProbabilityAtLeast(800_000m);
        Assert.InRange(tail, expected, expected * 1.2);
    }

    [Fact]
    public void AFactorWidensTheForecastAndKeepsItsMean()
    {
        Opportunity[] deals = Book(11);
        BookingsForecast independent = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter);
        BookingsForecast dependent = BookingsForecastCalculator.Forecast(
            deals, Today, NextQuarter, new BookingsForecastOptions { Rho = 0.2 });

        Assert.Equal(independent.Total.Mean, dependent.Total.Mean, 1e-6 * independent.Total.Mean);
        Assert.Equal(dependent.Total.Mean, MeanOfCells(dependent.Total), 1e-6 * independent.Total.Mean);
        Assert.True(dependent.Total.Variance > 1.5 * independent.Total.Variance);
    }

    [Fact]
    public void DealsThatCloseOnlyLaterInTheHistoryAreMarked()
    {
        Opportunity[] deals =
        [
            new() { Id = "W", Stage = "A", Amount = 1m, Timeline = DealTimeline.Won(Start, Start.PlusDays(9)) },
            new() { Id = "O", Stage = "A", Amount = 1m, Timeline = DealTimeline.Open(Today) },
            new() { Id = "P", Stage = "A", Timeline = DealTimeline.Open(Today.PlusDays(-20)) },
        ];
        BookingsForecast forecast = BookingsForecastCalculator.Forecast(deals, Today, NextQuarter);

        Assert.Equal(2, forecast.OpenBeyondHistory);
        Assert.Equal(1, forecast.OpenWithoutAmount);
        Assert.Equal(0.5, forecast.Open.Mean, 1e-12);
    }

    [Fact]
    public void APeriodThatIsOverIsRefused() => Refusal.With(
        "period was [2027-01-01, 2027-07-01); a period with days after 2027-06-30 is expected.",
        () => BookingsForecastCalculator.Forecast(
            Book(1), Today, DateSpan.Between(new(2027, 1, 1), new(2027, 7, 1))));

    [Fact]
    public void WinsWithoutAnyAmountAreRefused() => Refusal.With(
        "opportunities had won deals without amounts only; at least one with an amount is expected.",
        () => BookingsForecastCalculator.Forecast(
            [new Opportunity { Id = "W", Stage = "A", Timeline = DealTimeline.Won(Start, Start.PlusDays(9)) }],
            Today,
            NextQuarter));

    internal static Opportunity[] Book(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var deals = new Opportunity[150];
        for (int i = 0; i < deals.Length; i++)
        {
            LocalDate created = Start.PlusDays((int)(random.NextOpen() * 300));
            LocalDate closed = created.PlusDays((int)(random.NextOpen() * 100));
            double kind = random.NextOpen();
            decimal amount = 100m * (1 + (int)(random.NextOpen() * 50));
            deals[i] = new Opportunity
            {
                Id = $"D{i}",
                Stage = "Any",
                Product = random.NextOpen() < 0.5 ? "A" : random.NextOpen() < 0.9 ? "B" : null,
                Amount = kind < 0.4 || random.NextOpen() < 0.5 ? amount : null,
                Timeline = kind < 0.4 ? DealTimeline.Won(created, closed)
                    : kind < 0.7 ? DealTimeline.Lost(created, closed)
                    : DealTimeline.Open(created),
            };
        }

        return deals;
    }

    private static Opportunity[] WithSegments(Opportunity[] deals) =>
        [.. deals.Select((deal, i) => deal with { Segment = i % 3 == 0 ? "Slow" : i % 3 == 1 ? "Fast" : null })];

    // The won deals with an amount of the closest group that has five of them.
    private static Opportunity[] Won(Opportunity[] deals, string? segment, string? product = "none")
    {
        Opportunity[] won =
        [
            .. deals.Where(deal => deal.Outcome == DealOutcome.Won && deal.Closed <= Today)
                .Where(deal => deal.Amount is not null),
        ];
        Opportunity[] ofSegment = [.. won.Where(deal => deal.Segment == segment)];
        Opportunity[] ofProduct = [.. ofSegment.Where(deal => deal.Product == product)];
        return ofProduct.Length >= 5 ? ofProduct : ofSegment.Length >= 5 ? ofSegment : won;
    }

    // The amount of a deal that closed later is that of its close.
    private static decimal? KnownAmount(Opportunity deal) => deal.IsOpen ? deal.Amount : null;

    private static double MeanOfCells(ForecastDistribution distribution) => distribution.Probabilities
        .Select((mass, i) => mass * (double)(distribution.Lowest + (i * distribution.Step))).Sum();

    private static bool Close(double one, double other) =>
        Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(other));
}
