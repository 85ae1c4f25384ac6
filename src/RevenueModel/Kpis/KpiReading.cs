using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>A measured value of an indicator, with the number of cases, the interval and the evidence on
/// causes.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiReading
{
    /// <summary>Gets the name of the indicator.</summary>
    public required string Kpi { get; init => field = Guard.Against.Blank(value, nameof(Kpi)); }

    /// <summary>Gets the segment, or <see langword="null"/> for all segments together.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the day as of which it was measured.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the value, or <see langword="null"/> if it is undefined or there are no cases.</summary>
    public decimal? Value { get; init; }

    /// <summary>Gets the number of cases: deals, accounts or pilots; zero or more.</summary>
    public long Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets the interval, or <see langword="null"/> if there are too few cases for it.</summary>
    public KpiInterval? Interval { get; init; }

    /// <summary>Gets what the data say about likely causes of an alarm.</summary>
    public ValueList<KpiEvidence> Evidence { get; init; }

    /// <summary>Returns the indicator, the segment, the value, the interval and the number of cases.</summary>
    public override string ToString() => Kpi + (Segment is null ? "" : ", " + Segment)
        + (Value is { } value ? Invariant($": {value:#,0.####}") : ": not measured")
        + (Interval is null ? "" : Invariant($" ({Interval})"))
        + Invariant($", {Plural.Of(Count, "case")}");
}
