using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>A reading with its status, the benchmark that it was compared with, and the trend.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiAssessment
{
    /// <summary>Gets the indicator.</summary>
    public required KpiDefinition Definition { get; init; }

    /// <summary>Gets the reading.</summary>
    public required KpiReading Reading { get; init; }

    /// <summary>Gets the benchmark, or <see langword="null"/> if there is none.</summary>
    public KpiBenchmark? Benchmark { get; init; }

    /// <summary>Gets the status.</summary>
    public required KpiStatus Status { get; init; }

    /// <summary>Gets the change since a baseline, or <see langword="null"/> without a baseline.</summary>
    public KpiTrend? Trend { get; init; }

    /// <summary>Gets whether the whole interval is worse than the healthy band. With a benchmark without an alarm, or
    /// with a less strict one, such a reading is on watch.</summary>
    public bool IsWorseThanHealthy => Status is KpiStatus.Alarm or KpiStatus.Watch
        && Benchmark is not null
        && Reading.Interval is { } interval
        && KpiCalculator.IsWorse(Definition.Better, Benchmark.Healthy, interval);

    /// <summary>Gets the evidence for the most frequent cause if at least half of its cases have it, or
    /// <see langword="null"/> if none has or the status is neither alarm nor watch.</summary>
    public KpiEvidence? LikelyCause
    {
        get
        {
            if (Status is not (KpiStatus.Alarm or KpiStatus.Watch))
            {
                return null;
            }

            KpiEvidence? likely = null;
            foreach (KpiEvidence evidence in Reading.Evidence)
            {
                bool isFrequent = evidence.Count > 0 && 2 * (decimal)evidence.Count >= evidence.Of;
                if (isFrequent && (likely is null || IsMoreFrequent(evidence, likely)))
                {
                    likely = evidence;
                }
            }

            return likely;
        }
    }

    /// <summary>Returns the status and the reading in its unit.</summary>
    public override string ToString()
    {
        string text = Reading.Kpi + (Reading.Segment is null ? "" : ", " + Reading.Segment) + ": "
            + KpiText.Of(Status)
            + (Status == KpiStatus.Watch && IsWorseThanHealthy ? ", worse than healthy" : "");
        if (Reading.Value is { } value)
        {
            text += ", " + KpiText.Of(value, Definition.Unit);
        }

        if (Reading.Interval is { } interval)
        {
            text += " (" + KpiText.Of(interval, Definition.Unit) + ")";
        }

        text += Invariant($", {Plural.Of(Reading.Count, "case")}");
        return Trend is null ? text : text + ", " + KpiText.Of(Trend, Definition.Unit);
    }

    private static bool IsMoreFrequent(KpiEvidence one, KpiEvidence other) =>
        (decimal)one.Count * other.Of > (decimal)other.Count * one.Of;
}
