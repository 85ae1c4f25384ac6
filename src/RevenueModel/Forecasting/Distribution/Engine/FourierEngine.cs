using System.Buffers;
using System.Numerics;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Computes the distribution of many deals from their characteristic function at the few frequencies at which
/// it is not negligible.</summary>
/// <remarks>
/// <para>
/// <c>φ(j) = Π (1 + p (exp(2πi j k / N) - 1))</c> on a circle of N cells. N is at least twice the half-width of
/// Bernstein's inequality, so that no more than a stated mass wraps around. With the histogram v of p (1 - p) by cell,
/// <c>ln |φ(j)| ≤ -Σ v(k) (1 - cos(2π j k / N))</c>: one transform of v bounds all frequencies, and those below a
/// threshold are left out.
/// </para>
/// <para>
/// The sum <c>Σ</c> of rounding errors stays small because each factor is kept less one: <c>φ += φ × d</c>. Errors are
/// absolute: a tail below the stated bound is not resolved.
/// </para>
/// </remarks>
internal static class FourierEngine
{
    // Mass that may wrap around, and the size of the characteristic function that is negligible.
    private const double Wrapped = 1e-17;
    private const double Negligible = 1e-18;
    private const double Unit = 1.1102230246251565e-16;
    private const int Smallest = 64;

    /// <summary>Returns the number of cells of the circle for a sum, a power of two.</summary>
    /// <param name="variance">The variance in squared cells.</param>
    /// <param name="largest">The largest amount in cells.</param>
    /// <param name="range">The largest less the smallest sum in cells.</param>
    /// <returns>The number, or zero if it exceeds 2^22.</returns>
    public static int CircleOf(double variance, double largest, double range)
    {
        double needed = Math.Min(range + 1, (2 * LatticePlan.HalfWidth(variance, largest, Wrapped / 2)) + 2);
        return needed > 1 << 22 ? 0 : Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
    }

    /// <summary>Returns the expected number of frequencies that matter.</summary>
    public static double FrequenciesOf(double variance, int circle)
    {
        double logs = -2 * StandardNormal.Log(Negligible);
        return Math.Min(circle / 2, 1 + (circle * Math.Sqrt(logs / Math.Max(variance, 1e-9)) / Math.Tau));
    }

    /// <summary>Computes the distribution of the first deals of a list.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="count">The number of deals.</param>
    /// <param name="circle">The number of cells of the circle.</param>
    /// <param name="masses">The masses of neighboring cells; as many places as the circle has cells.</param>
    /// <returns>The cell of the first mass and a bound of the absolute error of cumulative probabilities.</returns>
    public static FourierResult Compute(DealColumns deals, int count, int circle, Span<double> masses)
    {
        using var roots = RootsOfUnity.Of(circle);
        double mean = Histogram(deals, count, masses[..circle]);
        double all = 0;
        foreach (double weight in masses[..circle])
        {
            all += weight;
        }

        RealFourier.Cosines(masses, roots);
        int[] frequencies = ArrayPool<int>.Shared.Rent((circle / 2) + Lanes.Most + 1);
        double[] real = ArrayPool<double>.Shared.Rent((circle / 2) + Lanes.Most + 1);
        double[] imaginary = ArrayPool<double>.Shared.Rent((circle / 2) + Lanes.Most + 1);
        double[] work = ArrayPool<double>.Shared.Rent(circle);
        int found = Select(masses[..((circle / 2) + 1)], all, frequencies, out double left);
        int padded = (found + Lanes.Most - 1) / Lanes.Most * Lanes.Most;
        frequencies.AsSpan(found, padded - found).Clear();
        if (Lanes.AreWide)
        {
            FourierKernel<WideLanes>.Multiply(deals, count, roots, frequencies.AsSpan(0, padded), real, imaginary);
        }
        else
        {
            FourierKernel<UsualLanes>.Multiply(deals, count, roots, frequencies.AsSpan(0, padded), real, imaginary);
        }

        // Each factor has two roundings and the error of a root, in proportion to its distance from one.
        double relative = Unit * ((2.0 * count) + (14 * all) + 8);
        double error = left + Wrapped;
        double squares = 0;
        Scatter(frequencies.AsSpan(0, found), real, imaginary, circle, out double harmonic, ref squares);
        error += relative * harmonic;
        error += Unit * 8 * BitOperations.Log2((uint)circle) * Math.Sqrt(squares);
        RealFourier.Inverse(real.AsSpan(0, (circle / 2) + 1), imaginary.AsSpan(0, (circle / 2) + 1), roots, work);
        long first = (long)Math.Floor(mean) - (circle / 2);
        error += Rotate(work.AsSpan(0, circle), first, masses);
        ArrayPool<int>.Shared.Return(frequencies);
        ArrayPool<double>.Shared.Return(real);
        ArrayPool<double>.Shared.Return(imaginary);
        ArrayPool<double>.Shared.Return(work);
        return new FourierResult(first, error);
    }

    // The weight of each distance between two outcomes of a deal: the product of their probabilities.
    private static double Histogram(DealColumns deals, int count, Span<double> weights)
    {
        weights.Clear();
        int mask = weights.Length - 1;
        double mean = 0;
        for (int i = 0; i < count; i++)
        {
            double probability = deals.Probability[i];
            int cell = deals.Cell[i];
            int near = cell < 0 ? ~cell : cell;
            double far = deals.FarProbability(i);
            double first = probability - far;
            weights[near & mask] += (1 - probability) * first;
            if (far != 0)
            {
                weights[(near + 1) & mask] += (1 - probability) * far;
                weights[1] += first * far;
            }

            double size = (probability * near) + far;
            mean += cell < 0 ? -size : size;
        }

        // A distance of zero adds nothing.
        weights[0] = 0;
        return mean;
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
            harmonic += j == 0 ? 0 : Math.Sqrt(square) / j;
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
        double removed = 0;
        for (int i = 0; i < circle.Length; i++)
        {
            if (masses[i] < 0)
            {
                removed -= masses[i];
                masses[i] = 0;
            }
        }

        return removed;
    }
}

/// <summary>The position and the error of a distribution that was computed by Fourier transform.</summary>
/// <param name="First">The cell of the first mass.</param>
/// <param name="Error">The most by which a cumulative probability is wrong.</param>
internal readonly record struct FourierResult(long First, double Error);
