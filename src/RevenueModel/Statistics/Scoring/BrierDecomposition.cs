using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A mean Brier score and its three parts by Murphy: <c>score = reliability - resolution + uncertainty</c>.
/// Created by <see cref="BrierScoreCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BrierDecomposition
{
    internal BrierDecomposition(
        int count, int groups, double score, double reliability, double resolution, double uncertainty)
    {
        Count = count;
        Groups = groups;
        Score = score;
        Reliability = reliability;
        Resolution = resolution;
        Uncertainty = uncertainty;
    }

    /// <summary>Gets the number of forecasts.</summary>
    public int Count { get; }

    /// <summary>Gets the number of different forecast probabilities.</summary>
    public int Groups { get; }

    /// <summary>Gets the mean Brier score, between 0 and 1; less is better.</summary>
    public double Score { get; }

    /// <summary>Gets the mean squared distance between a forecast probability and the share of events where it was
    /// forecast, zero or more; less is better.</summary>
    public double Reliability { get; }

    /// <summary>Gets the mean squared distance between that share and the share of all events, zero or more; more is
    /// better.</summary>
    public double Resolution { get; }

    /// <summary>Gets the score of a forecast that is always the share of all events, between 0 and 0.25.</summary>
    public double Uncertainty { get; }

    /// <summary>Returns the score, its parts and the number of forecasts.</summary>
    public override string ToString() =>
        Invariant($"{Score:0.####} = reliability {Reliability:0.####} - resolution {Resolution:0.####}")
            + Invariant($" + uncertainty {Uncertainty:0.####}, {Plural.Of(Count, "forecast")}");
}
