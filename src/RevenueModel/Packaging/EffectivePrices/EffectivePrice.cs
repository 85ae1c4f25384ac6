using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The effective price per unit of a customer in a month, all fees included. Created by
/// <see cref="EffectivePriceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The default value represents no month.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct EffectivePrice
{
    internal EffectivePrice(YearMonth month, decimal bill, decimal quantity)
    {
        Month = month;
        Bill = bill;
        Quantity = quantity;
        PricePerUnit = quantity > 0m ? bill / quantity : null;
    }

    /// <summary>Gets the month.</summary>
    public YearMonth Month { get; }

    /// <summary>Gets the bill of the month, with all charges and fees.</summary>
    public decimal Bill { get; }

    /// <summary>Gets the metered usage of the meter.</summary>
    public decimal Quantity { get; }

    /// <summary>Gets the price of a unit, <c>bill / quantity</c>, or <see langword="null"/> if there is no
    /// usage.</summary>
    public decimal? PricePerUnit { get; }

    /// <summary>Returns a readable description of the price.</summary>
    public override string ToString() => Invariant($"{Month:uuuu-MM}: {Bill:#,0.00} for {Quantity:#,0.######}")
        + (PricePerUnit is { } price ? Invariant($", {price:#,0.00####} a unit") : "");
}
