using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The amount of deals by who is credited with it, and the sourced and the influenced deals, each counted
/// once. Created by <see cref="AttributionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerAttribution
{
    /// <summary>Gets all deals.</summary>
    public required CountedAmount Deals { get; init; }

    /// <summary>Gets the deals that a partner sourced, with their whole amount.</summary>
    public required CountedAmount Sourced { get; init; }

    /// <summary>Gets the deals that a partner influenced and none sourced, with their whole amount. With
    /// <see cref="Sourced"/> and <see cref="Direct"/> they are all deals.</summary>
    public required CountedAmount InfluencedOnly { get; init; }

    /// <summary>Gets the deals that no partner touched.</summary>
    public required CountedAmount Direct { get; init; }

    /// <summary>Gets the deals that a partner influenced, whether or not another one sourced them. They overlap with
    /// <see cref="Sourced"/>.</summary>
    public required CountedAmount Influenced { get; init; }

    /// <summary>Gets the credits, one for each partner, in the order of names.</summary>
    public ValueList<PartnerCredit> Credits { get; init; }

    /// <summary>Gets the part that no partner is credited with, zero or more. With the credits it is the amount of all
    /// deals.</summary>
    public required decimal OwnTeam { get; init => field = Guard.Against.BelowZero(value, nameof(OwnTeam)); }

    /// <summary>Gets the number of touches of deals that were not given, zero or more. They have no credit.</summary>
    public int TouchesWithoutDeal
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(TouchesWithoutDeal));
    }

    /// <summary>Gets the share of the amount that partners are credited with, between 0 and 1, or
    /// <see langword="null"/> without an amount.</summary>
    public decimal? PartnerShare =>
        Deals.Amount == 0m || OwnTeam > Deals.Amount ? null : 1m - (OwnTeam / Deals.Amount);

    /// <summary>Returns the sourced, influenced and direct deals, and the part of the partners.</summary>
    public override string ToString() =>
        Invariant($"sourced {Sourced}; influenced only {InfluencedOnly}; direct {Direct}; ")
        + Invariant($"own team {OwnTeam:#,0.##} of {Deals.Amount:#,0.##}");
}
