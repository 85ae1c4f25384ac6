using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The units that a plan includes in each period; what is used beyond them is overage.</summary>
/// <remarks>Immutable; equal by value. The default value includes nothing.</remarks>
public readonly record struct Allowance
{
    private Allowance(decimal quantity, Rollover rollover)
    {
        Quantity = quantity;
        Rollover = rollover;
    }

    /// <summary>The units included in a whole period, in billed units, zero or more.</summary>
    public decimal Quantity { get; }

    /// <summary>How much of what is not used is carried to the next period.</summary>
    public Rollover Rollover { get; }

    /// <summary>An allowance.</summary>
    /// <param name="quantity">The units included in a whole period, in billed units, zero or more.</param>
    /// <param name="rollover">How much of what is not used is carried; nothing unless said.</param>
    /// <exception cref="ArgumentException">The quantity is negative.</exception>
    public static Allowance Of(decimal quantity, Rollover rollover = default) =>
        new(Guard.Against.BelowZero(quantity), rollover);

    /// <summary>The allowance in words.</summary>
    public override string ToString() =>
        Invariant($"{Quantity:#,0.######} included") + (Rollover.Maximum > 0m ? ", " + Rollover : "");
}
