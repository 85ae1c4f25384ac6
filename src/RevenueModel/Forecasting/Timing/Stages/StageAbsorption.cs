using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The end of a deal that enters a stage: the probabilities that it is ever won or lost, and the mean time to
/// close.</summary>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Won">The probability that the deal is won in the end, between 0 and 1.</param>
/// <param name="Lost">The probability that the deal is lost in the end, between 0 and 1. The two sum to less than one
/// if the deal may stay open for ever.</param>
/// <param name="MeanPeriods">The mean number of periods from entry to the win or loss, zero or more, or
/// <see langword="null"/> if the deal may stay open for ever.</param>
/// <remarks>Immutable; equal by value. A blank name, a probability outside 0 to 1 and a negative mean are
/// refused.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageAbsorption(string Stage, double Won, double Lost, double? MeanPeriods)
{
    /// <summary>Gets the name of the stage.</summary>
    public string Stage { get; init => field = Guard.Against.Blank(value, nameof(Stage)); } =
        Guard.Against.Blank(Stage);

    /// <summary>Gets the probability that the deal is won in the end, between 0 and 1.</summary>
    public double Won { get; init => field = NumberGuards.Probability(value, nameof(Won)); } =
        NumberGuards.Probability(Won);

    /// <summary>Gets the probability that the deal is lost in the end, between 0 and 1.</summary>
    public double Lost { get; init => field = NumberGuards.Probability(value, nameof(Lost)); } =
        NumberGuards.Probability(Lost);

    /// <summary>Gets the mean number of periods from entry to the win or loss, zero or more, or
    /// <see langword="null"/> if the deal may stay open for ever.</summary>
    public double? MeanPeriods { get; init => field = NumberGuards.NotNegative(value, nameof(MeanPeriods)); } =
        NumberGuards.NotNegative(MeanPeriods);

    /// <summary>Returns the stage, the probabilities and the mean time.</summary>
    public override string ToString() => Invariant($"{Stage}: won {Won:0.0000}, lost {Lost:0.0000}, ")
        + (MeanPeriods is { } periods ? Plural.OfNumber(periods, "period") + " to close" : "may stay open");
}
