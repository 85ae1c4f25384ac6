using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Earned pay by day: what is earned in a period, what becomes payable in it, what does so later.</summary>
/// <remarks>It is sorted once for all statements of a run, each of which then looks at its own part. Days are compared as
/// numbers, which takes a fraction of the time that dates take.</remarks>
internal sealed class EarningsCalendar
{
    private const int Never = int.MaxValue;

    private readonly List<PayEntry> _entries;
    private readonly int[] _earnedOn; // the day of each entry
    private readonly int[] _byDay; // the positions of the entries by day
    private readonly Part[] _parts; // by the day they become payable, then deal; those that wait come last
    private readonly Comparison<int> _order;
    private readonly List<DeferredPay> _found = [];

    public EarningsCalendar(List<PayEntry> entries)
    {
        _entries = entries;
        _order = CompareAsLines;
        _earnedOn = new int[entries.Count];
        _byDay = new int[entries.Count];
        var parts = new List<Part>(entries.Count * 2);
        for (int i = 0; i < entries.Count; i++)
        {
            _earnedOn[i] = DayOf(entries[i].Date);
            _byDay[i] = i;
            foreach (ref readonly Payable payable in entries[i].Payables.AsSpan())
            {
                parts.Add(new Part(i, _earnedOn[i], entries[i].Deal, in payable));
            }
        }

        int[] days = [.. _earnedOn];
        Array.Sort(days, _byDay);
        _parts = InOrder(parts);
    }

    /// <summary>A day as a number that grows with it.</summary>
    public static int DayOf(LocalDate date)
    {
        (int year, int month, int day) = date;
        return (year << 9) | (month << 5) | day;
    }

    /// <summary>What was earned in a period, in the order of statements: by kind, day and deal.</summary>
    public PayEntry[] Earned(DateSpan period)
    {
        int start = FirstFrom(DayOf(period.Start));
        int end = FirstFrom(DayOf(period.End!.Value));
        int[] positions = _byDay[start..end];
        Array.Sort(positions, _order);
        return Array.ConvertAll(positions, position => _entries[position]);
    }

    /// <summary>What was earned before a period and becomes payable in it, in part at least, in the order of the
    /// entries.</summary>
    public List<PayEntry> Released(DateSpan period)
    {
        int start = DayOf(period.Start);
        int end = DayOf(period.End!.Value);
        var positions = new List<int>();
        for (int i = FirstPayableFrom(start); i < _parts.Length && _parts[i].Due < end; i++)
        {
            ref readonly Part part = ref _parts[i];
            if (part.Earned < start && part.Lapsed == Never)
            {
                positions.Add(part.Entry);
            }
        }

        positions.Sort();
        var entries = new List<PayEntry>(positions.Count);
        for (int i = 0; i < positions.Count; i++)
        {
            if (i == 0 || positions[i] != positions[i - 1])
            {
                entries.Add(_entries[positions[i]]);
            }
        }

        return entries;
    }

    /// <summary>What was earned before a day and is not payable by then. Parts of one deal that become payable on one day
    /// are one; what waits comes last.</summary>
    public ValueList<DeferredPay> PayableFrom(LocalDate day)
    {
        int end = DayOf(day);
        var waiting = new List<Part>();
        _found.Clear();
        int lastDue = 0;
        foreach (ref readonly Part part in _parts.AsSpan())
        {
            if (part.Earned < end && part.IsPendingOn(end))
            {
                if (part.Released < end)
                {
                    Add(in part, part.DueDate, isSameDay: part.Due == lastDue);
                    lastDue = part.Due;
                }
                else
                {
                    waiting.Add(part);
                }
            }
        }

        waiting.Sort(static (x, y) => string.CompareOrdinal(x.Deal, y.Deal));
        for (int i = 0; i < waiting.Count; i++)
        {
            Add(waiting[i], on: null, isSameDay: i > 0);
        }

        DropZero();
        return _found.ToValueList();
    }

    // By the day they become payable, then deal. Keys without a comparer sort fast, and what is due on one day is mostly
    // in the order of the deals already.
    private static Part[] InOrder(List<Part> parts)
    {
        var keys = new long[parts.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)parts[i].Due << 32) | (uint)i;
        }

        Array.Sort(keys);
        Part[] ordered = Array.ConvertAll(keys, key => parts[(int)key]);
        int start = 0;
        for (int i = 1; i <= ordered.Length; i++)
        {
            if (i == ordered.Length || ordered[i].Due != ordered[start].Due)
            {
                ordered.AsSpan(start..i).Sort(static (x, y) => string.CompareOrdinal(x.Deal, y.Deal));
                start = i;
            }
        }

        return ordered;
    }

    // Parts come in order, so that one of the same day and deal as another follows it.
    private void Add(in Part part, LocalDate? on, bool isSameDay)
    {
        if (isSameDay && _found.Count > 0 && string.Equals(_found[^1].Deal, part.Deal, StringComparison.Ordinal))
        {
            _found[^1] = _found[^1] with { Amount = _found[^1].Amount + part.Amount };
            return;
        }

        DropZero();
        _found.Add(new DeferredPay(on, part.Amount, part.Deal));
    }

    private void DropZero()
    {
        if (_found.Count > 0 && _found[^1].Amount == 0m)
        {
            _found.RemoveAt(_found.Count - 1);
        }
    }

    private int CompareAsLines(int x, int y)
    {
        PayEntry left = _entries[x];
        PayEntry right = _entries[y];
        int order = left.Kind != right.Kind ? left.Kind - right.Kind : _earnedOn[x] - _earnedOn[y];
        order = order != 0 ? order : string.CompareOrdinal(left.Deal, right.Deal);
        return order != 0 ? order : x - y;
    }

    private int FirstFrom(int day)
    {
        int low = 0;
        for (int high = _byDay.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = _earnedOn[_byDay[middle]] < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int FirstPayableFrom(int day)
    {
        int low = 0;
        for (int high = _parts.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = _parts[middle].Due < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A payable part with its days as numbers.</summary>
    private readonly struct Part(int entry, int earned, string? deal, in Payable payable)
    {
        public readonly int Entry = entry;
        public readonly int Earned = earned;
        public readonly int Due = payable.Due is { } due ? DayOf(due) : Never;
        public readonly int Released = payable.Released is { } released ? DayOf(released) : Never;
        public readonly int Lapsed = payable.Lapsed is { } lapsed ? DayOf(lapsed) : Never;
        public readonly LocalDate? DueDate = payable.Due;
        public readonly decimal Amount = payable.Amount;
        public readonly string? Deal = deal;

        /// <summary>Whether it has neither become payable nor lapsed before a day.</summary>
        public bool IsPendingOn(int day) => Lapsed == Never ? Due >= day : Lapsed >= day;
    }
}
