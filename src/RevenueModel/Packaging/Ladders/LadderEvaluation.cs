using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The evaluation of a ladder on the usage of customers, compared with their current bills.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LadderEvaluation
{
    /// <summary>Gets the ladder.</summary>
    public required TierLadder Ladder { get; init; }

    /// <summary>Gets the evaluation of each tier, in order.</summary>
    public required ValueList<TierEvaluation> Tiers { get; init; }

    /// <summary>Gets the current bills: their sum over all months, and their variation from month to month.</summary>
    public required BillVariation BillsToday { get; init; }

    /// <summary>Gets the bills under the ladder.</summary>
    public required BillVariation Bills { get; init; }

    /// <summary>Gets the current revenue of all customers, over all months.</summary>
    public decimal RevenueToday => BillsToday.Total;

    /// <summary>Gets the revenue of all customers under the ladder, over all months.</summary>
    public decimal Revenue => Bills.Total;

    /// <summary>Gets the change of revenue under the ladder, as a share of current revenue, or <see langword="null"/>
    /// if current revenue is zero.</summary>
    public decimal? RevenueChange => RevenueToday == 0m ? null : (Revenue - RevenueToday) / RevenueToday;

    /// <summary>Gets the largest <see cref="TierEvaluation.RevenueChange"/> of a tier, in absolute value, or
    /// <see langword="null"/> if there is no tier or a tier has none.</summary>
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

    /// <summary>Gets the number of customers whose bills at least triple, or rise from zero.</summary>
    public int TripledCustomerCount => Count(static tier => tier.TripledCustomerCount);

    /// <summary>Gets the share of customers whose bills at least triple, or <see langword="null"/> if there are no
    /// customers.</summary>
    public decimal? TripledShare => ShareOf(TripledCustomerCount);

    /// <summary>Gets the number of customers with a commit level of zero.</summary>
    public int ZeroCommitCustomerCount => Count(static tier => tier.ZeroCommitCustomerCount);

    /// <summary>Gets the share of customers with a commit level of zero, or <see langword="null"/> if there are no
    /// customers.</summary>
    public decimal? ZeroCommitShare => ShareOf(ZeroCommitCustomerCount);

    /// <summary>Gets the number of customers that would pay less in another tier than in their contracted
    /// tier.</summary>
    public int CheaperTierCustomerCount => Count(static tier => tier.CheaperTierCustomerCount);

    /// <summary>Gets the revenue if each customer takes the cheapest tier for its months: the revenue of a ladder
    /// whose tiers customers choose freely.</summary>
    /// <remarks>
    /// A month above the included units is billed at the fee of the next tier and never more. For any usage, the first
    /// tier therefore bills the second fee at most, and each other tier bills at least that: no tier is cheaper than
    /// the first one. <see cref="Revenue"/> is reached only if contracts bind customers to the tier of their usage.
    /// </remarks>
    public decimal CheapestTierRevenue => Sum(static tier => tier.CheapestTierRevenue);

    /// <summary>Gets the revenue that is lost if each customer takes its cheapest tier: <c>revenue - cheapest tier
    /// revenue</c>.</summary>
    public decimal CheapestTierLoss => Revenue - CheapestTierRevenue;

    /// <summary>Gets <see cref="CheapestTierLoss"/> as a share of the revenue under the assigned tiers, a fraction, or
    /// <see langword="null"/> if there is no revenue.</summary>
    public decimal? CheapestTierLossShare => Revenue == 0m ? null : CheapestTierLoss / Revenue;

    /// <summary>Gets the cost to serve all customers over all months, or <see langword="null"/> if no cost is
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

    /// <summary>Gets the gross margin of all tiers together, one or less: <c>(revenue - cost) / revenue</c>.
    /// <see langword="null"/> if no cost is given or revenue is zero.</summary>
    public decimal? Margin => Cost is { } cost && Revenue != 0m ? (Revenue - cost) / Revenue : null;

    /// <summary>Gets the smallest gross margin of a tier, or <see langword="null"/> if no tier has one.</summary>
    public decimal? LowestTierMargin => Smallest(static tier => tier.Margin);

    /// <summary>Gets the smallest fee as a multiple of the cost of the units that its tier includes, or
    /// <see langword="null"/> if that is unknown.</summary>
    public decimal? LowestFeeToCost => Smallest(static tier => tier.FeeToCost);

    /// <summary>Finds the weaknesses of the ladder.</summary>
    /// <param name="limits">The limits beyond which there is a warning. Default: those of
    /// <see cref="LadderWarningLimits"/>.</param>
    /// <returns>The warnings: first those of the whole ladder, then tier by tier.</returns>
    public ValueList<LadderWarning> Warnings(LadderWarningLimits? limits = null) =>
        LadderWarnings.Find(this, limits ?? new LadderWarningLimits());

    /// <summary>Returns a readable description of the evaluation.</summary>
    public override string ToString()
    {
        string change = RevenueChange is { } share ? Invariant($" ({share * 100m:+0.##;-0.##;0}%)") : "";
        string variation = BillsToday.Ratio is { } today && Bills.Ratio is { } then
            ? Invariant($", from month to month {today * 100m:0.#}% -> {then * 100m:0.#}%")
            : "";
        string growth = Ladder.LargestBillGrowth is { } factor
            ? Invariant($", bills grow by at most {factor:0.###}x")
            : "";
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
