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
/// <para>With <see cref="BookingsForecastOptions.BySegment"/> each segment has its own time to close, weighted by its
/// credibility (<see cref="CloseTimingCalculator.Credible{TKey}(ReadOnlySpan{Keyed{TKey, CloseTiming}})"/>), its own
/// rate of new deals and its own amounts.</para>
/// <para>Periods are forecast from the same deals and are not independent: <see cref="JointBookingsCalculator"/>
/// answers questions on several periods.</para>
/// </remarks>
public static class BookingsForecastCalculator
{
    /// <summary>Forecasts the bookings of a period.</summary>
    /// <param name="opportunities">The deals, open and closed, with amounts in one currency.</param>
    /// <param name="asOf">The day of the forecast. Later facts have no effect: a deal created later is excluded, and a
    /// deal closed later is open and its amount, that of the close, unknown. The amount of a deal that is still open
    /// is taken as it is given.</param>
    /// <param name="period">The period, with an end and at least one day after <paramref name="asOf"/>.</param>
    /// <param name="options">The history and the accuracy. Default: the whole history, independent deals.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days. Windows
    /// without a scope, and by segment those of the segment, also delay deals that are not yet created.</param>
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
        RequireDays(period, asOf, nameof(period));
        return BookingsModel
            .Of(opportunities, asOf, [period], options ?? BookingsForecastOptions.Default, clock, scope)
            .Forecast(index: 0, period);
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

    /// <summary>Requires a period with an end and with days after the day of the forecast.</summary>
    internal static void RequireDays(DateSpan period, LocalDate asOf, string name)
    {
        if (period.End is not { } end || end.PlusDays(-1) <= asOf)
        {
            throw DomainGuards.OutOfRange(name, period, Invariant($"a period with days after {asOf:R}"));
        }
    }
}
