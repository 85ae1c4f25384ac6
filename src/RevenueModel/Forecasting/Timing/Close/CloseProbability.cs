using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that a deal that is open at an age is won, lost or still open some days later.</summary>
/// <param name="Age">The age of the open deal in clock days, zero or more.</param>
/// <param name="Days">The horizon in clock days, zero or more.</param>
/// <param name="ObservedDays">The part of the horizon in which deals were observed, in clock days, between 0 and
/// <paramref name="Days"/>.</param>
/// <param name="Won">The probability that the deal is won within the observed days, between 0 and 1.</param>
/// <param name="Lost">The probability that the deal is lost within the observed days, between 0 and 1.</param>
/// <param name="Interval">The confidence interval of <paramref name="Won"/>, or <see langword="null"/> if it was not
/// computed or is undefined.</param>
/// <remarks>
/// Immutable; equal by value. A probability outside 0 to 1 and a negative number of days are refused. The default
/// value is an open deal with a horizon of zero days. If the horizon is not
/// fully observed, <paramref name="Won"/> and <paramref name="Lost"/> are lower limits of the probabilities within the
/// whole horizon, since nothing is known after the observed days.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CloseProbability(
    double Age, double Days, double ObservedDays, double Won, double Lost, ConfidenceInterval? Interval)
{
    /// <summary>Gets the age of the open deal in clock days, zero or more.</summary>
    public double Age { get; init => field = NumberGuards.NotNegative(value, nameof(Age)); } =
        NumberGuards.NotNegative(Age);

    /// <summary>Gets the horizon in clock days, zero or more.</summary>
    public double Days { get; init => field = NumberGuards.NotNegative(value, nameof(Days)); } =
        NumberGuards.NotNegative(Days);

    /// <summary>Gets the part of the horizon in which deals were observed, in clock days, zero or more.</summary>
    public double ObservedDays { get; init => field = NumberGuards.NotNegative(value, nameof(ObservedDays)); } =
        NumberGuards.NotNegative(ObservedDays);

    /// <summary>Gets the probability that the deal is won within the observed days, between 0 and 1.</summary>
    public double Won { get; init => field = NumberGuards.Probability(value, nameof(Won)); } =
        NumberGuards.Probability(Won);

    /// <summary>Gets the probability that the deal is lost within the observed days, between 0 and 1.</summary>
    public double Lost { get; init => field = NumberGuards.Probability(value, nameof(Lost)); } =
        NumberGuards.Probability(Lost);

    /// <summary>Gets the probability that the deal is still open after the observed days, between 0 and 1:
    /// <c>1 - won - lost</c>.</summary>
    public double Open => Math.Max(1 - Won - Lost, 0);

    /// <summary>Gets the part of the horizon in which no deal was observed, in clock days.</summary>
    public double UnobservedDays => Math.Max(Days - ObservedDays, 0);

    /// <summary>Gets whether deals were observed in the whole horizon.</summary>
    public bool IsFullyObserved => ObservedDays >= Days;

    /// <summary>Returns the probabilities, the horizon and its observed part.</summary>
    public override string ToString() =>
        Invariant($"age {Age:0.##}, within {Plural.OfNumber(Days, "day")}: ")
        + Invariant($"won {Won:0.0000}, lost {Lost:0.0000}, open {Open:0.0000}")
        + (Interval is { } interval ? Invariant($" (won {interval})") : "")
        + (IsFullyObserved ? "" : ", observed for " + Plural.OfNumber(ObservedDays, "day"));
}
