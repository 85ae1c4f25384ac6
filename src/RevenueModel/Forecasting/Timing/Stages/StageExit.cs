using System.Text.Json.Serialization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The observed exits from a stage to one destination.</summary>
/// <param name="Outcome">Won or lost, or open for a move to another stage.</param>
/// <param name="Stage">The name of the other stage, or <see langword="null"/> for a win or a loss.</param>
/// <param name="Count">The number of exits.</param>
/// <param name="DailyRate">The exits per day in the stage, a fraction between 0 and 1, or <see langword="null"/>
/// without a day in the stage.</param>
/// <param name="Interval">Wilson's interval of the daily rate, or <see langword="null"/> without a day in the
/// stage.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageExit(
    DealOutcome Outcome, string? Stage, int Count, double? DailyRate, ConfidenceInterval? Interval)
{
    /// <summary>Returns the destination, the count and the daily rate.</summary>
    public override string ToString() => Invariant($"{Count:#,0} to {Stage ?? Outcome.ToString()}")
        + (DailyRate is { } rate ? Invariant($", {rate:0.0000} per day ({Interval:0.0000})") : "");
}
