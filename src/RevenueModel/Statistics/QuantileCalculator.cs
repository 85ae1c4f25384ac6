using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Computes quantiles of observations, exact in <see cref="decimal"/>.</summary>
public static class QuantileCalculator
{
    /// <summary>Returns a quantile of observations: the value that a share of them does not exceed.</summary>
    /// <param name="sorted">The observations in ascending order, all in the same unit; any sign.</param>
    /// <param name="probability">The share, between 0 and 1: 0.5 for the median, 0.25 and 0.75 for the
    /// quartiles.</param>
    /// <param name="method">The convention for a quantile between two observations. Default: inclusive.</param>
    /// <returns>The quantile in the unit of the observations, or <see langword="null"/> if there are none.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1, the method is undefined, or the two
    /// observations that the quantile lies between are not in ascending order.</exception>
    /// <remarks>
    /// With the exclusive method, a rank below the first or above the last observation returns that observation. With
    /// the nearest rank, a share that is below the probability only by the rounding of a quotient such as 2 / 3
    /// counts as equal to it.
    /// </remarks>
    /// <example><code>
    /// decimal? median = QuantileCalculator.Quantile([30, 45, 90, 120], 0.5m);
    /// Console.WriteLine(median); // 67.5
    /// </code></example>
    public static decimal? Quantile(
        ReadOnlySpan<int> sorted,
        decimal probability,
        QuantileMethod method = QuantileMethod.Inclusive)
    {
        Guard.Against.NotFraction(probability);
        Guard.Against.Undefined(method);
        if (sorted.IsEmpty)
        {
            return null;
        }

        if (method == QuantileMethod.NearestRank)
        {
            return sorted[NearestRank.Of(probability, sorted.Length)];
        }

        (int lower, decimal fraction) = PositionOf(probability, sorted.Length, method);
        if (lower == sorted.Length - 1)
        {
            return sorted[lower];
        }

        if (sorted[lower] > sorted[lower + 1])
        {
            throw new ArgumentException(
                Invariant($"sorted had {sorted[lower]} before {sorted[lower + 1]} at {lower}; ")
                    + "ascending order is expected.",
                nameof(sorted));
        }

        return sorted[lower] + (fraction * ((long)sorted[lower + 1] - sorted[lower]));
    }

    /// <inheritdoc cref="Quantile(ReadOnlySpan{int}, decimal, QuantileMethod)"/>
    public static decimal? Quantile(
        IEnumerable<int> sorted,
        decimal probability,
        QuantileMethod method = QuantileMethod.Inclusive) =>
        Quantile(sorted.AsItems(), probability, method);

    /// <summary>Returns a quantile of decimals, by the same conventions.</summary>
    internal static decimal? OfDecimals(ReadOnlySpan<decimal> sorted, decimal probability, QuantileMethod method)
    {
        if (sorted.IsEmpty)
        {
            return null;
        }

        if (method == QuantileMethod.NearestRank)
        {
            return sorted[NearestRank.Of(probability, sorted.Length)];
        }

        // Without the difference of the two, which can exceed the range of a decimal.
        (int lower, decimal fraction) = PositionOf(probability, sorted.Length, method);
        return fraction == 0m
            ? sorted[lower]
            : (sorted[lower] * (1m - fraction)) + (sorted[lower + 1] * fraction);
    }

    // The position from zero of the observation at or below the quantile, and the fraction of the way to the next.
    private static (int Lower, decimal Fraction) PositionOf(decimal probability, int count, QuantileMethod method)
    {
        int last = count - 1;
        decimal rank = method == QuantileMethod.Inclusive
            ? last * probability
            : Math.Clamp(((count + 1) * probability) - 1m, 0m, last);
        int lower = (int)rank;
        return lower == last ? (last, 0m) : (lower, rank - lower);
    }
}
