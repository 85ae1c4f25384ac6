using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Forecasts the bookings of several periods together: the probability that all of them reach their targets,
/// how many do, and the distribution of their sum.</summary>
/// <remarks>
/// <para>Periods are not independent. A deal that is won in one period cannot be won in another, so that a good first
/// quarter takes deals from the second. Deals that are not yet created are independent between periods.</para>
/// <para>The sums of all periods are computed together, up to their targets, on a lattice with one dimension for each
/// period and at most 131,072 cells: 362 for each of two periods, 50 of three, 19 of four. If the amounts have a
/// common divisor that fits, the result is exact. Otherwise amounts are split between neighboring cells so that means
/// are kept, and the result has bounds that follow from Bernstein's inequality.</para>
/// </remarks>
public static class JointBookingsCalculator
{
    private const int MostPeriods = 4;

    /// <summary>Forecasts the bookings of several periods together.</summary>
    /// <param name="opportunities">The deals, open and closed, with amounts in one currency.</param>
    /// <param name="asOf">The day of the forecast. Later facts have no effect.</param>
    /// <param name="targets">One to four periods with an end and days after <paramref name="asOf"/>, which do not
    /// overlap, with their targets.</param>
    /// <param name="options">The history and the accuracy, with a <see cref="BookingsForecastOptions.Rho"/> of zero.
    /// Default: the whole history.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentException">A deal is null; there is no target or there are more than four; a period
    /// has no day after <paramref name="asOf"/> or overlaps with another; Rho is not zero; or amounts exceed the range
    /// of the distribution.</exception>
    /// <example><code>
    /// LocalDate day = new(2027, 1, 4);
    /// IEnumerable&lt;Opportunity&gt; deals = Enumerable.Range(0, 80).Select(i =&gt; new Opportunity
    /// {
    ///     Id = $"D{i}", Stage = "Any", Amount = 10_000m,
    ///     Timeline = i % 3 == 0 ? DealTimeline.Open(day.PlusDays(i))
    ///         : DealTimeline.Won(day.PlusDays(i), day.PlusDays(i + 20 + (i % 60))),
    /// });
    /// JointBookings joint = JointBookingsCalculator.Forecast(
    ///     deals, asOf: new(2027, 3, 31),
    ///     [new(DateSpan.Months(new(2027, 4, 1), 1), 90_000m), new(DateSpan.Months(new(2027, 5, 1), 1), 60_000m)]);
    /// Console.WriteLine($"{joint.ProbabilityOfAll:0.000}"); // 0.975
    /// </code></example>
    public static JointBookings Forecast(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        ReadOnlySpan<BookingsTarget> targets,
        BookingsForecastOptions? options = null,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null)
    {
        options ??= BookingsForecastOptions.Default;
        DateSpan[] periods = PeriodsOf(targets, asOf);
        if (options.Rho > 0)
        {
            throw DomainGuards.OutOfRange(nameof(options), options, "a Rho of zero");
        }

        var model = BookingsModel.Of(opportunities, asOf, periods, options, clock, scope);
        var forecasts = new BookingsForecast[periods.Length];
        for (int i = 0; i < forecasts.Length; i++)
        {
            forecasts[i] = model.Forecast(i, periods[i]);
        }

        JointReach reach = JointLattice.Reach(model, forecasts, targets);
        return new JointBookings
        {
            Targets = ValueList.Create(targets),
            Forecasts = ValueList.Own(forecasts),
            Sum = SumOf(model, forecasts, options),
            ReachedCounts = ValueList.Own(reach.Counts),
            LowerOfAll = reach.LowerOfAll,
            UpperOfAll = reach.UpperOfAll,
        };
    }

    /// <inheritdoc cref="Forecast(ReadOnlySpan{Opportunity}, LocalDate, ReadOnlySpan{BookingsTarget},
    /// BookingsForecastOptions, DealClock, Func{Opportunity, DealScope})"/>
    public static JointBookings Forecast(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        IEnumerable<BookingsTarget> targets,
        BookingsForecastOptions? options = null,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null) =>
        Forecast(opportunities.AsItems(), asOf, targets.AsItems(), options, clock, scope);

    private static DateSpan[] PeriodsOf(ReadOnlySpan<BookingsTarget> targets, LocalDate asOf)
    {
        if (targets.Length is 0 or > MostPeriods)
        {
            throw DomainGuards.OutOfRange(nameof(targets), Plural.Of(targets.Length, "target"), "1 to 4 targets");
        }

        var periods = new DateSpan[targets.Length];
        for (int i = 0; i < periods.Length; i++)
        {
            periods[i] = targets[i].Period;
            BookingsForecastCalculator.RequireDays(periods[i], asOf, nameof(targets));
            for (int other = 0; other < i; other++)
            {
                if (periods[i].Overlaps(periods[other]))
                {
                    throw DomainGuards.OutOfRange(
                        nameof(targets), periods[i], Invariant($"a period that does not overlap {periods[other]}"));
                }
            }
        }

        return periods;
    }

    private static ForecastDistribution SumOf(
        BookingsModel model, BookingsForecast[] forecasts, BookingsForecastOptions options)
    {
        var deals = new List<UncertainDeal>();
        foreach (OpenDeal deal in model.Open)
        {
            deals.Add(deal.InAny());
        }

        decimal won = 0m;
        foreach (BookingsForecast forecast in forecasts)
        {
            deals.AddRange(NewDealRates.ToDeals(forecast.NewDeals, options.Distribution));
            won += forecast.Won;
        }

        return DistributionCalculator.Forecast(deals, options.Distribution).Plus(won);
    }
}
