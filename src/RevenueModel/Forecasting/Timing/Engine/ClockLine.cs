using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The clock of deals to which the same windows apply: stretches of days with one speed, and the clock days
/// up to each.</summary>
internal sealed class ClockLine
{
    private const int Never = int.MaxValue;

    private readonly int[] _starts;
    private readonly decimal[] _speeds;
    private readonly decimal[] _before;

    private ClockLine(List<int> starts, List<decimal> speeds)
    {
        _starts = [.. starts];
        _speeds = [.. speeds];
        _before = new decimal[_starts.Length];
        for (int i = 1; i < _starts.Length; i++)
        {
            _before[i] = _before[i - 1] + ((_starts[i] - _starts[i - 1]) * _speeds[i - 1]);
        }
    }

    /// <summary>Gets the line of calendar days.</summary>
    public static ClockLine Calendar { get; } = new([], []);

    /// <summary>Gets whether the line counts calendar days.</summary>
    public bool IsCalendar => _starts.Length == 0;

    /// <summary>Returns the line of some windows, which may overlap.</summary>
    public static ClockLine Of(List<FreezeWindow> freezes, List<DeadlinePull> pulls)
    {
        if (freezes.Count == 0 && pulls.Count == 0)
        {
            return Calendar;
        }

        var edges = new List<Edge>(2 * (freezes.Count + pulls.Count));
        foreach (FreezeWindow freeze in freezes)
        {
            AddEdges(edges, freeze.Days, multiplier: 0m);
        }

        foreach (DeadlinePull pull in pulls)
        {
            AddEdges(edges, pull.Days, pull.Multiplier);
        }

        edges.Sort(static (one, other) => one.Day.CompareTo(other.Day));
        return Sweep(edges);
    }

    /// <summary>Returns the number of a day.</summary>
    public static int Number(LocalDate day) => Period.DaysBetween(default, day);

    /// <summary>Returns the clock days in <c>(from, to]</c>.</summary>
    public decimal DaysBetween(LocalDate from, LocalDate to) => IsCalendar
        ? Period.DaysBetween(from, to)
        : Before(Number(to) + 1) - Before(Number(from) + 1);

    /// <summary>Returns the clock days up to the end of a day, counted from a fixed day, of a line without
    /// pulls.</summary>
    /// <param name="day">The number of the day.</param>
    public int WholeDaysUpTo(int day) => IsCalendar ? day : (int)Before(day + 1);

    private static ClockLine Sweep(List<Edge> edges)
    {
        var starts = new List<int>(edges.Count);
        var speeds = new List<decimal>(edges.Count);
        var pulls = new SortedDictionary<decimal, int>();
        int frozen = 0;
        for (int i = 0; i < edges.Count && edges[i].Day != Never; i++)
        {
            Edge edge = edges[i];
            if (edge.Multiplier == 0m)
            {
                frozen += edge.Change;
            }
            else
            {
                int count = pulls.GetValueOrDefault(edge.Multiplier) + edge.Change;
                pulls[edge.Multiplier] = count;
                if (count == 0)
                {
                    pulls.Remove(edge.Multiplier);
                }
            }

            if (i + 1 == edges.Count || edges[i + 1].Day != edge.Day)
            {
                decimal speed = frozen > 0 ? 0m : pulls.Count > 0 ? pulls.Keys.Last() : 1m;
                if (speeds.Count == 0 || speeds[^1] != speed)
                {
                    starts.Add(edge.Day);
                    speeds.Add(speed);
                }
            }
        }

        return new ClockLine(starts, speeds);
    }

    private static void AddEdges(List<Edge> edges, DateSpan days, decimal multiplier)
    {
        edges.Add(new Edge(Number(days.Start), multiplier, 1));
        edges.Add(new Edge(days.End is { } end ? Number(end) : Never, multiplier, -1));
    }

    // Clock days before a day, counted from the first start; negative before it.
    private decimal Before(int day)
    {
        int at = Array.BinarySearch(_starts, day);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? day - _starts[0] : _before[at] + ((day - _starts[at]) * _speeds[at]);
    }

    private readonly record struct Edge(int Day, decimal Multiplier, int Change);
}
