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

    /// <summary>The customers that pay three times what they pay today or more, or something in place of
    /// nothing.</summary>
    public int TripledCustomerCount
    {
        get
        {
            int customers = 0;
            foreach (TierEvaluation tier in Tiers)
            {
                customers += tier.TripledCustomerCount;
            }

            return customers;
        }
    }

    /// <summary>Gets these customers as a share of all, or <see langword="null"/> where there are no
    /// customers.</summary>
    public decimal? TripledShare
    {
        get
        {
            int customers = 0;
            foreach (TierEvaluation tier in Tiers)
            {
                customers += tier.CustomerCount;
            }

            return customers == 0 ? null : (decimal)TripledCustomerCount / customers;
        }
    }

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
        return Ladder + Invariant($"; revenue {RevenueToday:#,0.##} -> {Revenue:#,0.##}{change}") + variation + growth + tripled;
    }
}
