using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A Kaplan-Meier estimate: the share of subjects without an event by time. Created by
/// <see cref="KaplanMeierCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Figures are equal to the last bit on every machine and for any cut of the data
/// into parts.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SurvivalCurve
{
    internal SurvivalCurve(
        ValueList<SurvivalStep> steps, decimal lastTime, SurvivalIntervalKind intervalKind, double confidence)
    {
        Steps = steps;
        LastTime = lastTime;
        IntervalKind = intervalKind;
        Confidence = confidence;
    }

    /// <summary>Gets the times with events in ascending order; empty if there were none.</summary>
    public ValueList<SurvivalStep> Steps { get; }

    /// <summary>Gets the last time with an event or a censoring. After it, a survival above zero is unknown.</summary>
    public decimal LastTime { get; }

    /// <summary>Gets how the intervals are computed.</summary>
    public SurvivalIntervalKind IntervalKind { get; }

    /// <summary>Gets the confidence of the intervals, between 0 and 1.</summary>
    public double Confidence { get; }

    /// <summary>Returns the survival at a time.</summary>
    /// <param name="time">The time in the unit of the table; zero or more.</param>
    /// <returns>The share of subjects without an event up to and including the time, between 0 and 1, or
    /// <see langword="null"/> if the time is after the last one and the survival is above zero.</returns>
    /// <exception cref="ArgumentException">The time is negative.</exception>
    public double? Survival(decimal time)
    {
        SurvivalGuards.Time(time);
        double survival = FindStep(time)?.Survival ?? 1;
        return time <= LastTime || survival == 0 ? survival : null;
    }

    /// <summary>Finds the last step at or before a time.</summary>
    /// <param name="time">The time in the unit of the table; zero or more.</param>
    /// <returns>The step, or <see langword="null"/> before the first event.</returns>
    public SurvivalStep? FindStep(decimal time) => TimeSteps.FindLast(Steps.AsSpan(), time);

    /// <summary>Returns the number of steps and the last survival.</summary>
    public override string ToString() => Steps.IsEmpty
        ? Invariant($"no event to {LastTime:0.####}")
        : Invariant($"{Plural.Of(Steps.Count, "step")}, survival {Steps[^1].Survival:0.0000} at {LastTime:0.####}");
}

/// <summary>The scale on which a confidence interval of a survival estimate is symmetric.</summary>
public enum SurvivalIntervalKind
{
    /// <summary>Symmetric on the scale of ln(-ln S), within 0 and 1: SAS, Stata, lifelines. The default.</summary>
    LogLog = 0,

    /// <summary>Symmetric around the estimate, cut at its range: <c>S ± z σ</c>. The textbook interval, which covers
    /// less than it states for few subjects.</summary>
    Plain = 1,
}
