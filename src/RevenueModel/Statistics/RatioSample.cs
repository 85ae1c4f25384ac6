using System.Numerics;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The exact sums of a sample of subjects, from which a ratio of two sums is estimated: NRR from the
/// revenue of accounts at the end and at the start, or an average with a denominator of one for each
/// subject.</summary>
/// <remarks>
/// Immutable. Sums and sums of squares are whole numbers of the smallest unit that occurs, so that samples merge in
/// any grouping to the same digits.
/// </remarks>
public sealed class RatioSample
{
    private const int MaxScale = 28;

    private readonly int _scale;
    private readonly BigInteger _y;
    private readonly BigInteger _x;
    private readonly BigInteger _yy;
    private readonly BigInteger _xy;
    private readonly BigInteger _xx;

    private RatioSample(
        long count, int scale, BigInteger y, BigInteger x, BigInteger yy, BigInteger xy, BigInteger xx)
    {
        Count = count;
        _scale = scale;
        _y = y;
        _x = x;
        _yy = yy;
        _xy = xy;
        _xx = xx;
    }

    /// <summary>Gets the sample without subjects.</summary>
    public static RatioSample Empty { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Gets the number of subjects.</summary>
    public long Count { get; }

    /// <summary>Creates a sample.</summary>
    /// <param name="numerators">The numerators of the subjects, of any sign.</param>
    /// <param name="denominators">The denominators, zero or more, one for each numerator.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a denominator is negative.</exception>
    public static RatioSample Of(ReadOnlySpan<decimal> numerators, ReadOnlySpan<decimal> denominators)
    {
        if (numerators.Length != denominators.Length)
        {
            throw DomainGuards.OutOfRange(
                nameof(denominators),
                Invariant($"of length {denominators.Length}"),
                Invariant($"a length of {numerators.Length}, one for each numerator,"));
        }

        int scale = 0;
        for (int i = 0; i < numerators.Length; i++)
        {
            if (denominators[i] < 0m)
            {
                throw DomainGuards.OutOfRange(
                    nameof(denominators), Invariant($"{denominators[i]} at {i}"), "zero or more");
            }

            scale = Math.Max(scale, Math.Max(numerators[i].Scale, denominators[i].Scale));
        }

        BigInteger y = 0, x = 0, yy = 0, xy = 0, xx = 0;
        for (int i = 0; i < numerators.Length; i++)
        {
            BigInteger top = Units(numerators[i], scale);
            BigInteger bottom = Units(denominators[i], scale);
            y += top;
            x += bottom;
            yy += top * top;
            xy += top * bottom;
            xx += bottom * bottom;
        }

        return new RatioSample(numerators.Length, scale, y, x, yy, xy, xx);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{decimal}, ReadOnlySpan{decimal})"/>
    public static RatioSample Of(IEnumerable<decimal> numerators, IEnumerable<decimal> denominators) =>
        Of(numerators.AsItems(), denominators.AsItems());

    /// <summary>Creates a sample for an average: the denominator of each subject is one.</summary>
    /// <param name="values">The values of the subjects, of any sign.</param>
    /// <returns>The sample.</returns>
    public static RatioSample OfValues(ReadOnlySpan<decimal> values)
    {
        var ones = new decimal[values.Length];
        Array.Fill(ones, 1m);
        return Of(values, ones);
    }

    /// <inheritdoc cref="OfValues(ReadOnlySpan{decimal})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static RatioSample OfValues(IEnumerable<decimal> values) => OfValues(values.AsItems());

    /// <summary>Creates a sample from its sums, in units of some decimal places.</summary>
    internal static RatioSample OfSums(
        long count, int scale, BigInteger y, BigInteger x, BigInteger yy, BigInteger xy, BigInteger xx) =>
        new(count, scale, y, x, yy, xy, xx);

    /// <summary>Merges two samples of different subjects.</summary>
    /// <param name="other">The other sample.</param>
    /// <returns>The sample of all subjects. The order of merging does not change it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public RatioSample Merge(RatioSample other)
    {
        Guard.Against.Null(other);
        int scale = Math.Max(_scale, other._scale);
        BigInteger mine = BigInteger.Pow(10, scale - _scale);
        BigInteger its = BigInteger.Pow(10, scale - other._scale);
        BigInteger mineSquared = mine * mine;
        BigInteger itsSquared = its * its;
        return new RatioSample(
            Count + other.Count,
            scale,
            (_y * mine) + (other._y * its),
            (_x * mine) + (other._x * its),
            (_yy * mineSquared) + (other._yy * itsSquared),
            (_xy * mineSquared) + (other._xy * itsSquared),
            (_xx * mineSquared) + (other._xx * itsSquared));
    }

    /// <summary>Estimates the ratio.</summary>
    /// <param name="confidence">The confidence of the interval, between 0 and 1, both excluded. Default: 0.95.</param>
    /// <returns>The estimate, or <see langword="null"/> if the denominators sum to zero.</returns>
    /// <exception cref="ArgumentException">The confidence is outside its range, or the ratio exceeds the range of a
    /// decimal.</exception>
    /// <remarks>
    /// <c>R = Σy / Σx</c>, with the linearized standard error <c>√(n / (n - 1) Σ(y - R x)²) / Σx</c> of the
    /// ratio estimator (Cochran 1977, 6.3) and a quantile of the t distribution with n - 1 degrees of freedom. For a
    /// denominator of one it is the interval of a mean. It is an approximation for skewed revenue and few accounts.
    /// </remarks>
    public RatioEstimate? Estimate(double confidence = 0.95)
    {
        Confidence.Require(confidence);
        if (_x.IsZero)
        {
            return null;
        }

        decimal value;
        try
        {
            value = Quotient(_y, _x);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The ratio of the sample", nameof(confidence), overflow);
        }

        if (Count < 2)
        {
            return new RatioEstimate { Value = value, Count = Count };
        }

        // Σ(y - R x)² without a difference of rounded numbers.
        BigInteger squares = (_yy * _x * _x) - (2 * _y * _x * _xy) + (_y * _y * _xx);
        double variance = Fraction(squares * Count, BigInteger.Pow(_x, 4) * (Count - 1));
        double error = Math.Sqrt(Math.Max(variance, 0));
        double half = StudentT.TwoSidedQuantile(confidence, Count - 1) * error;
        return new RatioEstimate
        {
            Value = value,
            Count = Count,
            StandardError = error,
            Interval = new ConfidenceInterval((double)value - half, (double)value + half, confidence),
        };
    }

    private static BigInteger Units(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        BigInteger units = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        units *= BigInteger.Pow(10, scale - value.Scale);
        return decimal.IsNegative(value) ? -units : units;
    }

    private static decimal Quotient(BigInteger top, BigInteger bottom)
    {
        // Twenty-eight digits after the point, or as many as a decimal holds.
        for (int digits = MaxScale; digits >= 0; digits--)
        {
            BigInteger scaled = Rounded(top * BigInteger.Pow(10, digits), bottom);
            if (BigInteger.Abs(scaled) <= (BigInteger)decimal.MaxValue)
            {
                decimal result = (decimal)scaled;
                for (int i = 0; i < digits; i++)
                {
                    result /= 10m;
                }

                return result;
            }
        }

        throw new OverflowException("The ratio exceeds the range of a decimal.");
    }

    private static BigInteger Rounded(BigInteger top, BigInteger bottom)
    {
        BigInteger twice = (2 * BigInteger.Abs(top)) + bottom;
        BigInteger rounded = twice / (2 * bottom);
        return top.Sign < 0 ? -rounded : rounded;
    }

    // The nearest double to the quotient, so that the unit of the sums does not matter.
    private static double Fraction(BigInteger top, BigInteger bottom)
    {
        const int bits = 62;
        long shift = bits + bottom.GetBitLength() - top.GetBitLength();
        BigInteger quotient = BigInteger.DivRem(
            shift >= 0 ? top << (int)shift : top, shift >= 0 ? bottom : bottom << (int)-shift, out BigInteger rest);

        // A last bit for the rest keeps halves from being rounded twice.
        long whole = (long)quotient | (rest.IsZero ? 0L : 1L);
        return Math.ScaleB((double)whole, (int)-shift);
    }
}
