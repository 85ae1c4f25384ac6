using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The days that a prorated step of a bill is for, out of those of its period.</summary>
/// <remarks>Immutable; equal by value.</remarks>
/// <param name="Days">The days that are billed, as the day count counts them.</param>
/// <param name="OfDays">The days of the whole period, as the day count counts them.</param>
/// <param name="Service">The first and last of the days, or <see langword="null"/> if the bill has no dates.</param>
public sealed record BilledDays(decimal Days, decimal OfDays, DateSpan? Service = null)
{
    /// <summary>Gets whether the whole period is billed.</summary>
    public bool IsWhole => Days == OfDays;

    /// <summary>Returns the days: <c>17 / 31 days</c>.</summary>
    public override string ToString() => Invariant($"{Days:0.####} / {OfDays:0.####} days");
}
