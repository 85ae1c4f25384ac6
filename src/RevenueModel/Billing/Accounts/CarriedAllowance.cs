using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Unused units of a charge that are carried over from the period before. They are included in addition to
/// the allowance.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CarriedAllowance
{
    private CarriedAllowance(string charge, decimal quantity)
    {
        Charge = charge;
        Quantity = quantity;
    }

    /// <summary>Gets the name of the charge.</summary>
    public string Charge { get; }

    /// <summary>Gets the number of billed units; zero or more.</summary>
    public decimal Quantity { get; }

    /// <summary>Creates a carried allowance.</summary>
    /// <param name="charge">The name of the charge.</param>
    /// <param name="quantity">The number of billed units, zero or more.</param>
    /// <returns>The carried allowance.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the quantity is negative.</exception>
    public static CarriedAllowance Of(string charge, decimal quantity) =>
        new(Guard.Against.Blank(charge), Guard.Against.BelowZero(quantity));

    /// <summary>Returns the charge and the units.</summary>
    public override string ToString() => Invariant($"{Charge}: {Quantity:#,0.######} carried");
}
