using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What becomes of a single deal that is far larger than plans are made for.</summary>
/// <remarks>
/// Immutable; equal by value. The deal is flagged, and the part of its credit beyond the limit counts in full or, by
/// choice, at a reduced rate. The limit is in credit, so that neither the order of deals nor the split of one into
/// several credits changes the pay.
/// </remarks>
public sealed record WindfallRule
{
    /// <summary>The limit, as a multiple of what it is compared with, above zero: 0.5 for half of quota.</summary>
    public required decimal Limit { get; init => field = Guard.Against.NotPositive(value, nameof(Limit)); }

    /// <summary>What the deal is compared with.</summary>
    public WindfallBasis Basis { get; init => field = Guard.Against.Undefined(value, nameof(Basis)); }

    /// <summary>The share of the credit beyond the limit that counts, a fraction; one, which only flags the deal, unless
    /// said.</summary>
    public decimal ReducedShare { get; init => field = Guard.Against.NotFraction(value, nameof(ReducedShare)); } = 1m;

    /// <summary>The rule in words.</summary>
    public override string ToString() => Invariant(
        $"windfall beyond {Limit * 100m:0.##}% of {(Basis == WindfallBasis.Quota ? "quota" : "target pay")}{(ReducedShare < 1m ? Invariant($", counted at {ReducedShare * 100m:0.##}%") : ", flagged")}");
}

/// <summary>What the size of a deal is compared with by a <see cref="WindfallRule"/>.</summary>
public enum WindfallBasis
{
    /// <summary>The yearly target of the component: the credit beyond <c>limit × quota</c> is windfall. The
    /// default.</summary>
    Quota = 0,

    /// <summary>The yearly target variable pay of the plan: the credit that would pay more than
    /// <c>limit × target variable pay</c> at the rate at quota, which accelerators do not change.</summary>
    TargetPay = 1,
}
