using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The limits beyond which a ladder has a <see cref="LadderWarning"/>. They do not reject ladders.</summary>
/// <remarks>
/// Immutable; equal by value. The defaults are judgments, not published figures; set your own values.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LadderWarningLimits
{
    /// <summary>Gets the limit of the largest current bill of a month, as a multiple of the largest bill of the tier,
    /// zero or more. Default: ten.</summary>
    /// <remarks>
    /// A bill below three times its reference is not a shock, so a cap at a third of the price of a month protects to
    /// the extent of the published definition. A cap at a tenth waives most of the amount of that month.
    /// </remarks>
    public decimal MaxMonthToFee { get; init => field = Guard.Against.BelowZero(value, nameof(MaxMonthToFee)); } = 10m;

    /// <summary>Gets the limit of the share of customers with a commit level of zero, between 0 and 1. Default:
    /// 0.25.</summary>
    public decimal MaxZeroCommitShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(MaxZeroCommitShare));
    } = 0.25m;

    /// <summary>Gets the smallest number of customers of a tier, one or more. Default: three.</summary>
    /// <remarks>The fee of a tier with one or two customers is the bill of these customers.</remarks>
    public int MinCustomersPerTier
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(MinCustomersPerTier));
    } = 3;

    /// <summary>Gets the limit of the loss of revenue if each customer takes its cheapest tier, as a share of the
    /// revenue under the assigned tiers, between 0 and 1. Default: 0.1.</summary>
    public decimal MaxCheapestTierLoss
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(MaxCheapestTierLoss));
    } = 0.1m;

    /// <summary>Gets the smallest gross margin of a tier, one or less, if the cost is known. Default: zero.</summary>
    public decimal MinTierMargin
    {
        get;
        init => field = value <= 1m
            ? value
            : throw DomainGuards.OutOfRange(nameof(MinTierMargin), value, "a fraction of 1 or less");
    }

    /// <summary>Returns a readable description of the limits.</summary>
    public override string ToString() =>
        Invariant($"months up to {MaxMonthToFee:0.######}x the fee of their tier, ")
        + Invariant($"{MaxZeroCommitShare * 100m:0.######}% of customers that commit to nothing, ")
        + Invariant($"{Plural.Of(MinCustomersPerTier, "customer")} in a tier, ")
        + Invariant($"a loss of {MaxCheapestTierLoss * 100m:0.######}% by cheapest tiers, ")
        + Invariant($"a margin of {MinTierMargin * 100m:0.######}% in a tier");
}
