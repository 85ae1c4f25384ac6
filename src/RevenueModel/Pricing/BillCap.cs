using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The most that a bill comes to: an amount, or a multiple of the committed fee.</summary>
/// <remarks>Immutable; equal by value. What is missing to the commitment of a contract year comes on top. The committed fee
/// of a period is the base fee, or the commitment where that is for the billing period and higher. The default value caps
/// nothing.</remarks>
public readonly record struct BillCap
{
    private BillCap(decimal? amount, decimal? multiple)
    {
        Amount = amount;
        MultipleOfCommittedFee = multiple;
    }

    /// <summary>The amount for a whole period, or <see langword="null"/> where the cap is a multiple or there is
    /// none.</summary>
    public decimal? Amount { get; }

    /// <summary>The multiple of the committed fee, or <see langword="null"/> where the cap is an amount or there is
    /// none.</summary>
    public decimal? MultipleOfCommittedFee { get; }

    /// <summary>Whether there is a cap.</summary>
    public bool IsSet => Amount is not null || MultipleOfCommittedFee is not null;

    /// <summary>A cap at an amount.</summary>
    /// <param name="amount">The most that a whole period's bill comes to, zero or more.</param>
    /// <exception cref="ArgumentException">The amount is negative.</exception>
    public static BillCap At(decimal amount) => new(Guard.Against.BelowZero(amount), null);

    /// <summary>A cap at a multiple of the committed fee.</summary>
    /// <param name="multiple">One or more.</param>
    /// <exception cref="ArgumentException">The multiple is below one.</exception>
    public static BillCap AtMultiple(decimal multiple) => multiple >= 1m
        ? new BillCap(null, multiple)
        : throw DomainGuards.OutOfRange(nameof(multiple), multiple, "1 or more");

    /// <summary>The cap in words.</summary>
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
