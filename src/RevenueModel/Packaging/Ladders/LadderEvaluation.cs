using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a ladder comes to on the usage of customers, beside what they pay today.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record LadderEvaluation
{
    /// <summary>The ladder.</summary>
    public required TierLadder Ladder { get; init; }

    /// <summary>What each tier comes to, in order.</summary>
    public required ValueList<TierEvaluation> Tiers { get; init; }

    /// <summary>The bills of today: their sum over all months, and how much they change from month to month.</summary>
    public required BillVariation BillsToday { get; init; }

    /// <summary>The bills under the ladder.</summary>
    public required BillVariation Bills { get; init; }

    /// <summary>What all customers pay today, over all months.</summary>
    public decimal RevenueToday => BillsToday.Total;

    /// <summary>What all customers pay under the ladder, over all months.</summary>
    public decimal Revenue => Bills.Total;

    /// <summary>What is paid more under the ladder, as a share of today's; negative for less, and
    /// <see langword="null"/> where nothing is paid today.</summary>
    public decimal? RevenueChange => RevenueToday == 0m ? null : (Revenue - RevenueToday) / RevenueToday;

    /// <summary>Gets the largest <see cref="TierEvaluation.RevenueChange"/> of a tier, in absolute value;
    /// <see langword="null"/> where there is no tier or one has none.</summary>
    public decimal? LargestTierRevenueChange
    {
        get
        {
            decimal? largest = null;
            foreach (TierEvaluation tier in Tiers)
            {
                if (tier.RevenueChange is not { } change)
                {
                    return null;
                }

                largest = Math.Max(largest ?? 0m, Math.Abs(change));
            }

            return largest;
        }
    }

    /// <summary>Gets the number of customers.</summary>
    public int CustomerCount => Count(static tier => tier.CustomerCount);

    /// <summary>The customers that pay three times what they pay today or more, or something in place of
    /// nothing.</summary>
    public int TripledCustomerCount => Count(static tier => tier.TripledCustomerCount);

    /// <summary>Gets these customers as a share of all, or <see langword="null"/> where there are no
    /// customers.</summary>
    public decimal? TripledShare => ShareOf(TripledCustomerCount);

    /// <summary>Gets the number of customers that commit to nothing: their commit level is zero.</summary>
    public int ZeroCommitCustomerCount => Count(static tier => tier.ZeroCommitCustomerCount);

    /// <summary>Gets these customers as a share of all, or <see langword="null"/> where there are no
    /// customers.</summary>
    public decimal? ZeroCommitShare => ShareOf(ZeroCommitCustomerCount);

    /// <summary>Gets the number of customers that would pay less in another tier than in the one that they are contracted
    /// to.</summary>
    public int CheaperTierCustomerCount => Count(static tier => tier.CheaperTierCustomerCount);

    /// <summary>Gets what all customers pay if each takes the tier that is cheapest for it over its months: the revenue
    /// of a ladder whose tiers customers choose freely.</summary>
    /// <remarks>
    /// A month above the included units is billed the next tier's fee and never more. So whatever a customer uses, the
    /// first tier bills it the second fee at most, which is what each other tier bills at least: no tier is cheaper than
    /// the first one. <see cref="Revenue"/> is reached only where contracts hold customers to the tier of their usage.
    /// </remarks>
    public decimal CheapestTierRevenue => Sum(static tier => tier.CheapestTierRevenue);

    /// <summary>Gets the revenue that is lost if each customer takes its cheapest tier: <c>revenue - cheapest tier
    /// revenue</c>.</summary>
    public decimal CheapestTierLoss => Revenue - CheapestTierRevenue;

    /// <summary>Gets this loss as a share of the revenue under the assigned tiers, a fraction, or <see langword="null"/>
    /// where there is none.</summary>
    public decimal? CheapestTierLossShare => Revenue == 0m ? null : CheapestTierLoss / Revenue;

    /// <summary>Gets what it costs to serve all customers over all months, or <see langword="null"/> where no cost is
    /// given.</summary>
    public decimal? Cost
    {
        get
        {
            decimal? cost = null;
            foreach (TierEvaluation tier in Tiers)
            {
                if (tier.Cost is not { } ofTier)
                {
                    return null;
                }

                cost = (cost ?? 0m) + ofTier;
            }

            return cost;
        }
    }

    /// <summary>Gets the gross margin of all tiers together, a fraction of one or less: <c>(revenue - cost) /
    /// revenue</c>; <see langword="null"/> where no cost is given or nothing is paid.</summary>
    public decimal? Margin => Cost is { } cost && Revenue != 0m ? (Revenue - cost) / Revenue : null;

    /// <summary>Gets the smallest gross margin of a tier, or <see langword="null"/> where none has one.</summary>
    public decimal? LowestTierMargin => Smallest(static tier => tier.Margin);

    /// <summary>Gets the smallest fee as a multiple of the cost of what its tier includes, or <see langword="null"/> where
    /// that is not known.</summary>
    public decimal? LowestFeeToCost => Smallest(static tier => tier.FeeToCost);

    /// <summary>Finds what is weak about the ladder.</summary>
    /// <param name="limits">The limits beyond which there is a warning. Default: those of
    /// <see cref="LadderWarningLimits"/>.</param>
    /// <returns>The warnings: those about the whole ladder first, then tier by tier.</returns>
    public ValueList<LadderWarning> Warnings(LadderWarningLimits? limits = null) =>
        LadderWarnings.Find(this, limits ?? new LadderWarningLimits());

    /// <summary>Returns a readable description of the evaluation.</summary>
    public override string ToString()
    {
        string change = RevenueChange is { } share ? Invariant($" ({share * 100m:+0.##;-0.##;0}%)") : "";
        string variation = BillsToday.Ratio is { } today && Bills.Ratio is { } then
            ? Invariant($", from month to month {today * 100m:0.#}% -> {then * 100m:0.#}%")
            : "";
        string growth = Ladder.LargestBillGrowth is { } factor ? Invariant($", bills grow by {factor:0.###}x at most") : "";
        string tripled = TripledShare is { } tripledShare
            ? Invariant($", {tripledShare * 100m:0.#}% of customers pay three times as much")
            : "";
        string cheapest = CheapestTierLossShare is > 0m and { } loss
            ? Invariant($", {CheapestTierRevenue:#,0.##} ({-loss * 100m:0.##}%) if each takes its cheapest tier")
            : "";
        string margin = Margin is { } ofAll ? Invariant($", {ofAll * 100m:0.##}% margin") : "";
        string nothing = ZeroCommitCustomerCount > 0
            ? Invariant($", {ZeroCommitCustomerCount:#,0} of {Plural.Of(CustomerCount, "customer")} commit to nothing")
            : "";
        return Ladder + Invariant($"; revenue {RevenueToday:#,0.##} -> {Revenue:#,0.##}{change}")
            + cheapest + margin + variation + growth + tripled + nothing;
    }

    private int Count(Func<TierEvaluation, int> countOf)
    {
        int count = 0;
        foreach (TierEvaluation tier in Tiers)
        {
            count += countOf(tier);
        }

        return count;
    }

    private decimal Sum(Func<TierEvaluation, decimal> amountOf)
    {
        decimal sum = 0m;
        foreach (TierEvaluation tier in Tiers)
        {
            sum += amountOf(tier);
        }

        return sum;
    }

    private decimal? Smallest(Func<TierEvaluation, decimal?> figureOf)
    {
        decimal? smallest = null;
        foreach (TierEvaluation tier in Tiers)
        {
            decimal? figure = figureOf(tier);
            smallest = smallest <= figure ? smallest : figure ?? smallest;
        }

        return smallest;
    }

    private decimal? ShareOf(int customers) => CustomerCount is var all and > 0 ? (decimal)customers / all : null;
}
