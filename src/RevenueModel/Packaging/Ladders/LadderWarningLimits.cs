using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The limits beyond which a ladder has a <see cref="LadderWarning"/>. They reject nothing.</summary>
/// <remarks>Immutable; equal by value. The defaults are judgments, not published figures; set your own.</remarks>
public sealed record LadderWarningLimits
{
    /// <summary>Gets the largest bill of a month today as a multiple of what the tier bills at most, zero or more.
    /// Default: ten.</summary>
    /// <remarks>A bill below three times its reference is no shock, so that a cap of a third of a month's price protects
    /// as far as the published definition asks. A cap of a tenth gives most of the month away.</remarks>
    public decimal MaxMonthToFee { get; init => field = Guard.Against.BelowZero(value, nameof(MaxMonthToFee)); } = 10m;

    /// <summary>Gets the largest share of customers that commit to nothing, a fraction. Default: a quarter.</summary>
    public decimal MaxZeroCommitShare { get; init => field = Guard.Against.NotFraction(value, nameof(MaxZeroCommitShare)); } = 0.25m;

    /// <summary>Gets the smallest number of customers of a tier, one or more. Default: three.</summary>
    /// <remarks>The fee of a tier with one or two customers is the bill of these customers.</remarks>
    public int MinCustomersPerTier
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(MinCustomersPerTier));
    } = 3;

    /// <summary>Gets the largest loss of revenue where each customer takes its cheapest tier, a fraction of the revenue
    /// under the assigned tiers. Default: a tenth.</summary>
    public decimal MaxCheapestTierLoss { get; init => field = Guard.Against.NotFraction(value, nameof(MaxCheapestTierLoss)); } = 0.1m;

    /// <summary>Gets the smallest gross margin of a tier, a fraction of one or less, where the cost is known. Default:
    /// zero.</summary>
    public decimal MinTierMargin
    {
        get;
        init => field = value <= 1m ? value : throw DomainGuards.OutOfRange(nameof(MinTierMargin), value, "a fraction of 1 or less");
    }

    /// <summary>Returns a readable description of the limits.</summary>
    public override string ToString() =>
        Invariant($"months up to {MaxMonthToFee:0.######}x what a tier bills, {MaxZeroCommitShare * 100m:0.######}% of customers that commit to nothing, ")
        + Invariant($"{Plural.Of(MinCustomersPerTier, "customer")} in a tier, a loss of {MaxCheapestTierLoss * 100m:0.######}% by cheapest tiers, ")
        + Invariant($"a margin of {MinTierMargin * 100m:0.######}% in a tier");
}
