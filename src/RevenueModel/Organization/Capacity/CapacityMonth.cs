using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The capacity of a month. Created by <see cref="CapacityCalculator"/>.</summary>
/// <param name="Month">The month.</param>
/// <param name="Heads">The heads, those of a part of the month as that part; expected ones with attrition.</param>
/// <param name="RampedHeads">The same in heads that are ramped: each counts with the share of its ramp.</param>
/// <param name="Quota">The quota that the heads carry.</param>
/// <param name="Bookings">The bookings that they are expected to bring: quota times attainment.</param>
/// <param name="Leavers">The expected heads that leave at the end of the month; zero without attrition.</param>
/// <param name="Backfills">The expected heads that start at the beginning of the month in place of leavers; zero
/// without attrition.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CapacityMonth(
    YearMonth Month,
    decimal Heads,
    decimal RampedHeads,
    decimal Quota,
    decimal Bookings,
    decimal Leavers,
    decimal Backfills)
{
    /// <summary>Returns the month, the heads and the bookings.</summary>
    public override string ToString() => Invariant($"{Month:uuuu-MM}: {Heads:0.##} heads, {RampedHeads:0.##} ramped, ")
        + Invariant($"quota {Quota:#,0.##}, bookings {Bookings:#,0.##}");
}
