using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Units that a charge includes beyond its allowance, carried from the period before.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CarriedAllowance
{
    private CarriedAllowance(string charge, decimal quantity)
    {
        Charge = charge;
        Quantity = quantity;
    }

    /// <summary>The name of the charge.</summary>
    public string Charge { get; }

    /// <summary>The units.</summary>
    public decimal Quantity { get; }

    /// <summary>Creates a carried allowance.</summary>
    /// <param name="charge">The name of the charge.</param>
    /// <param name="quantity">The units, zero or more.</param>
    /// <returns>The carried allowance.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the quantity is negative.</exception>
    public static CarriedAllowance Of(string charge, decimal quantity) =>
        new(Guard.Against.Blank(charge), Guard.Against.BelowZero(quantity));

    /// <summary>The units in words.</summary>
    public override string ToString() => Invariant($"{Charge}: {Quantity:#,0.######} carried");
}
