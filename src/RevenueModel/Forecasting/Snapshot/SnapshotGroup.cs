using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A group of the deals of a snapshot. A property by which the deals are not grouped is
/// <see langword="null"/>, and so is a property that the deals do not record.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SnapshotGroup
{
    /// <summary>Gets the stage, or <see langword="null"/> for closed deals.</summary>
    public string? Stage { get; init; }

    /// <summary>Gets the segment.</summary>
    public string? Segment { get; init; }

    /// <summary>Gets the month of the close, expected or actual.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>Gets the fiscal quarter of the close, expected or actual.</summary>
    public YearQuarter? Quarter { get; init; }

    /// <summary>Gets the sales motion.</summary>
    public DealMotion? Motion { get; init; }

    /// <summary>Gets the forecast category.</summary>
    public ForecastCategory? Category { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            Stage ?? "", Segment ?? "", Invariant($"{Month:uuuu-MM}"), Invariant($"{Quarter}"), Invariant($"{Motion}"),
            Invariant($"{Category}"),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
