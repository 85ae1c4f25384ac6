using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The bookings of periods as the deals known on a day tell them: wins, open deals and new
/// deals.</summary>
internal sealed class BookingsModel
{
    private readonly BookingsForecastOptions _options;
    private readonly KnownWins _wins;
    private readonly List<NewDealSource> _sources;

    private BookingsModel(
        LocalDate asOf,
        BookingsForecastOptions options,
        KnownWins wins,
        List<OpenDeal> open,
        List<NewDealSource> sources)
    {
        AsOf = asOf;
        _options = options;
        _wins = wins;
        Open = open;
        _sources = sources;
    }

    /// <summary>Gets the day of the forecast.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets the open deals.</summary>
    public List<OpenDeal> Open { get; }

    private CloseTimingCounts Counts { get; init; }

    private int OpenWithoutAmount { get; init; }

    /// <summary>Measures the deals.</summary>
    /// <param name="opportunities">The deals.</param>
    /// <param name="asOf">The day of the forecast.</param>
    /// <param name="periods">The periods, each with days after that day.</param>
    /// <param name="options">The history.</param>
    /// <param name="clock">The freeze windows and deadlines, or null.</param>
    /// <param name="scope">The scope of a deal, or null.</param>
    public static BookingsModel Of(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        ReadOnlySpan<DateSpan> periods,
        BookingsForecastOptions options,
        DealClock? clock,
        Func<Opportunity, DealScope>? scope)
    {
        ValueList<Keyed<string?, CloseTiming>> timings = Timings(opportunities, asOf, options, clock, scope);
        CloseSchedule schedule = options.BySegment && !timings.IsEmpty
            ? CloseScheduleCalculator.ScheduleBySegment(timings.AsSpan(), opportunities, periods, clock, scope)
            : CloseScheduleCalculator.Schedule(
                timings.IsEmpty ? CloseTimingCalculator.Measure([], asOf) : timings[0].Value,
                opportunities,
                periods,
                clock,
                scope);
        var wins = KnownWins.Of(opportunities, asOf, nameof(opportunities));
        var amounts = WonAmounts.Of(wins.All, options.BySegment);
        List<NewDealSource> sources = Sources(opportunities, timings, options, amounts, clock);
        int withoutAmount = 0;
        var open = new List<OpenDeal>(schedule.Deals.Count);
        foreach (Opportunity opportunity in opportunities)
        {
            if (TimingTally.IsOpen(opportunity, asOf, out _))
            {
                // The amount of a deal that closed later is that of its close. The schedule has the open deals in
                // their order.
                decimal? known = opportunity.IsOpen ? opportunity.Amount : null;
                open.Add(new OpenDeal(amounts.Of(opportunity, known), schedule.Deals[open.Count].Periods));
                withoutAmount += known is null ? 1 : 0;
            }
        }

        return new BookingsModel(asOf, options, wins, open, sources)
        {
            Counts = TimingTally.Standings(opportunities, asOf, options.ObservedFrom(asOf)),
            OpenWithoutAmount = withoutAmount,
        };
    }

    /// <summary>Returns the amount that was won in a period by the day of the forecast.</summary>
    public decimal WonIn(DateSpan period) => _wins.AmountIn(period);

    /// <summary>Returns the flow of new deals of a period.</summary>
    public NewDealFlow NewDealsIn(DateSpan period) => NewDealRates.Of(_sources, AsOf, period);

    /// <summary>Returns the forecast of one of the periods.</summary>
    /// <param name="index">The position of the period among those of the model.</param>
    /// <param name="period">The period.</param>
    public BookingsForecast Forecast(int index, DateSpan period)
    {
        var deals = new List<UncertainDeal>(Open.Count);
        int beyondHistory = 0;
        foreach (OpenDeal deal in Open)
        {
            deals.Add(deal.In(index));
            beyondHistory += deal.Closes[index].IsFullyObserved ? 0 : 1;
        }

        NewDealFlow flow = NewDealsIn(period);
        ForecastDistribution ofNew = NewDealCalculator.Forecast(flow, _options.Distribution);
        ForecastDistribution ofOpen;
        ForecastDistribution both;
        if (_options.Rho > 0)
        {
            ofOpen = OneFactorCalculator.Forecast(deals, _options.Rho, _options.Distribution);
            both = ofOpen.Merge(ofNew);
        }
        else
        {
            // One computation on one lattice is faster and more accurate than a merge.
            ofOpen = DistributionCalculator.Forecast(deals, _options.Distribution);
            both = DistributionCalculator.Forecast(
                [.. deals, .. NewDealRates.ToDeals(flow, _options.Distribution)], _options.Distribution);
        }

        decimal won = WonIn(period);
        return new BookingsForecast
        {
            AsOf = AsOf,
            Period = period,
            Won = won,
            Open = ofOpen,
            NotYetCreated = ofNew,
            Total = both.Plus(won),
            NewDeals = flow,
            Deals = Counts,
            OpenWithoutAmount = OpenWithoutAmount,
            WonWithoutAmount = _wins.WithoutAmountIn(period),
            OpenBeyondHistory = beyondHistory,
        };
    }

    // One estimate of all deals, or one for each segment.
    private static ValueList<Keyed<string?, CloseTiming>> Timings(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        BookingsForecastOptions options,
        DealClock? clock,
        Func<Opportunity, DealScope>? scope)
    {
        LocalDate? from = options.ObservedFrom(asOf);
        return options.BySegment
            ? CloseTimingCalculator.Credible(
                CloseTimingCalculator.BySegment(opportunities, asOf, clock, scope, from).AsSpan())
            : [new(null, CloseTimingCalculator.Measure(opportunities, asOf, clock, scope, from))];
    }

    private static List<NewDealSource> Sources(
        ReadOnlySpan<Opportunity> opportunities,
        ValueList<Keyed<string?, CloseTiming>> timings,
        BookingsForecastOptions options,
        WonAmounts amounts,
        DealClock? clock)
    {
        var sources = new List<NewDealSource>(timings.Count);
        var lines = new ClockLines(clock);
        bool canWin = false;
        foreach ((string? segment, CloseTiming timing) in timings)
        {
            // A window of a segment applies to its new deals.
            DealScope? scope = options.BySegment && segment is not null ? new DealScope { Names = [segment] } : null;
            sources.Add(new NewDealSource(
                CreatedPerDay(opportunities, timing.AsOf, options, segment),
                timing,
                lines.LineOf(scope),
                amounts.OfNewDeals(segment)));
            canWin |= timing.NewDealProbability((double)timing.LastAge).Won > 0;
        }

        return canWin && amounts.IsEmpty
            ? throw new ArgumentException(
                "opportunities had won deals without amounts only; at least one with an amount is expected.",
                nameof(opportunities))
            : sources;
    }

    // The days of the history end with the day of the forecast and start with the first deal of any segment.
    private static double CreatedPerDay(
        ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, BookingsForecastOptions options, string? segment)
    {
        LocalDate? first = null;
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.Created is { } created && created <= asOf && (first is null || created < first))
            {
                first = created;
            }
        }

        if (first is not { } start)
        {
            return 0;
        }

        int days = Period.DaysBetween(start, asOf) + 1;
        days = Math.Min(days, options.ArrivalDays ?? days);
        LocalDate from = asOf.PlusDays(1 - days);
        int count = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            bool counts = !options.BySegment || opportunity.Segment == segment;
            count += counts && opportunity.Created is { } created && created <= asOf && created >= from ? 1 : 0;
        }

        return (double)count / days;
    }
}
