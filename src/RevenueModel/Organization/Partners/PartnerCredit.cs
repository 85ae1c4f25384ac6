using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The part of a deal, or of several deals, that a partner is credited with. Created by
/// <see cref="AttributionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerCredit
{
    /// <summary>Gets the partner.</summary>
    public required string Partner { get; init => field = Guard.Against.Blank(value, nameof(Partner)); }

    /// <summary>Gets the amount of deals that the partner sourced, zero or more.</summary>
    public decimal Sourced { get; init => field = Guard.Against.BelowZero(value, nameof(Sourced)); }

    /// <summary>Gets the amount of deals that the partner influenced and did not source, zero or more.</summary>
    public decimal Influenced { get; init => field = Guard.Against.BelowZero(value, nameof(Influenced)); }

    /// <summary>Returns the partner and the amounts.</summary>
    public override string ToString() =>
        Invariant($"{Partner}: {Sourced:#,0.##} sourced, {Influenced:#,0.##} influenced");
}
