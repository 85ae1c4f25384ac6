using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The indicators of a business by segment, each with its status.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Scorecard
{
    /// <summary>Gets the last day that was measured.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the lines: for each indicator that of all segments, then the segments in the order of
    /// names.</summary>
    public required ValueList<KpiAssessment> Lines { get; init; }

    /// <summary>Gets the lines with an alarm.</summary>
    public ValueList<KpiAssessment> Alarms => With(KpiStatus.Alarm);

    /// <summary>Returns the lines with a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The lines in their order.</returns>
    public ValueList<KpiAssessment> With(KpiStatus status)
    {
        var lines = new List<KpiAssessment>();
        foreach (KpiAssessment line in Lines)
        {
            if (line.Status == status)
            {
                lines.Add(line);
            }
        }

        return lines.ToValueList();
    }

    /// <summary>Finds a line.</summary>
    /// <param name="kpi">The name of the indicator.</param>
    /// <param name="segment">The segment. Default: all segments together.</param>
    /// <returns>The line, or <see langword="null"/> if there is none.</returns>
    public KpiAssessment? Find(string kpi, string? segment = null)
    {
        foreach (KpiAssessment line in Lines)
        {
            if (line.Reading.Kpi == kpi && line.Reading.Segment == segment)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Returns the number of lines by status.</summary>
    public override string ToString() => Invariant($"{AsOf:R}: {Plural.Of(Lines.Count, "line")}, ")
        + Invariant($"{With(KpiStatus.Alarm).Count} alarm, {With(KpiStatus.Watch).Count} watch, ")
        + Invariant($"{With(KpiStatus.Healthy).Count} healthy, {With(KpiStatus.TooFew).Count} with too few cases, ")
        + (With(KpiStatus.NoInterval).Count is > 0 and var count ? Invariant($"{count} without an interval, ") : "")
        + Invariant($"{With(KpiStatus.NoBenchmark).Count} without a benchmark, ")
        + Invariant($"{With(KpiStatus.NotMeasured).Count} not measured");
}
