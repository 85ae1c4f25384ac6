
namespace RevenueModel.Packaging;

/// <summary>What a plan bills at a point of a growth curve; made by
/// <see cref="PricePlanProjectionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
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

    /// <summary>The point.</summary>
    public UsagePoint Point { get; }

    /// <summary>The bills of all its months.</summary>
    public decimal Total { get; }

    /// <summary>What is used in all its months, of the meter that prices are told for.</summary>
    public decimal Quantity { get; }

    /// <summary>The mean bill of a month.</summary>
    public decimal MonthlyBill => Total / Point.Months;

    /// <summary>The mean bill of a month as a multiple of that of the first point, or <see langword="null"/> where
    /// that is zero.</summary>
    public decimal? Growth { get; }

    /// <summary>Whether the growth is at or above the multiple of a shock, and by the minimum amount where one is given;
    /// not where it is not defined.</summary>
    public bool IsShock { get; }

    /// <summary>The effective price of a unit: <c>total / quantity</c>, or <see langword="null"/> where nothing is
    /// used.</summary>
    public decimal? PricePerUnit => Quantity > 0m ? Total / Quantity : null;

    /// <summary>The bill in words.</summary>
    public override string ToString() => Invariant($"{Point.Label}: {MonthlyBill:#,0.00} a month")
        + (Growth is { } growth ? Invariant($", {growth:0.##}x the first") : "")
        + (IsShock ? ", a shock" : "")
        + (PricePerUnit is { } price ? Invariant($", {price:#,0.00####} a unit") : "");
}
