using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A step of a survival curve: a time with events.</summary>
/// <param name="Time">The time, zero or more.</param>
/// <param name="AtRisk">The weight of the subjects at risk at the time, those with an event included; zero or more.
/// </param>
/// <param name="Events">The weight of the events, zero or more.</param>
/// <param name="Survival">The share of subjects without an event after the time, between 0 and 1.</param>
/// <param name="StandardError">Greenwood's standard error of the survival as a fraction, or <see langword="null"/> if
/// the survival is zero, where it is undefined.</param>
/// <param name="Interval">The confidence interval of the survival, or <see langword="null"/> if it is
/// undefined.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SurvivalStep(
    decimal Time,
    decimal AtRisk,
    decimal Events,
    double Survival,
    double? StandardError,
    ConfidenceInterval? Interval)
    : ITimeStep
{
    /// <summary>Returns the time, the counts and the survival.</summary>
    public override string ToString() => Invariant(
        $"{Time:0.####}: {Events:#,0.####} of {AtRisk:#,0.####}, survival {Survival:0.0000}{Error()}");

    private string Error() => StandardError is { } error ? Invariant($" ± {error:0.0000}") : "";
}
