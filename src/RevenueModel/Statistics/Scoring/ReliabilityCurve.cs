using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>
/// The reliability of forecasts of events by the CORP method: recalibrated probabilities, and the mean Brier score as
/// <c>miscalibration - discrimination + uncertainty</c>. Created by <see cref="ReliabilityCalculator"/>.
/// </summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReliabilityCurve
{
    internal ReliabilityCurve(
        ValueList<ReliabilityPoint> points,
        double score,
        double miscalibration,
        double discrimination,
        double uncertainty)
    {
        Points = points;
        Score = score;
        Miscalibration = miscalibration;
        Discrimination = discrimination;
        Uncertainty = uncertainty;
    }

    /// <summary>Gets the ranges of forecast probabilities with the share of events in each, both in ascending
    /// order.</summary>
    public ValueList<ReliabilityPoint> Points { get; }

    /// <summary>Gets the number of forecasts.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (ReliabilityPoint point in Points)
            {
                count += point.Count;
            }

            return count;
        }
    }

    /// <summary>Gets the mean Brier score, between 0 and 1; less is better.</summary>
    public double Score { get; }

    /// <summary>Gets how much the score would fall if each forecast were replaced by the share of events of its range,
    /// zero or more; less is better.</summary>
    public double Miscalibration { get; }

    /// <summary>Gets how much better these recalibrated forecasts are than the share of all events, zero or more; more
    /// is better.</summary>
    public double Discrimination { get; }

    /// <summary>Gets the score of a forecast that is always the share of all events, between 0 and 0.25.</summary>
    public double Uncertainty { get; }

    /// <summary>Returns the recalibrated probability of a forecast.</summary>
    /// <param name="probability">The forecast probability, between 0 and 1.</param>
    /// <returns>The share of events of its range; between two ranges on the straight line from one to the other; below
    /// the first and above the last range their shares.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1, or NaN.</exception>
    public double Recalibrate(double probability)
    {
        NumberGuards.Probability(probability);
        ReliabilityPoint? below = null;
        foreach (ReliabilityPoint point in Points)
        {
            if (probability < point.Lower && below is { } left)
            {
                double share = (probability - left.Upper) / (point.Lower - left.Upper);
                return left.Rate + (share * (point.Rate - left.Rate));
            }

            if (probability <= point.Upper)
            {
                return point.Rate;
            }

            below = point;
        }

        return below?.Rate ?? probability;
    }

    /// <summary>Returns the score, its parts and the number of forecasts.</summary>
    public override string ToString() =>
        Invariant($"{Score:0.####} = miscalibration {Miscalibration:0.####} - discrimination {Discrimination:0.####}")
            + Invariant($" + uncertainty {Uncertainty:0.####}, {Plural.Of(Count, "forecast")}");
}

/// <summary>A range of forecast probabilities that have one recalibrated probability.</summary>
/// <param name="Lower">The lowest forecast probability of the range, between 0 and 1.</param>
/// <param name="Upper">The highest forecast probability of the range, between 0 and 1.</param>
/// <param name="Count">The number of forecasts in the range.</param>
/// <param name="Occurrences">The number of their events that occurred.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ReliabilityPoint(double Lower, double Upper, long Count, long Occurrences)
{
    /// <summary>Gets the share of events that occurred, between 0 and 1; zero without forecasts. It is the
    /// recalibrated probability of the range.</summary>
    public double Rate => Count == 0 ? 0 : (double)Occurrences / Count;

    /// <summary>Returns the range, the share of events and the counts.</summary>
    public override string ToString() => Invariant($"{Lower:0.####} to {Upper:0.####}: {Rate:0.####}")
        + Invariant($" ({Occurrences:#,0} of {Count:#,0})");
}
