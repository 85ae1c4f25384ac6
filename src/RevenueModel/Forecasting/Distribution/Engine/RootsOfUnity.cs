using System.Buffers;

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
    /// <param name="count">The number of roots, a power of two of 8 or more.</param>
    public static RootsOfUnity Of(int count)
    {
        var roots = new RootsOfUnity(count);
        double[] cosine = roots.CosineMinusOne;
        double[] sine = roots.Sine;
        int eighth = count / 8;
        int quarter = count / 4;
        int half = count / 2;
        for (int m = 0; m <= eighth; m++)
        {
            (double c, double s) = Point(m, count);

            // cos(π/2 - x) - 1 = sin x - 1, and so on around the circle.
            Set(cosine, sine, m, c, s);
            Set(cosine, sine, quarter - m, s - 1, 1 + c);
            Set(cosine, sine, quarter + m, -s - 1, 1 + c);
            Set(cosine, sine, half - m, -2 - c, s);
            Set(cosine, sine, half + m, -2 - c, -s);
            Set(cosine, sine, half + quarter - m, -s - 1, -1 - c);
            Set(cosine, sine, half + quarter + m, s - 1, -1 - c);
            Set(cosine, sine, (count - m) & (count - 1), c, -s);
        }

        return roots;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(CosineMinusOne);
        ArrayPool<double>.Shared.Return(Sine);
    }

    private static void Set(double[] cosine, double[] sine, int at, double c, double s)
    {
        cosine[at] = c;
        sine[at] = s;
    }

    // cos x - 1 and sin x for an angle of up to π/4, by Taylor series whose rest is below 1e-17, with the rounding
    // error of the angle put back.
    private static (double CosineMinusOne, double Sine) Point(int m, int count)
    {
        double share = (double)m / count;
        double angle = share * Circle;
        double rest = Math.FusedMultiplyAdd(share, Circle, -angle) + (share * CircleRest);
        double q = angle * angle;
        double s = 1.0 / 355_687_428_096_000;
        s = Math.FusedMultiplyAdd(s, q, -1.0 / 1_307_674_368_000);
        s = Math.FusedMultiplyAdd(s, q, 1.0 / 6_227_020_800);
        s = Math.FusedMultiplyAdd(s, q, -1.0 / 39_916_800);
        s = Math.FusedMultiplyAdd(s, q, 1.0 / 362_880);
        s = Math.FusedMultiplyAdd(s, q, -1.0 / 5_040);
        s = Math.FusedMultiplyAdd(s, q, 1.0 / 120);
        s = Math.FusedMultiplyAdd(s, q, -1.0 / 6);
        double c = 1.0 / 20_922_789_888_000;
        c = Math.FusedMultiplyAdd(c, q, -1.0 / 87_178_291_200);
        c = Math.FusedMultiplyAdd(c, q, 1.0 / 479_001_600);
        c = Math.FusedMultiplyAdd(c, q, -1.0 / 3_628_800);
        c = Math.FusedMultiplyAdd(c, q, 1.0 / 40_320);
        c = Math.FusedMultiplyAdd(c, q, -1.0 / 720);
        c = Math.FusedMultiplyAdd(c, q, 1.0 / 24);
        c = Math.FusedMultiplyAdd(c, q, -0.5);
        double sine = Math.FusedMultiplyAdd(s * q, angle, angle);
        double cosineMinusOne = c * q;
        return (cosineMinusOne - (rest * sine), sine + (rest * (1 + cosineMinusOne)));
    }
}
