using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Forecasts the bookings of a period as a distribution: what is won, what open deals bring by their age, and
/// what deals bring that are not yet created.</summary>
/// <remarks>
/// <para>Each open deal is won in the period with the probability that its age gives it (<see cref="CloseTiming"/>). A
/// deal without an amount has the amounts of the won deals of its product, or of all products if fewer than five of the
/// product were won, in at most 32 groups that keep the mean.</para>
/// <para>Deals that are not yet created are a Poisson number: the rate of created deals in the history, and the
/// probability that a deal created on each coming day is won by the end of the period.</para>
/// <para>Periods are forecast from the same deals and are not independent: forecast a period that spans two quarters for
/// a question on their sum.</para>
/// </remarks>
public static class BookingsForecastCalculator
{
    /// <summary>Forecasts the bookings of a period.</summary>
    /// <param name="opportunities">The deals, open and closed, with amounts in one currency.</param>
    /// <param name="asOf">The day of the forecast. Later facts have no effect: a deal created later is excluded, and a
    /// deal closed later is open.</param>
    /// <param name="period">The period, with an end after <paramref name="asOf"/>.</param>
    /// <param name="options">The history and the accuracy. Default: the whole history, independent deals.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days. Windows
    /// without a scope also delay deals that are not yet created.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <returns>The distribution of the bookings and of its parts.</returns>
    /// <exception cref="ArgumentException">A deal is null, the period ends before the next day, or amounts exceed the
    /// range of the distribution.</exception>
    /// <remarks>With the wins so far in the period, <c>total = won + open + not yet created</c>; the last two are
    /// independent.</remarks>
    /// <example><code>
    /// LocalDate january = new(2027, 1, 4);
    /// IEnumerable&lt;Opportunity&gt; won = Enumerable.Range(0, 60).Select(day =&gt; new Opportunity
    /// {
    ///     Id = $"W{day}", Stage = "Won", Amount = 10_000m,
    ///     Timeline = DealTimeline.Won(january.PlusDays(day), january.PlusDays(day + 20)),
    /// });
    /// BookingsForecast forecast = BookingsForecastCalculator.Forecast(
    ///     won, asOf: new(2027, 2, 28), DateSpan.Of(new YearQuarter()));
    /// </code></example>
    public static BookingsForecast Forecast(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        DateSpan period,
        BookingsForecastOptions? options = null,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null)
    {
        options ??= BookingsForecastOptions.Default;
        LocalDate last = period.End is { } end && end.PlusDays(-1) > asOf
            ? end.PlusDays(-1)
            : throw DomainGuards.OutOfRange(
                nameof(period), period, Invariant($"a period that ends after the day after {asOf:R}"));
        CloseTiming timing = CloseTimingCalculator.Measure(
            opportunities, asOf, options.ObservedFrom(asOf), clock, scope);
        KnownWins wins = KnownWins.Of(opportunities, asOf, period, nameof(opportunities));
        var amounts = WonAmounts.Of(wins.All);
        OpenDeals open = OpenDeals.Of(opportunities, timing, period, amounts, clock, scope);
        NewDealFlow flow = NewDealRates.Of(opportunities, timing, period, options, amounts, clock);
        ForecastDistribution ofOpen = options.Rho > 0
            ? OneFactorCalculator.Forecast(open.Deals, options.Rho, options.Distribution)
            : DistributionCalculator.Forecast(open.Deals, options.Distribution);
        ForecastDistribution ofNew = NewDealCalculator.Forecast(flow, options.Distribution);
        return new BookingsForecast
        {
            AsOf = asOf,
            Period = period,
            Won = wins.AmountOfPeriod,
            Open = ofOpen,
            NotYetCreated = ofNew,
            Total = ofOpen.Merge(ofNew).Plus(wins.AmountOfPeriod),
            NewDeals = flow,
            Deals = timing.Counts,
            OpenWithoutAmount = open.WithoutAmount,
            WonWithoutAmount = wins.WithoutAmount,
            OpenBeyondHistory = open.BeyondHistory,
        };
    }
}
