using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The credibility estimates of several groups, with the variances that they follow from. Created by
/// <see cref="CredibilityCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CredibilityEstimate
{
    internal CredibilityEstimate(
        double collectiveMean,
        double withinVariance,
        double unbiasedBetweenVariance,
        ValueList<GroupCredibility> groups)
    {
        CollectiveMean = collectiveMean;
        WithinVariance = withinVariance;
        UnbiasedBetweenVariance = unbiasedBetweenVariance;
        Groups = groups;
    }

    /// <summary>Gets the mean of all groups: weighted by credibility, or by exposure if the between-variance is
    /// zero.</summary>
    public double CollectiveMean { get; }

    /// <summary>Gets the variance of an observation with exposure one around the mean of its group.</summary>
    public double WithinVariance { get; }

    /// <summary>Gets the unbiased estimate of the variance between the means of groups, which can be
    /// negative.</summary>
    public double UnbiasedBetweenVariance { get; }

    /// <summary>Gets the variance between the means of groups that the estimates use, zero or more.</summary>
    public double BetweenVariance => Math.Max(UnbiasedBetweenVariance, 0);

    /// <summary>Gets whether the unbiased estimate of the between-variance is negative, so that zero is used in its
    /// place. The data then show no difference between the groups, and each estimate is the collective mean.</summary>
    public bool IsBetweenVarianceTruncated => UnbiasedBetweenVariance < 0;

    /// <summary>Gets the credibility coefficient K, the exposure at which Z is one half:
    /// <c>within-variance / between-variance</c>, or <see langword="null"/> if the between-variance is
    /// zero.</summary>
    public double? Coefficient => BetweenVariance == 0 ? null : WithinVariance / BetweenVariance;

    /// <summary>Gets the estimates in the order of the groups.</summary>
    public ValueList<GroupCredibility> Groups { get; }

    /// <summary>Finds the estimate of a group.</summary>
    /// <param name="name">The name of the group; the case of letters does not matter.</param>
    /// <returns>The estimate, or <see langword="null"/> if there is no such group.</returns>
    public GroupCredibility? FindGroup(string name)
    {
        foreach (GroupCredibility group in Groups)
        {
            if (string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>Returns the collective mean and both variances, and whether the between-variance is
    /// truncated.</summary>
    public override string ToString() => Plural.Of(Groups.Count, "group")
        + Invariant($": collective mean {CollectiveMean:0.####}, within-variance {WithinVariance:0.######}, ")
        + Invariant($"between-variance {BetweenVariance:0.######}")
        + (IsBetweenVarianceTruncated ? Invariant($" (truncated from {UnbiasedBetweenVariance:0.######})") : "");
}
