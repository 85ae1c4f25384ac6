using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bill of a plan at a point of a growth curve. Created by
/// <see cref="PricePlanProjectionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ProjectedBill
{
    internal ProjectedBill(UsagePoint point, decimal total, decimal quantity, decimal? growth, bool isShock)
    {
        Point = point;
        Total = total;
        Quantity = quantity;
        Growth = growth;
        IsShock = isShock;
    }

    /// <summary>Gets the point.</summary>
    public UsagePoint Point { get; }

    /// <summary>Gets the sum of the bills of all its months.</summary>
    public decimal Total { get; }

    /// <summary>Gets the usage of all its months, of the meter to which prices refer.</summary>
    public decimal Quantity { get; }

    /// <summary>Gets the mean monthly bill.</summary>
    public decimal MonthlyBill => Total / Point.Months;

    /// <summary>Gets the mean monthly bill as a multiple of that of the first point, or <see langword="null"/> if that
    /// is zero.</summary>
    public decimal? Growth { get; }

    /// <summary>Gets whether the bill is a shock: the growth is at or above the multiple of a shock, and the increase
    /// is at or above the minimum. <see langword="false"/> if the growth is undefined.</summary>
    public bool IsShock { get; }

    /// <summary>Gets the effective price of a unit: <c>total / quantity</c>, or <see langword="null"/> if there is no
    /// usage.</summary>
    public decimal? PricePerUnit => Quantity > 0m ? Total / Quantity : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Point.Label}: {MonthlyBill:#,0.00} a month")
        + (Growth is { } growth ? Invariant($", {growth:0.##}x the first") : "")
        + (IsShock ? ", a shock" : "")
        + (PricePerUnit is { } price ? Invariant($", {price:#,0.00####} a unit") : "");
}
