using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>The published coverage targets of a segment, and the share of the quota that they are expected to close at
/// the published rates of the segment.</summary>
/// <remarks>Published figures can contradict each other. This record shows the difference.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedCoverage
{
    private PublishedCoverage(Segment segment) => Segment = segment;

    /// <summary>Compares the coverage targets of a segment with the figures that its published rates imply.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The published coverage with the attainment and win rate that it implies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is null.</exception>
    public static PublishedCoverage Of(Segment segment) => new(Guard.Against.Null(segment));

    /// <summary>Gets the segment whose figures are compared.</summary>
    public Segment Segment { get; }

    /// <summary>Gets the published coverage from the top of the funnel.</summary>
    public decimal CoverageTarget => Segment.CoverageTarget;

    /// <summary>Gets the published coverage at stage 2, or <see langword="null"/> if none is published.</summary>
    public decimal? CoverageTargetAtStage2 => Segment.CoverageTargetAtStage2;

    /// <summary>Gets the expected attainment of the coverage target at the published win rates,
    /// <c>coverage × winRate</c>, at the low and at the high end.</summary>
    public Band<decimal> ImpliedAttainment => Band.Between(
        CoverageCalculator.ExpectedAttainment(CoverageTarget, Segment.WinRate.Min),
        CoverageCalculator.ExpectedAttainment(CoverageTarget, Segment.WinRate.Max ?? 1m));

    /// <summary>Gets the expected attainment of the coverage target at the stage 2 close rate.</summary>
    public decimal ImpliedAttainmentAtCloseRate =>
        CoverageCalculator.ExpectedAttainment(CoverageTarget, Segment.Stage2ToCloseRate);

    /// <summary>Gets the expected attainment of the stage 2 coverage at the stage 2 close rate, or
    /// <see langword="null"/> if no stage 2 coverage is published.</summary>
    public decimal? ImpliedAttainmentAtStage2 => CoverageTargetAtStage2 is { } coverage
        ? CoverageCalculator.ExpectedAttainment(coverage, Segment.Stage2ToCloseRate)
        : null;

    /// <summary>Gets the coverage that would reach the quota at the stage 2 close rate, or <see langword="null"/> if
    /// that rate is zero.</summary>
    public decimal? RequiredCoverageAtCloseRate => CoverageCalculator.CoverageTarget(Segment.Stage2ToCloseRate);

    /// <summary>Gets the win rate at which the published coverage would just reach the quota.</summary>
    public decimal ImpliedWinRate => 1m / CoverageTarget;

    /// <summary>Returns the probability that the published coverage target reaches the quota at the stage 2 close
    /// rate, with equal deals.</summary>
    /// <param name="quota">The quota, more than zero.</param>
    /// <param name="dealAmount">The amount of each deal, more than zero.</param>
    /// <returns>The probability, between 0 and 1.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public double Confidence(decimal quota, decimal dealAmount) =>
        CoverageRiskCalculator.Confidence(CoverageTarget, Segment.Stage2ToCloseRate, quota, dealAmount);

    /// <summary>Returns the probability that the published coverage target reaches the quota at the published win
    /// rates, with equal deals.</summary>
    /// <param name="quota">The quota, more than zero.</param>
    /// <param name="dealAmount">The amount of each deal, more than zero.</param>
    /// <returns>The probabilities at the low and at the high end of the win rates, between 0 and 1.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public Band<double> ConfidenceAtWinRates(decimal quota, decimal dealAmount) => Band.Between(
        CoverageRiskCalculator.Confidence(CoverageTarget, Segment.WinRate.Min, quota, dealAmount),
        CoverageRiskCalculator.Confidence(CoverageTarget, Segment.WinRate.Max ?? 1m, quota, dealAmount));

    /// <summary>Returns the probability that the published stage 2 coverage reaches the quota at the stage 2 close
    /// rate, with equal deals.</summary>
    /// <param name="quota">The quota, more than zero.</param>
    /// <param name="dealAmount">The amount of each deal, more than zero.</param>
    /// <returns>The probability, between 0 and 1, or <see langword="null"/> if no stage 2 coverage is
    /// published.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public double? ConfidenceAtStage2(decimal quota, decimal dealAmount) => CoverageTargetAtStage2 is { } coverage
        ? CoverageRiskCalculator.Confidence(coverage, Segment.Stage2ToCloseRate, quota, dealAmount)
        : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string stage2 = CoverageTargetAtStage2 is { } coverage
            ? Invariant($"; {coverage:0.##}x at stage 2 closes {ImpliedAttainmentAtStage2:0.#%} of quota")
            : "";
        return Invariant(
            $"{Segment.Name}: {CoverageTarget:0.##}x at win rates of {Segment.WinRate:0.##%} ")
            + Invariant($"closes {ImpliedAttainment:0.#%} of quota{stage2}");
    }
}
