using System.Runtime.InteropServices;

namespace RevenueModel.Forecasting;

/// <summary>Adds one independent deal to probabilities by lattice cell, in place.</summary>
/// <remarks>
/// <para>
/// Cells are computed from the highest down, and each needs only cells at or below it, so that nothing is overwritten
/// before it is read. Cells outside of the window are zero.
/// </para>
/// <para>
/// <c>s - p s</c> is one fused operation, exact up to its rounding, also for a probability close to one. So each
/// result has at most one rounding for each term, all terms are positive, and the relative error of each cell grows
/// by at most as many units.
/// </para>
/// </remarks>
internal static class WindowKernel
{
    /// <summary>Adds a deal with one outcome beside zero.</summary>
    /// <param name="cells">The buffer.</param>
    /// <param name="from">The first cell to compute.</param>
    /// <param name="to">The end of the cells to compute; further cells up to a vector are written as zeros.</param>
    /// <param name="stay">How far below a cell the mass that the deal does not pay comes from.</param>
    /// <param name="move">How far below a cell the mass that the deal pays comes from.</param>
    /// <param name="probability">The probability that the deal pays.</param>
    public static void Add(double[] cells, int from, int to, int stay, int move, double probability)
    {
        if (Lanes.AreWide)
        {
            Add<WideLanes>(cells, from, to, stay, move, probability);
        }
        else
        {
            Add<UsualLanes>(cells, from, to, stay, move, probability);
        }
    }

    /// <summary>Adds a deal whose outcome is split over two neighboring cells.</summary>
    /// <param name="cells">The buffer.</param>
    /// <param name="from">The first cell to compute.</param>
    /// <param name="to">The end of the cells to compute.</param>
    /// <param name="stay">How far below a cell the mass that the deal does not pay comes from.</param>
    /// <param name="near">How far below a cell the mass of the first part comes from.</param>
    /// <param name="far">How far below a cell the mass of the second part comes from.</param>
    /// <param name="probability">The probability that the deal pays.</param>
    /// <param name="farProbability">The probability of the second part; the first has the rest.</param>
    public static void AddSplit(
        double[] cells,
        int from,
        int to,
        int stay,
        int near,
        int far,
        double probability,
        double farProbability)
    {
        if (Lanes.AreWide)
        {
            AddSplit<WideLanes>(cells, from, to, stay, near, far, probability, farProbability);
        }
        else
        {
            AddSplit<UsualLanes>(cells, from, to, stay, near, far, probability, farProbability);
        }
    }

    /// <summary>Adds an amount with any number of outcomes.</summary>
    /// <param name="cells">The buffer.</param>
    /// <param name="from">The first cell to compute.</param>
    /// <param name="to">The end of the cells to compute.</param>
    /// <param name="offsets">How far below a cell the mass of each outcome comes from.</param>
    /// <param name="probabilities">The probability of each outcome.</param>
    public static void AddMany(
        double[] cells, int from, int to, ReadOnlySpan<int> offsets, ReadOnlySpan<double> probabilities)
    {
        if (Lanes.AreWide)
        {
            AddMany<WideLanes>(cells, from, to, offsets, probabilities);
        }
        else
        {
            AddMany<UsualLanes>(cells, from, to, offsets, probabilities);
        }
    }

    /// <summary>The implementation with given lanes; the tests compare them.</summary>
    internal static void Add<T>(double[] cells, int from, int to, int stay, int move, double probability)
        where T : struct, ILanes<T>
    {
        RequireRoom(cells, from - Math.Max(stay, move), to);
        ref double start = ref MemoryMarshal.GetArrayDataReference(cells);
        T pays = T.Create(probability);
        T minus = T.Create(-probability);
        nint i = Top<T>(from, to);
        for (; i >= from + T.Count; i -= 2 * T.Count)
        {
            // Both are read before either is written: the lower block may be a source of the upper one.
            nint below = i - T.Count;
            T upper = One(ref start, i, stay, move, pays, minus);
            T lower = One(ref start, below, stay, move, pays, minus);
            T.Store(upper, ref start, i);
            T.Store(lower, ref start, below);
        }

        if (i >= from)
        {
            T.Store(One(ref start, i, stay, move, pays, minus), ref start, i);
        }
    }

