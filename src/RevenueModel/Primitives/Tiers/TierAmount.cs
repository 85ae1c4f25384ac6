
namespace RevenueModel.Primitives;

/// <summary>What one tier has to do with the amount due for a quantity.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Quantity">The quantity that its rate was applied to: what lies in it where it is marginal or
/// interpolated, all of it or all above the start of the overage where it is retroactive.</param>
/// <param name="Amount">The amount that it adds, its flat amount included.</param>
public readonly record struct TierAmount(Tier Tier, decimal Quantity, decimal Amount)
{
    /// <summary>The arithmetic in words.</summary>
    public override string ToString()
    {
        string flat = Tier.FlatAmount > 0m ? Invariant($" + {Tier.FlatAmount:#,0.####}") : "";
        return Tier.Mode == TierMode.Interpolated
            ? Invariant($"{Quantity:#,0.####} between {Tier.From:#,0.####} and {Tier.UpTo:#,0.####} = {Amount:#,0.####}")
            : Invariant($"{Quantity:#,0.####} x {Tier.Rate:0.######}{flat} = {Amount:#,0.####}");
    }
}
