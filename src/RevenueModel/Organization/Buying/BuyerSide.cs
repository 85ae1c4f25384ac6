using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>An organization on the buyer's side of a deal, such as IT or OT, with the titles that sign off.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyerSide
{
    /// <summary>Gets the name, which each buying group has once, ignoring case.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the value of <see cref="Opportunity.BuyerEngagement"/> that this side corresponds to. Default:
    /// <see langword="null"/>, neither IT nor OT.</summary>
    public BuyerEngagement? Engagement
    {
        get;
        init => field = value is { } engaged
            ? EngagementGuards.RequireKnown(engaged, nameof(Engagement))
            : null;
    }

    /// <summary>Gets the titles of the people who can sign off for the side, each once. Default: none.</summary>
    public ValueList<string> SignOff
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static title => Guard.Against.Blank(title, nameof(SignOff)), nameof(SignOff), "title");
    }

    /// <summary>Gets the title of the person of the side who can stop the deal. Default: <see langword="null"/>,
    /// nobody.</summary>
    public string? VetoHolder { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(VetoHolder)); }

    /// <summary>Gets what the side owns, such as the mandate, the money or the network, each once. Default:
    /// none.</summary>
    public ValueList<string> Owns
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static owned => Guard.Against.Blank(owned, nameof(Owns)), nameof(Owns), "name");
    }

    /// <summary>Gets the subjects that the side cares about, such as uptime, each once. Default: none.</summary>
    public ValueList<string> Concerns
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static concern => Guard.Against.Blank(concern, nameof(Concerns)), nameof(Concerns), "name");
    }

    /// <summary>Returns the name, the titles that sign off and the holder of the veto.</summary>
    public override string ToString() => Name
        + (SignOff.IsEmpty ? "" : ", sign-off by " + string.Join(" or ", SignOff))
        + (VetoHolder is null ? "" : ", veto of " + VetoHolder);
}
