using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A step of cumulative incidences: a time with events of any cause.</summary>
/// <param name="Time">The time, zero or more.</param>
/// <param name="AtRisk">The weight of the subjects at risk at the time, those with an event included; zero or more.
/// </param>
/// <param name="Survival">The share of subjects without an event of any cause after the time, between 0 and 1.</param>
/// <param name="Causes">The incidence of each cause, from cause 1 on.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct IncidenceStep(
    decimal Time, decimal AtRisk, double Survival, ValueList<CauseIncidence> Causes)
    : ITimeStep
{
    /// <summary>Returns the time, the survival and the incidences.</summary>
    public override string ToString() => Invariant(
        $"{Time:0.####}: survival {Survival:0.0000}, {string.Join(", ", Causes)}");
}

/// <summary>The cumulative incidence of one cause at a time.</summary>
/// <param name="Events">The weight of the events of the cause at the time, zero or more.</param>
/// <param name="Incidence">The share of subjects that had an event of the cause by the time, between 0 and 1.</param>
/// <param name="StandardError">The standard error of the incidence as a fraction, or <see langword="null"/> if it is
/// undefined.</param>
/// <param name="Interval">The confidence interval of the incidence, or <see langword="null"/> if it is
/// undefined.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CauseIncidence(
    decimal Events, double Incidence, double? StandardError, ConfidenceInterval? Interval)
{
    /// <summary>Returns the incidence and its standard error.</summary>
    public override string ToString() => StandardError is { } error
        ? Invariant($"{Incidence:0.0000} ± {error:0.0000}")
        : Invariant($"{Incidence:0.0000}");
}
