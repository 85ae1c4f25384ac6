using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probabilities that one open deal closes, by period.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealCloseSchedule
{
    /// <summary>Gets the id of the deal.</summary>
    public required string Deal { get; init => field = Guard.Against.Blank(value, nameof(Deal)); }

    /// <summary>Gets the amount of the deal, or <see langword="null"/> if it has none.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Gets the age of the deal on the day of the schedule, in clock days, zero or more.</summary>
    public required double Age { get; init => field = NumberGuards.NotNegative(value, nameof(Age)); }

    /// <summary>Gets the probabilities by period, in the order of the periods.</summary>
    public required ValueList<DealClosePeriod> Periods { get; init; }

    /// <summary>Returns the deal, its age and the probability of a win in each period.</summary>
    public override string ToString() => Invariant($"{Deal}, age {Age:0.##}: won ")
        + string.Join(", ", Periods.Select(static period => Invariant($"{period.Won:0.0000}")));
}
