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

    /// <summary>Gets the number of pushes: changes to a later day.</summary>
    public required int PushCount { get; init; }

    /// <summary>Gets the number of pulls: changes to an earlier day.</summary>
    public required int PullCount { get; init; }

    /// <summary>Gets the days of all pushes, zero or more.</summary>
    public required int PushedDays { get; init; }

    /// <summary>Gets the days of all pulls, zero or more.</summary>
    public required int PulledDays { get; init; }

    /// <summary>Gets the days by which a won deal closed after the day expected at its creation; negative if it closed
    /// earlier. <see langword="null"/> if the deal is not won, or if no day was expected.</summary>
    public int? ErrorAtCreation { get; init; }

    /// <summary>Returns the deal, its pushes and its pulls.</summary>
    public override string ToString() =>
        Invariant($"{Deal}: pushed by {Plural.Of(PushedDays, "day")} in {Plural.Of(PushCount, "change")}, ")
        + Invariant($"pulled by {Plural.Of(PulledDays, "day")} in {Plural.Of(PullCount, "change")}")
        + (ErrorAtCreation is { } error ? Invariant($", closed {error:+#,0;-#,0;0} days from the first date") : "");
}
