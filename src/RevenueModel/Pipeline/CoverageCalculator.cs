using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Compares open pipeline with the remaining quota, and computes the required pipeline.</summary>
public static class CoverageCalculator
{
    /// <summary>Returns open pipeline as a multiple of the remaining quota.</summary>
    /// <param name="openPipeline">The amount of all open opportunities, unweighted; zero or more.</param>
    /// <param name="remainingQuota">Quota less closed business of the period; may be negative.</param>
    /// <returns>The multiple, or <see langword="null"/> if no quota remains.</returns>
    /// <exception cref="ArgumentException"><paramref name="openPipeline"/> is negative, or the result exceeds the
    /// range of a decimal.</exception>
    /// <remarks>
    /// <c>openPipeline / remainingQuota</c>. Tools that divide by the whole quota understate coverage as the period
    /// fills. Published targets: 3.6x, 4.6x and 5.4x by segment (Industrial IoT 2027, section 2.1).
    /// </remarks>
    /// <example><code>
    /// decimal? coverage = CoverageCalculator.Coverage(1_270_000m, remainingQuota: 380_000m);
    /// Console.WriteLine($"{coverage:0.0}x"); // 3.3x
    /// </code></example>
    public static decimal? Coverage(decimal openPipeline, decimal remainingQuota)
    {
        Guard.Against.BelowZero(openPipeline);
        try
        {
            return remainingQuota > 0m ? openPipeline / remainingQuota : null;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"openPipeline {openPipeline} over remainingQuota {remainingQuota}"),
                nameof(openPipeline),
                overflow);
        }
    }

    /// <summary>Compares open pipeline with a coverage target: the coverage, whether the target is met, and the
    /// gap.</summary>
    /// <param name="coverageTarget">The target multiple, zero or more.</param>
    /// <param name="openPipeline">Total amount of open opportunities, unweighted; zero or more.</param>
    /// <param name="remainingQuota">Quota less closed business of the period; may be negative.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The target or the pipeline is negative, or a result exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// CoverageComparison coverage =
    ///     CoverageCalculator.Compare(4.6m, openPipeline: 2_200_000m, remainingQuota: 500_000m);
    /// Console.WriteLine(coverage.IsMet ? "covered" : $"{coverage.Gap:#,0} missing"); // 100,000 missing
    /// </code></example>
    public static CoverageComparison Compare(decimal coverageTarget, decimal openPipeline, decimal remainingQuota)
    {
        Guard.Against.BelowZero(openPipeline);
        decimal required = RequiredPipeline(remainingQuota, coverageTarget);
        return new CoverageComparison(
            coverageTarget, openPipeline, remainingQuota, Coverage(openPipeline, remainingQuota), required);
    }

    /// <summary>Returns the pipeline that a coverage target requires.</summary>
    /// <param name="remainingQuota">Quota less closed business of the period; may be negative.</param>
    /// <param name="coverageTarget">The target multiple, zero or more.</param>
    /// <returns><c>remainingQuota × coverageTarget</c>, zero if no quota remains.</returns>
    /// <exception cref="ArgumentException"><paramref name="coverageTarget"/> is negative, or the result exceeds the
    /// range of a decimal.</exception>
    /// <example><code>
    /// decimal required = CoverageCalculator.RequiredPipeline(380_000m, coverageTarget: 3.6m);
    /// Console.WriteLine($"{required:#,0}"); // 1,368,000
    /// </code></example>
    public static decimal RequiredPipeline(decimal remainingQuota, decimal coverageTarget)
    {
        Guard.Against.BelowZero(coverageTarget);
        try
        {
            return Math.Max(0m, remainingQuota) * coverageTarget;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"remainingQuota {remainingQuota} at coverageTarget {coverageTarget}"),
                nameof(remainingQuota),
                overflow);
        }
    }

    /// <summary>Returns the pipeline whose expected value is the remaining quota.</summary>
    /// <param name="remainingQuota">Quota less closed business of the period; may be negative.</param>
    /// <param name="winRate">The share of the pipeline's value that is won: a fraction between 0 and 1.</param>
    /// <returns><c>remainingQuota / winRate</c>, zero if no quota remains, or <see langword="null"/> if quota remains
    /// and the win rate is zero.</returns>
    /// <exception cref="ArgumentException"><paramref name="winRate"/> is outside 0 to 1, or the result exceeds the
    /// range of a decimal.</exception>
    public static decimal? RequiredPipelineAtWinRate(decimal remainingQuota, decimal winRate)
    {
        Guard.Against.NotFraction(winRate);
        if (remainingQuota <= 0m)
        {
            return 0m;
        }

        try
        {
            return winRate == 0m ? null : remainingQuota / winRate;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"remainingQuota {remainingQuota} over winRate {winRate}"),
                nameof(remainingQuota),
                overflow);
        }
    }

    /// <summary>Returns the coverage at the start of a period with which the quota is reached, net of deals that are
    /// both created and closed in the period.</summary>
    /// <param name="winRate">The share of the pipeline's value that is won: a fraction between 0 and 1.</param>
    /// <param name="createdAndClosedShare">The share of closed business that comes from deals created in the period: a
    /// fraction between 0 and 1. Default: zero.</param>
    /// <returns><c>(1 - c) / w</c>, or <see langword="null"/> if the win rate is zero.</returns>
    /// <exception cref="ArgumentException">An argument is outside 0 to 1.</exception>
    public static decimal? CoverageTarget(decimal winRate, decimal createdAndClosedShare = 0m)
    {
        Guard.Against.NotFraction(winRate);
        Guard.Against.NotFraction(createdAndClosedShare);
        return winRate == 0m ? null : (1m - createdAndClosedShare) / winRate;
    }

    /// <summary>Returns the share of the quota that a coverage is expected to close.</summary>
    /// <param name="coverage">Pipeline as a multiple of the quota, zero or more.</param>
    /// <param name="closeRate">The share of that pipeline's value that closes: a fraction between 0 and 1.</param>
    /// <returns><c>coverage × closeRate</c>: 1 if the quota is just reached.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    /// <remarks>A published Stage 2 coverage of 3.4x at a close rate of 12% is expected to reach 41% of the quota
    /// (Industrial IoT 2027, section 2.1 and FAQ).</remarks>
    /// <example><code>
    /// decimal attainment = CoverageCalculator.ExpectedAttainment(coverage: 3.4m, closeRate: 12.Percent);
    /// Console.WriteLine(attainment); // 0.408
    /// </code></example>
    public static decimal ExpectedAttainment(decimal coverage, decimal closeRate) =>
        Guard.Against.BelowZero(coverage) * Guard.Against.NotFraction(closeRate);

    /// <summary>Returns the number of opportunities whose expected value is the remaining quota.</summary>
    /// <param name="remainingQuota">Quota less closed business of the period; may be negative.</param>
    /// <param name="averageDealValue">The amount of an average deal, more than zero.</param>
    /// <param name="winRate">The share of deals that are won: a fraction between 0 and 1.</param>
    /// <returns><c>⌈remainingQuota / (averageDealValue × winRate)⌉</c>, zero if no quota remains, or
    /// <see langword="null"/> if quota remains and the win rate is zero.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    public static decimal? RequiredOpportunities(decimal remainingQuota, decimal averageDealValue, decimal winRate)
    {
        Guard.Against.NotPositive(averageDealValue);
        try
        {
            return RequiredPipelineAtWinRate(remainingQuota, winRate) is { } pipeline
                ? decimal.Ceiling(pipeline / averageDealValue)
                : null;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"remainingQuota {remainingQuota} over averageDealValue {averageDealValue}"),
                nameof(remainingQuota),
                overflow);
        }
    }

    /// <summary>Returns the win rate at which a coverage just reaches the quota.</summary>
    /// <param name="coverage">Pipeline as a multiple of the quota, zero or more.</param>
    /// <returns><c>1 / coverage</c>, or <see langword="null"/> if the coverage is zero. Above 1 if the coverage is
    /// below 1x: then no win rate reaches the quota.</returns>
    /// <exception cref="ArgumentException"><paramref name="coverage"/> is negative.</exception>
    public static decimal? ImpliedWinRate(decimal coverage) =>
        Guard.Against.BelowZero(coverage) == 0m ? null : 1m / coverage;
}
