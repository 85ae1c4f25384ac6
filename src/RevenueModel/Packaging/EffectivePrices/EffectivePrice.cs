using NodaTime;

namespace RevenueModel.Packaging;

/// <summary>What a customer pays for a unit in a month, all fees included; made by
/// <see cref="EffectivePriceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The default value is that of no month.</remarks>
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

    /// <summary>Gets the bill of the month, of all charges and fees.</summary>
    public decimal Bill { get; }

    /// <summary>Gets the metered usage of the meter.</summary>
    public decimal Quantity { get; }

    /// <summary>Gets the price of a unit: <c>bill / quantity</c>, or <see langword="null"/> where nothing was
    /// used.</summary>
    public decimal? PricePerUnit { get; }

    /// <summary>Returns a readable description of the price.</summary>
    public override string ToString() => Invariant($"{Month:uuuu-MM}: {Bill:#,0.00} for {Quantity:#,0.######}")
        + (PricePerUnit is { } price ? Invariant($", {price:#,0.00####} a unit") : "");
}
