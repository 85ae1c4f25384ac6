using System.Text.Json.Serialization;

namespace RevenueModel.Primitives;

/// <summary>The part that one tier contributes to the amount due for a quantity.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Quantity">The quantity to which the rate was applied: the part in the tier if the tier is marginal or
/// interpolated; if it is retroactive, the whole quantity or all above the start of the overage.</param>
/// <param name="Amount">The amount that the tier contributes, its flat amount included.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct TierAmount(Tier Tier, decimal Quantity, decimal Amount)
{
    /// <summary>Returns the arithmetic as text.</summary>
    public override string ToString()
    {
        string flat = Tier.FlatAmount > 0m ? Invariant($" + {Tier.FlatAmount:#,0.####}") : "";
        return Tier.Mode == TierMode.Interpolated
            ? Invariant($"{Quantity:#,0.####} between {Tier.From:#,0.####} and {Tier.UpTo:#,0.####} ")
                + Invariant($"= {Amount:#,0.####}")
            : Invariant($"{Quantity:#,0.####} x {Tier.Rate:0.######}{flat} = {Amount:#,0.####}");
    }
}
