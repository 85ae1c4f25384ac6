namespace RevenueModel.Pipeline;

/// <summary>The win rates of deals by how many of the two buyers they engaged, as measured.</summary>
public readonly record struct DualBuyerMeasurement
{
    /// <summary>Closed deals that engaged IT and OT.</summary>
    public required WinRate DualBuyer { get; init; }

    /// <summary>Closed deals that engaged IT only or OT only.</summary>
    public required WinRate SingleBuyer { get; init; }

    /// <summary>Closed deals that engaged neither, or do not record it; they are in neither rate.</summary>
    public required int WithoutEngagementCount { get; init; }

    /// <summary>The share of placed deals that engaged both, or <see langword="null"/> where there are none.</summary>
    public decimal? DualShare => WinRateCalculator.ByCount(DualBuyer.ClosedCount, SingleBuyer.ClosedCount);

    /// <summary>The dual-buyer win rate by count as a multiple of the single-buyer one, or <see langword="null"/>
    /// where either is unknown or the single one is zero.</summary>
    public decimal? Ratio =>
        DualBuyer.ByCount is { } dual && SingleBuyer.ByCount is > 0m and { } single ? dual / single : null;

    /// <summary>The measurement in words.</summary>
    public override string ToString() => Invariant($"both buyers: {DualBuyer}; one buyer: {SingleBuyer}");
}
