
namespace RevenueModel.Pricing;

/// <summary>A part of what a quantity costs: that of one tier.</summary>
/// <param name="Tier">The range of the tier in words, or <see langword="null"/> where the price has no tiers.</param>
/// <param name="Quantity">The quantity that the price was applied to.</param>
/// <param name="UnitPrice">The price of a unit, or of a package; <see langword="null"/> where a fee alone is due.</param>
/// <param name="FlatFee">The fee of the tier that is part of the amount.</param>
/// <param name="Amount">The amount, not rounded.</param>
/// <param name="Explanation">The arithmetic in words.</param>
public readonly record struct PricedPart(
    string? Tier,
    decimal Quantity,
    decimal? UnitPrice,
    decimal FlatFee,
    decimal Amount,
    string Explanation)
{
    /// <summary>The arithmetic in words.</summary>
    public override string ToString() => Tier is null ? Explanation : Tier + ": " + Explanation;
}
