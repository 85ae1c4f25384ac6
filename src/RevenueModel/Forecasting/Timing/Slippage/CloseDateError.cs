using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The error of the expected close of won deals: the days from the expected day to the actual one.</summary>
/// <param name="LeadDays">The number of days before the close at which the expected day is taken, or
/// <see langword="null"/> for the day of creation.</param>
/// <param name="Count">The number of won deals with an expected day at that time.</param>
/// <param name="MeanDays">The mean error in days; positive if deals closed later than expected. <see langword="null"/>
/// without deals.</param>
/// <param name="MedianDays">The median error in days, or <see langword="null"/> without deals.</param>
/// <param name="MeanAbsoluteDays">The mean of the absolute error in days, or <see langword="null"/> without
/// deals.</param>
/// <remarks>Immutable; equal by value. A negative count and lead days below one are refused. The default value has no
/// deals.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CloseDateError(
    int? LeadDays, int Count, decimal? MeanDays, decimal? MedianDays, decimal? MeanAbsoluteDays)
{
    /// <summary>Gets the number of days before the close at which the expected day is taken, 1 or more, or
    /// <see langword="null"/> for the day of creation.</summary>
    public int? LeadDays { get; init => field = Guard.Against.BelowOne(value, nameof(LeadDays)); } =
        Guard.Against.BelowOne(LeadDays);

    /// <summary>Gets the number of won deals with an expected day at that time, zero or more.</summary>
    public int Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); } =
        Guard.Against.BelowZero(Count);

    /// <summary>Returns the time at which the expected day is taken, and the errors.</summary>
    public override string ToString() =>
        (LeadDays is { } lead ? Invariant($"{Plural.Of(lead, "day")} before the close") : "at creation")
        + (Count == 0
            ? ": no deals"
            : Invariant($": mean {MeanDays:0.#}, median {MedianDays:0.#}, absolute {MeanAbsoluteDays:0.#} ")
                + Invariant($"{(Days(MeanAbsoluteDays) == "1" ? "day" : "days")} of {Plural.Of(Count, "deal")}"));

    private static string Days(decimal? days) => Invariant($"{days:0.#}");
}
