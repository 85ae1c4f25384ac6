using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The end of a contract, with the rules for commitments and fees if it ends within a period or a contract
/// year.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ContractEnd
{
    /// <summary>Gets the first day after the contract.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the amount owed of a commitment whose period ends early. Default: the part for the days in the
    /// contract.</summary>
    public EarlyEndTrueUp TrueUp { get; init => field = Guard.Against.Undefined(value, nameof(TrueUp)); }

    /// <summary>Gets the amount owed of a base fee whose period ends early. Default: the part for the days in the
    /// contract.</summary>
    public EarlyEndFee Fee { get; init => field = Guard.Against.Undefined(value, nameof(Fee)); }

    /// <summary>Returns the day and the rules.</summary>
    public override string ToString() => Invariant($"ends {On:R}, commitment ")
        + (TrueUp switch
        {
            EarlyEndTrueUp.InFull => "in full",
            EarlyEndTrueUp.None => "waived",
            _ => "prorated",
        })
        + (Fee == EarlyEndFee.InFull ? ", fee in full" : ", fee prorated");
}

/// <summary>The amount owed of a commitment if a contract ends before the period of the commitment.</summary>
public enum EarlyEndTrueUp
{
    /// <summary>The commitment for the days in the contract. The default.</summary>
    Prorated = 0,

    /// <summary>The whole commitment, as if the period had run to its end.</summary>
    InFull = 1,

    /// <summary>Zero: only usage is billed.</summary>
    None = 2,
}

/// <summary>The amount owed of a base fee if a contract ends before the period of the fee.</summary>
public enum EarlyEndFee
{
    /// <summary>The fee for the days in the contract; the rest is refunded if it was billed in advance. The
    /// default.</summary>
    Prorated = 0,

    /// <summary>The whole fee, without a refund.</summary>
    InFull = 1,
}
