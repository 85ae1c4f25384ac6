using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A team that is named for the expansion of accounts: the velocity that it brings to each, and its
/// cost.</summary>
/// <remarks>Immutable; equal by value. No source publishes the size of such a team or its effect, so both have to be
/// given.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionTeam
{
    /// <summary>Gets the name of the team.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the sites per year that an account adds with the team, zero or more.</summary>
    public required decimal SitesPerYear
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(SitesPerYear));
    }

    /// <summary>Gets the cost of the team per year, zero or more.</summary>
    public required decimal CostPerYear
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CostPerYear));
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Name}: {SitesPerYear:0.##} sites a year by account, costs {CostPerYear:#,0.##} a year");
}
