using RevenueModel.Architectures;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Diagnostics;

/// <summary>The architecture, the data and the counts that the rules of a review share.</summary>
/// <remarks>Immutable. The figures of effects are those of the architecture or, where it has none, those of
/// <see cref="ReviewOptions.Reference"/>.</remarks>
public sealed class ReviewContext
{
    private const decimal MonthsPerYear = 12m;

    internal ReviewContext(RevenueArchitecture architecture, ReviewData data, ReviewOptions options)
    {
        Architecture = architecture;
        Data = data;
        Options = options;
        BuyerMotion = architecture.BuyerMotion ?? options.Reference?.BuyerMotion;
        Channel = architecture.Channel ?? options.Reference?.Channel;
        Pricing = architecture.Pricing ?? options.Reference?.Pricing;
        Expansion = architecture.Expansion ?? options.Reference?.Expansion;
        Consultants = ConsultantsOf(architecture) ?? (options.Reference is { } other ? ConsultantsOf(other) : null);
        Marks = DealMarks.Of(architecture, Consultants?.Roles ?? [], data);
        ReviewTally tally = ReviewTally.Of(architecture, data, Marks);
        DealsBySegment = tally.BySegment();
        DealCoverage = tally.Coverage();
        ChampionGaps = tally.ChampionGaps();
        Requirements = data.Company is { } company
            ? RequirementCalculator.Compare(architecture.RoleRequirements, company)
            : [];
        InstalledBase = InstalledBaseReader.Read(data);
    }

    /// <summary>Gets the reviewed architecture.</summary>
    public RevenueArchitecture Architecture { get; }

    /// <summary>Gets the data.</summary>
    public ReviewData Data { get; }

    /// <summary>Gets the options.</summary>
    public ReviewOptions Options { get; }

    /// <summary>Gets the win rates with one and with both of two buyers, or <see langword="null"/> if they are not
    /// known.</summary>
    public BuyerMotionFigures? BuyerMotion { get; }

    /// <summary>Gets the effect of partners, or <see langword="null"/> if it is not known.</summary>
    public ChannelFigures? Channel { get; }

    /// <summary>Gets the effect of the pricing model on renewals, or <see langword="null"/> if it is not
    /// known.</summary>
    public PricingFigures? Pricing { get; }

    /// <summary>Gets the figures of expansion, or <see langword="null"/> if they are not known.</summary>
    public ExpansionFigures? Expansion { get; }

    /// <summary>Gets the consultants that a deal with two buyers needs and the loss with one of them, or
    /// <see langword="null"/> if they are not known.</summary>
    public DealTeamCoverage? Consultants { get; }

    /// <summary>Gets the deals by segment: those of the architecture in order, then the deals without one of
    /// them.</summary>
    public ValueList<SegmentDeals> DealsBySegment { get; }

    /// <summary>Gets the number of deals, and how many of them could not be counted.</summary>
    public DealCoverage DealCoverage { get; }

    /// <summary>Gets the required roles as the company has them; empty without <see cref="ReviewData.Company"/>.
    /// </summary>
    public ValueList<RequirementStatus> Requirements { get; }

    /// <summary>Gets the closed cohort of the twelve months before the last complete month, or <see langword="null"/>
    /// without subscriptions at its start.</summary>
    public RetentionTotals? InstalledBase { get; }

    /// <summary>Gets the ARR on the day of the review: that of <see cref="ReviewData.Company"/>, or else the revenue
    /// of the closed cohort, or <see langword="null"/> if neither is known.</summary>
    public decimal? Arr => Data.Company?.Arr ?? InstalledBase?.Ending;

    /// <summary>Gets the records that mark deals.</summary>
    internal DealMarks Marks { get; }

    /// <summary>Gets what the closed deals lack for a missing champion, in the order of
    /// <see cref="DealsBySegment"/>.</summary>
    internal ValueList<ValueList<Keyed<string, long>>> ChampionGaps { get; }

    /// <summary>Returns an amount of the window as one of a year.</summary>
    /// <param name="amount">The amount of the window, zero or more.</param>
    /// <returns><c>amount × 12 / months of the window</c>.</returns>
    /// <exception cref="ArgumentException">The amount is negative, or the result exceeds the range of a
    /// decimal.</exception>
    public decimal PerYear(decimal amount)
    {
        Ardalis.GuardClauses.Guard.Against.BelowZero(amount);
        try
        {
            return amount / Data.WindowMonths * MonthsPerYear;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"amount {amount}"), nameof(amount), overflow);
        }
    }

    private static DealTeamCoverage? ConsultantsOf(RevenueArchitecture architecture)
    {
        foreach (PublishedCompPlan plan in architecture.CompPlans)
        {
            if (plan.Coverage is { WinRateLossWithOne: not null, Roles.Count: > 1 } coverage)
            {
                return coverage;
            }
        }

        return null;
    }
}
