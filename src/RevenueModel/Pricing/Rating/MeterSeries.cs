using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing.Rating;

/// <summary>What one meter read in each month of a history.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record MeterSeries
{
    /// <summary>Creates a series.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quantities">What was used in each month, in order, zero or more.</param>
    /// <exception cref="ArgumentException">The name is empty, or a quantity is negative.</exception>
    public MeterSeries(string meter, ValueList<decimal> quantities)
    {
        Meter = Guard.Against.Blank(meter);
        foreach (decimal quantity in quantities)
        {
            Guard.Against.BelowZero(quantity, nameof(quantities));
        }

        Quantities = quantities;
    }

    /// <summary>The meter.</summary>
    public string Meter { get; }

    /// <summary>What was used in each month, in order.</summary>
    public ValueList<decimal> Quantities { get; }

    /// <summary>The series in words.</summary>
    public override string ToString() => Invariant($"{Meter}: {Plural.Of(Quantities.Count, "month")}");
}
