using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>The number of deals that have a field, among those that should have it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FieldCompleteness
{
    /// <summary>Gets the field.</summary>
    public required DealField Field { get; init => field = Guard.Against.Undefined(value, nameof(Field)); }

    /// <summary>Gets the number of deals that have it, zero or more.</summary>
    public required long Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets the number of deals that should have it, zero or more.</summary>
    public required long Of { get; init => field = Guard.Against.BelowZero(value, nameof(Of)); }

    /// <summary>Gets the names of the indicators that need it.</summary>
    public ValueList<string> Kpis { get; init; }

    /// <summary>Gets the share of deals that have it, or <see langword="null"/> if none should.</summary>
    public decimal? Share => Of == 0 ? null : (decimal)Count / Of;

    /// <summary>Returns the completeness as a reading of a custom indicator, for
    /// <see cref="ScorecardData.CustomReadings"/>.</summary>
    /// <param name="kpi">The name of the indicator; not blank.</param>
    /// <param name="asOf">The day of the reading.</param>
    /// <param name="confidence">The confidence of Wilson's interval, between 0 and 1, both excluded. Default:
    /// 0.95.</param>
    /// <returns>The share of deals that have the field.</returns>
    /// <exception cref="ArgumentException">The name is blank, the confidence is outside its range, or more deals have
    /// the field than should have it.</exception>
    public KpiReading ToReading(string kpi, LocalDate asOf, double confidence = 0.95) => new()
    {
        Kpi = Guard.Against.Blank(kpi),
        AsOf = asOf,
        Value = Share,
        Count = Of,
        Interval = KpiInterval.Of(ProportionCalculator.Wilson(Count, Of, confidence)),
    };

    /// <summary>Returns the field and the numbers.</summary>
    public override string ToString() => Invariant($"{Field}: {Count:#,0} of {Of:#,0}")
        + (Share is { } share ? Invariant($" ({share * 100m:0.0}%)") : "");
}

/// <summary>A field of a deal that indicators need.</summary>
public enum DealField
{
    /// <summary>The segment.</summary>
    Segment = 0,

    /// <summary>The day of creation.</summary>
    Created = 1,

    /// <summary>The field that says whether a rival takes part.</summary>
    IsCompetitive = 2,

    /// <summary>The names of the rivals, of competitive deals.</summary>
    Rivals = 3,

    /// <summary>The engaged buyers.</summary>
    BuyerEngagement = 4,

    /// <summary>The regulation that drives the deal.</summary>
    RegulatoryTrigger = 5,

    /// <summary>The day of the close, of closed deals.</summary>
    Closed = 6,
}
