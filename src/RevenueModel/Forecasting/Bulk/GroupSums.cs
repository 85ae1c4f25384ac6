using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting.Bulk;

/// <summary>The sums of each group over a range of deals.</summary>
/// <remarks>Few possible keys index an array directly; many go through a dictionary of those that occur.</remarks>
internal sealed class GroupSums
{
    private const int MaxDense = 1 << 16;
    private const int Chunk = 1024;

    private readonly Dictionary<long, int>? _slots;
    private Sums[] _sums;

    private GroupSums(long cardinality)
    {
        _slots = cardinality <= MaxDense ? null : [];
        _sums = new Sums[_slots is null ? (int)cardinality : Chunk];
    }

    public static GroupSums Of(PipelineSnapshot snapshot, GroupKeys keys, int start, int end)
    {
        var sums = new GroupSums(keys.Cardinality);
        var buffer = new long[Math.Min(Chunk, end - start)];
        for (int at = start; at < end; at += Chunk)
        {
            Span<long> chunk = buffer.AsSpan(0, Math.Min(Chunk, end - at));
            keys.Fill(at, chunk);
            sums.ToSlots(chunk);
            Add(
                sums._sums,
                chunk,
                snapshot.Amounts.Slice(at, chunk.Length),
                snapshot.Weights.Slice(at, chunk.Length),
                snapshot.HasAmount.AsSpan(at, chunk.Length));
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
                if (_sums[key].Count > 0)
                {
                    lines.Add(new(keys.GroupOf(key), _sums[key].ToTotals(minorUnit)));
                }
            }
        }
        else
        {
            foreach ((long key, int slot) in _slots.OrderBy(pair => pair.Key))
            {
                lines.Add(new(keys.GroupOf(key), _sums[slot].ToTotals(minorUnit)));
            }
        }

        return lines.ToValueList();
    }

    private static void Add(
        Span<Sums> sums,
        ReadOnlySpan<long> slots,
        ReadOnlySpan<long> amounts,
        ReadOnlySpan<int> weights,
        ReadOnlySpan<bool> hasAmount)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            ref Sums sum = ref sums[(int)slots[i]];
            sum.Count++;
            sum.WithAmount += Unsafe.BitCast<bool, byte>(hasAmount[i]);
            sum.Amount.Add(amounts[i]);
            sum.Weighted.AddProduct(amounts[i], weights[i]);
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
        public long WithAmount;
        public Accumulator Amount;
        public Accumulator Weighted;

        public void Add(in Sums other)
        {
            Count += other.Count;
            WithAmount += other.WithAmount;
            Amount.Add(other.Amount);
            Weighted.Add(other.Weighted);
        }

        public readonly SnapshotTotals ToTotals(RoundingPolicy minorUnit) =>
            new(minorUnit, Count, Count - WithAmount, Amount.Value, Weighted.Value);
    }
}
