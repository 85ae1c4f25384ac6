using System.Buffers;
using System.Runtime.InteropServices;

namespace RevenueModel.Forecasting;

/// <summary>Discrete Fourier transforms of real sequences, by one complex transform of half the length.</summary>
/// <remarks>Stockham's form, which needs no bit reversal and computes neighboring places together. Every number of
/// lanes gives the same bits.</remarks>
internal static class RealFourier
{
    /// <summary>Replaces a real sequence by the real part of its transform:
    /// <c>C(j) = Σ x(n) cos(2π j n / N)</c> for j from 0 to N / 2.</summary>
    /// <param name="values">The sequence of length N; on return its first N / 2 + 1 places are the result.</param>
    /// <param name="roots">The N roots of unity; N is a power of two of 16 or more.</param>
    public static void Cosines(Span<double> values, in RootsOfUnity roots)
    {
        int half = roots.Count / 2;
        using var work = new Work(half);
        Work.Pair result = work.Forward(values, roots);
        for (int j = 0; j <= half; j++)
        {
            int own = j & (half - 1);
            int mirror = (half - j) & (half - 1);
            double even = (result.Real[own] + result.Real[mirror]) / 2;
            double oddReal = (result.Imaginary[own] + result.Imaginary[mirror]) / 2;
            double oddImaginary = (result.Real[mirror] - result.Real[own]) / 2;

            // The real part of exp(-2πij / N) × odd.
            double cosine = 1 + roots.CosineMinusOne[j];
            values[j] = even + (cosine * oddReal) + (roots.Sine[j] * oddImaginary);
        }
    }

    /// <summary>Returns the transform of a real sequence: <c>X(j) = Σ x(n) exp(-2πi j n / N)</c> for j from 0 to
    /// N / 2.</summary>
    /// <param name="values">The sequence of length N.</param>
    /// <param name="roots">The N roots of unity; N is a power of two of 16 or more.</param>
    /// <param name="real">The N / 2 + 1 real parts.</param>
    /// <param name="imaginary">The N / 2 + 1 imaginary parts.</param>
    public static void Forward(
        ReadOnlySpan<double> values, in RootsOfUnity roots, Span<double> real, Span<double> imaginary)
    {
        int half = roots.Count / 2;
        using var work = new Work(half);
        Work.Pair result = work.Forward(values, roots);
        for (int j = 0; j <= half; j++)
        {
            int own = j & (half - 1);
            int mirror = (half - j) & (half - 1);
            double oddReal = (result.Imaginary[own] + result.Imaginary[mirror]) / 2;
            double oddImaginary = (result.Real[mirror] - result.Real[own]) / 2;
            double cosine = 1 + roots.CosineMinusOne[j];
            double sine = roots.Sine[j];
            real[j] = ((result.Real[own] + result.Real[mirror]) / 2) + (cosine * oddReal) + (sine * oddImaginary);
            imaginary[j] = ((result.Imaginary[own] - result.Imaginary[mirror]) / 2)
                + (cosine * oddImaginary) - (sine * oddReal);
        }
    }

    /// <summary>Returns the real sequence whose transform is given:
    /// <c>x(n) = (1 / N) Σ X(j) exp(2πi j n / N)</c> over all N frequencies, of which those above N / 2 are
    /// conjugates.
    /// </summary>
    /// <param name="real">The real parts for j from 0 to N / 2.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    /// <param name="roots">The N roots of unity.</param>
    /// <param name="values">The sequence of length N.</param>
    public static void Inverse(
        ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary, in RootsOfUnity roots, Span<double> values)
    {
        int half = roots.Count / 2;
        using var work = new Work(half);
        for (int j = 0; j < half; j++)
        {
            // X(j + N/2) is the conjugate of X(N/2 - j).
            int mirror = half - j;
            double evenReal = real[j] + real[mirror];
            double evenImaginary = imaginary[j] - imaginary[mirror];
            double differenceReal = real[j] - real[mirror];
            double differenceImaginary = imaginary[j] + imaginary[mirror];
            double cosine = 1 + roots.CosineMinusOne[j];
            double sine = roots.Sine[j];
            double oddReal = (cosine * differenceReal) - (sine * differenceImaginary);
            double oddImaginary = (cosine * differenceImaginary) + (sine * differenceReal);
            work.Real[j] = evenReal - oddImaginary;
            work.Imaginary[j] = evenImaginary + oddReal;
        }

        Work.Pair result = work.Transform(roots, isInverse: true);
        double scale = 1.0 / roots.Count;
        for (int n = 0; n < half; n++)
        {
            values[2 * n] = result.Real[n] * scale;
            values[(2 * n) + 1] = result.Imaginary[n] * scale;
        }
    }

