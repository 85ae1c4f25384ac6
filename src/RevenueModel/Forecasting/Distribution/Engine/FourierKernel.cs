using System.Runtime.InteropServices;

namespace RevenueModel.Forecasting;

/// <summary>Multiplies the characteristic functions of deals. Lanes are frequencies, so that every number of lanes
/// gives the same bits.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <remarks>Four vectors of frequencies at a time: each waits for its own last product, so that fewer would leave the
/// processor idle, and more would not fit its registers.</remarks>
internal static class FourierKernel<T>
    where T : struct, ILanes<T>
{
    private const int Vectors = 4;

    /// <summary>Returns a number of frequencies up to a whole number of blocks.</summary>
    public static int Padded(int frequencies)
    {
        int block = Vectors * T.Count;
        return (frequencies + block - 1) / block * block;
    }

    /// <summary>Computes the product at each frequency.</summary>
    /// <param name="deals">The deals, in runs of equal cells.</param>
    /// <param name="count">The number of deals that take part.</param>
    /// <param name="roots">The roots of unity.</param>
    /// <param name="frequencies">The frequencies; as many as <see cref="Padded"/> returns.</param>
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
        int block = Vectors * T.Count;
        for (int at = 0; at < frequencies.Length; at += block)
        {
            ReadOnlySpan<int> part = frequencies.Slice(at, block);
            Span<double> toReal = real.AsSpan(at, block);
            Span<double> toImaginary = imaginary.AsSpan(at, block);
            if (deals.IsSplit)
            {
                Split(deals, count, roots, part, toReal, toImaginary);
            }
            else
            {
                Whole(deals, count, roots, part, toReal, toImaginary);
            }
        }
    }

    // φ += φ × d with d = p (root - 1), for the four vectors a, b, c, d with their imaginary parts.
    private static void Whole(
        DealColumns deals,
        int count,
        in RootsOfUnity roots,
        ReadOnlySpan<int> frequencies,
        Span<double> real,
        Span<double> imaginary)
    {
        Span<double> row = stackalloc double[2 * Vectors * Lanes.Most];
        ref double z = ref MemoryMarshal.GetReference(row);
        T a = T.Create(1), b = a, c = a, d = a;
        T ai = T.Create(0), bi = ai, ci = ai, di = ai;
        ReadOnlySpan<int> cells = deals.Cell.AsSpan(0, count);
        ReadOnlySpan<double> probabilities = deals.Probability.AsSpan(0, count);
        for (int i = 0; i < count;)
        {
            int cell = cells[i];
            FillRow(cell < 0 ? cell + 1 : cell, roots, frequencies, row);
            for (; i < count && cells[i] == cell; i++)
            {
                T p = T.Create(probabilities[i]);
                T ra = T.Multiply(p, T.Load(ref z, 0));
                T sa = T.Multiply(p, T.Load(ref z, 4 * T.Count));
                T na = T.FusedMultiplyAdd(T.Negate(ai), sa, T.FusedMultiplyAdd(a, ra, a));
                ai = T.FusedMultiplyAdd(a, sa, T.FusedMultiplyAdd(ai, ra, ai));
                a = na;
                T rb = T.Multiply(p, T.Load(ref z, T.Count));
                T sb = T.Multiply(p, T.Load(ref z, 5 * T.Count));
                T nb = T.FusedMultiplyAdd(T.Negate(bi), sb, T.FusedMultiplyAdd(b, rb, b));
                bi = T.FusedMultiplyAdd(b, sb, T.FusedMultiplyAdd(bi, rb, bi));
                b = nb;
                T rc = T.Multiply(p, T.Load(ref z, 2 * T.Count));
                T sc = T.Multiply(p, T.Load(ref z, 6 * T.Count));
                T nc = T.FusedMultiplyAdd(T.Negate(ci), sc, T.FusedMultiplyAdd(c, rc, c));
                ci = T.FusedMultiplyAdd(c, sc, T.FusedMultiplyAdd(ci, rc, ci));
                c = nc;
                T rd = T.Multiply(p, T.Load(ref z, 3 * T.Count));
                T sd = T.Multiply(p, T.Load(ref z, 7 * T.Count));
                T nd = T.FusedMultiplyAdd(T.Negate(di), sd, T.FusedMultiplyAdd(d, rd, d));
                di = T.FusedMultiplyAdd(d, sd, T.FusedMultiplyAdd(di, rd, di));
                d = nd;
            }
        }

        Store(a, b, c, d, real);
        Store(ai, bi, ci, di, imaginary);
    }

    // The same with d = p (root - 1) + q (next root - 1).
    private static void Split(
        DealColumns deals,
        int count,
        in RootsOfUnity roots,
        ReadOnlySpan<int> frequencies,
        Span<double> real,
        Span<double> imaginary)
    {
        Span<double> row = stackalloc double[2 * Vectors * Lanes.Most];
        Span<double> farRow = stackalloc double[2 * Vectors * Lanes.Most];
        ref double z = ref MemoryMarshal.GetReference(row);
        ref double w = ref MemoryMarshal.GetReference(farRow);
        T a = T.Create(1), b = a, c = a, d = a;
        T ai = T.Create(0), bi = ai, ci = ai, di = ai;
        ReadOnlySpan<int> cells = deals.Cell.AsSpan(0, count);
        ReadOnlySpan<double> probabilities = deals.Probability.AsSpan(0, count);
        for (int i = 0; i < count;)
        {
            int cell = cells[i];
            FillRow(cell < 0 ? cell + 1 : cell, roots, frequencies, row);
            FillRow(cell < 0 ? cell : cell + 1, roots, frequencies, farRow);
            for (; i < count && cells[i] == cell; i++)
            {
                double far = deals.FarProbability(i);
                T p = T.Create(probabilities[i] - far);
                T q = T.Create(far);
                T ra = T.FusedMultiplyAdd(q, T.Load(ref w, 0), T.Multiply(p, T.Load(ref z, 0)));
                T sa = T.FusedMultiplyAdd(q, T.Load(ref w, 4 * T.Count), T.Multiply(p, T.Load(ref z, 4 * T.Count)));
                T na = T.FusedMultiplyAdd(T.Negate(ai), sa, T.FusedMultiplyAdd(a, ra, a));
                ai = T.FusedMultiplyAdd(a, sa, T.FusedMultiplyAdd(ai, ra, ai));
                a = na;
                T rb = T.FusedMultiplyAdd(q, T.Load(ref w, T.Count), T.Multiply(p, T.Load(ref z, T.Count)));
                T sb = T.FusedMultiplyAdd(q, T.Load(ref w, 5 * T.Count), T.Multiply(p, T.Load(ref z, 5 * T.Count)));
                T nb = T.FusedMultiplyAdd(T.Negate(bi), sb, T.FusedMultiplyAdd(b, rb, b));
                bi = T.FusedMultiplyAdd(b, sb, T.FusedMultiplyAdd(bi, rb, bi));
                b = nb;
                T rc = T.FusedMultiplyAdd(q, T.Load(ref w, 2 * T.Count), T.Multiply(p, T.Load(ref z, 2 * T.Count)));
                T sc = T.FusedMultiplyAdd(q, T.Load(ref w, 6 * T.Count), T.Multiply(p, T.Load(ref z, 6 * T.Count)));
                T nc = T.FusedMultiplyAdd(T.Negate(ci), sc, T.FusedMultiplyAdd(c, rc, c));
                ci = T.FusedMultiplyAdd(c, sc, T.FusedMultiplyAdd(ci, rc, ci));
                c = nc;
                T rd = T.FusedMultiplyAdd(q, T.Load(ref w, 3 * T.Count), T.Multiply(p, T.Load(ref z, 3 * T.Count)));
                T sd = T.FusedMultiplyAdd(q, T.Load(ref w, 7 * T.Count), T.Multiply(p, T.Load(ref z, 7 * T.Count)));
                T nd = T.FusedMultiplyAdd(T.Negate(di), sd, T.FusedMultiplyAdd(d, rd, d));
                di = T.FusedMultiplyAdd(d, sd, T.FusedMultiplyAdd(di, rd, di));
                d = nd;
            }
        }

        Store(a, b, c, d, real);
        Store(ai, bi, ci, di, imaginary);
    }

    private static void Store(T first, T second, T third, T fourth, Span<double> destination)
    {
        ref double start = ref MemoryMarshal.GetReference(destination[..(Vectors * T.Count)]);
        T.Store(first, ref start, 0);
        T.Store(second, ref start, T.Count);
        T.Store(third, ref start, 2 * T.Count);
        T.Store(fourth, ref start, 3 * T.Count);
    }

    // The roots of a cell at each frequency, less one: the real parts, then the imaginary parts.
    private static void FillRow(int cell, in RootsOfUnity roots, ReadOnlySpan<int> frequencies, Span<double> row)
    {
        int mask = roots.Count - 1;
        double[] cosines = roots.CosineMinusOne;
        double[] sines = roots.Sine;
        Span<double> imaginary = row[(Vectors * T.Count)..];
        for (int j = 0; j < frequencies.Length; j++)
        {
            // The circle has a power of two of cells, so that the product may wrap around.
            int at = unchecked(cell * frequencies[j]) & mask;
            row[j] = cosines[at];
            imaginary[j] = sines[at];
        }
    }
}
