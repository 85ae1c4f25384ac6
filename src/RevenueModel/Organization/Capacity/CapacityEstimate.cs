using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The bookings that ramped and ramping heads are expected to bring.</summary>
/// <param name="Ramped">The amount that ramped heads book, zero or more.</param>
/// <param name="Ramping">The amount that ramping heads book, zero or more.</param>
/// <remarks>Immutable; equal by value. The default value has no bookings.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CapacityEstimate(decimal Ramped, decimal Ramping)
{
    /// <summary>Gets the bookings of all heads.</summary>
    public decimal Total => Ramped + Ramping;

    /// <summary>Returns the bookings.</summary>
    public override string ToString() =>
        Invariant($"{Total:#,0.##}: {Ramped:#,0.##} ramped, {Ramping:#,0.##} ramping");
}