    internal static void AddSplit<T>(
        double[] cells,
        int from,
        int to,
        int stay,
        int near,
        int far,
        double probability,
        double farProbability)
        where T : struct, ILanes<T>
    {
        RequireRoom(cells, from - Math.Max(stay, Math.Max(near, far)), to);
        ref double start = ref MemoryMarshal.GetArrayDataReference(cells);
        T first = T.Create(probability - farProbability);
        T second = T.Create(farProbability);
        T minus = T.Create(-probability);
        for (nint i = Top<T>(from, to); i >= from; i -= T.Count)
        {
            T stays = T.Load(ref start, i - stay);
            T result = T.FusedMultiplyAdd(minus, stays, stays);
            result = T.FusedMultiplyAdd(first, T.Load(ref start, i - near), result);
            result = T.FusedMultiplyAdd(second, T.Load(ref start, i - far), result);
            T.Store(result, ref start, i);
        }
    }

    internal static void AddMany<T>(
        double[] cells, int from, int to, ReadOnlySpan<int> offsets, ReadOnlySpan<double> probabilities)
        where T : struct, ILanes<T>
    {
        int most = 0;
        foreach (int offset in offsets)
        {
            most = Math.Max(most, offset);
        }

        RequireRoom(cells, from - most, to);
        ref double start = ref MemoryMarshal.GetArrayDataReference(cells);
        nint i = Top<T>(from, to);

        // Four blocks at a time hide the latency of the operations. All are read before one is written.
        for (; i >= from + (3 * T.Count); i -= 4 * T.Count)
        {
            (nint second, nint third, nint fourth) = (i - T.Count, i - (2 * T.Count), i - (3 * T.Count));
            (T one, T two, T three, T four) = (T.Create(0), T.Create(0), T.Create(0), T.Create(0));
            for (int outcome = 0; outcome < offsets.Length; outcome++)
            {
                T probability = T.Create(probabilities[outcome]);
                nint offset = offsets[outcome];
                one = T.FusedMultiplyAdd(probability, T.Load(ref start, i - offset), one);
                two = T.FusedMultiplyAdd(probability, T.Load(ref start, second - offset), two);
                three = T.FusedMultiplyAdd(probability, T.Load(ref start, third - offset), three);
                four = T.FusedMultiplyAdd(probability, T.Load(ref start, fourth - offset), four);
            }

            T.Store(one, ref start, i);
            T.Store(two, ref start, second);
            T.Store(three, ref start, third);
            T.Store(four, ref start, fourth);
        }

        for (; i >= from; i -= T.Count)
        {
            T result = T.Create(0);
            for (int outcome = 0; outcome < offsets.Length; outcome++)
            {
                result = T.FusedMultiplyAdd(
                    T.Create(probabilities[outcome]), T.Load(ref start, i - offsets[outcome]), result);
            }

            T.Store(result, ref start, i);
        }
    }

    private static T One<T>(ref double start, nint i, nint stay, nint move, T pays, T minus)
        where T : struct, ILanes<T>
    {
        T stays = T.Load(ref start, i - stay);
        return T.FusedMultiplyAdd(pays, T.Load(ref start, i - move), T.FusedMultiplyAdd(minus, stays, stays));
    }

    private static nint Top<T>(int from, int to)
        where T : struct, ILanes<T> => from + ((to - 1 - from) / T.Count * T.Count);

    private static void RequireRoom(double[] cells, int lowest, int to)
    {
        if (lowest < 0 || to + Lanes.Most > cells.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(to), Invariant($"to was {to} and the lowest source {lowest} of {cells.Length} cells."));
        }
    }
}
