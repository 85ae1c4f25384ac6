using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that a deal closes in a period, as of the day of the schedule.</summary>
/// <param name="Period">The days of the period. Days up to the day of the schedule do not count.</param>
/// <param name="ClockDays">The clock days from the day of the schedule to the end of the period, zero or more.</param>
/// <param name="ObservedDays">The part of these clock days in which deals of that age were observed, zero or
/// more.</param>
/// <param name="Won">The probability that the deal is won in the period, between 0 and 1.</param>
/// <param name="Lost">The probability that the deal is lost in the period, between 0 and 1.</param>
/// <param name="WonByEnd">The probability that the deal is won by the end of the period, between 0 and 1.</param>
/// <remarks>Immutable; equal by value. If the clock days are not all observed, the probabilities are lower limits.
/// The default value has no days and no probability.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DealClosePeriod(
    DateSpan Period, double ClockDays, double ObservedDays, double Won, double Lost, double WonByEnd)
{
    /// <summary>Gets whether deals were observed up to the end of the period.</summary>
    public bool IsFullyObserved => ObservedDays >= ClockDays;

    /// <summary>Returns the period and its probabilities.</summary>
    public override string ToString() =>
        Invariant($"{Period}: won {Won:0.0000}, lost {Lost:0.0000}, won by the end {WonByEnd:0.0000}")
        + (IsFullyObserved ? "" : Invariant($", observed for {ObservedDays:0.##} of {ClockDays:0.##} days"));
}
