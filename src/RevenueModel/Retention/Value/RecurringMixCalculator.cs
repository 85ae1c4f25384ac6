using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Sums recurring mixes, and compares them with published figures.</summary>
public static class RecurringMixCalculator
{
    /// <summary>Returns the sum of mixes, such as those of months, segments or invoices.</summary>
    /// <param name="mixes">The mixes in any order.</param>
    /// <returns>The sum of both kinds of revenue; zero without mixes.</returns>
    /// <exception cref="ArgumentException">The sum exceeds the range of a decimal.</exception>
    /// <example><code>
    /// RecurringMix year = RecurringMixCalculator.Combine([new(70m, 30m), new(90m, 10m)]);
    /// Console.WriteLine(year.RecurringShare); // 0.8
    /// </code></example>
    public static RecurringMix Combine(ReadOnlySpan<RecurringMix> mixes)
    {
        decimal recurring = 0m;
        decimal services = 0m;
        foreach (RecurringMix mix in mixes)
        {
            recurring = DomainGuards.Total(recurring, mix.Recurring, nameof(mixes));
            services = DomainGuards.Total(services, mix.Services, nameof(mixes));
        }

        _ = DomainGuards.Total(recurring, services, nameof(mixes));
        return new RecurringMix(recurring, services);
    }

    /// <inheritdoc cref="Combine(ReadOnlySpan{RecurringMix})"/>
    public static RecurringMix Combine(IEnumerable<RecurringMix> mixes) => Combine(mixes.AsItems());

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
