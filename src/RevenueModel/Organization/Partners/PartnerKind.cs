using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A kind of partners, such as Big-4 system integrators or boutiques, with their names.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerKind
{
    /// <summary>Gets the name of the kind, which each network has once, ignoring case.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the names of the partners, each once, as deals have them. Default: none.</summary>
    public ValueList<string> Partners
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static partner => Guard.Against.Blank(partner, nameof(Partners)), nameof(Partners), "name");
    }

    /// <summary>Returns the kind and its partners.</summary>
    public override string ToString() => Name + (Partners.IsEmpty ? "" : ": " + string.Join(", ", Partners));
}
