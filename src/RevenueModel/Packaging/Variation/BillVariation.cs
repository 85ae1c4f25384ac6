using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The variation of bills from month to month. Created by <see cref="BillVariationCalculator"/>.</summary>
/// <remarks>
/// Immutable; equal by value. Variations can be combined in any order. The default value represents no bills.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillVariation
{
    internal BillVariation(decimal changes, long changeCount, decimal total, long billCount)
    {
        Changes = changes;
        ChangeCount = changeCount;
        Total = total;
        BillCount = billCount;
    }

    /// <summary>Gets the sum of the absolute changes from one month to the next.</summary>
    public decimal Changes { get; }

    /// <summary>Gets the number of changes: the number of bills of each history less one.</summary>
    public long ChangeCount { get; }

    /// <summary>Gets the sum of the bills.</summary>
    public decimal Total { get; }

    /// <summary>Gets the number of bills.</summary>
    public long BillCount { get; }

    /// <summary>Gets the mean bill, or <see langword="null"/> if there are no bills.</summary>
    public decimal? MeanBill => BillCount > 0 ? Total / BillCount : null;

    /// <summary>Gets the mean absolute change divided by the mean bill: 0 if bills do not change.
    /// <see langword="null"/> if there is no change to measure or the bills are zero.</summary>
    /// <remarks><c>(changes / number of changes) / (total / number of bills)</c>, with one division.</remarks>
    public decimal? Ratio => ChangeCount == 0 || Total == 0m ? null
        : Changes <= decimal.MaxValue / BillCount && Total <= decimal.MaxValue / ChangeCount
            ? Changes * BillCount / (ChangeCount * Total)
            : Changes / Total * BillCount / ChangeCount; // the products would not fit a decimal

    /// <summary>Returns the variation over the bills of both. The change from the last bill of one to the first bill
    /// of the other is not counted.</summary>
    /// <param name="other">The variation of the other bills.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException">A sum is too large for a decimal.</exception>
    public BillVariation Combine(BillVariation other)
    {
        try
        {
            return Add(other);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of the bills of both", nameof(other), overflow);
        }
    }

    /// <summary>Returns the variation over both, as <see cref="Combine"/> does.</summary>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    internal BillVariation Add(BillVariation other) => new(
        Changes + other.Changes,
        ChangeCount + other.ChangeCount,
        Total + other.Total,
        BillCount + other.BillCount);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Total:#,0.00} in {Plural.Of(BillCount, "bill")}")
        + (Ratio is { } ratio ? Invariant($", {ratio * 100m:0.##}% from month to month") : "");
}
