using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A windfall rule: the treatment of an exceptionally large deal.</summary>
/// <remarks>
/// Immutable; equal by value. The deal is flagged. The part of its credit above the limit counts in full, or at a
/// reduced rate. The limit is in credit, so neither the order of deals nor the split of a deal into several credits
/// changes the pay.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record WindfallRule
{
    /// <summary>Gets the limit, as a multiple of the amount that <see cref="Basis"/> names; above zero. 0.5 is half of
    /// quota.</summary>
    public required decimal Limit { get; init => field = Guard.Against.NotPositive(value, nameof(Limit)); }

    /// <summary>Gets the amount with which the deal is compared. Default: the quota.</summary>
    public WindfallBasis Basis { get; init => field = Guard.Against.Undefined(value, nameof(Basis)); }

    /// <summary>Gets the share of the credit above the limit that counts, between 0 and 1. Default: one, which only
    /// flags the deal.</summary>
    public decimal ReducedShare { get; init => field = Guard.Against.NotFraction(value, nameof(ReducedShare)); } = 1m;

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"windfall beyond {Limit * 100m:0.##}% of {(Basis == WindfallBasis.Quota ? "quota" : "target pay")}")
        + (ReducedShare < 1m ? Invariant($", counted at {ReducedShare * 100m:0.##}%") : ", flagged");
}

/// <summary>The amount with which a <see cref="WindfallRule"/> compares a deal.</summary>
public enum WindfallBasis
{
    /// <summary>The yearly target of the component: credit above <c>limit × quota</c> is windfall. The
    /// default.</summary>
    Quota = 0,

    /// <summary>The yearly target variable pay of the plan: credit that would pay more than
    /// <c>limit × target variable pay</c> is windfall. The pay is computed at the rate at quota, without
    /// accelerators.</summary>
    TargetPay = 1,
}
