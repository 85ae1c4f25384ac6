using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>A benchmark of an indicator: a healthy band, an alarm with its likely causes, and figures of other
/// businesses to compare with.</summary>
/// <remarks>Immutable; equal by value. Figures are carried as published.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiBenchmark
{
    /// <summary>Gets the name of the indicator.</summary>
    public required string Kpi { get; init => field = Guard.Against.Blank(value, nameof(Kpi)); }

    /// <summary>Gets the segment that it is for, or <see langword="null"/> for all segments together and for each
    /// segment without its own benchmark.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the values that are healthy. A band without an end is open.</summary>
    public required Band<decimal> Healthy { get; init; }

    /// <summary>Gets the value at which an alarm starts, or <see langword="null"/> if there is no alarm: below it if
    /// higher is better, above it if lower is better.</summary>
    public decimal? Alarm { get; init; }

    /// <summary>Gets the statistic of which <see cref="Alarm"/> is a value, such as the median, or
    /// <see langword="null"/> if the source names none.</summary>
    public string? AlarmStatistic { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(AlarmStatistic)); }

    /// <summary>Gets the likely causes of an alarm.</summary>
    public ValueList<string> Causes { get; init; }

    /// <summary>Gets the causes of a healthy value, such as the reasons for a long cycle.</summary>
    public ValueList<string> HealthyCauses { get; init; }

    /// <summary>Gets whether the source calls it a leading indicator. Default: <see langword="false"/>.</summary>
    public bool IsLeading { get; init; }

    /// <summary>Gets the months by which the indicator leads revenue, zero or more, or <see langword="null"/> if they
    /// are not published.</summary>
    public Band<int>? LeadMonths
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(LeadMonths)) : null;
    }

    /// <summary>Gets the same indicator of other businesses.</summary>
    public ValueList<KpiComparison> Comparisons { get; init; }

    /// <summary>Gets the unit as published.</summary>
    public string? Unit { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Unit)); }

    /// <summary>Gets the formula as published, where the source states one. The formula of the library is
    /// <see cref="KpiDefinition.Formula"/>.</summary>
    public string? Formula { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Formula)); }

    /// <summary>Gets the healthy band as printed, where a band cannot carry it, such as 500K-5M+.</summary>
    public string? AsPrinted { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(AsPrinted)); }

    /// <summary>Gets published advice on tracking the indicator.</summary>
    public ValueList<string> Notes { get; init; }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the indicator, the segment, the healthy band and the alarm.</summary>
    public override string ToString() => Kpi + (Segment is null ? "" : ", " + Segment)
        + Invariant($": healthy {Healthy}")
        + (Alarm is { } alarm ? Invariant($", alarm beyond {alarm}") : "");
}
