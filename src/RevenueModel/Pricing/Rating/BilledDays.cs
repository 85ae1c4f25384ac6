using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The days for which a prorated step of a bill is billed, and the days of its period.</summary>
/// <param name="Days">The billed days, by the day count convention.</param>
/// <param name="OfDays">The days of the whole period, by the day count convention.</param>
/// <param name="Service">The first and last of the days, or <see langword="null"/> if the bill has no dates.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BilledDays(decimal Days, decimal OfDays, DateSpan? Service = null)
{
    /// <summary>Gets whether the whole period is billed.</summary>
    public bool IsWhole => Days == OfDays;

    /// <summary>Returns the days: <c>17 / 31 days</c>.</summary>
    public override string ToString() => Invariant($"{Days:0.####} / {OfDays:0.####} days");
}
