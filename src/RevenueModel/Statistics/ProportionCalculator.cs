using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>How well a proportion is known from how often something happened.</summary>
public static class ProportionCalculator
{
    /// <summary>Wilson's score interval for a proportion.</summary>
    /// <param name="successes">How often it happened: 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How often it could have happened, zero or more.</param>
    /// <param name="confidence">A fraction in (0, 1); 0.95 unless said.</param>
    /// <returns>The interval, inside [0, 1] and around the observed share, or <see langword="null"/> where there were no trials.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    /// <remarks>
    /// <c>(p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n)</c>, without continuity correction (Wilson 1927). It
    /// keeps its coverage for few deals and extreme rates, where the textbook <c>p ± z √(p(1 - p)/n)</c> fails. The
    /// counts may be fractional, as an effective number of deals is.
    /// </remarks>
    public static ConfidenceInterval? Wilson(double successes, double trials, double confidence = 0.95)
    {
        if (!(trials >= 0 && double.IsFinite(trials)))
        {
            throw DomainGuards.OutOfRange(nameof(trials), trials, "a finite number, zero or more,");
        }

        if (!(successes >= 0 && successes <= trials))
        {
            throw DomainGuards.OutOfRange(nameof(successes), successes, Invariant($"0 to {trials}"));
        }

        if (!(confidence > 0 && confidence < 1))
        {
            throw DomainGuards.OutOfRange(nameof(confidence), confidence, "a fraction between 0 and 1");
        }

        if (trials == 0)
        {
            return null;
        }

        // The lower tail keeps the digits of a confidence next to one, and counts instead of shares those of few trials.
        double z = -StandardNormal.Quantile((1 - confidence) / 2);
        double p = successes / trials;
        double centre = successes + (z * z / 2);
        double half = z * Math.Sqrt((successes * (1 - p)) + (z * z / 4));
        double scale = trials + (z * z);
        return new ConfidenceInterval(
            Math.Clamp((centre - half) / scale, 0, p),
            Math.Clamp((centre + half) / scale, p, 1),
            confidence);
    }
}
