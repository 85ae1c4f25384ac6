using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Open deals that are older than any deal that ever closed.</summary>
public sealed record StaleDeals
{
    /// <summary>The day on which the age was taken.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The longest cycle of a closed deal in days, or <see langword="null"/> where none is known; then no
    /// deal is called stale.</summary>
    public required int? LongestClosedCycleDays { get; init; }

    /// <summary>The deals, in the order in which they were given.</summary>
    public required ValueList<Opportunity> Deals { get; init; }

    /// <summary>The number of open deals whose age is not known, for lack of a creation date that is not after
    /// <see cref="AsOf"/>.</summary>
    public required int WithoutAgeCount { get; init; }

    /// <summary>Returns the number of deals and the age that they exceed.</summary>
    public override string ToString() => LongestClosedCycleDays is { } longest
        ? Plural.Of(Deals.Count, "open deal")
            + Invariant($" older than {Plural.Of(longest, "day")}, the longest closed cycle, as of {AsOf:R}")
        : Invariant($"no closed cycle to compare the age of open deals with, as of {AsOf:R}");
}
