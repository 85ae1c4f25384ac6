using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing.Comparison;

/// <summary>What a meter reads in a month.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record MeterQuantity
{
    /// <summary>Creates a reading.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">What is used in a month, zero or more.</param>
    /// <exception cref="ArgumentException">The name is empty, or the quantity is negative.</exception>
    public MeterQuantity(string meter, decimal quantity)
    {
        Meter = Guard.Against.Blank(meter);
        Quantity = Guard.Against.BelowZero(quantity);
    }

    /// <summary>The meter.</summary>
    public string Meter { get; }

    /// <summary>What is used in a month.</summary>
    public decimal Quantity { get; }

    /// <summary>The reading in words.</summary>
    public override string ToString() => Invariant($"{Quantity:#,0.######} {Meter}");
}
