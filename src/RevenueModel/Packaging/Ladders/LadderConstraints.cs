using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Packaging;

/// <summary>The constraints on a <see cref="TierLadder"/> that <see cref="LadderCalculator"/> designs, and the limits
/// of the search.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LadderConstraints
{
    private const int MostDigits = 9;
    private const int MostCandidates = 256;

    /// <summary>Gets the number of tiers, two or more. Default: three to six.</summary>
    public Band<int> Tiers
    {
        get;
        init => field = value.Min >= 2
            ? value
            : throw DomainGuards.OutOfRange(nameof(Tiers), value, "a band from 2 or more");
    } = Band.Between(3, 6);

    /// <summary>Gets the share by which total revenue may differ from current revenue, between 0 and 1. Default:
    /// 2%.</summary>
    public decimal RevenueTolerance
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(RevenueTolerance));
    } = 0.02m;

    /// <summary>Gets the growth of usage for which <see cref="MaxBillGrowth"/> is guaranteed, as a factor above one.
    /// Default: two.</summary>
    /// <remarks>
    /// Each tier includes at least this multiple of the units of the tier before, so that such growth passes one tier
    /// at most.
    /// </remarks>
    public decimal UsageGrowth { get; init => field = RequireAboveOne(value, nameof(UsageGrowth)); } = 2m;

    /// <summary>Gets the largest growth of a monthly bill, as a factor above one. Default: 1.5.</summary>
    /// <remarks>
    /// No fee is more than this multiple of the fee before it. The bill of a contract therefore never grows by more,
    /// for any usage. Neither does the bill of a customer that moves to the tier of its usage once that has grown by
    /// <see cref="UsageGrowth"/>. If the factor is below the multiple of a shock,
    /// <see cref="BillShockRule.PublishedMultiple"/>, there are no shocks. Bills that grow by half when usage doubles
    /// follow the published growth of accounts: 48 instead of 24 integrations at 1.5 times the contract value (iPaaS
    /// 2027, section 2.2).
    /// </remarks>
    public decimal MaxBillGrowth { get; init => field = RequireAboveOne(value, nameof(MaxBillGrowth)); } = 1.5m;

    /// <summary>Gets the share by which the revenue of the customers of a tier may differ from their current revenue,
    /// zero or more. Default: 50%.</summary>
    /// <remarks>Without this limit, the ladder with the least variation would be one fee for all.</remarks>
    public decimal TierRevenueTolerance
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(TierRevenueTolerance));
    } = 0.5m;

    /// <summary>Gets the largest share of customers whose bills at least triple, or rise from zero, between 0 and 1.
    /// Default: one, which is no limit.</summary>
    /// <remarks>
    /// The revenue tolerance of a tier applies to its customers together, so the migration itself can be a shock for
    /// the smallest of them. This limit requires narrow tiers at the low end, and therefore more tiers.
    /// </remarks>
    public decimal MaxTripledShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(MaxTripledShare));
    } = 1m;

    /// <summary>Gets the smallest increase of a customer's mean monthly bill, in money, from which it counts as
    /// tripled, zero or more. Default: zero, which is no minimum.</summary>
    /// <remarks>
    /// Corresponds to <see cref="BillShockRule.MinIncrease"/> for a bill. With a minimum of one, a customer that pays
    /// 0.90 instead of 0.30 does not count.
    /// </remarks>
    public decimal MinTripledIncrease
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(MinTripledIncrease));
    }

    /// <summary>Gets the largest loss of revenue if each customer takes the cheapest tier for its months, as a share
    /// of the revenue under the assigned tiers, between 0 and 1. Default: one, which is no limit.</summary>
    /// <remarks>
    /// No tier is cheaper for a customer than the first one (see <see cref="LadderEvaluation.CheapestTierRevenue"/>).
    /// The limit therefore keeps the fees close together: three tiers whose fees rise by half lose a third at most.
    /// Without a limit, the ladder depends on contracts that bind customers to the tier of their usage.
    /// </remarks>
    public decimal MaxCheapestTierLoss
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(MaxCheapestTierLoss));
    } = 1m;

    /// <summary>Gets the cost to serve usage and the floors of margins and fees, or <see langword="null"/> for none.
    /// Default: none.</summary>
    public LadderFloors? Floors { get; init; }

    /// <summary>Gets the limits beyond which the design has warnings. They do not reject ladders.</summary>
    public LadderWarningLimits WarningLimits
    {
        get;
        init => field = Guard.Against.Null(value, nameof(WarningLimits));
    } = new();

    /// <summary>Gets the smallest number of customers of a tier, one or more. Default: one.</summary>
    public int MinCustomersPerTier
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(MinCustomersPerTier));
    } = 1;

    /// <summary>Gets the share of its months whose usage a customer commits to cover, between 0 and 1. Default: 0.5,
    /// the median month.</summary>
    /// <remarks>
    /// The commit level is the smallest usage that at least this share of the months does not exceed
    /// (<see cref="QuantileMethod.NearestRank"/>).
    /// </remarks>
    public decimal CommitQuantile
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(CommitQuantile));
    } = 0.5m;

    /// <summary>Gets the number of significant digits of a fee, between 1 and 9. Default: three (4,870).</summary>
    public int FeeDigits { get; init => field = RequireDigits(value, nameof(FeeDigits)); } = 3;

    /// <summary>Gets the number of significant digits of included units, between 1 and 9. Default: two
    /// (3,500).</summary>
    public int BoundaryDigits { get; init => field = RequireDigits(value, nameof(BoundaryDigits)); } = 2;

    /// <summary>Gets the largest number of candidate boundaries from which ladders are built, between 1 and 256.
    /// Default: 64.</summary>
    public int CandidateBoundaries
    {
        get;
        init => field = value is >= 1 and <= MostCandidates
            ? value
            : throw DomainGuards.OutOfRange(nameof(CandidateBoundaries), value, Invariant($"1 to {MostCandidates}"));
    } = 64;

    /// <summary>Gets the largest number of ladders that are evaluated, one or more. Default: one million.</summary>
    /// <remarks>If there would be more, fewer candidates are used.</remarks>
    public int MaxLadders { get; init => field = Guard.Against.BelowOne(value, nameof(MaxLadders)); } = 1_000_000;

    /// <summary>Returns a readable description of the constraints.</summary>
    public override string ToString() =>
        Invariant($"{Tiers} tiers, revenue within {RevenueTolerance * 100m:0.######}%, ")
        + Invariant($"bills grow by at most {MaxBillGrowth:0.######}x if usage grows by {UsageGrowth:0.######}x, ")
        + Invariant($"revenue of each tier within {TierRevenueTolerance * 100m:0.######}%")
        + (MaxTripledShare < 1m
            ? Invariant($", at most {MaxTripledShare * 100m:0.######}% of customers pay three times as much")
            : "")
        + (MinTripledIncrease > 0m ? Invariant($", by {MinTripledIncrease:#,0.######} a month or more") : "")
        + (MaxCheapestTierLoss < 1m
            ? Invariant($", at most {MaxCheapestTierLoss * 100m:0.######}% of revenue lost ")
                + "if each customer takes its cheapest tier"
            : "")
        + (Floors is { } floors ? ", " + floors : "");

    private static decimal RequireAboveOne(decimal value, string name) =>
        value > 1m ? value : throw DomainGuards.OutOfRange(name, value, "a factor above 1");

    private static int RequireDigits(int value, string name) =>
        value is >= 1 and <= MostDigits
            ? value
            : throw DomainGuards.OutOfRange(name, value, Invariant($"1 to {MostDigits} digits"));
}
