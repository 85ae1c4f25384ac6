using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>How open pipeline compares with the quota that is still to be closed, and how much of it is needed.</summary>
public static class CoverageCalculator
{
    /// <summary>Open pipeline as a multiple of the quota that is still to be closed.</summary>
    /// <param name="openPipeline">Amount of all open opportunities, unweighted, zero or more.</param>
    /// <param name="remainingQuota">Quota less what the period has closed so far; may be negative.</param>
    /// <returns>The multiple, or <see langword="null"/> where nothing remains to be closed.</returns>
    /// <exception cref="ArgumentException"><paramref name="openPipeline"/> is negative.</exception>
    /// <remarks>
    /// <c>openPipeline / remainingQuota</c>. Tools that divide by the whole quota understate coverage as the period
    /// fills. Published targets: 3.6x, 4.6x and 5.4x by segment (Industrial IoT 2027, section 2.1).
    /// </remarks>
    public static decimal? Coverage(decimal openPipeline, decimal remainingQuota)
    {
        Guard.Against.BelowZero(openPipeline);
        return remainingQuota > 0m ? openPipeline / remainingQuota : null;
    }

    /// <summary>The pipeline that a coverage target asks for.</summary>
    /// <param name="remainingQuota">Quota less what the period has closed so far; may be negative.</param>
    /// <param name="coverageTarget">The multiple that is wanted, zero or more.</param>
    /// <returns><c>remainingQuota × coverageTarget</c>, zero where nothing remains to be closed.</returns>
    /// <exception cref="ArgumentException"><paramref name="coverageTarget"/> is negative.</exception>
    public static decimal RequiredPipeline(decimal remainingQuota, decimal coverageTarget) =>
        Math.Max(0m, remainingQuota) * Guard.Against.BelowZero(coverageTarget);

    /// <summary>The pipeline whose expected value is the quota that is still to be closed.</summary>
    /// <param name="remainingQuota">Quota less what the period has closed so far; may be negative.</param>
    /// <param name="winRate">The share of the pipeline's value that is won: a fraction in [0, 1].</param>
    /// <returns><c>remainingQuota / winRate</c>, zero where nothing remains to be closed, or
    /// <see langword="null"/> where nothing is ever won.</returns>
    /// <exception cref="ArgumentException"><paramref name="winRate"/> is outside [0, 1].</exception>
    public static decimal? RequiredPipelineAtWinRate(decimal remainingQuota, decimal winRate)
    {
        Guard.Against.NotFraction(winRate);
        if (remainingQuota <= 0m)
        {
            return 0m;
        }

        return winRate == 0m ? null : remainingQuota / winRate;
    }

    /// <summary>The coverage at the start of a period that reaches the quota, net of the deals that the period itself
    /// creates and closes.</summary>
    /// <param name="winRate">The share of the pipeline's value that is won: a fraction in [0, 1].</param>
    /// <param name="createdAndClosedShare">The share of what the period closes that comes from deals created in it: a
    /// fraction in [0, 1]; zero unless said.</param>
    /// <returns><c>(1 - c) / w</c>, or <see langword="null"/> where nothing is ever won.</returns>
    /// <exception cref="ArgumentException">An argument is outside [0, 1].</exception>
    public static decimal? CoverageTarget(decimal winRate, decimal createdAndClosedShare = 0m)
    {
        Guard.Against.NotFraction(winRate);
        Guard.Against.NotFraction(createdAndClosedShare);
        return winRate == 0m ? null : (1m - createdAndClosedShare) / winRate;
    }

    /// <summary>The share of the quota that a coverage is expected to close.</summary>
    /// <param name="coverage">Pipeline as a multiple of the quota, zero or more.</param>
    /// <param name="closeRate">The share of that pipeline's value that closes: a fraction in [0, 1].</param>
    /// <returns><c>coverage × closeRate</c>: 1 where the quota is just reached.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    /// <remarks>A published Stage 2 coverage of 3.4x at a close rate of 12% is expected to reach 41% of the quota
    /// (Industrial IoT 2027, section 2.1 and FAQ).</remarks>
    public static decimal ExpectedAttainment(decimal coverage, decimal closeRate) =>
        Guard.Against.BelowZero(coverage) * Guard.Against.NotFraction(closeRate);

    /// <summary>The number of opportunities whose expected value is the quota that is still to be closed.</summary>
    /// <param name="remainingQuota">Quota less what the period has closed so far; may be negative.</param>
    /// <param name="averageDealValue">The amount of an average deal, more than zero.</param>
    /// <param name="winRate">The share of deals that are won: a fraction in [0, 1].</param>
    /// <returns><c>⌈remainingQuota / (averageDealValue × winRate)⌉</c>, zero where nothing remains to be closed, or
    /// <see langword="null"/> where nothing is ever won.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static decimal? RequiredOpportunities(decimal remainingQuota, decimal averageDealValue, decimal winRate)
    {
        Guard.Against.NotPositive(averageDealValue);
        return RequiredPipelineAtWinRate(remainingQuota, winRate) is { } pipeline
            ? decimal.Ceiling(pipeline / averageDealValue)
            : null;
    }

    /// <summary>The win rate at which a coverage just reaches the quota.</summary>
    /// <param name="coverage">Pipeline as a multiple of the quota, zero or more.</param>
    /// <returns><c>1 / coverage</c>, or <see langword="null"/> where the coverage is zero. Above 1 where the coverage
    /// is below 1x: then no win rate reaches the quota.</returns>
    /// <exception cref="ArgumentException"><paramref name="coverage"/> is negative.</exception>
    public static decimal? ImpliedWinRate(decimal coverage) =>
        Guard.Against.BelowZero(coverage) == 0m ? null : 1m / coverage;
}
