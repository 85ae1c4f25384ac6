using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Bridge, closed cohorts and triangles of one pass over a history. Analyses of parts whose accounts are
/// different merge.</summary>
/// <remarks>
/// Immutable; equal by value. Parts are merged by exact sums: any grouping of them gives the same digits. Parts that
/// share accounts, such as two halves of the time, are merged before they are analyzed, by
/// <see cref="RevenueHistory.Merge"/>.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionAnalysis
{
    internal RetentionAnalysis(
        ValueList<ArrBridge> bridge, ValueList<RetentionTotals> windows, ValueList<CohortTriangle> triangles)
    {
        Bridge = bridge;
        Windows = windows;
        Triangles = triangles;
    }

    /// <summary>Gets the lines of the bridge by period and group.</summary>
    public ValueList<ArrBridge> Bridge { get; }

    /// <summary>Gets the closed cohorts that end with each period whose start is in the history, by period and
    /// group.</summary>
    public ValueList<RetentionTotals> Windows { get; }

    /// <summary>Gets the cohort triangle of each group.</summary>
    public ValueList<CohortTriangle> Triangles { get; }

    /// <summary>Returns the analysis of both parts together.</summary>
    /// <param name="other">The analysis of other accounts, with the same options and the same months.</param>
    /// <returns>The analysis of all accounts.</returns>
    /// <exception cref="ArgumentException">The periods differ, or a sum exceeds the range of a decimal.</exception>
    public RetentionAnalysis Merge(RetentionAnalysis other)
    {
        Guard.Against.Null(other);
        return new RetentionAnalysis(
            AnalysisMerge.Lines(
                Bridge,
                other.Bridge,
                static line => line.Period,
                static line => line.Group,
                static (one, two) => one.Add(two),
                nameof(other)),
            AnalysisMerge.Lines(
                Windows,
                other.Windows,
                static line => (line.From, line.Through),
                static line => line.Group,
                static (one, two) => one.Add(two),
                nameof(other)),
            AnalysisMerge.Lines(
                Triangles,
                other.Triangles,
                static _ => 0,
                static triangle => triangle.Group,
                static (one, two) => one.Add(two),
                nameof(other)));
    }

    /// <summary>Returns the number of lines of each part.</summary>
    public override string ToString() => Plural.Of(Bridge.Count, "bridge line") + ", "
        + Plural.Of(Windows.Count, "window") + ", "
        + Plural.Of(Triangles.Count, "triangle");
}
