using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Open pipeline compared with the pipeline that a coverage target requires.</summary>
/// <remarks>
/// Immutable; equal by value. Created by <see cref="CoverageCalculator.Compare"/>. The default value is a target of
/// zero, which is met.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CoverageComparison
{
    internal CoverageComparison(
        decimal coverageTarget,
        decimal openPipeline,
        decimal remainingQuota,
        decimal? coverage,
        decimal requiredPipeline)
    {
        CoverageTarget = coverageTarget;
        OpenPipeline = openPipeline;
        RemainingQuota = remainingQuota;
        Coverage = coverage;
        RequiredPipeline = requiredPipeline;
    }

    /// <summary>Gets the target multiple.</summary>
    public decimal CoverageTarget { get; }

    /// <summary>Gets the total amount of open opportunities, unweighted.</summary>
    public decimal OpenPipeline { get; }

    /// <summary>Gets the quota less closed business of the period; zero or less if nothing remains.</summary>
    public decimal RemainingQuota { get; }

    /// <summary>Gets open pipeline as a multiple of the remaining quota, or <see langword="null"/> if no quota
    /// remains.</summary>
    public decimal? Coverage { get; }

    /// <summary>Gets the pipeline that the target requires; zero if no quota remains.</summary>
    public decimal RequiredPipeline { get; }

    /// <summary>Gets the missing pipeline, <c>required - open</c>; negative if there is more than required.</summary>
    public decimal Gap => RequiredPipeline - OpenPipeline;

    /// <summary>Gets whether there is at least as much pipeline as the target requires.</summary>
    public bool IsMet => Gap <= 0m;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    /// <returns>The coverage, the target and the gap.</returns>
    public override string ToString()
    {
        if (Coverage is not { } coverage)
        {
            return "no quota remains";
        }

        string verdict = IsMet ? Invariant($"met with {-Gap:#,0.##} to spare") : Invariant($"{Gap:#,0.##} short");
        return Invariant($"{coverage:0.0#}x of {RemainingQuota:#,0.##}, target {CoverageTarget:0.0#}x: {verdict}");
    }
}
