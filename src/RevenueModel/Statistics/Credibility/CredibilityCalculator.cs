using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Estimates the means of small groups by credibility: each estimate lies between the group's own mean and
/// the mean of all groups, closer to its own the more exposure it has.</summary>
public static class CredibilityCalculator
{
    /// <summary>Estimates the means of groups by the Bühlmann-Straub model.</summary>
    /// <param name="groups">The groups, each name once, with their values and exposures by period.</param>
    /// <returns>The estimates, or <see langword="null"/> if fewer than two groups have exposure or no group has two
    /// observations.</returns>
    /// <exception cref="ArgumentException">A group is null or occurs twice, or the variances exceed the range of a
    /// double.</exception>
    /// <remarks>
    /// With exposure <c>w</c>, group mean <c>X̄i</c> and mean of all <c>X̄</c>, both weighted by exposure:
    /// <c>s² = Σ Σ w (X - X̄i)² / Σ (ni - 1)</c>,
    /// <c>a = (Σ wi (X̄i - X̄)² - (I - 1) s²) / (w - Σ wi² / w)</c>, <c>Zi = wi / (wi + s² / a)</c>. The
    /// collective mean is <c>Σ Zi X̄i / Σ Zi</c>. These are the unbiased estimators (Bühlmann and Gisler, A
    /// Course in Credibility Theory, 2005, section 4.8). A negative <c>a</c> is truncated at zero, and
    /// <see cref="CredibilityEstimate.IsBetweenVarianceTruncated"/> says so. The order of groups and observations does
    /// not change a bit of the result.
    /// </remarks>
    /// <example><code>
    /// CredibilityGroup Segment(string name, params double[] nrr) => new()
    /// {
    ///     Name = name, Observations = [.. nrr.Select(value => new CredibilityObservation(value, exposure: 10))],
    /// };
    /// CredibilityEstimate estimate = CredibilityCalculator.Estimate(
    ///     [Segment("SMB", 0.9, 1.1, 1.0), Segment("Enterprise", 1.2, 1.3, 1.1)])!;
    /// Console.WriteLine(estimate.Groups[0]); // SMB: mean 1, credibility 0.833, estimate 1.0167
    /// </code></example>
    public static CredibilityEstimate? Estimate(ReadOnlySpan<CredibilityGroup> groups)
    {
        var moments = new GroupMoments[groups.Length];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < moments.Length; i++)
        {
            CredibilityGroup group = Guard.Against.Null(groups[i], nameof(groups));
            RequireNew(names, group.Name, nameof(groups));
            moments[i] = MomentsOf(group);
        }

        return BuhlmannStraub.Estimate(moments, nameof(groups));
    }

    /// <inheritdoc cref="Estimate(ReadOnlySpan{CredibilityGroup})"/>
    public static CredibilityEstimate? Estimate(IEnumerable<CredibilityGroup> groups) => Estimate(groups.AsItems());

    /// <summary>Estimates the rates of groups, such as the win rates of small segments, by the Bühlmann-Straub model
    /// of single trials.</summary>
    /// <param name="groups">The groups, each name once, with their successes and trials.</param>
    /// <returns>The estimates, or <see langword="null"/> if fewer than two groups have trials or no group has two
    /// trials.</returns>
    /// <exception cref="ArgumentException">A group is null or occurs twice.</exception>
    /// <remarks>
    /// Each trial is an observation of 0 or 1 with exposure one, so that <c>s² = Σ n p (1 - p) / Σ (n - 1)</c>. The
    /// result is that of <see cref="Estimate(ReadOnlySpan{CredibilityGroup})"/> for those observations, without one
    /// record per trial.
    /// </remarks>
    /// <example><code>
    /// CredibilityEstimate rates = CredibilityCalculator.EstimateRates(
    ///     [RateGroup.Of("SMB", 60, 200), RateGroup.Of("Mid-Market", 12, 60), RateGroup.Of("Energy", 0, 4)])!;
    /// Console.WriteLine($"{rates.FindGroup("Energy")!.Estimate:0.000}"); // 0.229
    /// </code></example>
    public static CredibilityEstimate? EstimateRates(ReadOnlySpan<RateGroup> groups)
    {
        var moments = new GroupMoments[groups.Length];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < moments.Length; i++)
        {
            RateGroup group = Guard.Against.Null(groups[i], nameof(groups));
            RequireNew(names, group.Name, nameof(groups));
            double rate = group.Rate ?? 0;
            moments[i] = new GroupMoments(
                group.Name, group.Trials, rate, group.Successes * (1 - rate), Math.Max(group.Trials - 1, 0));
        }

        return BuhlmannStraub.Estimate(moments, nameof(groups));
    }

    /// <inheritdoc cref="EstimateRates(ReadOnlySpan{RateGroup})"/>
    public static CredibilityEstimate? EstimateRates(IEnumerable<RateGroup> groups) =>
        EstimateRates(groups.AsItems());

    private static GroupMoments MomentsOf(CredibilityGroup group)
    {
        // Sums run in sorted order, so that the order of the observations does not change the last digit.
        CredibilityObservation[] sorted = group.Observations.AsSpan().ToArray();
        Array.Sort(sorted, static (x, y) =>
            x.Exposure != y.Exposure ? x.Exposure.CompareTo(y.Exposure) : x.Value.CompareTo(y.Value));
        int count = 0;
        double exposure = 0;
        double weighted = 0;
        foreach (CredibilityObservation observation in sorted)
        {
            count += observation.Exposure > 0 ? 1 : 0;
            exposure += observation.Exposure;
            weighted += observation.Exposure * observation.Value;
        }

        double mean = count > 0 ? weighted / exposure : 0;
        double deviations = 0;
        foreach (CredibilityObservation observation in sorted)
        {
            double deviation = observation.Value - mean;
            deviations += observation.Exposure > 0 ? observation.Exposure * deviation * deviation : 0;
        }

        return new GroupMoments(group.Name, exposure, mean, deviations, Math.Max(count - 1, 0));
    }

    private static void RequireNew(HashSet<string> names, string own, string name)
    {
        if (!names.Add(own))
        {
            throw new ArgumentException(
                Invariant($"{name} had \"{own}\" twice; each name once is expected."), name);
        }
    }
}
