using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Forecasts the bookings of a period as a distribution: what is won, what open deals bring by their age, and
/// what deals bring that are not yet created.</summary>
/// <remarks>
/// <para>Each open deal is won in the period with the probability that its age gives it (<see cref="CloseTiming"/>). A
/// deal without an amount has the amounts of the won deals of its product, or of all products if fewer than five of
/// the product were won, in at most eight groups that keep the mean.</para>
/// <para>Deals that are not yet created are a Poisson number: the rate of created deals in the history, and the
/// probability that a deal created on each coming day is won by the end of the period.</para>
/// <para>Periods are forecast from the same deals and are not independent: forecast a period that spans two quarters
/// for a question on their sum.</para>
/// </remarks>
public static class BookingsForecastCalculator
{
    /// <summary>Forecasts the bookings of a period.</summary>
    /// <param name="opportunities">The deals, open and closed, with amounts in one currency.</param>
    /// <param name="asOf">The day of the forecast. Later facts have no effect: a deal created later is excluded, and a
    /// deal closed later is open.</param>
    /// <param name="period">The period, with an end and at least one day after <paramref name="asOf"/>.</param>
    /// <param name="options">The history and the accuracy. Default: the whole history, independent deals.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days. Windows
    /// without a scope also delay deals that are not yet created.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <returns>The distribution of the bookings and of its parts.</returns>
    /// <exception cref="ArgumentException">A deal is null, the period has no day after <paramref name="asOf"/>, or
    /// amounts exceed the range of the distribution.</exception>
    /// <remarks>With the wins so far in the period, <c>total = won + open + not yet created</c>; the last two are
    /// independent.</remarks>
    /// <example><code>
    /// LocalDate january = new(2027, 1, 4);
    /// IEnumerable&lt;Opportunity&gt; deals = Enumerable.Range(0, 51).Select(i =&gt; new Opportunity
    /// {
    ///     Id = $"D{i}", Stage = "Any", Amount = 10_000m,
    ///     Timeline = i % 3 == 0 ? DealTimeline.Open(january.PlusDays(i))
    ///         : DealTimeline.Won(january.PlusDays(i), january.PlusDays(i + 20)),
    /// });
    /// BookingsForecast forecast = BookingsForecastCalculator.Forecast(
    ///     deals, asOf: new(2027, 3, 15), DateSpan.Of(YearQuarter.Of(2027, 1)));
    /// Console.WriteLine($"{forecast.Total.P50:0}"); // 340000
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
                nameof(period), period, Invariant($"a period with days after {asOf:R}"));
        CloseTiming timing = CloseTimingCalculator.Measure(
            opportunities, asOf, clock, scope, options.ObservedFrom(asOf));
        KnownWins wins = KnownWins.Of(opportunities, asOf, period, nameof(opportunities));
        var amounts = WonAmounts.Of(wins.All);
        OpenDeals open = OpenDeals.Of(opportunities, timing, period, amounts, clock, scope);
        NewDealFlow flow = NewDealRates.Of(opportunities, timing, period, options, amounts, clock);
        ForecastDistribution ofNew = NewDealCalculator.Forecast(flow, options.Distribution);
        ForecastDistribution ofOpen;
        ForecastDistribution both;
        if (options.Rho > 0)
        {
            ofOpen = OneFactorCalculator.Forecast(open.Deals, options.Rho, options.Distribution);
            both = ofOpen.Merge(ofNew);
        }
        else
        {
            // One computation on one lattice is faster and more accurate than a merge.
            ofOpen = DistributionCalculator.Forecast(open.Deals, options.Distribution);
            both = DistributionCalculator.Forecast(
                [.. open.Deals, .. NewDealRates.ToDeals(flow)], options.Distribution);
        }

        return new BookingsForecast
        {
            AsOf = asOf,
            Period = period,
            Won = wins.AmountOfPeriod,
            Open = ofOpen,
            NotYetCreated = ofNew,
            Total = both.Plus(wins.AmountOfPeriod),
            NewDeals = flow,
            Deals = timing.Counts,
            OpenWithoutAmount = open.WithoutAmount,
            WonWithoutAmount = wins.WithoutAmount,
            OpenBeyondHistory = open.BeyondHistory,
        };
    }

    /// <inheritdoc cref="Forecast(ReadOnlySpan{Opportunity}, LocalDate, DateSpan, BookingsForecastOptions, DealClock,
    /// Func{Opportunity, DealScope})"/>
    public static BookingsForecast Forecast(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        DateSpan period,
        BookingsForecastOptions? options = null,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null) =>
        Forecast(opportunities.AsItems(), asOf, period, options, clock, scope);
}
