using System.Buffers;
using System.Numerics;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Computes the distribution of many deals from their characteristic function at the few frequencies at which
/// it is not negligible.</summary>
/// <remarks>
/// <para>
/// <c>φ(j) = Π (1 + p (exp(2πi j k / N) - 1))</c> on a circle of N cells. N is so large that no more than a
/// stated mass wraps around (<see cref="FourierCircle"/>). With the histogram v of p (1 - p) by cell,
/// <c>ln |φ(j)| ≤ -Σ v(k) (1 - cos(2π j k / N))</c>: one transform of v bounds all frequencies, and those below a
/// threshold are left out.
/// </para>
/// <para>
/// The sum <c>Σ</c> of rounding errors stays small because each factor is kept less one: <c>φ += φ × d</c>. Errors
/// are absolute: a tail below the stated bound is not resolved.
/// </para>
/// </remarks>
internal static class FourierEngine
{
    private const double Negligible = 1e-18;
    private const int Padding = 64;

    /// <summary>Returns the expected number of frequencies that matter.</summary>
    public static double FrequenciesOf(double variance, int circle)
    {
        double logs = -2 * StandardNormal.Log(Negligible);
        return Math.Min(circle / 2, 1 + (circle * Math.Sqrt(logs / Math.Max(variance, 1e-9)) / Math.Tau));
    }

    /// <summary>Computes the distribution of the first deals of a list.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="count">The number of deals.</param>
    /// <param name="bounds">The measures of those deals.</param>
    /// <param name="masses">The masses of neighboring cells; as many places as the circle has cells.</param>
    /// <returns>The cell of the first mass and a bound of the absolute error of cumulative probabilities.</returns>
    public static FourierResult Compute(DealColumns deals, int count, in FourierCircle bounds, Span<double> masses)
    {
        int circle = bounds.Size;
        double all = bounds.Total;
        using var roots = RootsOfUnity.Of(circle);
        bounds.CopyTo(masses);
        RealFourier.Cosines(masses, roots);
        int[] frequencies = ArrayPool<int>.Shared.Rent((circle / 2) + Padding);
        double[] real = ArrayPool<double>.Shared.Rent((circle / 2) + Padding);
        double[] imaginary = ArrayPool<double>.Shared.Rent((circle / 2) + Padding);
        double[] work = ArrayPool<double>.Shared.Rent(circle);
        int found = Select(masses[..((circle / 2) + 1)], all, frequencies, out double left);
        int padded = Lanes.AreWide ? FourierKernel<WideLanes>.Padded(found) : FourierKernel<UsualLanes>.Padded(found);
        frequencies.AsSpan(found, padded - found).Clear();
        if (Lanes.AreWide)
        {
            FourierKernel<WideLanes>.Multiply(deals, count, roots, frequencies.AsSpan(0, padded), real, imaginary);
        }
        else
        {
            FourierKernel<UsualLanes>.Multiply(deals, count, roots, frequencies.AsSpan(0, padded), real, imaginary);
        }

        // A product is at most one. Each factor adds at most 16 units: up to 8 from d, whose size is at most 2, and up
        // to 3 and 1 in each part from the two operations.
        double absolute = Rounding.Unit * 16 * (count + 1.0);
        double error = left + FourierCircle.Wrapped;
        double squares = 0;
        Scatter(frequencies.AsSpan(0, found), real, imaginary, circle, out double harmonic, ref squares);
        error += absolute * harmonic;
        error += Rounding.Unit * 8 * (BitOperations.Log2((uint)circle) + 2) * Math.Sqrt(squares);
        RealFourier.Inverse(real.AsSpan(0, (circle / 2) + 1), imaginary.AsSpan(0, (circle / 2) + 1), roots, work);
        long first = (long)Math.Floor(bounds.Mean) - (circle / 2);
        error += Rotate(work.AsSpan(0, circle), first, masses);
        error += Clip(masses, first, bounds.Low, bounds.High);
        ArrayPool<int>.Shared.Return(frequencies);
        ArrayPool<double>.Shared.Return(real);
        ArrayPool<double>.Shared.Return(imaginary);
        ArrayPool<double>.Shared.Return(work);
        return new FourierResult(first, error);
    }

    private static int Select(ReadOnlySpan<double> cosines, double all, Span<int> frequencies, out double left)
    {
        double threshold = StandardNormal.Log(Negligible);
        int found = 0;
        left = 0;
        for (int j = 0; j < cosines.Length; j++)
        {
            double bound = cosines[j] - all;
            if (bound >= threshold)
            {
                frequencies[found++] = j;
            }
            else
            {
                // A frequency and its conjugate change a cumulative probability by at most 2 |φ| / (2 j).
                left += bound < -60 ? 1e-26 / j : StandardNormal.Exp(bound) / j;
            }
        }

        return found;
    }

    // From the list of frequencies to their places, from the highest down so that nothing is overwritten early; and
    // conjugated, since the inverse transform has the opposite sign.
    private static void Scatter(
        ReadOnlySpan<int> frequencies,
        double[] real,
        double[] imaginary,
        int circle,
        out double harmonic,
        ref double squares)
    {
        harmonic = 0;
        int top = circle / 2;
        int place = top;
        for (int i = frequencies.Length - 1; i >= 0; i--)
        {
            int j = frequencies[i];
            double re = real[i];
            double im = -imaginary[i];
            for (; place > j; place--)
            {
                real[place] = 0;
                imaginary[place] = 0;
            }

            real[j] = re;
            imaginary[j] = j == 0 || j == top ? 0 : im;
            place = j - 1;
            double square = (re * re) + (im * im);
            squares += 2 * square;
            harmonic += j == 0 ? 0 : 1.0 / j;
        }

        for (; place >= 0; place--)
        {
            real[place] = 0;
            imaginary[place] = 0;
        }
    }

    // Cell c of the sum is at place c mod N. Rounding leaves tiny negative masses, which are set to zero.
    private static double Rotate(ReadOnlySpan<double> circle, long first, Span<double> masses)
    {
        int mask = circle.Length - 1;
        int start = (int)(first & mask);
        circle[start..].CopyTo(masses);
        circle[..start].CopyTo(masses[(circle.Length - start)..]);
        return MassSums.RemoveNegative(masses[..circle.Length]);
    }

    // Cells that no sum can have hold rounding noise.
    private static double Clip(Span<double> masses, long first, double low, double high)
    {
        int start = (int)Math.Clamp(low - first, 0, masses.Length);
        int end = (int)Math.Clamp(high - first + 1, 0, masses.Length);
        double removed = MassSums.Of(masses[..start]) + MassSums.Of(masses[end..]);
        masses[..start].Clear();
        masses[end..].Clear();
        return removed;
    }
}

/// <summary>The position and the error of a distribution that was computed by Fourier transform.</summary>
/// <param name="First">The cell of the first mass.</param>
/// <param name="Error">The most by which a cumulative probability is wrong.</param>
internal readonly record struct FourierResult(long First, double Error);
