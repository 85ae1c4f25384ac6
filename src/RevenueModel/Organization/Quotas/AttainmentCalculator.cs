using Ardalis.GuardClauses;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>Measures the distribution of attainments, and the bookings that a team brings under one.</summary>
public static class AttainmentCalculator
{
    /// <summary>Measures quantiles, bands, and the share of people who reach their quota.</summary>
    /// <param name="attainments">The attainment of each person as a ratio, zero or more, in any order.</param>
    /// <param name="options">The bands, the convention of quantiles and the confidence. Default: bands at 50, 80, 100
    /// and 120%.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentException">An attainment is negative, or their sum exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// var profile = AttainmentCalculator.Measure([0.4m, 0.7m, 0.9m, 1.05m, 1.6m]);
    /// Console.WriteLine(profile.Bands[3]); // 100% to 120%: 1 (20.0%)
    /// </code></example>
    public static AttainmentProfile Measure(ReadOnlySpan<decimal> attainments, AttainmentOptions? options = null)
    {
        options ??= new AttainmentOptions();
        decimal sum = 0m;
        int atQuota = 0;
        foreach (decimal attainment in attainments)
        {
            sum = DomainGuards.Total(
                sum, Guard.Against.BelowZero(attainment, nameof(attainments)), nameof(attainments));
            atQuota += attainment >= 1m ? 1 : 0;
        }

        decimal[] sorted = attainments.ToArray();
        Array.Sort(sorted);
        return new AttainmentProfile
        {
            Count = sorted.Length,
            Mean = sorted.Length == 0 ? null : sum / sorted.Length,
            P10 = Quantile(0.1m),
            P25 = Quantile(0.25m),
            Median = Quantile(0.5m),
            P75 = Quantile(0.75m),
            P90 = Quantile(0.9m),
            AtQuotaCount = atQuota,
            AtQuotaInterval = ProportionCalculator.Wilson(atQuota, sorted.Length, options.Confidence),
            Bands = BandsOf(sorted, options.Edges),
        };

        decimal? Quantile(decimal probability) =>
            QuantileCalculator.OfDecimals(sorted, probability, options.Method);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{decimal}, AttainmentOptions)"/>
    public static AttainmentProfile Measure(
        IEnumerable<decimal> attainments, AttainmentOptions? options = null) =>
        Measure(attainments.AsItems(), options);

    /// <summary>Computes the bookings that people with quotas bring under a distribution of attainment.</summary>
    /// <param name="distribution">The distribution of attainment of each person, such as
    /// <see cref="AttainmentDistribution.Empirical(ReadOnlySpan{double})"/> of measured ones.</param>
    /// <param name="quotas">The quota of each person, zero or more.</param>
    /// <returns>The expected bookings against the quota.</returns>
    /// <exception cref="ArgumentException">A quota is negative, or their sum exceeds the range of a
    /// decimal.</exception>
    public static TeamBookings ExpectedBookings(
        AttainmentDistribution distribution, ReadOnlySpan<decimal> quotas)
    {
        Guard.Against.Null(distribution);
        decimal quota = 0m;
        double squares = 0;
        foreach (decimal one in quotas)
        {
            quota = DomainGuards.Total(quota, Guard.Against.BelowZero(one, nameof(quotas)), nameof(quotas));
            squares += (double)one * (double)one;
        }

        return new TeamBookings
        {
            Heads = quotas.Length,
            Quota = quota,
            Expected = (double)quota * distribution.Mean,
            StandardDeviation = Math.Sqrt(squares) * distribution.StandardDeviation,
            HeadsAtQuota = quotas.Length * distribution.ProbabilityOfReaching(1),
        };
    }

    /// <inheritdoc cref="ExpectedBookings(AttainmentDistribution, ReadOnlySpan{decimal})"/>
    public static TeamBookings ExpectedBookings(AttainmentDistribution distribution, IEnumerable<decimal> quotas) =>
        ExpectedBookings(distribution, quotas.AsItems());

    private static ValueList<AttainmentBand> BandsOf(decimal[] sorted, ValueList<decimal> edges)
    {
        var bands = new List<AttainmentBand>();
        int at = 0;
        decimal from = 0m;
        for (int i = 0; i <= edges.Count; i++)
        {
            decimal? to = i < edges.Count ? edges[i] : null;
            int first = at;
            while (at < sorted.Length && !(sorted[at] >= to))
            {
                at++;
            }

            bands.Add(new AttainmentBand
            {
                From = from,
                To = to,
                Count = at - first,
                Share = sorted.Length == 0 ? 0m : (decimal)(at - first) / sorted.Length,
            });
            from = to ?? from;
        }

        return bands;
    }
}
