using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A Nelson-Aalen estimate: the cumulative hazard by time. Created by
/// <see cref="NelsonAalenCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Figures are equal to the last bit on every machine.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CumulativeHazard
{
    internal CumulativeHazard(
        ValueList<HazardStep> steps, decimal lastTime, SurvivalIntervalKind intervalKind, double confidence)
    {
        Steps = steps;
        LastTime = lastTime;
        IntervalKind = intervalKind;
        Confidence = confidence;
    }

    /// <summary>Gets the times with events in ascending order; empty if there were none.</summary>
    public ValueList<HazardStep> Steps { get; }

    /// <summary>Gets the last time with an event or a censoring. After it, the hazard is unknown.</summary>
    public decimal LastTime { get; }

    /// <summary>Gets how the intervals are computed.</summary>
    public SurvivalIntervalKind IntervalKind { get; }

    /// <summary>Gets the confidence of the intervals, between 0 and 1.</summary>
    public double Confidence { get; }

    /// <summary>Returns the cumulative hazard at a time.</summary>
    /// <param name="time">The time in the unit of the table; zero or more.</param>
    /// <returns>The hazard up to and including the time, or <see langword="null"/> after the last time.</returns>
    /// <exception cref="ArgumentException">The time is negative.</exception>
    public double? Hazard(decimal time)
    {
        SurvivalGuards.Time(time);
        return time > LastTime ? null : FindStep(time)?.Hazard ?? 0;
    }

    /// <summary>Finds the last step at or before a time.</summary>
    /// <param name="time">The time in the unit of the table; zero or more.</param>
    /// <returns>The step, or <see langword="null"/> before the first event.</returns>
    public HazardStep? FindStep(decimal time) => TimeSteps.FindLast(Steps.AsSpan(), time);

    /// <summary>Returns the number of steps and the last hazard.</summary>
    public override string ToString() => Steps.IsEmpty
        ? Invariant($"no event to {LastTime:0.####}")
        : Invariant($"{Plural.Of(Steps.Count, "step")}, hazard {Steps[^1].Hazard:0.0000} at {LastTime:0.####}");
}
