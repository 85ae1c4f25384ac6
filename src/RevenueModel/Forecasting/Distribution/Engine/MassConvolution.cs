using System.Buffers;
using System.Numerics;

namespace RevenueModel.Forecasting;

/// <summary>Convolves the masses of two independent sums on one lattice.</summary>
internal static class MassConvolution
{
    /// <summary>The number of products of cells above which a transform is faster.</summary>
    public const long MostProducts = 1L << 24;

    private const double Noise = 1e-16;

    /// <summary>Convolves cell by cell. Each mass keeps its relative accuracy.</summary>
    /// <param name="few">The masses of one sum.</param>
    /// <param name="many">The masses of the other; the shorter array is the first one.</param>
    public static ConvolvedMasses Direct(double[] few, double[] many)
    {
        var offsets = new List<int>();
        var probabilities = new List<double>();
        for (int i = 0; i < few.Length; i++)
        {
            if (few[i] > 0)
            {
                offsets.Add(i);
                probabilities.Add(few[i]);
            }
        }

        var window = new MassWindow(few.Length, budget: 0, many, first: 0);
        window.AddMany([.. offsets], [.. probabilities], lowest: 0);
        window.TrimZeros();
        double error = (offsets.Count + 2) * Rounding.Unit;
        return new ConvolvedMasses(window, error, error);
    }

    /// <summary>Convolves by Fourier transform. The accuracy is absolute.</summary>
    /// <param name="one">The masses of one sum.</param>
    /// <param name="other">The masses of the other.</param>
    /// <remarks>
    /// A transform of N places has an error of at most <c>8 u (log₂ N + 2)</c> relative to the Euclidean norm of its
    /// result (u = 2^-53). The product of two transforms of at most one adds their errors, and a cumulative
    /// probability sums N places, so that its error is at most <c>√N</c> times the norm of the errors.
    /// </remarks>
    public static ConvolvedMasses Transformed(double[] one, double[] other)
    {
        int cells = one.Length + other.Length - 1;
        int size = Math.Max(64, (int)BitOperations.RoundUpToPowerOf2((uint)cells));
        int places = (size / 2) + 1;
        using var roots = RootsOfUnity.Of(size);
        double[] values = ArrayPool<double>.Shared.Rent(size);
        double[] parts = ArrayPool<double>.Shared.Rent(4 * places);
        Span<double> real = parts.AsSpan(0, places);
        Span<double> imaginary = parts.AsSpan(places, places);
        Span<double> otherReal = parts.AsSpan(2 * places, places);
        Span<double> otherImaginary = parts.AsSpan(3 * places, places);
        Transform(one, values.AsSpan(0, size), roots, real, imaginary);
        Transform(other, values.AsSpan(0, size), roots, otherReal, otherImaginary);
        for (int j = 0; j < places; j++)
        {
            double product = (real[j] * otherReal[j]) - (imaginary[j] * otherImaginary[j]);
            imaginary[j] = (real[j] * otherImaginary[j]) + (imaginary[j] * otherReal[j]);
            real[j] = product;
        }

        RealFourier.Inverse(real, imaginary, roots, values.AsSpan(0, size));
        double error = MassSums.RemoveNegative(values.AsSpan(0, cells));
        double transforms = 16 * Rounding.Unit * (BitOperations.Log2((uint)size) + 2);
        error += transforms * Math.Sqrt(size) * (Norm(one) + Norm(other));
        var window = new MassWindow(0, budget: 0, values.AsSpan(0, cells), first: 0);
        ArrayPool<double>.Shared.Return(values);
        ArrayPool<double>.Shared.Return(parts);
        window.TrimNoise(Noise);
        return new ConvolvedMasses(window, error, null);
    }

    private static void Transform(
        double[] masses, Span<double> values, in RootsOfUnity roots, Span<double> real, Span<double> imaginary)
    {
        masses.CopyTo(values);
        values[masses.Length..].Clear();
        RealFourier.Forward(values, roots, real, imaginary);
    }

    private static double Norm(double[] masses)
    {
        double squares = 0;
        foreach (double mass in masses)
        {
            squares += mass * mass;
        }

        return Math.Sqrt(squares);
    }
}

/// <summary>The masses of a sum of two parts, and their errors.</summary>
/// <param name="Window">The masses.</param>
/// <param name="Absolute">The bound of the absolute error that the convolution adds to a cumulative
/// probability.</param>
/// <param name="Relative">The bound of the relative error that it adds, or null if tails have no relative
/// accuracy.</param>
internal readonly record struct ConvolvedMasses(MassWindow Window, double Absolute, double? Relative) : IDisposable
{
    public void Dispose() => Window.Dispose();
}
