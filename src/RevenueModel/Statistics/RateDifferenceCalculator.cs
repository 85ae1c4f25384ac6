namespace RevenueModel.Statistics;

/// <summary>Computes confidence intervals of the difference between two rates.</summary>
public static class RateDifferenceCalculator
{
    /// <summary>Returns Newcombe's hybrid score interval of a rate less another rate of independent trials.</summary>
    /// <param name="successes">The number of successes of the first group, between 0 and
    /// <paramref name="trials"/>.</param>
    /// <param name="trials">The number of trials of the first group, zero or more.</param>
    /// <param name="otherSuccesses">The number of successes of the other group, between 0 and
    /// <paramref name="otherTrials"/>.</param>
    /// <param name="otherTrials">The number of trials of the other group, zero or more.</param>
    /// <param name="confidence">The confidence, between 0 and 1, both excluded. Default: 0.95.</param>
    /// <returns>The interval, which lies within -1 to 1 and contains the observed difference, or
    /// <see langword="null"/> if a group has no trials.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, NaN or infinite.</exception>
    /// <remarks>
    /// With Wilson's intervals <c>l1, u1</c> of <c>p1</c> and <c>l2, u2</c> of <c>p2</c>:
    /// <c>p1 - p2 - √((p1 - l1)² + (u2 - p2)²)</c> to <c>p1 - p2 + √((u1 - p1)² + (p2 - l2)²)</c>, without
    /// continuity correction (Newcombe, Statistics in Medicine 17, 1998, 873-890, method 10). It keeps its coverage
    /// for few trials, where the textbook interval fails. An interval that does not contain zero says that the rates
    /// differ.
    /// </remarks>
    /// <example><code>
    /// ConfidenceInterval? lift = RateDifferenceCalculator.Newcombe(56, 70, otherSuccesses: 48, otherTrials: 80);
    /// Console.WriteLine(lift); // 5.2%-33.4% at 95%
    /// </code></example>
    public static ConfidenceInterval? Newcombe(
        double successes, double trials, double otherSuccesses, double otherTrials, double confidence = 0.95)
    {
        ProportionCalculator.RequireCounts(
            otherSuccesses, otherTrials, nameof(otherSuccesses), nameof(otherTrials));
        ConfidenceInterval? one = ProportionCalculator.Wilson(successes, trials, confidence);
        ConfidenceInterval? other = ProportionCalculator.Wilson(otherSuccesses, otherTrials, confidence);
        if (one is not { } first || other is not { } second)
        {
            return null;
        }

        double rate = successes / trials;
        double otherRate = otherSuccesses / otherTrials;
        double difference = rate - otherRate;
        double below = Hypotenuse(rate - first.Lower, second.Upper - otherRate);
        double above = Hypotenuse(first.Upper - rate, otherRate - second.Lower);
        return new ConfidenceInterval(
            Math.Clamp(difference - below, -1, difference), Math.Clamp(difference + above, difference, 1), confidence);
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
