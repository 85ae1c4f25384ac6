using System.Runtime.InteropServices;

namespace RevenueModel.Forecasting;

/// <summary>Multiplies the characteristic functions of deals. Lanes are frequencies, so that every number of lanes
/// gives the same bits.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal static class FourierKernel<T>
    where T : struct, ILanes<T>
{
    /// <summary>Computes the product at each frequency.</summary>
    /// <param name="deals">The deals, in runs of equal cells.</param>
    /// <param name="count">The number of deals that take part.</param>
    /// <param name="roots">The roots of unity.</param>
    /// <param name="frequencies">The frequencies; a multiple of <see cref="Lanes.Most"/>.</param>
    /// <param name="real">The real parts of the products.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    public static void Multiply(
        DealColumns deals,
        int count,
        in RootsOfUnity roots,
        ReadOnlySpan<int> frequencies,
        double[] real,
        double[] imaginary)
    {
        int at = 0;
        for (; at + (2 * T.Count) <= frequencies.Length; at += 2 * T.Count)
        {
            if (deals.IsSplit)
            {
                Split(deals, count, roots, frequencies.Slice(at, 2 * T.Count), real.AsSpan(at), imaginary.AsSpan(at));
            }
            else
            {
                Whole(deals, count, roots, frequencies.Slice(at, 2 * T.Count), real.AsSpan(at), imaginary.AsSpan(at));
            }
        }

        if (at < frequencies.Length)
        {
            // With the widest lanes one vector can remain; the frequencies before it are computed twice.
            at -= T.Count;
            if (at >= 0)
            {
                Rest(deals, count, roots, frequencies.Slice(at, 2 * T.Count), real.AsSpan(at), imaginary.AsSpan(at));
            }
            else
            {
                Span<int> twice = stackalloc int[2 * Lanes.Most];
                Span<double> partReal = stackalloc double[2 * Lanes.Most];
                Span<double> partImaginary = stackalloc double[2 * Lanes.Most];
                frequencies.CopyTo(twice);
                frequencies.CopyTo(twice[T.Count..]);
                Rest(deals, count, roots, twice, partReal, partImaginary);
                partReal[..T.Count].CopyTo(real);
                partImaginary[..T.Count].CopyTo(imaginary);
            }
        }
    }

    private static void Rest(
        DealColumns deals,
        int count,
        in RootsOfUnity roots,
        ReadOnlySpan<int> frequencies,
        Span<double> real,
        Span<double> imaginary)
    {
        if (deals.IsSplit)
        {
            Split(deals, count, roots, frequencies, real, imaginary);
        }
        else
        {
            Whole(deals, count, roots, frequencies, real, imaginary);
        }
    }

    private static void Whole(
        DealColumns deals,
        int count,
        in RootsOfUnity roots,
        ReadOnlySpan<int> frequencies,
        Span<double> real,
        Span<double> imaginary)
    {
        Span<double> row = stackalloc double[4 * Lanes.Most];
        ref double cosines = ref MemoryMarshal.GetReference(row);
        T ar = T.Create(1);
        T ai = T.Create(0);
        T br = T.Create(1);
        T bi = T.Create(0);
        ReadOnlySpan<int> cells = deals.Cell.AsSpan(0, count);
        ReadOnlySpan<double> probabilities = deals.Probability.AsSpan(0, count);
        for (int i = 0; i < count;)
        {
            int cell = cells[i];
            FillRow(cell < 0 ? cell + 1 : cell, roots, frequencies, row);
            T zar = T.Load(ref cosines, 0);
            T zbr = T.Load(ref cosines, T.Count);
            T zai = T.Load(ref cosines, 2 * T.Count);
            T zbi = T.Load(ref cosines, 3 * T.Count);
            for (; i < count && cells[i] == cell; i++)
            {
                T p = T.Create(probabilities[i]);
                Step(ref ar, ref ai, T.Multiply(p, zar), T.Multiply(p, zai));
                Step(ref br, ref bi, T.Multiply(p, zbr), T.Multiply(p, zbi));
            }
        }

        Store(ar, br, real);
        Store(ai, bi, imaginary);
    }

    private static void Split(
        DealColumns deals,
        int count,
        in RootsOfUnity roots,
        ReadOnlySpan<int> frequencies,
        Span<double> real,
        Span<double> imaginary)
    {
        Span<double> row = stackalloc double[4 * Lanes.Most];
        Span<double> farRow = stackalloc double[4 * Lanes.Most];
        ref double cosines = ref MemoryMarshal.GetReference(row);
        ref double farCosines = ref MemoryMarshal.GetReference(farRow);
        T ar = T.Create(1);
        T ai = T.Create(0);
        T br = T.Create(1);
        T bi = T.Create(0);
        ReadOnlySpan<int> cells = deals.Cell.AsSpan(0, count);
        for (int i = 0; i < count;)
        {
            int cell = cells[i];
            FillRow(cell < 0 ? cell + 1 : cell, roots, frequencies, row);
            FillRow(cell < 0 ? cell : cell + 1, roots, frequencies, farRow);
            T zar = T.Load(ref cosines, 0);
            T zbr = T.Load(ref cosines, T.Count);
            T zai = T.Load(ref cosines, 2 * T.Count);
            T zbi = T.Load(ref cosines, 3 * T.Count);
            T far = T.Load(ref farCosines, 0);
            T fbr = T.Load(ref farCosines, T.Count);
            T fai = T.Load(ref farCosines, 2 * T.Count);
            T fbi = T.Load(ref farCosines, 3 * T.Count);
            for (; i < count && cells[i] == cell; i++)
            {
                double second = deals.FarProbability(i);
                T p = T.Create(deals.Probability[i] - second);
                T q = T.Create(second);
                Step(
                    ref ar,
                    ref ai,
                    T.FusedMultiplyAdd(q, far, T.Multiply(p, zar)),
                    T.FusedMultiplyAdd(q, fai, T.Multiply(p, zai)));
                Step(
                    ref br,
                    ref bi,
                    T.FusedMultiplyAdd(q, fbr, T.Multiply(p, zbr)),
                    T.FusedMultiplyAdd(q, fbi, T.Multiply(p, zbi)));
            }
        }

        Store(ar, br, real);
        Store(ai, bi, imaginary);
    }

    // φ += φ × d
    private static void Step(ref T real, ref T imaginary, T dr, T di)
    {
        T nextReal = T.FusedMultiplyAdd(T.Negate(imaginary), di, T.FusedMultiplyAdd(real, dr, real));
        imaginary = T.FusedMultiplyAdd(real, di, T.FusedMultiplyAdd(imaginary, dr, imaginary));
        real = nextReal;
    }

    private static void Store(T first, T second, Span<double> destination)
    {
        ref double start = ref MemoryMarshal.GetReference(destination[..(2 * T.Count)]);
        T.Store(first, ref start, 0);
        T.Store(second, ref start, T.Count);
    }

    // The roots of a cell at each frequency, less one: the real parts, then the imaginary parts.
    private static void FillRow(int cell, in RootsOfUnity roots, ReadOnlySpan<int> frequencies, Span<double> row)
    {
        int mask = roots.Count - 1;
        double[] cosines = roots.CosineMinusOne;
        double[] sines = roots.Sine;
        for (int j = 0; j < 2 * T.Count; j++)
        {
            // The circle has a power of two of cells, so that the product may wrap around.
            int at = unchecked(cell * frequencies[j]) & mask;
            row[j] = cosines[at];
            row[(2 * T.Count) + j] = sines[at];
        }
    }
}
