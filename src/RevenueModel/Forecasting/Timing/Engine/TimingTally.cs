using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Counts deals by time from creation to close, as known on a day.</summary>
internal static class TimingTally
{
    /// <summary>The state of a deal on a day. The first three count.</summary>
    public enum Standing : byte
    {
        Open = 0,
        Won = CloseCurve.WonCause,
        Lost = CloseCurve.LostCause,
        WithoutCreated = 3,
        CreatedLater = 4,
        ClosedWithoutDate = 5,
        ClosedEarlier = 6,
    }

    /// <summary>Returns whether a deal was open at the end of a day, and when it was created.</summary>
    public static bool IsOpen(Opportunity opportunity, LocalDate asOf, out LocalDate created)
    {
        created = opportunity.Created ?? default;
        return StandingOf(opportunity, asOf) == Standing.Open;
    }

    /// <summary>Counts the deals.</summary>
    public static CloseTiming Count(
        ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, LocalDate? observedFrom, ClockLines lines)
    {
        var columns = new TimeColumns(opportunities.Length, lines, observedFrom);
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = OpportunityGuards.Item(opportunities, i);
            Standing standing = StandingOf(opportunity, asOf, observedFrom);
            if (standing <= Standing.Lost)
            {
                LocalDate end = standing == Standing.Open ? asOf : opportunity.Closed!.Value;
                columns.Add(opportunity, end, (byte)standing);
            }
        }

        return new CloseTiming(
            asOf, columns.ToTable(), Standings(opportunities, asOf, observedFrom), credibility: null);
    }

    /// <summary>Counts the deals by their state at the end of a day.</summary>
    /// <param name="opportunities">The deals.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="observedFrom">The first day on which deals are observed, or null for the whole history.</param>
    public static CloseTimingCounts Standings(
        ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, LocalDate? observedFrom = null)
    {
        Span<int> standings = stackalloc int[7];
        standings.Clear();
        foreach (Opportunity opportunity in opportunities)
        {
            standings[(int)StandingOf(opportunity, asOf, observedFrom)]++;
        }

        return new CloseTimingCounts(
            standings[(int)Standing.Won],
            standings[(int)Standing.Lost],
            standings[(int)Standing.Open],
            standings[(int)Standing.WithoutCreated],
            standings[(int)Standing.CreatedLater],
            standings[(int)Standing.ClosedWithoutDate],
            standings[(int)Standing.ClosedEarlier]);
    }

    /// <summary>Returns the state of a deal at the end of a day.</summary>
    public static Standing StandingOf(
        Opportunity opportunity, LocalDate asOf, LocalDate? observedFrom = null) => opportunity switch
    {
        { Created: null } => Standing.WithoutCreated,
        { Created: { } created } when created > asOf => Standing.CreatedLater,
        { IsOpen: true } => Standing.Open,
        { Closed: null } => Standing.ClosedWithoutDate,
        { Closed: { } closed } when closed > asOf => Standing.Open,
        { Closed: { } closed } when closed < observedFrom => Standing.ClosedEarlier,
        { Outcome: DealOutcome.Won } => Standing.Won,
        _ => Standing.Lost,
    };

    /// <summary>The times and causes of deals: whole numbers on calendar days, which are counted in one pass,
    /// otherwise records.</summary>
    private sealed class TimeColumns(int capacity, ClockLines lines, LocalDate? observedFrom)
    {
        // Deals are at risk just after the age at which they enter. This is less than the smallest step of ages, for
        // those that would enter at zero or at their close.
        private const decimal Instant = 0.000_001m;

        private readonly int[] _times = lines.IsCalendar ? new int[capacity] : [];
        private readonly byte[] _causes = lines.IsCalendar ? new byte[capacity] : [];
        private readonly List<SurvivalSubject> _subjects = [];
        private int _count;

        public void Add(Opportunity opportunity, LocalDate end, byte cause)
        {
            LocalDate created = opportunity.Created!.Value;
            if (created < observedFrom)
            {
                AddLate(lines.LineOf(opportunity), created, end, cause);
            }
            else if (lines.IsCalendar)
            {
                _times[_count] = Period.DaysBetween(created, end);
                _causes[_count++] = cause;
            }
            else
            {
                _subjects.Add(new SurvivalSubject
                {
                    Time = lines.LineOf(opportunity).DaysBetween(created, end),
                    Cause = cause,
                });
            }
        }

        public SurvivalTable? ToTable()
        {
            SurvivalTable? counted = _count == 0 ? null : SurvivalTableCalculator.Tabulate(new SurvivalColumns
            {
                Times = _times.AsSpan(0, _count),
                Causes = _causes.AsSpan(0, _count),
            });
            SurvivalTable? late = _subjects.Count == 0 ? null : SurvivalTableCalculator.Tabulate(_subjects);
            return counted is not null && late is not null
                ? SurvivalTableCalculator.Merge(counted, late)
                : counted ?? late;
        }

        // At risk after the age on the day before the first observed one. An open deal whose clock stood still since
        // then was not observed at any age.
        private void AddLate(ClockLine line, LocalDate created, LocalDate end, byte cause)
        {
            decimal time = line.DaysBetween(created, end);
            decimal before = line.DaysBetween(created, observedFrom!.Value.PlusDays(-1));
            if (before < time || cause > 0)
            {
                decimal entry = before < time ? before : Math.Max(time - Instant, 0m);
                _subjects.Add(new SurvivalSubject
                {
                    Time = time,
                    Cause = cause,
                    Entry = entry > 0m ? entry : Math.Min(Instant, time / 2m),
                });
            }
        }
    }
}
