using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Earned pay by day: pay that is earned in a period, that becomes payable in it, or that becomes payable
/// later.</summary>
/// <remarks>The entries are sorted once for all statements of a ledger, and each statement reads its range. Days are
/// compared as numbers, which is faster than comparing dates. Immutable, so threads can share it.</remarks>
internal sealed class EarningsCalendar
{
    private const int Never = int.MaxValue;

    private readonly List<PayEntry> _entries;
    private readonly int[] _earnedOn; // the day of each entry
    private readonly int[] _byDay; // the positions of the entries by day
    private readonly Part[] _parts; // by payable day, then deal; parts without a day come last

    public EarningsCalendar(List<PayEntry> entries)
    {
        _entries = entries;
        _earnedOn = new int[entries.Count];
        _byDay = new int[entries.Count];
        int count = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            _earnedOn[i] = DayOf(entries[i].Date);
            _byDay[i] = i;
            count += entries[i].Payables.Length;
        }

        int[] days = [.. _earnedOn];
        Array.Sort(days, _byDay);
        _parts = InOrder(count);
    }

    /// <summary>Returns a day as a number; a later day has a larger number.</summary>
    public static int DayOf(LocalDate date)
    {
        (int year, int month, int day) = date;
        return (year << 9) | (month << 5) | day;
    }

    /// <summary>Returns the entries earned in a period in statement order: by kind, day and deal.</summary>
    public PayEntry[] Earned(DateSpan period)
    {
        int start = FirstFrom(DayOf(period.Start));
        int end = FirstFrom(DayOf(period.End!.Value));
        int[] positions = _byDay[start..end];
        Array.Sort(positions, CompareAsLines);
        return Array.ConvertAll(positions, position => _entries[position]);
    }

    /// <summary>Returns the pay that was earned in a period.</summary>
    public decimal SumOf(DateSpan period)
    {
        decimal sum = 0m;
        int end = FirstFrom(DayOf(period.End!.Value));
        for (int i = FirstFrom(DayOf(period.Start)); i < end; i++)
        {
            sum += _entries[_byDay[i]].Amount;
        }

        return sum;
    }

    /// <summary>Returns the entries earned before a period of which at least a part becomes payable in it, in the
    /// order of the entries.</summary>
    public List<PayEntry> Released(DateSpan period)
    {
        int start = DayOf(period.Start);
        int end = DayOf(period.End!.Value);
        var positions = new List<int>();
        for (int i = FirstPayableFrom(start); i < _parts.Length && _parts[i].Due < end; i++)
        {
            ref readonly Part part = ref _parts[i];
            if (_earnedOn[part.Entry] < start && PayableOf(in part).Lapsed is null)
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

    /// <summary>Returns the pay that was earned before a day and is not payable by then. Parts of one deal that become
    /// payable on the same day are combined. Parts without a day come last.</summary>
    public ValueList<DeferredPay> PayableFrom(LocalDate day)
    {
        int end = DayOf(day);
        var waiting = new List<Part>();
        var found = new List<DeferredPay>();
        foreach (ref readonly Part part in _parts.AsSpan())
        {
            ref readonly Payable payable = ref PayableOf(in part);
            if (_earnedOn[part.Entry] < end && payable.IsPendingOn(day))
            {
                if (payable.Released < day)
                {
                    Add(found, in part, payable.Due);
                }
                else
                {
                    waiting.Add(part);
                }
            }
        }

        waiting.Sort((x, y) => string.CompareOrdinal(_entries[x.Entry].Deal, _entries[y.Entry].Deal));
        foreach (Part part in waiting)
        {
            Add(found, in part, on: null);
        }

        DropZero(found);
        return found.ToValueList();
    }

    private ref readonly Payable PayableOf(in Part part) => ref _entries[part.Entry].Payables[part.Index];

    // Sorts by the day on which parts become payable, then by deal. Sorting by keys without a comparer is fast, and
    // the parts of a day are usually in deal order already.
    private Part[] InOrder(int count)
    {
        var keys = new long[count];
        var parts = new Part[count];
        int next = 0;
        for (int i = 0; i < _entries.Count; i++)
        {
            Payable[] payables = _entries[i].Payables;
            for (int index = 0; index < payables.Length; index++)
            {
                int due = payables[index].Due is { } day ? DayOf(day) : Never;
                parts[next] = new Part(i, index, due);
                keys[next] = ((long)due << 32) | (uint)next;
                next++;
            }
        }

        Array.Sort(keys, parts);
        int start = 0;
        for (int i = 1; i <= parts.Length; i++)
        {
            if (i == parts.Length || parts[i].Due != parts[start].Due)
            {
                if (i - start > 1)
                {
                    SortByDeal(parts.AsSpan(start..i));
                }

                start = i;
            }
        }

        return parts;
    }

    // Insertion sort is stable, and fast because a day has few parts or they are already in order.
    private void SortByDeal(Span<Part> parts)
    {
        for (int i = 1; i < parts.Length; i++)
        {
            Part part = parts[i];
            string? deal = _entries[part.Entry].Deal;
            int at = i;
            while (at > 0 && string.CompareOrdinal(_entries[parts[at - 1].Entry].Deal, deal) > 0)
            {
                parts[at] = parts[at - 1];
                at--;
            }

            parts[at] = part;
        }
    }

    // Parts are sorted, so parts with the same day and deal are adjacent.
    private void Add(List<DeferredPay> found, in Part part, LocalDate? on)
    {
        string? deal = _entries[part.Entry].Deal;
        decimal amount = PayableOf(in part).Amount;
        if (found.Count > 0 && found[^1].On == on && string.Equals(found[^1].Deal, deal, StringComparison.Ordinal))
        {
            found[^1] = found[^1] with { Amount = found[^1].Amount + amount };
            return;
        }

        DropZero(found);
        found.Add(new DeferredPay(on, amount, deal));
    }

    private static void DropZero(List<DeferredPay> found)
    {
        if (found.Count > 0 && found[^1].Amount == 0m)
        {
            found.RemoveAt(found.Count - 1);
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

    /// <summary>The position of a payable part, with the day on which it becomes payable.</summary>
    private readonly record struct Part(int Entry, int Index, int Due);
}
