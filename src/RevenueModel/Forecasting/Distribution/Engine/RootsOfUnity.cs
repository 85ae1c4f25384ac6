using System.Buffers;
using System.Runtime.InteropServices;

namespace RevenueModel.Forecasting;

/// <summary>The roots of unity <c>exp(2πi m / N)</c> in the form <c>root - 1</c>, which keeps the digits of roots
/// close to one. They have the same bits on any machine.</summary>
/// <remarks>The first eighth of the circle is computed by polynomials, the rest by symmetry. Buffers are
/// rented.</remarks>
internal readonly struct RootsOfUnity : IDisposable
{
    // 2π, and what the double leaves of it.
    private const double Circle = 6.283185307179586;
    private const double CircleRest = 2.4492935982947064e-16;

    // The coefficients of sin x / x - 1 and cos x - 1, from the highest power down.
    private static readonly double[] SineTerms =
    [
        1.0 / 355_687_428_096_000, -1.0 / 1_307_674_368_000, 1.0 / 6_227_020_800, -1.0 / 39_916_800,
        1.0 / 362_880, -1.0 / 5_040, 1.0 / 120, -1.0 / 6,
    ];

    private static readonly double[] CosineTerms =
    [
        1.0 / 20_922_789_888_000, -1.0 / 87_178_291_200, 1.0 / 479_001_600, -1.0 / 3_628_800,
        1.0 / 40_320, -1.0 / 720, 1.0 / 24, -0.5,
    ];

    private RootsOfUnity(int count)
    {
        Count = count;
        CosineMinusOne = ArrayPool<double>.Shared.Rent(count);
        Sine = ArrayPool<double>.Shared.Rent(count);
    }

    /// <summary>Gets the number N of roots.</summary>
    public int Count { get; }

    /// <summary>Gets the real parts less one.</summary>
    public double[] CosineMinusOne { get; }

    /// <summary>Gets the imaginary parts.</summary>
    public double[] Sine { get; }

    /// <summary>Computes the roots.</summary>
    /// <param name="count">The number of roots, a power of two of 64 or more.</param>
    public static RootsOfUnity Of(int count)
    {
        var roots = new RootsOfUnity(count);
        double[] cosine = roots.CosineMinusOne;
        double[] sine = roots.Sine;
        int eighth = count / 8;
        int quarter = count / 4;
        int half = count / 2;
        FillEighth(cosine, sine, eighth, count);

        // cos(π/2 - x) - 1 = sin x - 1, and so on around the circle.
        for (int m = 0; m <= eighth; m++)
        {
            cosine[quarter - m] = sine[m] - 1;
            sine[quarter - m] = cosine[m] + 1;
        }

        for (int m = 1; m <= quarter; m++)
        {
            cosine[half - m] = -2 - cosine[m];
            sine[half - m] = sine[m];
        }

        cosine[half] = -2;
        sine[half] = 0;
        for (int m = 1; m < half; m++)
        {
            cosine[count - m] = cosine[m];
            sine[count - m] = -sine[m];
        }

        return roots;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(CosineMinusOne);
        ArrayPool<double>.Shared.Return(Sine);
    }

    private static void FillEighth(double[] cosine, double[] sine, int eighth, int count)
    {
        Span<double> shares = stackalloc double[Lanes.Most];
        for (int m = 0; m <= eighth; m += Lanes.Most)
        {
            for (int lane = 0; lane < Lanes.Most; lane++)
            {
                shares[lane] = (double)(m + lane) / count;
            }

            if (Lanes.AreWide)
            {
                Points<WideLanes>(shares, cosine.AsSpan(m), sine.AsSpan(m));
            }
            else
            {
                Points<UsualLanes>(shares, cosine.AsSpan(m), sine.AsSpan(m));
            }
        }
    }

    // cos x - 1 and sin x for angles of up to π/4, by Taylor series whose rest is below 1e-17, with the rounding
    // error of the angle put back. The places after the eighth are written too, and replaced later.
    private static void Points<T>(ReadOnlySpan<double> shares, Span<double> cosine, Span<double> sine)
        where T : struct, ILanes<T>
    {
        ref double from = ref MemoryMarshal.GetReference(shares);
        ref double toCosine = ref MemoryMarshal.GetReference(cosine[..Lanes.Most]);
        ref double toSine = ref MemoryMarshal.GetReference(sine[..Lanes.Most]);
        for (int lane = 0; lane < Lanes.Most; lane += T.Count)
        {
            T share = T.Load(ref from, lane);
            T angle = T.Multiply(share, T.Create(Circle));
            T rest = T.Add(
                T.FusedMultiplyAdd(share, T.Create(Circle), T.Negate(angle)),
                T.Multiply(share, T.Create(CircleRest)));
            T square = T.Multiply(angle, angle);
            T s = Series(square, SineTerms);
            T c = Series(square, CosineTerms);
            s = T.FusedMultiplyAdd(T.Multiply(s, square), angle, angle);
            c = T.Multiply(c, square);
            T near = T.FusedMultiplyAdd(rest, T.Add(c, T.Create(1)), s);
            T.Store(T.FusedMultiplyAdd(T.Negate(rest), s, c), ref toCosine, lane);
            T.Store(near, ref toSine, lane);
        }

        static T Series(T square, ReadOnlySpan<double> terms)
        {
            T sum = T.Create(terms[0]);
            for (int i = 1; i < terms.Length; i++)
            {
                sum = T.FusedMultiplyAdd(sum, square, T.Create(terms[i]));
            }

            return sum;
        }
    }
}
