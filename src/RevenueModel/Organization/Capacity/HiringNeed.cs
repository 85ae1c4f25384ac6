using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The hires that bring a capacity to a target. Created by <see cref="HiringCalculator"/>.</summary>
/// <param name="Start">The month at whose beginning the hires start.</param>
/// <param name="Shortfall">The bookings by which the capacity misses the target, zero or more.</param>
/// <param name="BookingsPerHire">The bookings that one hire is expected to bring in the months of the target.</param>
/// <param name="Hires">The number of hires, rounded up, or <see langword="null"/> if hires of that start bring
/// nothing in time.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct HiringNeed(YearMonth Start, decimal Shortfall, decimal BookingsPerHire, int? Hires)
{
    /// <summary>Returns the hires and their start.</summary>
    public override string ToString() => Invariant($"shortfall {Shortfall:#,0.##}, ")
        + (Hires is { } hires
            ? Invariant($"{hires:#,0} hires from {Start:uuuu-MM} at {BookingsPerHire:#,0.##} each")
            : Invariant($"hires from {Start:uuuu-MM} bring nothing in time"));
}
