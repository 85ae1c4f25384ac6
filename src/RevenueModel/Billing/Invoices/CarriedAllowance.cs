using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Units that a charge includes beyond its allowance, carried from the period before.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CarriedAllowance
{
    /// <summary>Creates it.</summary>
    /// <param name="charge">The name of the charge.</param>
    /// <param name="quantity">The units, zero or more.</param>
    /// <exception cref="ArgumentException">The name is empty, or the quantity is negative.</exception>
    public CarriedAllowance(string charge, decimal quantity)
    {
        Charge = Guard.Against.Blank(charge);
        Quantity = Guard.Against.BelowZero(quantity);
    }

    /// <summary>The name of the charge.</summary>
    public string Charge { get; }

    /// <summary>The units.</summary>
    public decimal Quantity { get; }

    /// <summary>The units in words.</summary>
    public override string ToString() => Invariant($"{Charge}: {Quantity:#,0.######} carried");
}
