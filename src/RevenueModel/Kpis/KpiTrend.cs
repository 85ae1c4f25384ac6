using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The change of an indicator since a baseline.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiTrend
{
    /// <summary>Gets the day of the baseline.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>Gets the value of the baseline.</summary>
    public required decimal Baseline { get; init; }

    /// <summary>Gets the value less the baseline.</summary>
    public required decimal Change { get; init; }

    /// <summary>Gets whether the change is an improvement.</summary>
    public required KpiTrendDirection Direction { get; init; }

    /// <summary>Returns the change and its direction.</summary>
    public override string ToString() =>
        Invariant($"{(Change < 0m ? "" : "+")}{Change:#,0.####} since {Since:R}, {KpiText.Of(Direction)}");
}

/// <summary>The direction of the change of an indicator.</summary>
public enum KpiTrendDirection
{
    /// <summary>The intervals overlap, or there is none, so that the change may be chance.</summary>
    Unclear = 0,

    /// <summary>The intervals do not overlap, and the value is better.</summary>
    Better = 1,

    /// <summary>The intervals do not overlap, and the value is worse.</summary>
    Worse = 2,
}
