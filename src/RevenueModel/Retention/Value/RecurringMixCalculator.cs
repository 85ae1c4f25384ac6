using Ardalis.GuardClauses;

namespace RevenueModel.Retention;

/// <summary>Compares the recurring mix with published figures.</summary>
public static class RecurringMixCalculator
{
    /// <summary>Returns the status of a mix, and the gross margins that it implies.</summary>
    /// <param name="benchmark">The published figures, such as
    /// <see cref="PublishedUnitEconomics.OtSecurityRecurringMix2027"/>.</param>
    /// <param name="mix">The revenue of a period.</param>
    /// <returns>The mix beside the figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="benchmark"/> is null.</exception>
    /// <example><code>
    /// RecurringMixAssessment assessment = RecurringMixCalculator.Assess(
    ///     PublishedUnitEconomics.OtSecurityRecurringMix2027, new RecurringMix(8_000_000m, 2_000_000m));
    /// Console.WriteLine($"{assessment.Status}, {assessment.GrossMargin:0.0%}"); // Healthy, 63.0%-75.6%
    /// </code></example>
    public static RecurringMixAssessment Assess(RecurringMixBenchmark benchmark, RecurringMix mix) =>
        new(mix, Guard.Against.Null(benchmark));
}
