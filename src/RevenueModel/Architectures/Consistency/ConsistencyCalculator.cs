using Ardalis.GuardClauses;

namespace RevenueModel.Architectures;

/// <summary>Compares the printed figures of an architecture with the figures that they imply.</summary>
/// <remarks>
/// Each rule takes any architecture and gives a check for each subject whose figures are published. A check whose
/// result does not exist (a division by zero) or exceeds the range of a decimal is left out.
/// </remarks>
public static class ConsistencyCalculator
{
    /// <summary>Reviews an architecture by all rules.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <returns>A report with the checks that agree and those that do not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="architecture"/> is null.</exception>
    /// <example><code>
    /// ConsistencyReport report = ConsistencyCalculator.Review(PublishedArchitectures.Ipaas2027);
    /// ConsistencyCheck gap = report.ChecksOf(ConsistencyRule.RetentionGap)[0];
    /// Console.WriteLine(gap.Arithmetic()); // 95% - 78% = 17 points; stated gap: 18-28 points
    /// </code></example>
    public static ConsistencyReport Review(RevenueArchitecture architecture)
    {
        Guard.Against.Null(architecture);
        var checks = new CheckList();
        PricingRules.AddTo(checks, architecture);
        BuyerRules.AddTo(checks, architecture);
        PlanRules.AddTo(checks, architecture);
        MarketRules.AddTo(checks, architecture);
        CoverageRules.AddTo(checks, architecture);
        RetentionRules.AddTo(checks, architecture);
        ExpansionRules.AddTo(checks, architecture);
        SiteRules.AddTo(checks, architecture);
        KpiRules.AddTo(checks, architecture);
        ListRules.AddTo(checks, architecture);
        RestatementRules.AddTo(checks, architecture);
        return checks.ToReport(architecture.Name);
    }

    /// <summary>Compares the figures of two architectures.</summary>
    /// <param name="first">The first architecture.</param>
    /// <param name="second">The second architecture.</param>
    /// <returns>A report with the checks that agree and those that do not; empty if no rule applies to
    /// both.</returns>
    /// <exception cref="ArgumentNullException">An architecture is null.</exception>
    /// <remarks>
    /// Where both buyers must sign off in both architectures, the cycles of the segments of one are compared with the
    /// benchmark of the sales cycle of the other.
    /// </remarks>
    public static ConsistencyReport Compare(RevenueArchitecture first, RevenueArchitecture second)
    {
        Guard.Against.Null(first);
        Guard.Against.Null(second);
        var checks = new CheckList();
        CycleRules.AddTo(checks, first, second);
        return checks.ToReport(Invariant($"{first.Name}, {second.Name}"));
    }
}
