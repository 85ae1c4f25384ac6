using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that a deal in a stage is won or lost within a number of periods, by the periods that it
/// has spent in the stage.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageOutlook
{
    /// <summary>Gets the name of the stage.</summary>
    public required string Stage { get; init => field = Guard.Against.Blank(value, nameof(Stage)); }

    /// <summary>Gets the probability of a win of a deal that has just entered the stage, of one that has been in it
    /// for one period, and so on; each between 0 and 1. The last one applies to each longer time.</summary>
    public required ValueList<double> Won { get; init; }

    /// <summary>Gets the probability of a loss by the periods in the stage, in the same order; each between 0 and 1.
    /// </summary>
    public required ValueList<double> Lost { get; init; }

    /// <summary>Returns the stage and the probabilities of a deal that has just entered it.</summary>
    public override string ToString() => Invariant($"{Stage}: won {First(Won):0.0000}, lost {First(Lost):0.0000}")
        + (Won.Count > 1 ? " on entry" : "");

    private static double First(ValueList<double> probabilities) => probabilities.IsEmpty ? 0 : probabilities[0];
}
