using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Packaging;

/// <summary>The constraints on a <see cref="TierLadder"/> that <see cref="LadderCalculator"/> designs, and the limits
/// of the search.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record LadderConstraints
{
    private const int MostDigits = 9;
    private const int MostCandidates = 256;

    /// <summary>The number of tiers, two or more. Default: three to six.</summary>
    public Band<int> Tiers
    {
        get;
        init => field = value.Min >= 2 ? value : throw DomainGuards.OutOfRange(nameof(Tiers), value, "a band from 2 or more");
    } = Band.Between(3, 6);

    /// <summary>The share by which total revenue may differ from today's, a fraction. Default: 2%.</summary>
    public decimal RevenueTolerance { get; init => field = Guard.Against.NotFraction(value, nameof(RevenueTolerance)); } = 0.02m;

    /// <summary>The growth of usage for which <see cref="MaxBillGrowth"/> is guaranteed, as a factor above one.
    /// Default: two.</summary>
    /// <remarks>Each tier includes at least this multiple of the units of the one before, so that growth passes one
    /// tier at most.</remarks>
    public decimal UsageGrowth { get; init => field = RequireAboveOne(value, nameof(UsageGrowth)); } = 2m;

    /// <summary>The largest growth of a monthly bill, as a factor above one. Default: one and a half.</summary>
    /// <remarks>No fee is more than this multiple of the one before. So a contract's bill never grows by more,
    /// whatever is used, and neither does the bill of a customer that moves to the tier of its usage once that has
    /// grown by <see cref="UsageGrowth"/>. Below the multiple of a shock,
    /// <see cref="BillShockRule.PublishedMultiple"/>, there are none. Bills that grow by half where usage doubles
    /// follow the published growth of accounts: 48 integrations in place of 24 at 1.5 times the contract value (iPaaS
    /// 2027, section 2.2).</remarks>
    public decimal MaxBillGrowth { get; init => field = RequireAboveOne(value, nameof(MaxBillGrowth)); } = 1.5m;

    /// <summary>The share by which the revenue of a tier's customers may differ from today's, zero or more. Default:
    /// 50%.</summary>
    /// <remarks>Without it, the ladder with the least variation would be one fee for everybody.</remarks>
    public decimal TierRevenueTolerance
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(TierRevenueTolerance));
    } = 0.5m;

    /// <summary>The largest share of customers that pay three times what they pay today or more (or something instead
    /// of nothing), a fraction. Default: all of them, which is no limit.</summary>
    /// <remarks>The revenue of a tier is that of its customers together, so the migration itself can be a shock for
    /// the smallest of them. The limit requires narrow tiers at the low end, and so more of them.</remarks>
    public decimal MaxTripledShare { get; init => field = Guard.Against.NotFraction(value, nameof(MaxTripledShare)); } = 1m;

    /// <summary>Gets the smallest increase of a customer's mean monthly bill, in money, from which it counts as tripled,
    /// zero or more. Default: zero, which is no minimum.</summary>
    /// <remarks>As <see cref="BillShockRule.MinIncrease"/> for a bill: a customer that pays 0.90 in place of 0.30 is not
    /// counted with a minimum of one.</remarks>
    public decimal MinTripledIncrease
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(MinTripledIncrease));
    }

    /// <summary>Gets the largest loss of revenue where each customer takes the tier that is cheapest for it over its
    /// months, as a share of the revenue under the assigned tiers, a fraction. Default: all of it, which is no
    /// limit.</summary>
    /// <remarks>No tier is cheaper for a customer than the first one (<see cref="LadderEvaluation.CheapestTierRevenue"/>).
    /// So the limit holds the fees together: three tiers whose fees rise by half lose a third at most. Without a limit,
    /// the ladder depends on contracts that hold customers to the tier of their usage.</remarks>
    public decimal MaxCheapestTierLoss
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(MaxCheapestTierLoss));
    } = 1m;

    /// <summary>Gets what usage costs to serve and the floors of margins and fees, or <see langword="null"/> for none.
    /// Default: none.</summary>
    public LadderFloors? Floors { get; init; }

    /// <summary>Gets the limits beyond which the design warns. They reject nothing.</summary>
    public LadderWarningLimits WarningLimits
    {
        get;
        init => field = Guard.Against.Null(value, nameof(WarningLimits));
    } = new();

    /// <summary>The smallest number of customers of a tier, one or more. Default: one.</summary>
    public int MinCustomersPerTier
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(MinCustomersPerTier));
    } = 1;

    /// <summary>The share of its own months whose usage a customer commits to cover, a fraction. Default: one half,
    /// the median month.</summary>
    /// <remarks>The level is the smallest usage that at least this share of its months does not exceed
    /// (<see cref="QuantileMethod.NearestRank"/>).</remarks>
    public decimal CommitQuantile { get; init => field = Guard.Against.NotFraction(value, nameof(CommitQuantile)); } = 0.5m;

    /// <summary>The significant digits of a fee, 1 to 9. Default: three (4,870).</summary>
    public int FeeDigits { get; init => field = RequireDigits(value, nameof(FeeDigits)); } = 3;

    /// <summary>The significant digits of included units, 1 to 9. Default: two (3,500).</summary>
    public int BoundaryDigits { get; init => field = RequireDigits(value, nameof(BoundaryDigits)); } = 2;

    /// <summary>The largest number of candidate boundaries that ladders are made of, 1 to 256. Default: 64.</summary>
    public int CandidateBoundaries
    {
        get;
        init => field = value is >= 1 and <= MostCandidates
            ? value
            : throw DomainGuards.OutOfRange(nameof(CandidateBoundaries), value, Invariant($"1 to {MostCandidates}"));
    } = 64;

    /// <summary>The largest number of ladders that are evaluated, one or more. Default: a million.</summary>
    /// <remarks>Where there would be more, fewer candidates are taken.</remarks>
    public int MaxLadders { get; init => field = Guard.Against.BelowOne(value, nameof(MaxLadders)); } = 1_000_000;

    /// <summary>Returns a readable description of the constraints.</summary>
    public override string ToString() =>
        Invariant($"{Tiers} tiers, revenue within {RevenueTolerance * 100m:0.######}%, bills grow by {MaxBillGrowth:0.######}x at most where usage grows by {UsageGrowth:0.######}x, ")
        + Invariant($"each tier pays what it does today within {TierRevenueTolerance * 100m:0.######}%")
        + (MaxTripledShare < 1m ? Invariant($", {MaxTripledShare * 100m:0.######}% of customers at most pay three times as much") : "")
        + (MinTripledIncrease > 0m ? Invariant($", by {MinTripledIncrease:#,0.######} a month or more") : "")
        + (MaxCheapestTierLoss < 1m ? Invariant($", {MaxCheapestTierLoss * 100m:0.######}% of revenue at most is lost if each takes its cheapest tier") : "")
        + (Floors is { } floors ? ", " + floors : "");

    private static decimal RequireAboveOne(decimal value, string name) =>
        value > 1m ? value : throw DomainGuards.OutOfRange(name, value, "a factor above 1");

    private static int RequireDigits(int value, string name) =>
        value is >= 1 and <= MostDigits ? value : throw DomainGuards.OutOfRange(name, value, Invariant($"1 to {MostDigits} digits"));
}
