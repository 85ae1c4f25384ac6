using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>The coverage targets of a segment, as published, beside the share of the quota that they are expected to
/// close at the rates that the segment itself publishes.</summary>
/// <remarks>Published figures do not always agree with each other; this shows by how much.</remarks>
public sealed record PublishedCoverage
{
    private PublishedCoverage(Segment segment) => Segment = segment;

    /// <summary>Compares the coverage targets of a segment with what its published rates imply.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The published coverage with the attainment and win rate that it implies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is null.</exception>
    public static PublishedCoverage Of(Segment segment) => new(Guard.Against.Null(segment));

    /// <summary>The segment whose figures are compared.</summary>
    public Segment Segment { get; }

    /// <summary>The published coverage from the top of the funnel.</summary>
    public decimal CoverageTarget => Segment.CoverageTarget;

    /// <summary>The published coverage at stage 2, or <see langword="null"/> where there is none.</summary>
    public decimal? CoverageTargetAtStage2 => Segment.CoverageTargetAtStage2;

    /// <summary>The attainment expected of the coverage target at the published win rates:
    /// <c>coverage × winRate</c>, at the low and at the high end.</summary>
    public Band<decimal> ImpliedAttainment => Band.Between(
        CoverageCalculator.ExpectedAttainment(CoverageTarget, Segment.WinRate.Min),
        CoverageCalculator.ExpectedAttainment(CoverageTarget, Segment.WinRate.Max ?? 1m));

    /// <summary>The attainment expected of the coverage target at the stage 2 close rate.</summary>
    public decimal ImpliedAttainmentAtCloseRate =>
        CoverageCalculator.ExpectedAttainment(CoverageTarget, Segment.Stage2ToCloseRate);

    /// <summary>The attainment expected of the stage 2 coverage at the stage 2 close rate, or
    /// <see langword="null"/> where no stage 2 coverage is published.</summary>
    public decimal? ImpliedAttainmentAtStage2 => CoverageTargetAtStage2 is { } coverage
        ? CoverageCalculator.ExpectedAttainment(coverage, Segment.Stage2ToCloseRate)
        : null;

    /// <summary>The coverage that would reach the quota at the stage 2 close rate, or <see langword="null"/> where
    /// that rate is zero.</summary>
    public decimal? RequiredCoverageAtCloseRate => CoverageCalculator.CoverageTarget(Segment.Stage2ToCloseRate);

    /// <summary>The win rate at which the published coverage would just reach the quota.</summary>
    public decimal ImpliedWinRate => 1m / CoverageTarget;

    /// <summary>The comparison in words.</summary>
    public override string ToString()
    {
        string stage2 = CoverageTargetAtStage2 is { } coverage
            ? Invariant($"; {coverage:0.##}x at stage 2 closes {ImpliedAttainmentAtStage2:0.#%} of quota")
            : "";
        return Invariant(
            $"{Segment.Name}: {CoverageTarget:0.##}x at win rates of {Segment.WinRate:0.##%} closes {ImpliedAttainment:0.#%} of quota{stage2}");
    }
}
