using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The vendors, accounts and competitors that a document names.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MarketFigures
{
    /// <summary>Gets the vendors, each once.</summary>
    public ValueList<MarketVendor> Vendors
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(Vendors), "name");
    }

    /// <summary>Gets the vendors and products that are named for a segment, one group per segment. The names can
    /// differ from those of <see cref="Vendors"/>.</summary>
    public ValueList<NameGroup> VendorsBySegment
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static item => item.Name, nameof(VendorsBySegment), "name");
    }

    /// <summary>Gets the accounts that are named for a segment, one group per segment.</summary>
    public ValueList<NameGroup> NamedAccounts
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(NamedAccounts), "name");
    }

    /// <summary>Gets the vendors by camp, one group per camp.</summary>
    public ValueList<NameGroup> Camps
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(Camps), "name");
    }

    /// <summary>Gets the competitors of another kind, one group per kind.</summary>
    public ValueList<NameGroup> Competitors
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(Competitors), "name");
    }

    /// <summary>Gets the companies that deliver services around the products.</summary>
    public ValueList<string> ServiceProviders { get; init; }

    /// <summary>Gets the services that they deliver.</summary>
    public ValueList<string> Services { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Vendors.Count, "vendor")}, ")
            + Invariant($"{Plural.Of(NamedAccounts.Sum(static group => group.Members.Count), "named account")}");
}
