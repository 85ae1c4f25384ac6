using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The unbiased estimators of the Bühlmann-Straub model.</summary>
internal static class BuhlmannStraub
{
    /// <summary>Returns the estimates, or null if fewer than two groups have exposure or no group has two
    /// observations.</summary>
    /// <param name="groups">The groups in any order; the result has their order.</param>
    /// <param name="name">The parameter of the caller that holds the groups.</param>
    public static CredibilityEstimate? Estimate(GroupMoments[] groups, string name)
    {
        // Sums run in the order of the names, so that the order of the groups does not change the last digit.
        var sorted = (GroupMoments[])groups.Clone();
        Array.Sort(sorted, static (x, y) => string.CompareOrdinal(x.Name, y.Name));
        int count = 0;
        double freedom = 0;
        double deviations = 0;
        double exposure = 0;
        double weighted = 0;
        foreach (GroupMoments group in sorted)
        {
            count += group.Exposure > 0 ? 1 : 0;
            freedom += group.DegreesOfFreedom;
            deviations += group.SquaredDeviations;
            exposure += group.Exposure;
            weighted += group.Exposure * group.Mean;
        }

        if (count < 2 || freedom <= 0)
        {
            return null;
        }

        double within = deviations / freedom;
        double mean = weighted / exposure;
        double between = Between(sorted, count, exposure, mean, within);
        double used = Math.Max(between, 0);
        double collective = used > 0 ? Collective(sorted, within, used) : mean;
        if (!double.IsFinite(within) || !double.IsFinite(between) || !double.IsFinite(collective))
        {
            throw new ArgumentException(
                name + " had values whose variances exceed the range of a double; smaller figures are expected.",
                name);
        }

        var estimates = new GroupCredibility[groups.Length];
        for (int i = 0; i < groups.Length; i++)
        {
            GroupMoments group = groups[i];
            double z = Credibility(group.Exposure, within, used);
            estimates[i] = new GroupCredibility(
                group.Name,
                group.Exposure,
                group.Exposure > 0 ? group.Mean : null,
                z,
                collective + (z * (group.Mean - collective)));
        }

        return new CredibilityEstimate(collective, within, between, ValueList.Own(estimates));
    }

    private static double Between(
        ReadOnlySpan<GroupMoments> groups, int count, double exposure, double mean, double within)
    {
        double deviations = 0;
        double concentration = 0;
        foreach (GroupMoments group in groups)
        {
            double deviation = group.Mean - mean;
            deviations += group.Exposure > 0 ? group.Exposure * deviation * deviation : 0;
            concentration += group.Exposure * (group.Exposure / exposure);
        }

        return (deviations - ((count - 1) * within)) / (exposure - concentration);
    }

    private static double Collective(ReadOnlySpan<GroupMoments> groups, double within, double between)
    {
        double factors = 0;
        double sum = 0;
        foreach (GroupMoments group in groups)
        {
            double z = Credibility(group.Exposure, within, between);
            factors += z;
            sum += z * group.Mean;
        }

        return sum / factors;
    }

    private static double Credibility(double exposure, double within, double between) =>
        exposure > 0 && between > 0 ? exposure * between / ((exposure * between) + within) : 0;
}
