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
/// the day of the estimate therefore never makes a win by any day likelier, and adding a deadline pull after it never
/// makes it less likely. Earlier windows change the age, which can make a win likelier or less likely.
/// </remarks>
public static class CloseScheduleCalculator
{
    private const int LastMonth = 12;

    /// <summary>Returns the months from the day after a day on.</summary>
    /// <param name="asOf">The day of the estimate. The first month contains the next day.</param>
    /// <param name="count">The number of months, between 1 and 1,200.</param>
    /// <returns>The months in order.</returns>
    /// <exception cref="ArgumentException"><paramref name="count"/> is outside its range, or the last one is after
    /// November 9999.</exception>
    public static ValueList<DateSpan> Months(LocalDate asOf, int count)
    {
        Guard.Against.NotMonths(count);
        YearMonth first = FirstMonth(asOf);
        RequirePossible(count, first, asOf, 1, LastMonth);
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
    /// <exception cref="ArgumentException"><paramref name="count"/> is outside its range, or the last one is not a
    /// whole quarter of the years up to 9999.</exception>
    public static ValueList<DateSpan> Quarters(LocalDate asOf, int count, FiscalCalendar calendar = default)
    {
        if (count is < 1 or > 400)
        {
            throw DomainGuards.OutOfRange(nameof(count), count, "1 to 400");
        }

        YearMonth month = FirstMonth(asOf);
        int inQuarter = (month.Month - calendar.StartMonth + 12) % 3;
        RequirePossible(
            count,
            month.PlusMonths(-inQuarter),
            asOf,
            3,
            calendar == FiscalCalendar.CalendarYear ? LastMonth : calendar.StartMonth);
        YearQuarter first = calendar.QuarterOf(month);
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
    /// <param name="scope">The scope of a deal for the clock; not called if the clock has no windows. Default: its
    /// account, segment and regulation.</param>
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
    /// <param name="timings">The time to close by segment, each segment once, all of one day, at least one.</param>
    /// <param name="opportunities">The deals. A deal that closes later is open; closed deals are counted only.</param>
    /// <param name="periods">The periods, each with an end, in any order; they may overlap.</param>
    /// <param name="clock">The freeze windows and deadlines, past and planned. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock; not called if the clock has no windows. Default: its
    /// account, segment and regulation.</param>
    /// <returns>The schedule of the deals that are open on the day of <paramref name="timings"/>.</returns>
    /// <exception cref="ArgumentException">There is no estimate, one is null, the estimates are of different days, a
    /// segment has two, the segment of an open deal has none, a deal is null, a period has no end, or
    /// <paramref name="scope"/> returns null.</exception>
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
            Guard.Against.Null(timing, nameof(timings));
            asOf ??= timing.AsOf;
            if (timing.AsOf != asOf)
            {
                throw DomainGuards.OutOfRange(
                    nameof(timings), timing, Invariant($"an estimate as of {asOf.Value:R}, as the first one,"));
            }

            if (!bySegment.TryAdd(ValueTuple.Create(segment), timing))
            {
                throw new ArgumentException(
                    Invariant($"timings had segment \"{segment ?? "(none)"}\" twice; each segment once is expected."),
                    nameof(timings));
            }
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

    // The month of the next day, also if that is after the year 9999.
    private static YearMonth FirstMonth(LocalDate asOf) =>
        asOf < LocalDate.MaxIsoValue ? asOf.PlusDays(1).ToYearMonth() : asOf.ToYearMonth();

    // The end of a period is the day after its last one, so that no period ends with the year 9999. A fiscal year is
    // named for the year in which it ends.
    private static void RequirePossible(int count, YearMonth first, LocalDate asOf, int months, int lastMonth)
    {
        int possible = (((9999 - first.Year) * 12) + lastMonth - first.Month) / months;
        if (count > possible)
        {
            throw possible > 0
                ? DomainGuards.OutOfRange(
                    nameof(count), count, Invariant($"at most {possible}, up to the year 9999 from {asOf:R},"))
                : DomainGuards.OutOfRange(nameof(asOf), asOf, "a day before the last period of the year 9999");
        }
    }
}
