using System.Buffers;
using System.Numerics;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Measures of a sum of deals before it is transformed: the weight of each distance between outcomes,
/// the range, and the number of cells of a circle around which almost no mass wraps.</summary>
/// <remarks>
/// <para>
/// For a deal of k cells with probability p, let v = p (1 - p), c = 1 - 2 p and x = s k. The second derivative of the
/// cumulant function is the variance of the tilted deal, <c>v exp(x) / (1 - p + p exp(x))² ≤ v exp(c x)</c>,
/// because the mean of an exponential is at least the exponential of the mean. So <c>ln E exp(s (X - μ)) ≤ v (x² /
/// 2 + c x³ / 6) + v c² (exp(x) - 1 - x - x² / 2 - x³ / 6)</c> for x of zero or more, and with -c for <c>μ -
/// X</c>. Splitting an amount over two cells adds at most s² / 8 (Hoeffding).
/// </para>
/// <para>
/// With the sum G(s) of these, the sum of deals is further than <c>(L + G(s)) / s</c> from its mean on that side with
/// no more than <c>exp(-L)</c>, for each s. The best of several is taken. The buffer is rented.
/// </para>
/// </remarks>
internal readonly struct FourierCircle : IDisposable
{
    /// <summary>The mass that may wrap around.</summary>
    public const double Wrapped = 1e-17;

    /// <summary>The largest number of cells.</summary>
    public const int Most = 1 << 22;

    private const int Smallest = 64;

    // The buffer has one column for the bound of frequencies and three for the width.
    private const int Columns = 4;

    private readonly double[] _buffer;
    private readonly int _length;

    private FourierCircle(DealColumns deals, int count)
    {
        _length = deals.Reach + 2;
        _buffer = ArrayPool<double>.Shared.Rent(Columns * _length);
        Span<double> columns = _buffer.AsSpan(0, Columns * _length);
        columns.Clear();
        int splits = 0;
        for (int i = 0; i < count;)
        {
            var run = CellRun.Of(deals, i, count);
            run.AddTo(columns, _length);
            i = run.End;
            splits += run.Splits;
            Mean += run.Mean;
            Low += run.Low;
            High += run.High;
        }

        // A distance of zero adds nothing.
        columns[0] = 0;
        foreach (double weight in columns[.._length])
        {
            Total += weight;
        }

        double needed = Math.Min(High - Low + 1, Width(columns, _length, splits) + 2);
        Size = needed > Most ? 0 : Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
    }

    /// <summary>Gets the sum of the weights.</summary>
    public double Total { get; }

    /// <summary>Gets the mean of the sum in cells.</summary>
    public double Mean { get; }

    /// <summary>Gets the lowest possible cell.</summary>
    public double Low { get; }

    /// <summary>Gets the highest possible cell.</summary>
    public double High { get; }

    /// <summary>Gets the number of cells of the circle, a power of two; zero if it exceeds
    /// <see cref="Most"/>.</summary>
    public int Size { get; }

    /// <summary>Measures the first deals of a list.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="count">The number of deals.</param>
    public static FourierCircle Of(DealColumns deals, int count) => new(deals, count);

    /// <summary>Returns about how many cells a circle has, from moments alone, to predict what it costs.</summary>
    /// <param name="variance">The variance in squared cells.</param>
    /// <param name="skew">The third cumulant in cubed cells.</param>
    /// <param name="range">The largest less the smallest sum in cells.</param>
    /// <returns>The number, or zero if it exceeds <see cref="Most"/>.</returns>
    public static int SizeOf(double variance, double skew, double range)
    {
        double needed = Math.Min(range + 1, (2 * LatticePlan.UsualHalfWidth(variance, skew, Wrapped)) + 2);
        return needed > Most ? 0 : Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
    }

    /// <summary>Writes the weights around the circle.</summary>
    public void CopyTo(Span<double> circle)
    {
        circle.Clear();
        for (int k = 1; k < _length; k++)
        {
            circle[k & (circle.Length - 1)] += _buffer[k];
        }
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_buffer);

    // The sum of the distances below and above the mean.
    private static double Width(ReadOnlySpan<double> columns, int length, int splits)
    {
        double variance = splits / 4.0;
        for (int k = 1; k < length; k++)
        {
            variance += columns[length + k] * k * k;
        }

        if (variance == 0)
        {
            return 0;
        }

        double log = -StandardNormal.Log(Wrapped / 2);
        double most = Math.Min(Math.Sqrt(2 * log / variance), 600.0 / length);
        double above = double.PositiveInfinity;
        double below = double.PositiveInfinity;
        foreach (double share in (ReadOnlySpan<double>)[1.1, 1, 0.93, 0.85, 0.75, 0.6, 0.4])
        {
            double s = most * share;
            double even = splits * s * s / 8;
            double odd = 0;
            for (int k = 1; k < length; k++)
            {
                if (columns[length + k] > 0)
                {
                    double x = s * k;
                    double square = x * x / 2;
                    double cube = square * x / 3;
                    even += (columns[length + k] * square) + (columns[(3 * length) + k] * Rest(x, square, cube));
                    odd += columns[(2 * length) + k] * cube;
                }
            }

            above = Math.Min(above, (log + even + odd) / s);
            below = Math.Min(below, (log + even - odd) / s);
        }

        // Rounding errors of the bound are far below this.
        return (above + below) * (1 + 1e-9);
    }

    // exp(x) - 1 - x - x² / 2 - x³ / 6; for small x a bound that keeps the digits.
    private static double Rest(double x, double square, double cube) => x < 0.1
        ? cube * x / 4 * (1 + (x / 4))
        : StandardNormal.Exp(x) - 1 - x - square - cube;

    /// <summary>The sums of a run of deals with the same cell.</summary>
    private readonly record struct CellRun(int Near, int Splits, int End)
    {
        public double Mean { get; private init; }

        public double Low { get; private init; }

        public double High { get; private init; }

        private double NearWeight { get; init; }

        private double FarWeight { get; init; }

        private double StepWeight { get; init; }

        private double Variance { get; init; }

        private double Skew { get; init; }

        private double Square { get; init; }

        public static CellRun Of(DealColumns deals, int start, int count)
        {
            int cell = deals.Cell[start];
            double variance = 0;
            double skew = 0;
            double square = 0;
            double sum = 0;
            double far = 0;
            double farWeight = 0;
            double step = 0;
            int splits = 0;
            int i = start;
            ReadOnlySpan<int> cells = deals.Cell.AsSpan(0, count);
            ReadOnlySpan<double> probabilities = deals.Probability.AsSpan(0, count);
            for (; i < count && cells[i] == cell; i++)
            {
                double p = probabilities[i];
                double v = p * (1 - p);
                double c = 1 - (2 * p);
                variance += v;
                skew += v * c;
                square += v * c * c;
                sum += p;
                if (deals.IsSplit && deals.FarProbability(i) is > 0 and var second)
                {
                    far += second;
                    farWeight += (1 - p) * second;
                    step += (p - second) * second;
                    splits++;
                }
            }

            int near = cell < 0 ? ~cell : cell;
            int sign = cell < 0 ? -1 : 1;
            double reach = ((double)near * (i - start)) + splits;
            return new CellRun(near, splits, i)
            {
                Mean = sign * ((sum * near) + far),
                Low = cell < 0 ? -reach : 0,
                High = cell < 0 ? 0 : reach,
                NearWeight = variance - farWeight,
                FarWeight = farWeight,
                StepWeight = step,
                Variance = variance,
                Skew = sign * skew,
                Square = square,
            };
        }

        public void AddTo(Span<double> columns, int length)
        {
            columns[Near] += Math.Max(NearWeight, 0);
            if (Splits > 0)
            {
                columns[Near + 1] += FarWeight;
                columns[1] += StepWeight;
            }

            // A split amount counts with the far cell, which is an upper bound.
            int cell = Near + (Splits > 0 ? 1 : 0);
            columns[length + cell] += Variance;
            columns[(2 * length) + cell] += Skew;
            columns[(3 * length) + cell] += Square;
        }
    }
}
