using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>One forecast of a backtest, what happened, and its scores.</summary>
/// <remarks>Immutable; equal by value. Amounts are in the currency of the deals.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BacktestCase
{
    /// <summary>Gets the day of the forecast.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the period, from the next day on.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the mean of the forecast.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the forecast quantile of 10%.</summary>
    public required decimal P10 { get; init; }

    /// <summary>Gets the forecast median.</summary>
    public required decimal P50 { get; init; }

    /// <summary>Gets the forecast quantile of 90%.</summary>
    public required decimal P90 { get; init; }

    /// <summary>Gets what was won in the period.</summary>
    public required decimal Actual { get; init; }

    /// <summary>Gets the part of <see cref="Actual"/> of deals that were created within the period.</summary>
    public required decimal ActualOfNewDeals { get; init; }

    /// <summary>Gets the continuous ranked probability score, zero or more; less is better.</summary>
    public required double Crps { get; init; }

    /// <summary>Gets the probability integral transform: where in the forecast the actual amount lies.</summary>
    public required PitInterval Pit { get; init; }

    /// <summary>Gets the first baseline: what was won in the same number of days before.</summary>
    public required decimal PeriodBefore { get; init; }

    /// <summary>Gets the second baseline: the win rate of all closed deals times the amount of all open ones, or
    /// <see langword="null"/> if no deal had closed. An open deal whose amount was not known counts with the mean
    /// amount of won deals, those of its product if five of them were won.</summary>
    public double? WinRateTimesOpen { get; init; }

    /// <summary>Gets the amount whose probability was forecast.</summary>
    public required decimal Target { get; init; }

    /// <summary>Gets the forecast probability that at least <see cref="Target"/> is won.</summary>
    public required double TargetProbability { get; init; }

    /// <summary>Gets whether at least <see cref="Target"/> was won.</summary>
    public bool TargetReached => Actual >= Target;

    /// <summary>Returns the day, the quantiles, what happened and the score.</summary>
    public override string ToString() => Invariant($"{AsOf:R}: P10 {P10:#,0}, P50 {P50:#,0}, P90 {P90:#,0}, ")
        + Invariant($"actual {Actual:#,0}, CRPS {Crps:#,0}");
}
