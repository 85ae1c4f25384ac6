using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>The deals of a segment: a count for each combination of flags, for short and for long cycles, and a
/// histogram of the cycles of won deals.</summary>
internal sealed class DealCounts
{
    private const int Flags = 256;

    private readonly long[] _cells = new long[2 * Flags];
    private long[] _days = new long[1024];

    /// <summary>Adds a deal.</summary>
    /// <param name="flags">What is known of it.</param>
    /// <param name="days">The days from creation to close, or -1.</param>
    /// <param name="longDays">The days from which a cycle is long.</param>
    public void Add(DealTraits flags, int days, int longDays)
    {
        _cells[((int)flags & (Flags - 1)) + (days >= longDays ? Flags : 0)]++;
        if ((flags & DealTraits.Won) != DealTraits.None && days >= 0)
        {
            AddDay(days, 1);
        }
    }

    /// <summary>Adds won deals with one cycle.</summary>
    /// <param name="day">The days from creation to close.</param>
    /// <param name="count">The number of deals.</param>
    public void AddDay(int day, long count)
    {
        if (day >= _days.Length)
        {
            Array.Resize(ref _days, Math.Max(day + 1, _days.Length * 2));
        }

        _days[day] += count;
    }

    /// <summary>Adds counted deals.</summary>
    /// <param name="cells">The number of deals for each combination of flags, for short and for long cycles.</param>
    /// <param name="days">The number of won deals for each number of days from zero.</param>
    public void Add(ReadOnlySpan<int> cells, ReadOnlySpan<int> days)
    {
        for (int i = 0; i < _cells.Length; i++)
        {
            _cells[i] += cells[i];
        }

        for (int day = 0; day < days.Length; day++)
        {
            if (days[day] > 0)
            {
                AddDay(day, days[day]);
            }
        }
    }

    /// <summary>Adds the deals of another part.</summary>
    public void Add(DealCounts other)
    {
        for (int i = 0; i < _cells.Length; i++)
        {
            _cells[i] += other._cells[i];
        }

        if (other._days.Length > _days.Length)
        {
            Array.Resize(ref _days, other._days.Length);
        }

        for (int day = 0; day < other._days.Length; day++)
        {
            _days[day] += other._days[day];
        }
    }

    /// <summary>Returns the number of deals that have some flags and lack others.</summary>
    /// <param name="all">The flags that a deal has.</param>
    /// <param name="none">The flags that it lacks. Default: none.</param>
    /// <param name="onlyLong">Whether only long cycles count.</param>
    public long Count(DealTraits all, DealTraits none = DealTraits.None, bool onlyLong = false)
    {
        long count = 0;
        for (int i = onlyLong ? Flags : 0; i < _cells.Length; i++)
        {
            var flags = (DealTraits)(i & (Flags - 1));
            count += (flags & all) == all && (flags & none) == DealTraits.None ? _cells[i] : 0;
        }

        return count;
    }

    /// <summary>Estimates the median cycle of won deals in days.</summary>
    public MedianEstimate? MedianDays(double confidence) => MedianCalculator.OfHistogram(_days, confidence);
}
