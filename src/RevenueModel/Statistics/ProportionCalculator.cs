using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Computes confidence intervals of proportions.</summary>
public static class ProportionCalculator
{
    /// <summary>Returns Wilson's score interval of a proportion.</summary>
    /// <param name="successes">The number of successes, between 0 and <paramref name="trials"/>.</param>
    /// <param name="trials">The number of trials, zero or more.</param>
    /// <param name="confidence">The confidence, between 0 and 1, both excluded. Default: 0.95.</param>
    /// <returns>The interval, which lies within 0 to 1 and contains the observed share, or <see langword="null"/> if
    /// there are no trials.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, NaN or infinite.</exception>
    /// <remarks>
    /// <c>(p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n)</c>, without continuity correction (Wilson
    /// 1927). It keeps its coverage for few deals and extreme rates, where the textbook <c>p ± z √(p(1 - p)/n)</c>
    /// fails. The counts may be fractional, as an effective number of deals is.
    /// </remarks>
    /// <example><code>
    /// ConfidenceInterval? winRate = ProportionCalculator.Wilson(successes: 8, trials: 10);
    /// Console.WriteLine(winRate); // 49.0%-94.3% at 95%
    /// </code></example>
    public static ConfidenceInterval? Wilson(double successes, double trials, double confidence = 0.95)
    {
        RequireCounts(successes, trials, nameof(successes), nameof(trials));
        Confidence.Require(confidence);
        if (trials == 0)
        {
            return null;
        }

        // Counts instead of shares keep the digits of few trials.
        double z = Confidence.Deviations(confidence);
        double p = successes / trials;
        double center = successes + (z * z / 2);
        double half = z * Math.Sqrt((successes * (1 - p)) + (z * z / 4));
        double scale = trials + (z * z);
        return new ConfidenceInterval(
            Math.Clamp((center - half) / scale, 0, p),
            Math.Clamp((center + half) / scale, p, 1),
            confidence);
    }

    /// <summary>Rejects counts that are NaN, infinite or negative, and more successes than trials.</summary>
    internal static void RequireCounts(double successes, double trials, string successesName, string trialsName)
    {
        if (!(trials >= 0 && double.IsFinite(trials)))
        {
            throw DomainGuards.OutOfRange(trialsName, trials, "a finite number, zero or more,");
        }

        if (!(successes >= 0 && successes <= trials))
        {
            throw DomainGuards.OutOfRange(successesName, successes, Invariant($"0 to {trials}"));
        }
    }
}
