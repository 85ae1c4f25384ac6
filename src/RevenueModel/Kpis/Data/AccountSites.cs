using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The sites of an account: how many it has, and on which days sites went live.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountSites
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the segment of the account.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the number of sites that the account has, 1 or more, or <see langword="null"/> if it is not
    /// known.</summary>
    public int? TotalSites { get; init => field = Guard.Against.BelowOne(value, nameof(TotalSites)); }

    /// <summary>Gets the days on which sites went live, one for each site.</summary>
    public ValueList<LocalDate> LiveDates { get; init; }

    /// <summary>Returns the account and its sites.</summary>
    public override string ToString() => Invariant($"{Account}: {LiveDates.Count} of ")
        + (TotalSites is { } total ? Plural.Of(total, "site") : "an unknown number of sites");
}
