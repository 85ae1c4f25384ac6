using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The units that a plan includes in each period. Usage beyond them is overage.</summary>
/// <remarks>Immutable; equal by value. The default value includes no units.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct Allowance
{
    private Allowance(decimal quantity, Rollover rollover)
    {
        Quantity = quantity;
        Rollover = rollover;
    }

    /// <summary>Gets the units included in a whole period, in billed units, zero or more.</summary>
    public decimal Quantity { get; }

    /// <summary>Gets the rollover of unused units to the next period.</summary>
    public Rollover Rollover { get; }

    /// <summary>Creates an allowance.</summary>
    /// <param name="quantity">The units included in a whole period, in billed units, zero or more.</param>
    /// <param name="rollover">The rollover of unused units. Default: none.</param>
    /// <returns>The allowance.</returns>
    /// <exception cref="ArgumentException">The quantity is negative.</exception>
    public static Allowance Of(decimal quantity, Rollover rollover = default) =>
        new(Guard.Against.BelowZero(quantity), rollover);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Quantity:#,0.######} included") + (Rollover.Maximum > 0m ? ", " + Rollover : "");
}
