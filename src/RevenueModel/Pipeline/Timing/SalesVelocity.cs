using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The sales velocity of a pipeline by both conventions, and the figures that it is computed from.</summary>
/// <remarks>A figure that the deals do not determine is <see langword="null"/>, and so is a figure computed from
/// it.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SalesVelocity
{
    /// <summary>Gets the number of open deals.</summary>
    public required int OpenDealCount { get; init; }

    /// <summary>Gets the mean amount of won deals with an amount, or <see langword="null"/> if there are
    /// none.</summary>
    public required decimal? AverageWonValue { get; init; }

    /// <summary>Gets the win rate by count over closed deals, a fraction between 0 and 1, or <see langword="null"/> if
    /// no deal closed.</summary>
    public required decimal? WinRate { get; init; }

    /// <summary>Gets the mean cycle of won deals in days, or <see langword="null"/> if no cycle is known.</summary>
    public required decimal? MeanWonCycleDays { get; init; }

    /// <summary>Gets the amount of all won deals.</summary>
    public required decimal WonValue { get; init; }

    /// <summary>Gets pipeline velocity, the amount that the open pipeline closes per day:
    /// <c>deals × value × win rate / cycle</c>.</summary>
    public decimal? PipelinePerDay => MeanWonCycleDays is > 0m and { } days
        ? OpenDealCount * AverageWonValue * WinRate / days
        : null;

    /// <summary>Gets won-value velocity, the amount won per day of an average cycle:
    /// <c>won value / mean won cycle</c>.</summary>
    public decimal? WonValuePerCycleDay => AverageWonValue is not null && MeanWonCycleDays is > 0m and { } days
        ? WonValue / days
        : null;

    /// <summary>Returns both velocities.</summary>
    public override string ToString() =>
        Invariant($"pipeline velocity {Text(PipelinePerDay)}, won-value velocity {Text(WonValuePerCycleDay)}");

    private static string Text(decimal? perDay) =>
        perDay is { } amount ? Invariant($"{amount:#,0.##} per day") : "unknown";
}
