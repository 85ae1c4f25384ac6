using System.Buffers;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>A weighted sum of distributions on one lattice, over as many cells as any of them has. The buffer is
/// rented.</summary>
internal sealed class LatticeAccumulator : IDisposable
{
    private double[] _masses = [];
    private int _count;

    /// <summary>Gets the cell of the first mass.</summary>
    public long First { get; private set; }

    /// <summary>Gets the masses.</summary>
    public Span<double> Masses => _masses.AsSpan(0, _count);

    /// <summary>Adds a distribution.</summary>
    /// <param name="first">The cell of its first mass.</param>
    /// <param name="masses">Its masses, at least one.</param>
    /// <param name="weight">Its weight.</param>
    public void Add(long first, ReadOnlySpan<double> masses, double weight)
    {
        Include(first, masses.Length);
        MassSums.AddScaled(Masses.Slice((int)(first - First), masses.Length), masses, weight);
    }

    /// <summary>Halves this sum and adds another, as a step of the trapezoidal rule does.</summary>
    /// <param name="odd">The sum over the new nodes.</param>
    /// <returns>The largest change of a cumulative mass.</returns>
    public double Refine(LatticeAccumulator odd)
    {
        Include(odd.First, odd._count);
        Span<double> added = odd.Masses;
        int start = (int)(odd.First - First);
        double change = 0;
        var cumulated = default(CompensatedSum);
        for (int i = 0; i < _count; i++)
        {
            double half = _masses[i] / 2;
            double other = i >= start && i - start < added.Length ? added[i - start] : 0;
            _masses[i] = half + other;
            cumulated.Add(other - half);
            change = Math.Max(change, Math.Abs(cumulated.Value));
        }

        return change;
    }

    /// <summary>Sets all masses to zero.</summary>
    public void Clear() => Masses.Clear();

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_masses);
        _masses = [];
    }

    private void Include(long first, int count)
    {
        long start = _count == 0 ? first : Math.Min(First, first);
        long end = _count == 0 ? first + count : Math.Max(First + _count, first + count);
        int needed = checked((int)(end - start));
        if (_count > 0 && start == First && needed == _count)
        {
            return;
        }

        double[] larger = ArrayPool<double>.Shared.Rent(needed);
        larger.AsSpan(0, needed).Clear();
        Masses.CopyTo(larger.AsSpan((int)(_count == 0 ? 0 : First - start)));
        ArrayPool<double>.Shared.Return(_masses);
        _masses = larger;
        _count = needed;
        First = start;
    }
}
