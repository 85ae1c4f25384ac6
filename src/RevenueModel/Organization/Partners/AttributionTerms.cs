using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The rules that credit the amount of a deal to partners and to the own team.</summary>
/// <remarks>Immutable; equal by value. Each convention credits at most the amount of the deal.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AttributionTerms
{
    /// <summary>Gets the convention. Default: sourced first.</summary>
    public AttributionConvention Convention
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Convention));
    }

    /// <summary>Gets the share of a deal that the partners who sourced it are credited with, between 0 and 1. Only
    /// <see cref="AttributionConvention.SourcedFirst"/> uses it. Default: 1.</summary>
    public decimal SourcedShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(SourcedShare));
    } = 1m;

    /// <summary>Gets the share of the rest of a deal that the partners who influenced it are credited with, between 0
    /// and 1. Only <see cref="AttributionConvention.SourcedFirst"/> uses it. Default: 0.</summary>
    public decimal InfluencedShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(InfluencedShare));
    }

    /// <summary>Gets the share of a deal that all its partners together are credited with, between 0 and 1.
    /// <see cref="AttributionConvention.SourcedFirst"/> does not use it. Default: 1.</summary>
    public decimal PartnerShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(PartnerShare));
    } = 1m;

    /// <summary>Returns the convention and its shares.</summary>
    public override string ToString() => Convention switch
    {
        AttributionConvention.SourcedFirst => Invariant($"sourced first: {SourcedShare * 100m:0.##}%, then ")
            + Invariant($"{InfluencedShare * 100m:0.##}% of the rest to influence"),
        AttributionConvention.EqualSplit => Invariant($"equal split of {PartnerShare * 100m:0.##}%"),
        _ => Invariant($"split of {PartnerShare * 100m:0.##}% by weight"),
    };
}

/// <summary>Conventions that credit the amount of a deal to partners.</summary>
public enum AttributionConvention
{
    /// <summary>Partners who sourced the deal share <see cref="AttributionTerms.SourcedShare"/> of it equally. Those
    /// who influenced it share <see cref="AttributionTerms.InfluencedShare"/> of the rest equally. The default:
    /// reports of partner programs keep the two apart and give the primary credit to the source.</summary>
    SourcedFirst = 0,

    /// <summary>All partners of the deal share equally, as the even distribution of campaign influence (linear
    /// attribution) does.</summary>
    EqualSplit = 1,

    /// <summary>All partners of the deal share by the weights of their touches, as co-selling programs with agreed
    /// percentages do.</summary>
    Weighted = 2,
}
