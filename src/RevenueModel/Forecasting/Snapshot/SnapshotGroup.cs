using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A group of the deals of a snapshot. What the deals were not grouped by is <see langword="null"/>, and so
/// is what they do not say.</summary>
public readonly record struct SnapshotGroup
{
    /// <summary>The stage, or <see langword="null"/> for closed deals.</summary>
    public string? Stage { get; init; }

    /// <summary>The segment.</summary>
    public string? Segment { get; init; }

    /// <summary>The month of the close, expected or actual.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>The fiscal quarter of the close, expected or actual.</summary>
    public YearQuarter? Quarter { get; init; }

    /// <summary>New logo, expansion or renewal.</summary>
    public DealMotion? Motion { get; init; }

    /// <summary>The forecast category.</summary>
    public ForecastCategory? Category { get; init; }

    /// <summary>The group in words.</summary>
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
