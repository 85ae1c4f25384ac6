using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes the sums of each group over a range of deals.</summary>
/// <remarks>
/// If there are few possible keys, they index an array directly. If there are more than deals, or very many, a
/// dictionary holds those that occur.
/// </remarks>
internal sealed class GroupSums
{
    private const int MaxDense = 1 << 17;
    private const int Chunk = 1024;

    private readonly Dictionary<long, int>? _slots;
    private Sums[] _sums;

    private GroupSums(long cardinality, int deals)
    {
        bool isDense = cardinality <= Math.Clamp(deals, Chunk, MaxDense);
        _slots = isDense ? null : [];
        _sums = new Sums[isDense ? (int)cardinality : Chunk];
    }

    public static GroupSums Of(PipelineSnapshot snapshot, GroupKeys keys, int start, int end)
    {
        var sums = new GroupSums(keys.Cardinality, snapshot.Count);
        var buffer = new long[Math.Min(Chunk, end - start)];
        for (int at = start; at < end; at += Chunk)
        {
            Span<long> chunk = buffer.AsSpan(0, Math.Min(Chunk, end - at));
            keys.Fill(at, chunk);
            sums.ToSlots(chunk);
            Add(sums._sums, chunk, snapshot.Amounts.Slice(at, chunk.Length));
        }

        return sums;
    }

    public void Merge(GroupSums other)
    {
        if (other._slots is null)
        {
            for (int i = 0; i < other._sums.Length; i++)
            {
                _sums[i].Add(other._sums[i]);
            }

            return;
        }

        foreach ((long key, int slot) in other._slots)
        {
            int own = SlotOf(key);
            _sums[own].Add(other._sums[slot]);
        }
    }

    public ValueList<Keyed<SnapshotGroup, SnapshotTotals>> ToLines(RoundingPolicy minorUnit, GroupKeys keys)
    {
        var lines = new List<Keyed<SnapshotGroup, SnapshotTotals>>();
        if (_slots is null)
        {
            for (int key = 0; key < _sums.Length; key++)
            {
                Append(key, _sums[key]);
            }
        }
        else
        {
            foreach ((long key, int slot) in _slots.OrderBy(pair => pair.Key))
            {
                Append(key, _sums[slot]);
            }
        }

        return lines.ToValueList();

        void Append(long key, Sums sums)
        {
            if (sums.Count == 0)
            {
                return;
            }

            SnapshotGroup group = keys.GroupOf(key, out int? weight);
            SnapshotTotals totals = sums.ToTotals(minorUnit, weight);
            if (lines.Count > 0 && lines[^1].Key == group)
            {
                lines[^1] = new(group, lines[^1].Value + totals);
            }
            else
            {
                lines.Add(new(group, totals));
            }
        }
    }

    private static void Add(Span<Sums> sums, ReadOnlySpan<long> slots, ReadOnlySpan<long> amounts)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            ref Sums sum = ref sums[(int)slots[i]];
            sum.Count++;
            sum.Amount.Add(amounts[i]);
        }
    }

    private void ToSlots(Span<long> keys)
    {
        if (_slots is not null)
        {
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = SlotOf(keys[i]);
            }
        }
    }

    private int SlotOf(long key)
    {
        if (!_slots!.TryGetValue(key, out int slot))
        {
            slot = _slots.Count;
            _slots.Add(key, slot);
            if (slot == _sums.Length)
            {
                Array.Resize(ref _sums, 2 * slot);
            }
        }

        return slot;
    }

    private struct Sums
    {
        public long Count;
        public Accumulator Amount;

        public void Add(in Sums other)
        {
            Count += other.Count;
            Amount.Add(other.Amount);
        }

        public readonly SnapshotTotals ToTotals(RoundingPolicy minorUnit, int? weight) =>
            new(minorUnit, Count, weight is null ? Count : 0, Amount.Value, Amount.Value * (weight ?? 0));
    }
}
