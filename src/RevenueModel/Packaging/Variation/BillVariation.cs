using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>How much bills change from month to month; made by <see cref="BillVariationCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Parts combine to the whole, in any order. The default value is that of no
/// bills.</remarks>
public readonly record struct BillVariation
{
    internal BillVariation(decimal changes, long changeCount, decimal total, long billCount)
    {
        Changes = changes;
        ChangeCount = changeCount;
        Total = total;
        BillCount = billCount;
    }

    /// <summary>The sum of the absolute changes from one month to the next.</summary>
    public decimal Changes { get; }

    /// <summary>The number of changes: the bills of each history less one.</summary>
    public long ChangeCount { get; }

    /// <summary>The sum of the bills.</summary>
    public decimal Total { get; }

    /// <summary>The number of bills.</summary>
    public long BillCount { get; }

    /// <summary>The mean bill, or <see langword="null"/> where there is none.</summary>
    public decimal? MeanBill => BillCount > 0 ? Total / BillCount : null;

    /// <summary>The mean absolute change over the mean bill: 0 where bills do not change; <see langword="null"/> where there
    /// is no change to measure or the bills are zero.</summary>
    /// <remarks><c>(changes / number of changes) / (total / number of bills)</c>, with one division.</remarks>
    public decimal? Ratio => ChangeCount > 0 && Total > 0m ? Changes * BillCount / (ChangeCount * Total) : null;

    /// <summary>The variation over the bills of both, each history's changes its own.</summary>
    public BillVariation Combine(BillVariation other) => new(
        Changes + other.Changes,
        ChangeCount + other.ChangeCount,
        Total + other.Total,
        BillCount + other.BillCount);

    /// <summary>The variation in words.</summary>
    public override string ToString() =>
        Invariant($"{Total:#,0.00} in {Plural.Of(BillCount, "bill")}") + (Ratio is { } ratio ? Invariant($", {ratio * 100m:0.##}% from month to month") : "");
}
