using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Packaging;

/// <summary>What is asked of a <see cref="TierLadder"/>, and how it is looked for.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record LadderConstraints
{
    private const int MostDigits = 9;
    private const int MostCandidates = 256;

    /// <summary>How many tiers the ladder may have, two or more; three to six unless said.</summary>
    public Band<int> Tiers
    {
        get;
        init => field = value.Min >= 2 ? value : throw DomainGuards.OutOfRange(nameof(Tiers), value, "a band from 2 or more");
    } = Band.Between(3, 6);

    /// <summary>Total revenue stays within this share of today's, a fraction; 2% unless said.</summary>
    public decimal RevenueTolerance { get; init => field = Guard.Against.NotFraction(value, nameof(RevenueTolerance)); } = 0.02m;

    /// <summary>The factor by which usage grows that <see cref="MaxBillGrowth"/> holds for, above one; twice unless
    /// said.</summary>
    /// <remarks>Each tier includes at least this multiple of the units of the one before, so that growth passes one tier at
    /// most.</remarks>
    public decimal UsageGrowth { get; init => field = RequireAboveOne(value, nameof(UsageGrowth)); } = 2m;

    /// <summary>The factor by which a month's bill may grow, above one; one and a half unless said.</summary>
    /// <remarks>No fee is more than this multiple of the one before. So a contract's bill never grows by more, whatever is
    /// used, and neither does the bill of a customer that moves to the tier of its usage once that has grown by
    /// <see cref="UsageGrowth"/>. Below the multiple of a shock, <see cref="BillShockRule.PublishedMultiple"/>,
    /// there are none. Bills that grow by half where usage doubles follow the published growth of accounts: 48
    /// integrations in place of 24 at 1.5 times the contract value (iPaaS 2027, section 2.2).</remarks>
    public decimal MaxBillGrowth { get; init => field = RequireAboveOne(value, nameof(MaxBillGrowth)); } = 1.5m;

    /// <summary>The customers of each tier pay together what they pay today within this share, zero or more; 50% unless
    /// said.</summary>
    /// <remarks>It keeps the steadiest ladder from being one fee for everybody, large and small.</remarks>
    public decimal TierRevenueTolerance
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(TierRevenueTolerance));
    } = 0.5m;

    /// <summary>The share of customers that may pay three times what they pay today or more (or something in place of
    /// nothing), a fraction; all of them, so that there is no limit, unless said.</summary>
    /// <remarks>Revenue of a tier is that of its customers together, and the smallest of them may be in for a shock by the move
    /// itself. The limit asks for narrow tiers at the low end, and so for more of them.</remarks>
    public decimal MaxTripledShare { get; init => field = Guard.Against.NotFraction(value, nameof(MaxTripledShare)); } = 1m;

    /// <summary>How many customers each tier has at least, one or more; one unless said.</summary>
    public int MinCustomersPerTier
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(MinCustomersPerTier));
    } = 1;

    /// <summary>The share of its own months whose usage a customer commits to cover, a fraction; one half, its median month,
    /// unless said.</summary>
    /// <remarks>The level is the smallest usage that at least this share of its months does not exceed
    /// (<see cref="QuantileMethod.NearestRank"/>).</remarks>
    public decimal CommitQuantile { get; init => field = Guard.Against.NotFraction(value, nameof(CommitQuantile)); } = 0.5m;

    /// <summary>The significant digits of a fee, 1 to 9; three unless said: 4,870.</summary>
    public int FeeDigits { get; init => field = RequireDigits(value, nameof(FeeDigits)); } = 3;

    /// <summary>The significant digits of included units, 1 to 9; two unless said: 3,500.</summary>
    public int BoundaryDigits { get; init => field = RequireDigits(value, nameof(BoundaryDigits)); } = 2;

    /// <summary>From how many numbers of included units ladders are made up, at most, 1 to 256; 64 unless said.</summary>
    public int CandidateBoundaries
    {
        get;
        init => field = value is >= 1 and <= MostCandidates
            ? value
            : throw DomainGuards.OutOfRange(nameof(CandidateBoundaries), value, Invariant($"1 to {MostCandidates}"));
    } = 64;

    /// <summary>How many ladders are evaluated, at most, one or more; a million unless said.</summary>
    /// <remarks>Where there would be more, fewer candidates are taken.</remarks>
    public int MaxLadders { get; init => field = Guard.Against.BelowOne(value, nameof(MaxLadders)); } = 1_000_000;

    /// <summary>The goal in words.</summary>
    public override string ToString() =>
        Invariant($"{Tiers} tiers, revenue within {RevenueTolerance * 100m:0.######}%, bills grow by {MaxBillGrowth:0.######}x at most where usage grows by {UsageGrowth:0.######}x, ")
        + Invariant($"each tier pays what it does today within {TierRevenueTolerance * 100m:0.######}%")
        + (MaxTripledShare < 1m ? Invariant($", {MaxTripledShare * 100m:0.######}% of customers at most pay three times as much") : "");

    private static decimal RequireAboveOne(decimal value, string name) =>
        value > 1m ? value : throw DomainGuards.OutOfRange(name, value, "a factor above 1");

    private static int RequireDigits(int value, string name) =>
        value is >= 1 and <= MostDigits ? value : throw DomainGuards.OutOfRange(name, value, Invariant($"1 to {MostDigits} digits"));
}
