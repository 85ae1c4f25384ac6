using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>An Aalen-Johansen estimate for competing causes: the share of subjects that had an event of each cause by
/// time. Created by <see cref="CumulativeIncidenceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Figures are equal to the last bit on every machine and for any cut of the data
/// into parts.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CumulativeIncidence
{
    internal CumulativeIncidence(
        ValueList<IncidenceStep> steps,
        int causeCount,
        decimal lastTime,
        IncidenceVariance variance,
        SurvivalIntervalKind intervalKind,
        double confidence)
    {
        Steps = steps;
        CauseCount = causeCount;
        LastTime = lastTime;
        Variance = variance;
        IntervalKind = intervalKind;
        Confidence = confidence;
    }

    /// <summary>Gets the times with events of any cause in ascending order; empty if there were none.</summary>
    public ValueList<IncidenceStep> Steps { get; }

    /// <summary>Gets the highest cause.</summary>
    public int CauseCount { get; }

    /// <summary>Gets the last time with an event or a censoring. After it, the incidences are unknown while the
    /// survival is above zero.</summary>
    public decimal LastTime { get; }

    /// <summary>Gets the estimate of the variance.</summary>
    public IncidenceVariance Variance { get; }

    /// <summary>Gets how the intervals are computed.</summary>
    public SurvivalIntervalKind IntervalKind { get; }

    /// <summary>Gets the confidence of the intervals, between 0 and 1.</summary>
    public double Confidence { get; }

    /// <summary>Returns the share of subjects that had an event of a cause by a time.</summary>
    /// <param name="cause">The cause, between 1 and 255.</param>
    /// <param name="time">The time in the unit of the table; zero or more.</param>
    /// <returns>The share up to and including the time, between 0 and 1, or <see langword="null"/> if the time is
    /// after the last one and the survival is above zero.</returns>
    /// <exception cref="ArgumentException">The cause or the time is outside its range.</exception>
    public double? Incidence(int cause, decimal time)
    {
        if (cause is < 1 or > SurvivalGuards.MaxCauses)
        {
            throw DomainGuards.OutOfRange(nameof(cause), cause, "a cause between 1 and 255");
        }

        SurvivalGuards.Time(time);
        IncidenceStep? step = FindStep(time);
        return time > LastTime && step is not { Survival: 0 } ? null
            : step is { } found && cause <= found.Causes.Count ? found.Causes[cause - 1].Incidence
            : 0;
    }

    /// <summary>Finds the last step at or before a time.</summary>
    /// <param name="time">The time in the unit of the table; zero or more.</param>
    /// <returns>The step, or <see langword="null"/> before the first event.</returns>
    public IncidenceStep? FindStep(decimal time) => TimeSteps.FindLast(Steps.AsSpan(), time);

    /// <summary>Returns the number of steps and the last incidences.</summary>
    public override string ToString() => Steps.IsEmpty
        ? Invariant($"no event to {LastTime:0.####}")
        : Invariant($"{Plural.Of(Steps.Count, "step")} to {LastTime:0.####}: {string.Join(", ", Steps[^1].Causes)}");
}

/// <summary>The estimate of the variance of a cumulative incidence.</summary>
public enum IncidenceVariance
{
    /// <summary>By counting processes (Aalen 1978), as in SAS and the R package cmprsk. The default.</summary>
    Aalen = 0,

    /// <summary>By the delta method (Dinse and Larson 1986). Without censoring it is <c>F (1 - F) / n</c>.</summary>
    Dinse = 1,
}
