using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A step of a cumulative hazard: a time with events.</summary>
/// <param name="Time">The time, zero or more.</param>
/// <param name="AtRisk">The weight of the subjects at risk at the time, those with an event included; zero or more.
/// </param>
/// <param name="Events">The weight of the events, zero or more.</param>
/// <param name="Hazard">The cumulative hazard up to and including the time, a sum of rates of zero or more.</param>
/// <param name="StandardError">The standard error of the cumulative hazard, zero or more.</param>
/// <param name="Interval">The confidence interval of the cumulative hazard.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct HazardStep(
    decimal Time, decimal AtRisk, decimal Events, double Hazard, double StandardError, ConfidenceInterval Interval)
    : ITimeStep
{
    /// <summary>Returns the time, the counts and the cumulative hazard.</summary>
    public override string ToString() => Invariant(
        $"{Time:0.####}: {Events:#,0.####} of {AtRisk:#,0.####}, hazard {Hazard:0.0000} ± {StandardError:0.0000}");
}
