using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The evaluation of a tier of a ladder over the months of its customers.</summary>
/// <remarks>Immutable; equal by value. Amounts are sums over all months of the customers contracted to the
/// tier.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TierEvaluation
{
    /// <summary>Gets the tier.</summary>
    public required LadderTier Tier { get; init; }

    /// <summary>Gets the number of customers contracted to the tier.</summary>
    public required int CustomerCount { get; init; }

    /// <summary>Gets the number of these customers with a commit level of zero. They have no usage in at least the
    /// share of months that a commit level covers, by default half of them.</summary>
    /// <remarks>
    /// They pay a fee for months without usage, and the bill of a month with usage is at most the fee of the next
    /// tier.
    /// </remarks>
    public required int ZeroCommitCustomerCount { get; init; }

    /// <summary>Gets the number of these customers that would pay less in another tier.</summary>
    public required int CheaperTierCustomerCount { get; init; }

    /// <summary>Gets the number of these customers whose bills at least triple, or rise from zero.</summary>
    /// <remarks>
    /// Even if the revenue of a tier is unchanged, the bills of single customers change. This counts those for whom
    /// the new bill itself is a shock (<see cref="BillShockRule.PublishedMultiple"/>), by at least the minimum
    /// increase if one is given.
    /// </remarks>
    public required int TripledCustomerCount { get; init; }

    /// <summary>Gets the number of months of these customers.</summary>
    public required int Months { get; init; }

    /// <summary>Gets the number of these months above the included units, which are billed at the fee of the next
    /// tier.</summary>
    public required int MonthsAbove { get; init; }

    /// <summary>Gets the current revenue of these customers.</summary>
    public required decimal RevenueToday { get; init; }

    /// <summary>Gets the revenue of these customers under the ladder.</summary>
    public required decimal Revenue { get; init; }

    /// <summary>Gets the change of revenue under the ladder, as a share of current revenue, or <see langword="null"/>
    /// if current revenue is zero.</summary>
    public decimal? RevenueChange => RevenueToday == 0m ? null : (Revenue - RevenueToday) / RevenueToday;

    /// <summary>Gets the largest current bill of a month of these customers.</summary>
    public required decimal LargestBillToday { get; init; }

    /// <summary>Gets the revenue of these customers if each takes the cheapest tier for its months.</summary>
    public required decimal CheapestTierRevenue { get; init; }

    /// <summary>Gets the cost to serve these customers over all months, or <see langword="null"/> if no cost is
    /// given.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets the cost to serve a month of the tier: the included units of the meter of the ladder and the
    /// fixed cost; for an unlimited tier, the mean month of its customers. <see langword="null"/> if no cost is given,
    /// or if an unlimited tier has no customers.</summary>
    public decimal? IncludedCost { get; init; }

    /// <summary>Gets the gross margin, one or less: <c>(revenue - cost) / revenue</c>. <see langword="null"/> if no
    /// cost is given or revenue is zero.</summary>
    public decimal? Margin => Cost is { } cost && Revenue != 0m ? (Revenue - cost) / Revenue : null;

    /// <summary>Gets the fee as a multiple of <see cref="IncludedCost"/>, or <see langword="null"/> if that is zero or
    /// unknown.</summary>
    public decimal? FeeToCost => IncludedCost is { } cost && cost != 0m ? Tier.Fee / cost : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string change = RevenueChange is { } share ? Invariant($" ({share * 100m:+0.#;-0.#;0}%)") : "";
        return Tier + $": {Plural.Of(CustomerCount, "customer")}, "
            + Invariant($"{MonthsAbove:#,0} of {Months:#,0} months above, ")
            + Invariant($"{RevenueToday:#,0.##} -> {Revenue:#,0.##}{change}")
            + (Margin is { } margin ? Invariant($", {margin * 100m:0.##}% margin") : "");
    }
}
