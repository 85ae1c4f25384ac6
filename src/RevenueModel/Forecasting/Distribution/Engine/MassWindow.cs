using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities of a sum by lattice cell, in a window that moves and grows as deals are added. Mass at
/// its ends is dropped within a budget.</summary>
/// <remarks>
/// The buffer is rented. Everything in it outside of the window is zero. Offsets of deals are zero or more; a deal
/// with a negative amount moves the base instead.
/// </remarks>
internal sealed class MassWindow : IDisposable
{
    // Mass is dropped in blocks, whose sums do not depend on the number of lanes.
    private const int Block = 16;

    // Smaller cells lose digits, and slow the machine down.
    private const double Tiny = 1e-307;

    private readonly int _below;
    private readonly int _mostCells;
    private readonly double _budget;
    private double[] _cells;
    private int _from;
    private int _to;
    private double _droppedBelow;
    private double _droppedAbove;

    /// <summary>Creates a window with all mass in one cell.</summary>
    /// <param name="reach">The largest offset of the deals to be added.</param>
    /// <param name="budget">The mass that may be dropped; zero to keep all that a double can hold.</param>
    /// <param name="capacity">The expected number of cells.</param>
    /// <param name="mostCells">The most cells that it may have. Default: no limit.</param>
    /// <exception cref="LatticeTooWideException">A deal does not fit.</exception>
    public MassWindow(int reach, double budget, int capacity = 256, int mostCells = int.MaxValue)
    {
        _mostCells = reach <= mostCells ? mostCells : throw new LatticeTooWideException();
        _below = reach + Lanes.Most;
        _budget = budget;
        _cells = Rent(checked((2 * _below) + (2 * capacity) + (4 * Block)));
        _from = _below;
        _to = _below + 1;
        _cells[_from] = 1;
    }

    /// <summary>Creates a window with given masses.</summary>
    /// <param name="reach">The largest offset of the deals to be added.</param>
    /// <param name="budget">The mass that may be dropped from now on.</param>
    /// <param name="masses">The masses of neighboring cells, at least one.</param>
    /// <param name="first">The cell of the first mass.</param>
    /// <param name="mostCells">The most cells that it may have. Default: no limit.</param>
    /// <exception cref="LatticeTooWideException">A deal does not fit.</exception>
    public MassWindow(
        int reach, double budget, ReadOnlySpan<double> masses, long first, int mostCells = int.MaxValue)
        : this(reach, budget, masses.Length, mostCells)
    {
        masses.CopyTo(_cells.AsSpan(_from));
        _to = _from + masses.Length;
        First = first;
    }

    /// <summary>Gets the cell of the first mass.</summary>
    public long First { get; private set; }

    /// <summary>Gets the masses of the window.</summary>
    public ReadOnlySpan<double> Masses => _cells.AsSpan(_from, _to - _from);

    /// <summary>Gets the mass that was dropped.</summary>
    public double Dropped => _droppedBelow + _droppedAbove + Noise;

    /// <summary>Adds deals of a list in order.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="start">The first deal.</param>
    /// <param name="end">The end of the deals.</param>
    /// <param name="share">The share of the budget that they may spend.</param>
    public void Add(DealColumns deals, int start, int end, double share = 1)
    {
        for (int i = start; i < end; i++)
        {
            Add(deals, i, deals.Probability[i], deals.FarProbability(i));
            Trim(share * (i + 1 - start) / (end - start));
        }
    }

    /// <summary>Adds all deals of a list with other probabilities.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="probabilities">The probability of each, in the order of the list.</param>
    /// <param name="share">The share of the budget that they may spend.</param>
    public void Add(DealColumns deals, ReadOnlySpan<double> probabilities, double share = 1)
    {
        for (int i = 0; i < deals.Count; i++)
        {
            double probability = probabilities[i];
            if (probability > 0)
            {
                Add(deals, i, probability, deals.Theta(i) * probability);
                Trim(share * (i + 1) / deals.Count);
            }
        }
    }

    /// <summary>Adds an amount with several outcomes.</summary>
    /// <param name="offsets">The cell of each outcome, relative to the lowest one.</param>
    /// <param name="probabilities">The probability of each outcome.</param>
    /// <param name="lowest">The lowest cell of the outcomes.</param>
    /// <param name="progress">The share of the budget that may be spent by now.</param>
    public void AddMany(
        ReadOnlySpan<int> offsets, ReadOnlySpan<double> probabilities, long lowest, double progress = 1)
    {
        int reach = 0;
        foreach (int offset in offsets)
        {
            reach = Math.Max(reach, offset);
        }

        int to = MakeRoom(reach);
        WindowKernel.AddMany(_cells, _from, to, offsets, probabilities);
        _to = to;
        First += lowest;
        Trim(progress);
    }

