using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The quota of a head, how much of it heads attain, how they ramp, and how bookings spread over the
/// year.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CapacityTerms
{
    private const decimal SumTolerance = 0.000_001m;

    /// <summary>Gets the quota of a ramped head for a year, above zero.</summary>
    public required decimal AnnualQuota
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(AnnualQuota));
    }

    /// <summary>Gets the share of the quota that ramped heads are expected to attain, between 0 and 10. Default: 1.
    /// With a distribution of attainment it is its mean.</summary>
    public decimal Attainment
    {
        get;
        init => field = value is >= 0m and <= 10m
            ? value
            : throw DomainGuards.OutOfRange(
                nameof(Attainment), value, "a share between 0 and 10 (for 85% write 0.85)");
    } = 1m;

    /// <summary>Gets the ramp of a new head. Default: none, productive from the first day.</summary>
    public RampCurve Ramp { get; init => field = Guard.Against.Null(value, nameof(Ramp)); } = RampCurve.Linear(0);

    /// <summary>Gets the share of a year's quota in each calendar month from January on: twelve shares, each zero or
    /// more, that sum to 1. Default: empty, a twelfth each.</summary>
    public ValueList<decimal> Seasonality
    {
        get;
        init
        {
            decimal sum = 0m;
            foreach (decimal share in value)
            {
                sum += Guard.Against.NotFraction(share, nameof(Seasonality));
            }

            field = value.IsEmpty || (value.Count == 12 && Math.Abs(sum - 1m) <= SumTolerance)
                ? value
                : throw DomainGuards.OutOfRange(
                    nameof(Seasonality),
                    Invariant($"{value.Count} shares that sum to {sum}"),
                    "twelve shares that sum to 1");
        }
    }

    /// <summary>Returns the quota of a ramped head for a calendar month, 1 to 12.</summary>
    internal decimal QuotaIn(int month) =>
        Seasonality.IsEmpty ? AnnualQuota / 12m : AnnualQuota * Seasonality[month - 1];

    /// <summary>Returns the quota, the attainment and the ramp.</summary>
    public override string ToString() =>
        Invariant($"{AnnualQuota:#,0.##} a year, {Attainment * 100m:0.##}% attained, ramp {Ramp}");
}
