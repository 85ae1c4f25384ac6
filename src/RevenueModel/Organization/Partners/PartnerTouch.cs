using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A contribution of a partner to a deal: it brought the deal, or it helped to advance it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerTouch
{
    /// <summary>Gets the id of the deal, as <see cref="Opportunity.Id"/> has it.</summary>
    public required string DealId { get; init => field = Guard.Against.Blank(value, nameof(DealId)); }

    /// <summary>Gets the name of the partner.</summary>
    public required string Partner { get; init => field = Guard.Against.Blank(value, nameof(Partner)); }

    /// <summary>Gets whether the partner sourced or influenced the deal.</summary>
    public required PartnerTouchKind Kind { get; init => field = Guard.Against.Undefined(value, nameof(Kind)); }

    /// <summary>Gets the weight of the touch, above zero and up to a million. Only
    /// <see cref="AttributionConvention.Weighted"/> uses it. Default: 1.</summary>
    public decimal Weight
    {
        get;
        init => field = value is > 0m and <= 1_000_000m
            ? value
            : throw DomainGuards.OutOfRange(nameof(Weight), value, "above zero and up to 1,000,000");
    } = 1m;

    /// <summary>Returns the deal, the partner and the kind.</summary>
    public override string ToString() => Invariant($"{DealId}: {Kind.ToString().ToLowerInvariant()} by {Partner}");
}

/// <summary>The kinds of contributions of a partner to a deal.</summary>
public enum PartnerTouchKind
{
    /// <summary>The partner brought the deal: it would not exist without the partner.</summary>
    Sourced = 0,

    /// <summary>The partner helped to advance a deal that existed.</summary>
    Influenced = 1,
}
