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
            Standing standing = StandingOf(opportunity, asOf);
            if (standing <= Standing.Lost)
            {
                LocalDate end = standing == Standing.Open ? asOf : opportunity.Closed!.Value;
                columns.Add(opportunity, end, (byte)standing);
            }
        }

        return new CloseTiming(asOf, columns.ToTable(), Standings(opportunities, asOf), credibility: null);
    }

    /// <summary>Counts the deals by their state at the end of a day.</summary>
    public static CloseTimingCounts Standings(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf)
    {
        Span<int> standings = stackalloc int[6];
        standings.Clear();
        foreach (Opportunity opportunity in opportunities)
        {
            standings[(int)StandingOf(opportunity, asOf)]++;
        }

        return new CloseTimingCounts(
            standings[(int)Standing.Won],
            standings[(int)Standing.Lost],
            standings[(int)Standing.Open],
            standings[(int)Standing.WithoutCreated],
            standings[(int)Standing.CreatedLater],
            standings[(int)Standing.ClosedWithoutDate]);
    }

    /// <summary>Returns the state of a deal at the end of a day.</summary>
    public static Standing StandingOf(Opportunity opportunity, LocalDate asOf) => opportunity switch
    {
        { Created: null } => Standing.WithoutCreated,
        { Created: { } created } when created > asOf => Standing.CreatedLater,
        { IsOpen: true } => Standing.Open,
        { Closed: null } => Standing.ClosedWithoutDate,
        { Closed: { } closed } when closed > asOf => Standing.Open,
        { Outcome: DealOutcome.Won } => Standing.Won,
        _ => Standing.Lost,
    };

    /// <summary>The times and causes of deals: whole numbers on calendar days, which are counted in one pass,
    /// otherwise records.</summary>
    private sealed class TimeColumns(int capacity, ClockLines lines, LocalDate? observedFrom)
    {
        // Between the day before the first observed one and that day.
        private const decimal HalfDay = 0.5m;

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

        // At risk from the first observed day on. A deal whose clock stood still since then has nothing to show.
        private void AddLate(ClockLine line, LocalDate created, LocalDate end, byte cause)
        {
            if (end < observedFrom)
            {
                return;
            }

            decimal time = line.DaysBetween(created, end);
            decimal before = line.DaysBetween(created, observedFrom!.Value.PlusDays(-1));
            if (before < time || cause > 0)
            {
                _subjects.Add(new SurvivalSubject
                {
                    Time = time,
                    Cause = cause,
                    Entry = before < time
                        ? Math.Min(before + HalfDay, (before + time) / 2m)
                        : Math.Max(time - HalfDay, 0m),
                });
            }
        }
    }
}
