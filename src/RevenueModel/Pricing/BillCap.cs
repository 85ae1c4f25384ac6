using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The maximum of a bill: an amount, or a multiple of the committed fee.</summary>
/// <remarks>
/// Immutable; equal by value. The true-up of a contract year is not capped. The committed fee of a period is the base
/// fee, or the commitment of the billing period if it is higher. The default value sets no cap.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillCap
{
    private BillCap(decimal? amount, decimal? multiple)
    {
        Amount = amount;
        MultipleOfCommittedFee = multiple;
    }

    /// <summary>Gets the amount for a whole period, or <see langword="null"/> if the cap is a multiple or there is no
    /// cap.</summary>
    public decimal? Amount { get; }

    /// <summary>Gets the multiple of the committed fee, or <see langword="null"/> if the cap is an amount or there is
    /// no cap.</summary>
    public decimal? MultipleOfCommittedFee { get; }

    /// <summary>Gets whether there is a cap.</summary>
    public bool IsSet => Amount is not null || MultipleOfCommittedFee is not null;

    /// <summary>Creates a cap at an amount.</summary>
    /// <param name="amount">The maximum bill of a whole period, zero or more.</param>
    /// <returns>The cap.</returns>
    /// <exception cref="ArgumentException">The amount is negative.</exception>
    public static BillCap At(decimal amount) => new(Guard.Against.BelowZero(amount), null);

    /// <summary>Creates a cap at a multiple of the committed fee.</summary>
    /// <param name="multiple">The multiple, one or more.</param>
    /// <returns>The cap.</returns>
    /// <exception cref="ArgumentException">The multiple is below one.</exception>
    public static BillCap AtMultiple(decimal multiple) => multiple >= 1m
        ? new BillCap(null, multiple)
        : throw DomainGuards.OutOfRange(nameof(multiple), multiple, "1 or more");

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Amount is { } amount ? Invariant($"at most {amount:#,0.######}")
        : MultipleOfCommittedFee is { } multiple ? Invariant($"at most {multiple:0.######}x the committed fee")
        : "no cap";

    /// <summary>Returns the cap of a whole period, or <see langword="null"/> if there is none or it exceeds the range
    /// of a decimal.</summary>
    internal decimal? AmountFor(decimal committedFee)
    {
        bool exceeds = committedFee > 1m && MultipleOfCommittedFee > decimal.MaxValue / committedFee;
        return Amount ?? (exceeds ? null : MultipleOfCommittedFee * committedFee);
    }
}
