using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The changes of the expected close date of one deal.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealSlippage
{
    /// <summary>Gets the id of the deal.</summary>
    public required string Deal { get; init => field = Guard.Against.Blank(value, nameof(Deal)); }

    /// <summary>Gets the number of pushes, zero or more: changes to a later day.</summary>
    public required int PushCount { get; init => field = Guard.Against.BelowZero(value, nameof(PushCount)); }

    /// <summary>Gets the number of pulls, zero or more: changes to an earlier day.</summary>
    public required int PullCount { get; init => field = Guard.Against.BelowZero(value, nameof(PullCount)); }

    /// <summary>Gets the days of all pushes, zero or more.</summary>
    public required int PushedDays { get; init => field = Guard.Against.BelowZero(value, nameof(PushedDays)); }

    /// <summary>Gets the days of all pulls, zero or more.</summary>
    public required int PulledDays { get; init => field = Guard.Against.BelowZero(value, nameof(PulledDays)); }

    /// <summary>Gets the days by which a won deal closed after the day expected at its creation; negative if it closed
    /// earlier. <see langword="null"/> if the deal is not won, or if no day was expected.</summary>
    public int? ErrorAtCreation { get; init; }

    /// <summary>Returns the deal, its pushes and its pulls.</summary>
    public override string ToString() =>
        Invariant($"{Deal}: pushed by {Plural.Of(PushedDays, "day")} in {Plural.Of(PushCount, "change")}, ")
        + Invariant($"pulled by {Plural.Of(PulledDays, "day")} in {Plural.Of(PullCount, "change")}")
        + (ErrorAtCreation is { } error ? ", closed " + Distance(error) : "");

    private static string Distance(int error) => error == 0
        ? "on the first date"
        : Plural.Of(Math.Abs((long)error), "day") + (error > 0 ? " after the first date" : " before the first date");
}
