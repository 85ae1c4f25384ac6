using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Open deals that are older than any deal that has closed.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StaleDeals
{
    /// <summary>Gets the day on which the age is measured.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the longest cycle of a closed deal in days, or <see langword="null"/> if none is known. Without
    /// it, no deal is stale.</summary>
    public required int? LongestClosedCycleDays { get; init; }

    /// <summary>Gets the deals, in the order in which they were given.</summary>
    public required ValueList<Opportunity> Deals { get; init; }

    /// <summary>Gets the number of open deals without an age, because the creation date is missing or after
    /// <see cref="AsOf"/>.</summary>
    public required int WithoutAgeCount { get; init; }

    /// <summary>Returns the number of deals and the age that they exceed.</summary>
    public override string ToString() => LongestClosedCycleDays is { } longest
        ? Plural.Of(Deals.Count, "open deal")
            + Invariant($" older than {Plural.Of(longest, "day")}, the longest closed cycle, as of {AsOf:R}")
        : Invariant($"no closed cycle to compare the age of open deals with, as of {AsOf:R}");
}
