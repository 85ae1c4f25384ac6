namespace RevenueModel.Primitives.Tiers;

/// <summary>A straight piece of the amount due: <c>amount + (quantity - anchor) × rise / run</c> up to its end.</summary>
/// <remarks>The slope is kept as a quotient, so that an amount is divided once, last, and is exact wherever the exact one
/// has a decimal expansion.</remarks>
internal readonly record struct TierPiece(decimal? End, decimal Anchor, decimal Amount, decimal Rise, decimal Run)
{
    public decimal AmountAt(decimal quantity)
    {
        decimal risen = (quantity - Anchor) * Rise;
        return Amount + (Run == 1m ? risen : risen / Run);
    }
}
