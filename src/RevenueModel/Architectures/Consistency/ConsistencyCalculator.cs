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
    /// Console.WriteLine(gap.Arithmetic()); // 95% - 78% = 17 points; stated gap 18-28 points
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
        return checks.ToReport(architecture.Name);
    }
}
