using System.Text.Json.Serialization;
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

    /// <summary>Gets the chain; its periods are days. A deal stays for ever in a stage of which no day was
    /// observed.</summary>
    public required StageChain Chain { get; init; }

    /// <summary>Gets the observations by stage, in the order of the stages.</summary>
    public required ValueList<StageExposure> Stages { get; init; }

    /// <summary>Gets the number of histories with at least one day in a stage.</summary>
    public required int DealCount { get; init; }

    /// <summary>Gets the number of histories without a day in a stage: entered later, closed on the first day, or
    /// without a known day.</summary>
    public int WithoutDaysCount { get; init; }

    /// <summary>Gets the number of visits that count up to their end although it is not known where the deal went:
    /// the log has a gap after them.</summary>
    public int UnknownExitCount { get; init; }

    /// <summary>Returns the day, the chain and the number of deals.</summary>
    public override string ToString() =>
        Invariant($"as of {AsOf:R}: {Chain}, {Plural.Of(DealCount, "deal")}, {WithoutDaysCount:#,0} without days");
}
