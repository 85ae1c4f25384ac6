
namespace RevenueModel.Packaging;

/// <summary>A ladder that a search has kept.</summary>
/// <param name="Ends">The boundary that each tier ends with.</param>
/// <param name="Fees">The fee of each.</param>
/// <param name="Key">What it was kept for: its variation, or by how much it misses.</param>
/// <param name="Off">How far its revenue is from today's.</param>
internal sealed record FoundLadder(int[] Ends, decimal[] Fees, decimal Key, decimal Off)
{
    /// <summary>The ladder itself.</summary>
    public TierLadder ToLadder(string meter, ReadOnlySpan<decimal> boundaries)
    {
        var tiers = new LadderTier[Ends.Length];
        for (int i = 0; i < tiers.Length; i++)
        {
            tiers[i] = Ends[i] < boundaries.Length
                ? LadderTier.UpTo(boundaries[Ends[i]], Fees[i])
                : LadderTier.Unlimited(Fees[i]);
        }

        return TierLadder.Of(meter, tiers);
    }
}
