using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The shares of deals that partners co-implement. Created by <see cref="PartnerCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerShares
{
    /// <summary>Gets the share of deals in which partners of each kind take part.</summary>
    public required CountedShare All { get; init; }

    /// <summary>Gets the share of deals in which partners of some kinds take part, and not of each.</summary>
    public required CountedShare Some { get; init; }

    /// <summary>Gets the share of deals in which no listed partner takes part.</summary>
    public required CountedShare None { get; init; }

    /// <summary>Gets the share of deals of each kind, in the order of the network. A deal counts for each kind that
    /// takes part, so the shares may sum to more than 1.</summary>
    public ValueList<Keyed<string, CountedShare>> Kinds { get; init; }

    /// <summary>Gets the partners of deals that no kind lists, with their numbers of deals, in the order of
    /// names.</summary>
    public ValueList<Keyed<string, int>> UnlistedPartners { get; init; }

    /// <summary>Returns the shares.</summary>
    public override string ToString() => Invariant($"all kinds {All}; some {Some}; none {None}")
        + (UnlistedPartners.IsEmpty ? "" : Invariant($"; not listed: {UnlistedPartners}"));
}
