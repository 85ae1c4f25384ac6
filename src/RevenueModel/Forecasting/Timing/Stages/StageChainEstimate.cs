using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>A chain over stages with daily periods that was measured on stage logs. Created by
/// <see cref="StageChainCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageChainEstimate
{
    /// <summary>Gets the day of the estimate. Nothing that happened after it has an effect.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the chain; its periods are days of the clock. A deal stays for ever in a stage of which no day
    /// was observed.</summary>
    public required StageChain Chain { get; init; }

    /// <summary>Gets the observations by stage, in the order of the stages.</summary>
    public required ValueList<StageExposure> Stages { get; init; }

    /// <summary>Gets the number of histories with at least one day in a stage, zero or more.</summary>
    public required int DealCount { get; init => field = Guard.Against.BelowZero(value, nameof(DealCount)); }

    /// <summary>Gets the number of histories without a day in a stage, zero or more: entered later, closed on the
    /// first day, frozen on each day, or without a known day.</summary>
    public int WithoutDaysCount { get; init => field = Guard.Against.BelowZero(value, nameof(WithoutDaysCount)); }

    /// <summary>Gets the number of won and lost histories whose last visit has no known end, zero or more; excluded.
    /// </summary>
    public int ClosedWithoutDateCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ClosedWithoutDateCount));
    }

    /// <summary>Gets the number of visits that count up to their end although it is not known where the deal went:
    /// the log has a gap after them. Zero or more.</summary>
    public int UnknownExitCount { get; init => field = Guard.Against.BelowZero(value, nameof(UnknownExitCount)); }

    /// <summary>Returns the day, the chain and the number of deals.</summary>
    public override string ToString() =>
        Invariant($"as of {AsOf:R}: {Chain}, {Plural.Of(DealCount, "deal")}, {WithoutDaysCount:#,0} without days")
        + (ClosedWithoutDateCount == 0 ? "" : Invariant($", {ClosedWithoutDateCount:#,0} closed without a date"));
}