    /// <summary>The rented buffers of a complex transform.</summary>
    private readonly struct Work(int count) : IDisposable
    {
        private readonly double[] _otherReal = ArrayPool<double>.Shared.Rent(count);
        private readonly double[] _otherImaginary = ArrayPool<double>.Shared.Rent(count);

        public double[] Real { get; } = ArrayPool<double>.Shared.Rent(count);

        public double[] Imaginary { get; } = ArrayPool<double>.Shared.Rent(count);

        // The even places are the real parts, the odd ones the imaginary parts.
        public Pair Forward(ReadOnlySpan<double> values, in RootsOfUnity roots)
        {
            int half = roots.Count / 2;
            for (int n = 0; n < half; n++)
            {
                Real[n] = values[2 * n];
                Imaginary[n] = values[(2 * n) + 1];
            }

            return Transform(roots, isInverse: false);
        }

        public Pair Transform(in RootsOfUnity roots, bool isInverse)
        {
            var source = new Pair(Real, Imaginary);
            var target = new Pair(_otherReal, _otherImaginary);
            FirstTwoStages(source, target, count / 4, roots, isInverse);
            (source, target) = (target, source);
            int stride = 4;
            for (int blocks = count / 8; blocks >= 1; blocks /= 2)
            {
                Stage(source, target, blocks, stride, roots, isInverse);
                (source, target) = (target, source);
                stride *= 2;
            }

            return source;
        }

        public void Dispose()
        {
            ArrayPool<double>.Shared.Return(Real);
            ArrayPool<double>.Shared.Return(Imaginary);
            ArrayPool<double>.Shared.Return(_otherReal);
            ArrayPool<double>.Shared.Return(_otherImaginary);
        }

        // Strides of one and two are too short for vectors; the two stages are one pass over four quarters.
        private static void FirstTwoStages(
            Pair source, Pair target, int quarter, in RootsOfUnity roots, bool isInverse)
        {
            ReadOnlySpan<double> re = source.Real.AsSpan(0, 4 * quarter);
            ReadOnlySpan<double> im = source.Imaginary.AsSpan(0, 4 * quarter);
            double[] targetReal = target.Real;
            double[] targetImaginary = target.Imaginary;
            double[] cosines = roots.CosineMinusOne;
            double[] sines = roots.Sine;
            double sign = isInverse ? 1 : -1;
            for (int j = 0; j < quarter; j++)
            {
                int third = j + (2 * quarter);
                double sumReal = re[j] + re[third];
                double sumImaginary = im[j] + im[third];
                double lessReal = re[j] - re[third];
                double lessImaginary = im[j] - im[third];
                double otherReal = re[j + quarter] + re[third + quarter];
                double otherImaginary = im[j + quarter] + im[third + quarter];

                // Times i, or times -i for the forward transform.
                double turnedReal = sign * (im[third + quarter] - im[j + quarter]);
                double turnedImaginary = sign * (re[j + quarter] - re[third + quarter]);
                int at = 4 * j;
                targetReal[at] = sumReal + otherReal;
                targetImaginary[at] = sumImaginary + otherImaginary;
                Turn(lessReal + turnedReal, lessImaginary + turnedImaginary, 2 * j, at + 1);
                Turn(sumReal - otherReal, sumImaginary - otherImaginary, 4 * j, at + 2);
                Turn(lessReal - turnedReal, lessImaginary - turnedImaginary, 6 * j, at + 3);

                void Turn(double real, double imaginary, int root, int to)
                {
                    double cosine = 1 + cosines[root];
                    double sine = sign * sines[root];
                    targetReal[to] = (real * cosine) - (imaginary * sine);
                    targetImaginary[to] = (imaginary * cosine) + (real * sine);
                }
            }
        }

        private static void Stage(
            Pair source, Pair target, int blocks, int stride, in RootsOfUnity roots, bool isInverse)
        {
            int step = roots.Count / (2 * blocks);
            int half = blocks * stride;
            for (int block = 0; block < blocks; block++)
            {
                double cosine = 1 + roots.CosineMinusOne[block * step];
                double sine = isInverse ? roots.Sine[block * step] : -roots.Sine[block * step];
                int from = block * stride;
                if (stride < (Lanes.AreWide ? WideLanes.Count : UsualLanes.Count))
                {
                    Butterflies<OneLane>(source, target, from, half, stride, cosine, sine);
                }
                else if (Lanes.AreWide)
                {
                    Butterflies<WideLanes>(source, target, from, half, stride, cosine, sine);
                }
                else
                {
                    Butterflies<UsualLanes>(source, target, from, half, stride, cosine, sine);
                }
            }
        }

        private static void Butterflies<T>(
            Pair source, Pair target, int from, int half, int stride, double cosine, double sine)
            where T : struct, ILanes<T>
        {
            ref double real = ref MemoryMarshal.GetArrayDataReference(source.Real);
            ref double imaginary = ref MemoryMarshal.GetArrayDataReference(source.Imaginary);
            ref double toReal = ref MemoryMarshal.GetArrayDataReference(target.Real);
            ref double toImaginary = ref MemoryMarshal.GetArrayDataReference(target.Imaginary);
            T c = T.Create(cosine);
            T s = T.Create(sine);
            T minus = T.Create(-sine);
            for (nint k = 0; k < stride; k += T.Count)
            {
                nint at = from + k;
                nint to = (2 * from) + k;
                T oneReal = T.Load(ref real, at);
                T oneImaginary = T.Load(ref imaginary, at);
                T otherReal = T.Load(ref real, at + half);
                T otherImaginary = T.Load(ref imaginary, at + half);
                T.Store(T.Add(oneReal, otherReal), ref toReal, to);
                T.Store(T.Add(oneImaginary, otherImaginary), ref toImaginary, to);
                T lessReal = T.Subtract(oneReal, otherReal);
                T lessImaginary = T.Subtract(oneImaginary, otherImaginary);
                T.Store(
                    T.FusedMultiplyAdd(lessReal, c, T.Multiply(lessImaginary, minus)), ref toReal, to + stride);
                T.Store(
                    T.FusedMultiplyAdd(lessImaginary, c, T.Multiply(lessReal, s)), ref toImaginary, to + stride);
            }
        }

        /// <summary>Real and imaginary parts.</summary>
        internal readonly record struct Pair(double[] Real, double[] Imaginary);
    }
}
