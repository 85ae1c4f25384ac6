using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Counts columns of subjects in tables by time, in one pass over blocks of rows.</summary>
/// <remarks>
/// A block is checked with vectors while it is brought into the cache, then counted without further checks.
/// Neighboring rows are counted in two tables, so that equal times do not wait for each other.
/// </remarks>
internal ref struct SurvivalCounter
{
    private const int Block = 2_048;

    // Tables beyond this number of times and causes are not worth their memory unless there are as many rows.
    private const long SmallTable = 1 << 20;

    private readonly SurvivalColumns _columns;
    private readonly int _causes;
    private long[] _exits;
    private long[] _otherExits;
    private long[] _entries;
    private long[] _otherEntries;

    private SurvivalCounter(SurvivalColumns columns, int causes)
    {
        _columns = columns;
        _causes = causes;
        _exits = [];
        _otherExits = [];
        _entries = [];
        _otherEntries = [];
    }

    /// <summary>Returns the table of the columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="name">The parameter of the caller that holds them.</param>
    public static SurvivalTable Count(SurvivalColumns columns, string name)
    {
        int count = columns.Times.Length;
        RequireLength(columns.Causes.Length, count, nameof(columns.Causes), name);
        if (!columns.Entries.IsEmpty)
        {
            RequireLength(columns.Entries.Length, count, nameof(columns.Entries), name);
        }

        if (!columns.Weights.IsEmpty)
        {
            RequireLength(columns.Weights.Length, count, nameof(columns.Weights), name);
        }

        if (count == 0)
        {
            throw new ArgumentException($"{name} had no row; at least one is expected.", name);
        }

        var counter = new SurvivalCounter(columns, Highest(columns.Causes) + 1);
        decimal bound = 0m;
        decimal? total = null;
        for (int start = 0; start < count; start += Block)
        {
            int length = Math.Min(Block, count - start);
            if (!counter.TryCheck(start, length, out int lastTime, out long largest))
            {
                throw counter.Refused(start, length, name);
            }

            // The weights are added only if the largest of each block do not show that the sum is small enough.
            bound += (decimal)largest * length;
            if (bound > SurvivalGuards.MaxWeight && (total ??= counter.TotalWeight()) > SurvivalGuards.MaxWeight)
            {
                throw DomainGuards.OutOfRange(name, Invariant($"of weight {total}"), "a sum of at most 10^18");
            }

            if (lastTime >= counter._entries.Length && !counter.TryGrow(lastTime))
            {
                counter.RequireFrom(start + length, name);
                return SurvivalTally.Count(Records(columns), name);
            }

            counter.Add(start, length);
        }

        return counter.ToTable(name);
    }

    private static byte Highest(ReadOnlySpan<byte> causes)
    {
        Vector<byte> vector = Vector<byte>.Zero;
        foreach (ref readonly Vector<byte> part in MemoryMarshal.Cast<byte, Vector<byte>>(causes))
        {
            vector = Vector.Max(vector, part);
        }

        byte highest = 0;
        for (int i = 0; i < Vector<byte>.Count; i++)
        {
            highest = Math.Max(highest, vector[i]);
        }

        foreach (byte cause in causes[(causes.Length - (causes.Length % Vector<byte>.Count))..])
        {
            highest = Math.Max(highest, cause);
        }

        return highest;
    }

    private static void RequireLength(int length, int expected, string column, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException(
                Invariant($"{name} had {length} rows in {column} and {expected} in Times; ")
                    + "equal lengths are expected.",
                name);
        }
    }

    // Sparse times, such as seconds of years: the slower way over distinct times.
    private static SurvivalSubject[] Records(SurvivalColumns columns)
    {
        var subjects = new SurvivalSubject[columns.Times.Length];
        for (int i = 0; i < subjects.Length; i++)
        {
            subjects[i] = new SurvivalSubject
            {
                Time = columns.Times[i],
                Cause = columns.Causes[i],
                Entry = columns.Entries.IsEmpty ? 0 : columns.Entries[i],
                Weight = columns.Weights.IsEmpty ? 1 : columns.Weights[i],
            };
        }

        return subjects;
    }

    private readonly bool TryCheck(int start, int length, out int lastTime, out long largest)
    {
        ReadOnlySpan<int> times = _columns.Times.Slice(start, length);
        ReadOnlySpan<int> entries = _columns.Entries.IsEmpty ? [] : _columns.Entries.Slice(start, length);
        ReadOnlySpan<long> weights = _columns.Weights.IsEmpty ? [] : _columns.Weights.Slice(start, length);
        ReadOnlySpan<Vector<int>> timeVectors = MemoryMarshal.Cast<int, Vector<int>>(times);
        ReadOnlySpan<Vector<int>> entryVectors = MemoryMarshal.Cast<int, Vector<int>>(entries);
        Vector<int> signs = Vector<int>.Zero;
        Vector<int> last = Vector<int>.Zero;
        for (int i = 0; i < timeVectors.Length; i++)
        {
            last = Vector.Max(last, timeVectors[i]);
            signs |= timeVectors[i];
        }

        for (int i = 0; i < entryVectors.Length; i++)
        {
            // Negative where the entry is negative, or not zero and not before the end.
            Vector<int> entry = entryVectors[i];
            signs |= entry
                | Vector.AndNot(Vector.GreaterThanOrEqual(entry, timeVectors[i]), Vector.Equals(entry, default));
        }

        Vector<long> weightSigns = Vector<long>.Zero;
        Vector<long> weight = Vector<long>.Zero;
        foreach (ref readonly Vector<long> vector in MemoryMarshal.Cast<long, Vector<long>>(weights))
        {
            weightSigns |= vector;
            weight = Vector.Max(weight, vector);
        }

        bool isValid = !Vector.LessThanAny(signs, default) && !Vector.LessThanAny(weightSigns, default);
        lastTime = 0;
        for (int i = 0; i < Vector<int>.Count; i++)
        {
            lastTime = Math.Max(lastTime, last[i]);
        }

        largest = weights.IsEmpty ? 1 : 0;
        for (int i = 0; i < Vector<long>.Count; i++)
        {
            largest = Math.Max(largest, weight[i]);
        }

        for (int i = length - (length % Vector<int>.Count); i < length; i++)
        {
            int entry = entries.IsEmpty ? 0 : entries[i];
            isValid &= times[i] >= 0 && entry >= 0 && (entry == 0 || entry < times[i]);
            lastTime = Math.Max(lastTime, times[i]);
        }

        for (int i = weights.Length - (weights.Length % Vector<long>.Count); i < weights.Length; i++)
        {
            isValid &= weights[i] >= 0;
            largest = Math.Max(largest, weights[i]);
        }

        return isValid;
    }

    private readonly void RequireFrom(int start, string name)
    {
        if (start < _columns.Times.Length && !TryCheck(start, _columns.Times.Length - start, out _, out _))
        {
            throw Refused(start, _columns.Times.Length - start, name);
        }
    }

    private readonly ArgumentException Refused(int start, int length, string name)
    {
        for (int i = start; i < start + length; i++)
        {
            int time = _columns.Times[i];
            int entry = _columns.Entries.IsEmpty ? 0 : _columns.Entries[i];
            long weight = _columns.Weights.IsEmpty ? 0 : _columns.Weights[i];
            string row = Invariant($"{name} in row {i}");
            if (time < 0)
            {
                return DomainGuards.Within(
                    row, DomainGuards.OutOfRange("Times", time, "a time of zero or more"), name);
            }

            if (weight < 0)
            {
                return DomainGuards.Within(row, DomainGuards.OutOfRange("Weights", weight, "zero or more"), name);
            }

            if (entry < 0 || (entry > 0 && entry >= time))
            {
                return DomainGuards.Within(
                    row,
                    DomainGuards.OutOfRange("Entries", entry, Invariant($"zero, or above it and before {time},")),
                    name);
            }
        }

        throw new InvalidOperationException("No row of the block is refused.");
    }

    private readonly decimal TotalWeight()
    {
        Int128 total = 0;
        foreach (long weight in _columns.Weights)
        {
            total += Math.Max(weight, 0);
        }

        return total > (Int128)(2 * SurvivalGuards.MaxWeight) ? 2 * SurvivalGuards.MaxWeight : (decimal)total;
    }

    private bool TryGrow(int lastTime)
    {
        long places = Math.Max(lastTime + 1L, Math.Min(_entries.Length * 2L, int.MaxValue / 2));
        if (places * _causes > Math.Max(SmallTable, 2L * _columns.Times.Length))
        {
            places = lastTime + 1L;
            if (places * _causes > Math.Max(SmallTable, 2L * _columns.Times.Length))
            {
                return false;
            }
        }

        Array.Resize(ref _entries, (int)places);
        Array.Resize(ref _otherEntries, (int)places);
        Array.Resize(ref _exits, (int)(places * _causes));
        Array.Resize(ref _otherExits, (int)(places * _causes));
        return true;
    }

    // The checks above keep all indexes within the tables.
    private readonly void Add(int start, int length)
    {
        ref int times = ref MemoryMarshal.GetReference(_columns.Times.Slice(start, length));
        ref byte causes = ref MemoryMarshal.GetReference(_columns.Causes.Slice(start, length));
        ref long exits = ref MemoryMarshal.GetArrayDataReference(_exits);
        ref long otherExits = ref MemoryMarshal.GetArrayDataReference(_otherExits);
        ref long entered = ref MemoryMarshal.GetArrayDataReference(_entries);
        ref long otherEntered = ref MemoryMarshal.GetArrayDataReference(_otherEntries);
        bool hasEntries = !_columns.Entries.IsEmpty;
        bool hasWeights = !_columns.Weights.IsEmpty;
        ref int entries = ref MemoryMarshal.GetReference(hasEntries ? _columns.Entries.Slice(start, length) : default);
        ref long weights = ref MemoryMarshal.GetReference(
            hasWeights ? _columns.Weights.Slice(start, length) : default);
        nint stride = _causes;
        long sum = 0;
        int i = 0;
        for (; i + 1 < length; i += 2)
        {
            long first = hasWeights ? Unsafe.Add(ref weights, i) : 1;
            long second = hasWeights ? Unsafe.Add(ref weights, i + 1) : 1;
            Unsafe.Add(ref exits, (Unsafe.Add(ref times, i) * stride) + Unsafe.Add(ref causes, i)) += first;
            Unsafe.Add(ref otherExits, (Unsafe.Add(ref times, i + 1) * stride) + Unsafe.Add(ref causes, i + 1))
                += second;
            if (hasEntries)
            {
                Unsafe.Add(ref entered, Unsafe.Add(ref entries, i)) += first;
                Unsafe.Add(ref otherEntered, Unsafe.Add(ref entries, i + 1)) += second;
            }
            else
            {
                sum += first + second;
            }
        }

        if (i < length)
        {
            long weight = hasWeights ? Unsafe.Add(ref weights, i) : 1;
            Unsafe.Add(ref exits, (Unsafe.Add(ref times, i) * stride) + Unsafe.Add(ref causes, i)) += weight;
            Unsafe.Add(ref entered, hasEntries ? Unsafe.Add(ref entries, i) : 0) += weight;
        }

        entered += sum;
    }

    private readonly SurvivalTable ToTable(string name)
    {
        var rows = new List<SurvivalRow>();
        var events = new decimal[_causes - 1];
        for (int time = 0; time < _entries.Length; time++)
        {
            long entered = _entries[time] + _otherEntries[time];
            bool isEmpty = entered == 0;
            for (int cause = 0; cause < _causes; cause++)
            {
                int place = (time * _causes) + cause;
                isEmpty &= _exits[place] + _otherExits[place] == 0;
                if (cause > 0)
                {
                    events[cause - 1] = _exits[place] + _otherExits[place];
                }
            }

            if (!isEmpty)
            {
                rows.Add(new SurvivalRow
                {
                    Time = time,
                    Entered = entered,
                    Events = ValueList.Create<decimal>(events),
                    Censored = _exits[time * _causes] + _otherExits[time * _causes],
                });
            }
        }

        return rows.Count > 0
            ? SurvivalTable.Of(rows.ToValueList(), name)
            : throw new ArgumentException(
                $"{name} had no row with a weight above zero; at least one is expected.", name);
    }
}
