using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Forecasts of the past, what happened, and their scores. Created by
/// <see cref="BacktestCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Periods of successive forecasts overlap, which the intervals respect.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Backtest
{
    /// <summary>Gets the options.</summary>
    public required BacktestOptions Options { get; init; }

    /// <summary>Gets the forecasts in the order of their days.</summary>
    public ValueList<BacktestCase> Cases { get; init; }

    /// <summary>Gets the days whose period is not fully observed and therefore not scored.</summary>
    public ValueList<LocalDate> NotObserved { get; init; }

    /// <summary>Gets the number of deals that no forecast counts: without a creation date, or closed without a close
    /// date.</summary>
    public required int ExcludedDeals { get; init; }

    /// <summary>Gets the mean of <c>forecast mean - actual</c>, or <see langword="null"/> without cases.</summary>
    public double? Bias { get; init; }

    /// <summary>Gets <c>Σ |median - actual| / Σ |actual|</c> (WAPE), or <see langword="null"/> if nothing was
    /// won.</summary>
    public double? Wape { get; init; }

    /// <summary>Gets the mean CRPS, or <see langword="null"/> without cases.</summary>
    public double? Crps { get; init; }

    /// <summary>Gets the mean pinball loss of P10, P50 and P90, without the factor two.</summary>
    public double? PinballLoss { get; init; }

    /// <summary>Gets the mean interval score of P10 to P90.</summary>
    public double? IntervalScore { get; init; }

    /// <summary>Gets the share of cases between P10 and P90.</summary>
    public IntervalCoverage? Coverage { get; init; }

    /// <summary>Gets the histogram of the probability integral transform: flat if the forecasts are
    /// calibrated.</summary>
    public PitHistogram? Pit { get; init; }

    /// <summary>Gets the mean Brier score of the probability of the target.</summary>
    public double? BrierScore { get; init; }

    /// <summary>Gets the reliability of the probability of the target by the CORP method.</summary>
    public ReliabilityCurve? Reliability { get; init; }

    /// <summary>Gets the skill in CRPS against the period before.</summary>
    public SkillComparison? SkillOverPeriodBefore { get; init; }

    /// <summary>Gets the skill in CRPS against the win rate times the open amount, over the cases that have
    /// it.</summary>
    public SkillComparison? SkillOverWinRate { get; init; }

    /// <summary>Returns the number of forecasts, the score and the coverage.</summary>
    public override string ToString() => Plural.Of(Cases.Count, "forecast")
        + (Crps is { } crps ? Invariant($", CRPS {crps:#,0}") : "")
        + (Coverage is { } coverage ? Invariant($", P10 to P90 covers {coverage.Coverage:0%}") : "");
}
