using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The expected wins of all open deals in a period.</summary>
/// <param name="Period">The days of the period.</param>
/// <param name="ExpectedWins">The expected number of deals won in the period: the sum of the probabilities.</param>
/// <param name="ExpectedAmount">The expected amount won in the period: the sum of probability × amount. Deals without
/// an amount count as zero.</param>
/// <param name="NotFullyObserved">The number of deals of which a part of the days up to the end of the period is not
/// observed, so that their probabilities are lower limits.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ClosePeriodTotal(
    DateSpan Period, double ExpectedWins, double ExpectedAmount, int NotFullyObserved)
{
    /// <summary>Gets the expected number of deals won in the period, zero or more: the sum of the
    /// probabilities.</summary>
    public double ExpectedWins { get; init => field = NumberGuards.NotNegative(value, nameof(ExpectedWins)); } =
        NumberGuards.NotNegative(ExpectedWins);

    /// <summary>Gets the number of deals of which a part of the days up to the end of the period is not observed, zero
    /// or more.</summary>
    public int NotFullyObserved { get; init => field = Guard.Against.BelowZero(value, nameof(NotFullyObserved)); } =
        Guard.Against.BelowZero(NotFullyObserved);

    /// <summary>Returns the period, the expected wins and the expected amount.</summary>
    public override string ToString() =>
        Invariant($"{Period}: {ExpectedWins:#,0.00} wins, {ExpectedAmount:#,0.##}")
        + (NotFullyObserved == 0
            ? ""
            : Invariant($", {Plural.Of(NotFullyObserved, "deal")} beyond the observed ages"));
}
