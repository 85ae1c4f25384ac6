using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A company target brought down to quotas, with a buffer so that the target is reached if some
/// miss.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record QuotaAssignment
{
    /// <summary>Gets the revenue target of the company, zero or more.</summary>
    public required decimal Target { get; init => field = Guard.Against.BelowZero(value, nameof(Target)); }

    /// <summary>Gets the part of the target that renewals bring, zero or more. Default: zero.</summary>
    public decimal Renewals { get; init => field = Guard.Against.BelowZero(value, nameof(Renewals)); }

    /// <summary>Gets the share of the rest that the heads bring, and not other channels, between 0 and 1. Default:
    /// 1.</summary>
    public decimal SalesShare { get; init => field = Guard.Against.NotFraction(value, nameof(SalesShare)); } = 1m;

    /// <summary>Gets the number of heads, one or more.</summary>
    public required int Heads { get; init => field = Guard.Against.BelowOne(value, nameof(Heads)); }

    /// <summary>Gets the share by which quotas together exceed what the heads have to bring (over-assignment),
    /// between 0 and 1. Default: zero.</summary>
    public decimal Buffer { get; init => field = Guard.Against.NotFraction(value, nameof(Buffer)); }

    /// <summary>Gets what the heads have to bring: <c>(target - renewals) × share</c>, zero if renewals
    /// suffice.</summary>
    public decimal SalesTarget => Math.Max(Target - Renewals, 0m) * SalesShare;

    /// <summary>Gets the sum of the quotas: <c>sales target × (1 + buffer)</c>.</summary>
    public decimal AssignedQuota => SalesTarget * (1m + Buffer);

    /// <summary>Gets the part of the sales target of each head.</summary>
    public decimal TargetPerHead => SalesTarget / Heads;

    /// <summary>Gets the quota of each head.</summary>
    public decimal QuotaPerHead => AssignedQuota / Heads;

    /// <summary>Returns the quota of a head and its parts.</summary>
    public override string ToString() => Invariant($"{Heads:#,0} quotas of {QuotaPerHead:#,0.##} for ")
        + Invariant($"{SalesTarget:#,0.##}, {Buffer * 100m:0.##}% over-assigned");
}
