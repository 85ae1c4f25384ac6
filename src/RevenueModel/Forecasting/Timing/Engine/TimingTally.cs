using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Counts deals by time from creation to close, as known on a day.</summary>
internal static class TimingTally
{
    private enum Standing : byte
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
    public static CloseTiming Count(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf, ClockLines lines)
    {
        var columns = new TimeColumns(opportunities.Length, lines.IsCalendar);
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = OpportunityGuards.Item(opportunities, i);
            Standing standing = StandingOf(opportunity, asOf);
            if (standing <= Standing.Lost)
            {
                LocalDate end = standing == Standing.Open ? asOf : opportunity.Closed!.Value;
                columns.Add(lines, opportunity, end, (byte)standing);
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

    private static Standing StandingOf(Opportunity opportunity, LocalDate asOf) => opportunity switch
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
    private sealed class TimeColumns(int capacity, bool isCalendar)
    {
        private readonly int[] _times = isCalendar ? new int[capacity] : [];
        private readonly byte[] _causes = isCalendar ? new byte[capacity] : [];
        private readonly List<SurvivalSubject> _subjects = isCalendar ? [] : new(capacity);
        private int _count;

        public void Add(ClockLines lines, Opportunity opportunity, LocalDate end, byte cause)
        {
            LocalDate created = opportunity.Created!.Value;
            if (isCalendar)
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
            if (isCalendar)
            {
                return _count == 0 ? null : SurvivalTableCalculator.Tabulate(new SurvivalColumns
                {
                    Times = _times.AsSpan(0, _count),
                    Causes = _causes.AsSpan(0, _count),
                });
            }

            return _subjects.Count == 0 ? null : SurvivalTableCalculator.Tabulate(_subjects);
        }
    }
}
