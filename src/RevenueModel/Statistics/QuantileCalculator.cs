using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Quantiles of observations, exact in <see cref="decimal"/>.</summary>
public static class QuantileCalculator
{
    /// <summary>The value that a share of the observations does not exceed.</summary>
    /// <param name="sorted">The observations in ascending order.</param>
    /// <param name="probability">The share: 0.5 for the median, 0.25 and 0.75 for the quartiles; in [0, 1].</param>
    /// <param name="method">The convention for a quantile between two observations.</param>
    /// <returns>The quantile in the unit of the observations, or <see langword="null"/> where there are none.</returns>
    /// <exception cref="ArgumentException">The probability is outside [0, 1], or the observations are not in
    /// ascending order (as far as the quantile looks at them).</exception>
    /// <remarks>
    /// With the exclusive method a rank beyond the first or last observation reads that observation, as
    /// interpolation has nothing to go on there.
    /// </remarks>
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

        int last = sorted.Length - 1;
        if (method == QuantileMethod.NearestRank)
        {
            return sorted[Math.Clamp((int)decimal.Ceiling(sorted.Length * probability) - 1, 0, last)];
        }

        decimal rank = method == QuantileMethod.Inclusive
            ? last * probability
            : Math.Clamp(((sorted.Length + 1) * probability) - 1m, 0m, last);
        int lower = (int)rank;
        if (lower == last)
        {
            return sorted[last];
        }

        if (sorted[lower] > sorted[lower + 1])
        {
            throw new ArgumentException(
                Invariant($"sorted had {sorted[lower]} before {sorted[lower + 1]} at {lower}; ascending order is expected."),
                nameof(sorted));
        }

        return sorted[lower] + ((rank - lower) * ((long)sorted[lower + 1] - sorted[lower]));
    }
}
