using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The deals of a segment, as rules see them. Renewals are left out.</summary>
/// <remarks>Immutable; equal by value. Amounts of closed and created deals are those of the window.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SegmentDeals
{
    /// <summary>Gets the segment, or <see langword="null"/> for deals without a segment of the architecture.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the closed deals by the failures that they show, in the order of the flags; groups without deals
    /// are left out.</summary>
    public ValueList<ClosedDeals> Closed { get; init; }

    /// <summary>Gets the number of closed deals whose engaged buyers are recorded; zero or more.</summary>
    public long EngagementKnown
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(EngagementKnown));
    }

    /// <summary>Gets the number of closed deals with both buyers engaged and a recorded team; zero or more.</summary>
    public long TeamKnown { get; init => field = Guard.Against.BelowZero(value, nameof(TeamKnown)); }

    /// <summary>Gets the number of closed deals with a recorded stakeholder map; zero or more.</summary>
    public long MapKnown { get; init => field = Guard.Against.BelowZero(value, nameof(MapKnown)); }

    /// <summary>Gets the won and lost deals with both buyers engaged; <see cref="ClosedDeals.Flaws"/> is not
    /// used.</summary>
    public ClosedDeals WithBothBuyers { get; init; } = ClosedDeals.Of(DealFlaws.None, 0, 0);

    /// <summary>Gets the won and lost deals with all champions; <see cref="ClosedDeals.Flaws"/> is not used.</summary>
    public ClosedDeals WithAllChampions { get; init; } = ClosedDeals.Of(DealFlaws.None, 0, 0);

    /// <summary>Gets the number of open deals; zero or more.</summary>
    public long OpenCount { get; init => field = Guard.Against.BelowZero(value, nameof(OpenCount)); }

    /// <summary>Gets the amount of the open deals; zero or more.</summary>
    public decimal OpenAmount { get; init => field = Guard.Against.BelowZero(value, nameof(OpenAmount)); }

    /// <summary>Gets the number of open deals with a day of creation and an expected close; zero or more.</summary>
    public long OpenDated { get; init => field = Guard.Against.BelowZero(value, nameof(OpenDated)); }

    /// <summary>Gets the number of them that are expected to close within less than the shortest cycle of the segment;
    /// zero or more.</summary>
    public long EarlyCount { get; init => field = Guard.Against.BelowZero(value, nameof(EarlyCount)); }

    /// <summary>Gets the amount of the latter; zero or more.</summary>
    public decimal EarlyAmount { get; init => field = Guard.Against.BelowZero(value, nameof(EarlyAmount)); }

    /// <summary>Gets the amount of the deals that were created in the window; zero or more.</summary>
    public decimal CreatedAmount { get; init => field = Guard.Against.BelowZero(value, nameof(CreatedAmount)); }

    /// <summary>Gets the number of deals that closed or were created in the window and name a partner; zero or
    /// more.</summary>
    public long WithPartners { get; init => field = Guard.Against.BelowZero(value, nameof(WithPartners)); }

    /// <summary>Gets the number of deals with a partner of each kind of the architecture, by kind; each is zero or
    /// more.</summary>
    public ValueList<Keyed<string, long>> ByPartnerKind { get; init; }

    /// <summary>Gets the median number of days from creation to close of the deals won in the window, or
    /// <see langword="null"/> if none is known.</summary>
    public decimal? MedianCycleDays { get; init; }

    /// <summary>Gets the number of closed deals.</summary>
    public long ClosedCount => Closed.Sum(static deals => deals.Count);

    /// <summary>Gets the number of closed deals that show a failure.</summary>
    /// <param name="flaw">The failure, one flag.</param>
    /// <returns>The number, zero or more.</returns>
    public long CountOf(DealFlaws flaw) =>
        Closed.Sum(deals => (deals.Flaws & flaw) == flaw && flaw != DealFlaws.None ? deals.Count : 0);

    /// <summary>Returns the segment and the number of deals.</summary>
    public override string ToString() => Invariant($"{Segment ?? "no segment"}: {ClosedCount:#,0} closed, ")
        + Invariant($"{OpenCount:#,0} open, {OpenAmount:#,0.##} open amount");
}
