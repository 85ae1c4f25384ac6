using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that a deal closes in a period, as of the day of the schedule.</summary>
/// <param name="Period">The days of the period. Days up to the day of the schedule do not count.</param>
/// <param name="ClockDays">The clock days from the day of the schedule to the end of the period, zero or more.</param>
/// <param name="ObservedDays">The part of these clock days in which deals of that age were observed, zero or
/// more.</param>
/// <param name="Won">The probability that the deal is won in the period, between 0 and 1.</param>
/// <param name="Lost">The probability that the deal is lost in the period, between 0 and 1.</param>
/// <param name="WonByEnd">The probability that the deal is won by the end of the period, between 0 and 1.</param>
/// <remarks>Immutable; equal by value. A probability outside 0 to 1 and a negative number of days are refused. If the
/// clock days are not all observed, the probabilities are lower limits. The default value has no days and no
/// probability.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DealClosePeriod(
    DateSpan Period, double ClockDays, double ObservedDays, double Won, double Lost, double WonByEnd)
{
    /// <summary>Gets the clock days from the day of the schedule to the end of the period, zero or more.</summary>
    public double ClockDays { get; init => field = NumberGuards.NotNegative(value, nameof(ClockDays)); } =
        NumberGuards.NotNegative(ClockDays);

    /// <summary>Gets the part of these clock days in which deals of that age were observed, zero or more.</summary>
    public double ObservedDays { get; init => field = NumberGuards.NotNegative(value, nameof(ObservedDays)); } =
        NumberGuards.NotNegative(ObservedDays);

    /// <summary>Gets the probability that the deal is won in the period, between 0 and 1.</summary>
    public double Won { get; init => field = NumberGuards.Probability(value, nameof(Won)); } =
        NumberGuards.Probability(Won);

    /// <summary>Gets the probability that the deal is lost in the period, between 0 and 1.</summary>
    public double Lost { get; init => field = NumberGuards.Probability(value, nameof(Lost)); } =
        NumberGuards.Probability(Lost);

    /// <summary>Gets the probability that the deal is won by the end of the period, between 0 and 1.</summary>
    public double WonByEnd { get; init => field = NumberGuards.Probability(value, nameof(WonByEnd)); } =
        NumberGuards.Probability(WonByEnd);

    /// <summary>Gets whether deals were observed up to the end of the period.</summary>
    public bool IsFullyObserved => ObservedDays >= ClockDays;

    /// <summary>Returns the period and its probabilities.</summary>
    public override string ToString() =>
        Invariant($"{Period}: won {Won:0.0000}, lost {Lost:0.0000}, won by the end {WonByEnd:0.0000}")
        + (IsFullyObserved
            ? ""
            : Invariant($", observed for {ObservedDays:0.##} of {Plural.OfNumber(ClockDays, "day")}"));
}
