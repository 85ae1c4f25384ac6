using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a tier of a ladder comes to over the months that it is tried on.</summary>
/// <remarks>Immutable; equal by value. Amounts are sums over all months of the customers contracted to the
/// tier.</remarks>
public sealed record TierEvaluation
{
    /// <summary>The tier.</summary>
    public required LadderTier Tier { get; init; }

    /// <summary>The customers contracted to it.</summary>
    public required int CustomerCount { get; init; }

    /// <summary>Gets the number of these customers that commit to nothing: their commit level is zero, since they use
    /// nothing in at least the share of months that a commit level covers, by default half of them.</summary>
    /// <remarks>A fee is sold to them for months without usage, and the bill of a month with usage is the next tier's fee
    /// at most, whatever is used.</remarks>
    public required int ZeroCommitCustomerCount { get; init; }

    /// <summary>Gets the number of these customers that would pay less in another tier.</summary>
    public required int CheaperTierCustomerCount { get; init; }

    /// <summary>Of these, how many pay three times what they pay today or more, or something in place of
    /// nothing.</summary>
    /// <remarks>A tier that pays together what it pays today has customers that do not: this counts those to whom the
    /// new bill itself is a shock (<see cref="BillShockRule.PublishedMultiple"/>), and by the minimum increase where one
    /// is given.</remarks>
    public required int TripledCustomerCount { get; init; }

    /// <summary>The months of these customers.</summary>
    public required int Months { get; init; }

    /// <summary>Of these, the months above the included units, which are billed the next tier's fee.</summary>
    public required int MonthsAbove { get; init; }

    /// <summary>What these customers pay today.</summary>
    public required decimal RevenueToday { get; init; }

    /// <summary>What they pay under the ladder.</summary>
    public required decimal Revenue { get; init; }

    /// <summary>What they pay more under the ladder, as a share of today's; negative for less, and
    /// <see langword="null"/> where they pay nothing today.</summary>
    public decimal? RevenueChange => RevenueToday == 0m ? null : (Revenue - RevenueToday) / RevenueToday;

    /// <summary>Gets the largest bill of a month of these customers today.</summary>
    public required decimal LargestBillToday { get; init; }

    /// <summary>Gets what they pay if each takes the tier that is cheapest for it over its months.</summary>
    public required decimal CheapestTierRevenue { get; init; }

    /// <summary>Gets what it costs to serve them over all months, or <see langword="null"/> where no cost is
    /// given.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets what a month of the tier costs to serve: the included units of the ladder's meter and the fixed cost;
    /// for an unlimited tier the mean month of its customers. <see langword="null"/> where no cost is given, or an
    /// unlimited tier has no customers.</summary>
    public decimal? IncludedCost { get; init; }

    /// <summary>Gets the gross margin, a fraction of one or less: <c>(revenue - cost) / revenue</c>;
    /// <see langword="null"/> where no cost is given or nothing is paid.</summary>
    public decimal? Margin => Cost is { } cost && Revenue != 0m ? (Revenue - cost) / Revenue : null;

    /// <summary>Gets the fee as a multiple of <see cref="IncludedCost"/>, or <see langword="null"/> where that is zero or
    /// not known.</summary>
    public decimal? FeeToCost => IncludedCost is { } cost && cost != 0m ? Tier.Fee / cost : null;

    /// <summary>The tier in words.</summary>
    public override string ToString()
    {
        string change = RevenueChange is { } share ? Invariant($" ({share * 100m:+0.#;-0.#;0}%)") : "";
        return Tier + Invariant($": {Plural.Of(CustomerCount, "customer")}, {MonthsAbove:#,0} of {Months:#,0} months above, {RevenueToday:#,0.##} -> {Revenue:#,0.##}{change}")
            + (Margin is { } margin ? Invariant($", {margin * 100m:0.##}% margin") : "");
    }
}
