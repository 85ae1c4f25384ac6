using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The bookings that a period should reach.</summary>
/// <param name="Period">The period.</param>
/// <param name="Amount">The amount, in the currency of the deals.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BookingsTarget(DateSpan Period, decimal Amount)
{
    /// <summary>Returns the amount and the period.</summary>
    public override string ToString() => Invariant($"{Amount:#,0.##} in {Period}");
}
