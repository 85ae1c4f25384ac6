using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Estimates the median of observations with an interval that needs no assumption on their
/// distribution.</summary>
public static class MedianCalculator
{
    private const int MaxSummed = 1000;

    /// <summary>Estimates the median.</summary>
    /// <param name="sorted">The observations in ascending order, all in the same unit; any sign.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1, both excluded. Default: 0.95.</param>
    /// <returns>The median, or <see langword="null"/> without observations.</returns>
    /// <exception cref="ArgumentException">The confidence is outside its range, or the observations at the median and
    /// the ends are not in ascending order.</exception>
    /// <remarks>
    /// The interval reaches from the observation of rank r to the one of rank n + 1 - r, with the largest r for which
    /// <c>P(B &lt; r) ≤ (1 - confidence) / 2</c>, where B is binomial with n trials and a probability of one half.
    /// Its coverage is at least the confidence. Fewer than six observations have no interval at 95%.
    /// </remarks>
    /// <example><code>
    /// MedianEstimate? days = MedianCalculator.Estimate([90, 200, 310, 330, 410, 500, 560, 800]);
    /// Console.WriteLine(days); // 370 (90-800 at 95%) of 8
    /// </code></example>
    public static MedianEstimate? Estimate(ReadOnlySpan<int> sorted, double confidence = 0.95)
    {
        Confidence.Require(confidence);
        if (QuantileCalculator.Quantile(sorted, 0.5m) is not { } median)
        {
            return null;
        }

        int rank = LowerRank(sorted.Length, confidence);
        if (rank > 0 && (sorted[rank - 1] > median || sorted[^rank] < median))
        {
            throw new ArgumentException(
                Invariant($"sorted had {sorted[rank - 1]} at {rank - 1}, the median {median} and {sorted[^rank]} at ")
                    + Invariant($"{sorted.Length - rank}; ascending order is expected."),
                nameof(sorted));
        }

        return new MedianEstimate
        {
            Value = median,
            Count = sorted.Length,
            Interval = rank < 1
                ? null
                : new ConfidenceInterval(sorted[rank - 1], sorted[sorted.Length - rank], confidence),
        };
    }

    /// <inheritdoc cref="Estimate(ReadOnlySpan{int}, double)"/>
    public static MedianEstimate? Estimate(IEnumerable<int> sorted, double confidence = 0.95) =>
        Estimate(sorted.AsItems(), confidence);

    /// <summary>Estimates the median of a histogram: the number of observations of each value from zero
    /// on.</summary>
    internal static MedianEstimate? OfHistogram(ReadOnlySpan<long> counts, double confidence)
    {
        long count = 0;
        foreach (long each in counts)
        {
            count += each;
        }

        if (count == 0)
        {
            return null;
        }

        int total = checked((int)count);
        int rank = LowerRank(total, confidence);
        int middle = ValueAt(counts, (total + 1) / 2);
        return new MedianEstimate
        {
            Value = (middle + ValueAt(counts, (total / 2) + 1)) / 2m,
            Count = total,
            Interval = rank < 1
                ? null
                : new ConfidenceInterval(
                    ValueAt(counts, rank), ValueAt(counts, total - rank + 1), confidence),
        };
    }

    private static int ValueAt(ReadOnlySpan<long> counts, long rank)
    {
        int value = 0;
        for (long passed = counts[0]; passed < rank; passed += counts[value])
        {
            value++;
        }

        return value;
    }

    // The largest rank with P(B < rank) at most the tail, from a first value of the normal approximation.
    private static int LowerRankOfMany(int count, double tail)
    {
        int rank = (int)((count / 2.0) + (StandardNormal.Quantile(tail) * Math.Sqrt(count) / 2));
        while (Below(rank, count) > tail)
        {
            rank--;
        }

        while (Below(rank + 1, count) <= tail)
        {
            rank++;
        }

        return rank;
    }

    // P(B < rank), summed from the largest term on.
    private static double Below(int rank, int count)
    {
        int k = rank - 1;
        double term = StandardNormal.Exp(
            LogFactorial(count) - LogFactorial(k) - LogFactorial(count - k) - (count * 0.6931471805599453));
        double sum = 0;
        while (k >= 0 && term > sum * 1e-17)
        {
            sum += term;
            term *= (double)k / (count - k + 1);
            k--;
        }

        return sum;
    }

    // By Stirling's series, exact to a double for the numbers of hundreds that occur here.
    private static double LogFactorial(int n)
    {
        double x = n + 1;
        double square = 1 / (x * x);
        return ((x - 0.5) * StandardNormal.Log(x)) - x + 0.91893853320467274
            + (((1.0 / 12) - (square * ((1.0 / 360) - (square / 1260)))) / x);
    }

    /// <summary>Returns the rank of the lower end, counted from 1, or 0 if there is none.</summary>
    internal static int LowerRank(int count, double confidence)
    {
        double tail = (1 - confidence) / 2;
        if (count > MaxSummed)
        {
            return LowerRankOfMany(count, tail);
        }

        double term = 1;
        for (int i = 0; i < count; i++)
        {
            term /= 2;
        }

        double sum = term;
        int rank = 0;
        while (sum <= tail)
        {
            rank++;
            term *= (double)(count - rank + 1) / rank;
            sum += term;
        }

        return rank;
    }
}
