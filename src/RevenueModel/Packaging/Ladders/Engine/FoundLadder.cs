namespace RevenueModel.Packaging;

/// <summary>A ladder that a search has kept.</summary>
/// <param name="Ends">The upper boundary of each tier, by position among the candidates.</param>
/// <param name="Fees">The fee of each tier.</param>
/// <param name="Score">The value that the search minimizes: the variation of bills, or the largest violation of a
/// constraint.</param>
/// <param name="RevenueGap">The absolute difference between its revenue and current revenue.</param>
internal sealed record FoundLadder(int[] Ends, decimal[] Fees, decimal Score, decimal RevenueGap)
{
    /// <summary>Returns the ladder.</summary>
    /// <param name="meter">The meter of the included units.</param>
    /// <param name="boundaries">The candidate boundaries.</param>
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