    /// <summary>Drops mass at both ends, as far as the budget of a progress allows.</summary>
    /// <param name="progress">The share of the budget that may be spent by now, between 0 and 1.</param>
    public void Trim(double progress)
    {
        double budget = _budget / 2 * progress;
        while (_to - _from > Block && CanDrop(_from, budget, ref _droppedBelow))
        {
            _from += Block;
            First += Block;
        }

        while (_to - _from > Block && CanDrop(_to - Block, budget, ref _droppedAbove))
        {
            _to -= Block;
        }
    }

    /// <summary>Drops mass at both ends up to a given amount each, beside the budget.</summary>
    public void TrimNoise(double mass)
    {
        double noise = 0;
        while (_to - _from > 1 && noise + _cells[_from] <= mass / 2)
        {
            noise += _cells[_from];
            _cells[_from++] = 0;
            First++;
        }

        double above = 0;
        while (_to - _from > 1 && above + _cells[_to - 1] <= mass / 2)
        {
            above += _cells[--_to];
            _cells[_to] = 0;
        }

        Noise += noise + above;
    }

    /// <summary>Gets the mass that <see cref="TrimNoise"/> dropped.</summary>
    public double Noise { get; private set; }

    /// <summary>Drops single cells at both ends that have no mass.</summary>
    public void TrimZeros()
    {
        while (_to - _from > 1 && _cells[_from] == 0)
        {
            _from++;
            First++;
        }

        while (_to - _from > 1 && _cells[_to - 1] == 0)
        {
            _to--;
        }
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_cells);
        _cells = [];
    }

    private void Add(DealColumns deals, int i, double probability, double far)
    {
        int cell = deals.Cell[i];
        bool isNegative = cell < 0;
        int near = isNegative ? ~cell : cell;
        if (far == 0)
        {
            int reached = MakeRoom(near);
            WindowKernel.Add(
                _cells, _from, reached, isNegative ? near : 0, isNegative ? 0 : near, probability);
            _to = reached;
            First -= isNegative ? near : 0;
            return;
        }

        int reach = near + 1;
        int to = MakeRoom(reach);
        WindowKernel.AddSplit(
            _cells,
            _from,
            to,
            isNegative ? reach : 0,
            isNegative ? 1 : near,
            isNegative ? 0 : reach,
            probability,
            far);
        _to = to;
        First -= isNegative ? reach : 0;
    }

    // Returns the end of the window after a deal, and moves or enlarges the buffer if it does not fit.
    private int MakeRoom(int reach)
    {
        if ((long)_to - _from + reach > _mostCells)
        {
            throw new LatticeTooWideException();
        }

        if (_to + reach + (2 * Lanes.Most) <= _cells.Length)
        {
            return _to + reach;
        }

        int width = _to - _from;
        int needed = checked(_below + width + reach + (2 * Lanes.Most));
        if (needed + (width / 2) > _cells.Length)
        {
            double[] larger = Rent(checked(needed + width));
            Masses.CopyTo(larger.AsSpan(_below));
            ArrayPool<double>.Shared.Return(_cells);
            _cells = larger;
        }
        else
        {
            Masses.CopyTo(_cells.AsSpan(_below));
            _cells.AsSpan(_below + width, _to - _below - width).Clear();
        }

        _from = _below;
        _to = _below + width;
        return _to + reach;
    }

    private bool CanDrop(int start, double budget, ref double dropped)
    {
        ref double block = ref MemoryMarshal.GetReference(_cells.AsSpan(start, Block));
        Vector256<double> sums =
            (Vector256.LoadUnsafe(ref block, 0) + Vector256.LoadUnsafe(ref block, 4))
            + (Vector256.LoadUnsafe(ref block, 8) + Vector256.LoadUnsafe(ref block, 12));
        Vector128<double> pair = sums.GetLower() + sums.GetUpper();
        double mass = pair[0] + pair[1];
        if (_budget > 0 ? dropped + mass > budget : mass > Tiny)
        {
            return false;
        }

        dropped += mass;
        _cells.AsSpan(start, Block).Clear();
        return true;
    }

    private static double[] Rent(int length)
    {
        double[] cells = ArrayPool<double>.Shared.Rent(length);
        cells.AsSpan().Clear();
        return cells;
    }
}

/// <summary>Signals that a window needs more cells than it may have.</summary>
internal sealed class LatticeTooWideException : Exception;
