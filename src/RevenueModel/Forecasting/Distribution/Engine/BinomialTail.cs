using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities of a binomial count.</summary>
internal static class BinomialTail
{
    // Ratios to the most likely count below this change no digit of a sum.
    private const double Negligible = 1e-40;

    /// <summary>Returns the expectation of a function of a binomial count.</summary>
    /// <param name="trials">The number of trials, zero or more.</param>
    /// <param name="probability">The probability of each, between 0 and 1.</param>
    /// <param name="from">The value for each count; the last one also for all larger counts.</param>
    /// <remarks>By ratios of neighboring probabilities, outward from the most likely count, divided by their sum, so
    /// that no power or factorial is computed.</remarks>
    public static double Expectation(int trials, double probability, ReadOnlySpan<double> from)
    {
        int mode = (int)Math.Min(trials, Math.Floor((trials + 1.0) * probability));
        double odds = probability / (1 - probability);
        var all = default(CompensatedSum);
        var sum = default(CompensatedSum);
        double ratio = 1;
        for (int k = mode; k <= trials && ratio > Negligible; k++)
        {
            all.Add(ratio);
            sum.Add(ratio * from[Math.Min(k, from.Length - 1)]);
            ratio *= (double)(trials - k) / (k + 1) * odds;
        }

        ratio = mode > 0 ? mode / ((trials - mode + 1.0) * odds) : 0;
        for (int k = mode - 1; k >= 0 && ratio > Negligible; k--)
        {
            all.Add(ratio);
            sum.Add(ratio * from[Math.Min(k, from.Length - 1)]);
            ratio *= k / ((trials - k + 1.0) * odds);
        }

        return sum.Value / all.Value;
    }
}
