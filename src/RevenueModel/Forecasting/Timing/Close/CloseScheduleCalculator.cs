using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes when open deals close: the probability of a win by deal and month, quarter or any period.
/// </summary>
/// <remarks>
/// A deal that is open at the end of the day of the estimate at age a is won by a later day with the probability
/// <c>(I(a + h) - I(a)) / S(a)</c>, where h is the number of clock days up to that day. Adding a freeze window after
/// the day of the estimate therefore never makes a win by any day likelier, and adding a deadline pull never makes it
/// less likely.
/// </remarks>
public static class CloseScheduleCalculator
{
    /// <summary>Returns the months from the day after a day on.</summary>
    /// <param name="asOf">The day of the estimate. The first month contains the next day.</param>
    /// <param name="count">The number of months, between 1 and 1,200.</param>
    /// <returns>The months in order.</returns>
    /// <exception cref="ArgumentException"><paramref name="count"/> is outside its range.</exception>
    public static ValueList<DateSpan> Months(LocalDate asOf, int count)
    {
        Guard.Against.NotMonths(count);
        YearMonth first = asOf.PlusDays(1).ToYearMonth();
        var months = new DateSpan[count];
        for (int i = 0; i < count; i++)
        {
            months[i] = DateSpan.Of(first.PlusMonths(i));
        }

        return ValueList.Own(months);
    }

    /// <summary>Returns the quarters from the day after a day on.</summary>
    /// <param name="asOf">The day of the estimate. The first quarter contains the next day.</param>
    /// <param name="count">The number of quarters, between 1 and 400.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <returns>The quarters in order.</returns>
    /// <exception cref="ArgumentException"><paramref name="count"/> is outside its range.</exception>
    public static ValueList<DateSpan> Quarters(LocalDate asOf, int count, FiscalCalendar calendar = default)
    {
        if (count is < 1 or > 400)
        {
            throw DomainGuards.OutOfRange(nameof(count), count, "1 to 400");
        }

        YearQuarter first = calendar.QuarterOf(asOf.PlusDays(1));
        var quarters = new DateSpan[count];
        for (int i = 0; i < count; i++)
        {
            quarters[i] = DateSpan.Of(first.PlusQuarters(i), calendar);
        }

        return ValueList.Own(quarters);
    }

    /// <summary>Computes the probabilities that open deals close, by deal and period.</summary>
    /// <param name="timing">The time to close of deals. Its day is the day of the schedule.</param>
    /// <param name="opportunities">The deals. A deal that closes later is open; closed deals are counted only.</param>
    /// <param name="periods">The periods, each with an end, in any order; they may overlap.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <returns>The schedule of the deals that are open on the day of <paramref name="timing"/>.</returns>
    /// <exception cref="ArgumentException">A deal is null, a period has no end, or <paramref name="scope"/> returns
    /// null.</exception>
    /// <remarks>The past windows of the clock should be those with which <paramref name="timing"/> was measured, so
    /// that ages are counted in the same way.</remarks>
    /// <example><code>
    /// LocalDate january = new(2027, 1, 4);
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won(january, january.PlusDays(20)) },
    ///     new() { Id = "B", Stage = "Won", Timeline = DealTimeline.Won(january, january.PlusDays(60)) },
    ///     new() { Id = "C", Stage = "Lost", Timeline = DealTimeline.Lost(january, january.PlusDays(80)) },
    ///     new() { Id = "D", Stage = "Proposal", Timeline = DealTimeline.Open(january.PlusDays(55)) },
    /// ];
    /// CloseTiming timing = CloseTimingCalculator.Measure(deals, asOf: new(2027, 3, 31));
    /// ValueList&lt;DateSpan&gt; months = CloseScheduleCalculator.Months(timing.AsOf, 2);
    /// CloseSchedule schedule = CloseScheduleCalculator.Schedule(timing, deals, months);
    /// Console.WriteLine(schedule.Deals[0]); // D, age 31: won 0.5000, 0.0000
    /// </code></example>
    public static CloseSchedule Schedule(
        CloseTiming timing,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<DateSpan> periods,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null)
    {
        Guard.Against.Null(timing);
        return ScheduleEngine.Schedule(timing.AsOf, _ => timing, opportunities, periods, new ClockLines(clock, scope));
    }

    /// <inheritdoc cref="Schedule(CloseTiming, ReadOnlySpan{Opportunity}, ReadOnlySpan{DateSpan}, DealClock,
    /// Func{Opportunity, DealScope})"/>
    public static CloseSchedule Schedule(
        CloseTiming timing,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<DateSpan> periods,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null) =>
        Schedule(timing, opportunities.AsItems(), periods.AsItems(), clock, scope);

    /// <summary>Computes the probabilities that open deals close, each deal by the time to close of its
    /// segment.</summary>
    /// <param name="timings">The time to close by segment, all of one day, at least one.</param>
    /// <param name="opportunities">The deals. A deal that closes later is open; closed deals are counted only.</param>
    /// <param name="periods">The periods, each with an end, in any order; they may overlap.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <returns>The schedule of the deals that are open on the day of <paramref name="timings"/>.</returns>
    /// <exception cref="ArgumentException">There is no estimate, the estimates are of different days, the segment of
    /// an open deal has none, a deal is null, a period has no end, or <paramref name="scope"/> returns
    /// null.</exception>
    public static CloseSchedule ScheduleBySegment(
        ReadOnlySpan<Keyed<string?, CloseTiming>> timings,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<DateSpan> periods,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null)
    {
        var bySegment = new Dictionary<ValueTuple<string?>, CloseTiming>();
        LocalDate? asOf = null;
        foreach ((string? segment, CloseTiming timing) in timings)
        {
            asOf ??= Guard.Against.Null(timing, nameof(timings)).AsOf;
            if (timing.AsOf != asOf)
            {
                throw DomainGuards.OutOfRange(
                    nameof(timings), timing, Invariant($"an estimate as of {asOf.Value:R}, as the first one,"));
            }

            bySegment[ValueTuple.Create(segment)] = timing;
        }

        return ScheduleEngine.Schedule(
            asOf ?? throw new ArgumentException("timings had no estimate; at least one is expected.", nameof(timings)),
            opportunity => bySegment.TryGetValue(ValueTuple.Create(opportunity.Segment), out CloseTiming? timing)
                ? timing
                : throw new ArgumentException(
                    Invariant($"Opportunity {opportunity.Id} is in segment \"{opportunity.Segment ?? "(none)"}\"; ")
                        + "a segment of timings is expected.",
                    nameof(opportunities)),
            opportunities,
            periods,
            new ClockLines(clock, scope));
    }

    /// <inheritdoc cref="ScheduleBySegment(ReadOnlySpan{Keyed{string, CloseTiming}}, ReadOnlySpan{Opportunity},
    /// ReadOnlySpan{DateSpan}, DealClock, Func{Opportunity, DealScope})"/>
    public static CloseSchedule ScheduleBySegment(
        IEnumerable<Keyed<string?, CloseTiming>> timings,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<DateSpan> periods,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null) =>
        ScheduleBySegment(timings.AsItems(), opportunities.AsItems(), periods.AsItems(), clock, scope);
}
