using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The measured win rates of deals by the number of buyers that they engaged.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DualBuyerMeasurement
{
    /// <summary>Gets the win rate of closed deals that engaged IT and OT.</summary>
    public required WinRate DualBuyer { get; init; }

    /// <summary>Gets the win rate of closed deals that engaged IT only or OT only.</summary>
    public required WinRate SingleBuyer { get; init; }

    /// <summary>Gets the number of closed deals that engaged neither buyer or do not record it. They are excluded from
    /// both rates.</summary>
    public required int WithoutEngagementCount { get; init; }

    /// <summary>Gets the share of deals with recorded engagement that engaged both buyers, or <see langword="null"/>
    /// if there are none.</summary>
    public decimal? DualShare => WinRateCalculator.ByCount(DualBuyer.ClosedCount, SingleBuyer.ClosedCount);

    /// <summary>Gets the dual-buyer win rate by count as a multiple of the single-buyer one, or <see langword="null"/>
    /// if either is unknown or the single-buyer rate is zero.</summary>
    public decimal? Ratio =>
        DualBuyer.ByCount is { } dual && SingleBuyer.ByCount is > 0m and { } single ? dual / single : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"both buyers: {DualBuyer}; one buyer: {SingleBuyer}");
}
