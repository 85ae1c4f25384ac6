using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The discount of a deal from its list price.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealDiscount
{
    /// <summary>Gets the id of the deal, compared by ordinal.</summary>
    public required string DealId { get; init => field = Guard.Against.Blank(value, nameof(DealId)); }

    /// <summary>Gets the share of the list price that is deducted, between 0 and 1.</summary>
    public required decimal Discount { get; init => field = Guard.Against.NotFraction(value, nameof(Discount)); }

    /// <summary>Returns the deal and the discount.</summary>
    public override string ToString() => Invariant($"{DealId}: {Discount:0.##%} discount");
}
