using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The amount of a deal by who is credited with it. The credits and the part of the own team sum to the
/// amount. Created by <see cref="AttributionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealAttribution
{
    /// <summary>Gets the id of the deal.</summary>
    public required string DealId { get; init => field = Guard.Against.Blank(value, nameof(DealId)); }

    /// <summary>Gets the amount, zero or more; zero if the deal has none.</summary>
    public required decimal Amount { get; init => field = Guard.Against.BelowZero(value, nameof(Amount)); }

    /// <summary>Gets the credits, one for each partner, in the order of names.</summary>
    public ValueList<PartnerCredit> Credits { get; init; }

    /// <summary>Gets the part that no partner is credited with, zero or more.</summary>
    public required decimal OwnTeam { get; init => field = Guard.Against.BelowZero(value, nameof(OwnTeam)); }

    /// <summary>Returns the deal and its parts.</summary>
    public override string ToString() => Invariant($"{DealId}, {Amount:#,0.##}: own team {OwnTeam:#,0.##}")
        + (Credits.IsEmpty ? "" : "; " + string.Join("; ", Credits));
}
