using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The conversion of the deals that entered a stage.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct StageConversionRate
{
    /// <summary>Gets the name of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Gets the number of deals that entered the stage.</summary>
    public required int EnteredCount { get; init; }

    /// <summary>Gets the number of them that moved to the next stage, or were won from the last stage.</summary>
    public required int AdvancedCount { get; init; }

    /// <summary>Gets the number of them that were eventually won, also if they skipped stages.</summary>
    public required int WonCount { get; init; }

    /// <summary>Gets the product of the conversion rates from this stage on, which is the win rate that the chain
    /// implies, or <see langword="null"/> if a rate is unknown.</summary>
    public required decimal? ChainWinRate { get; init; }

    /// <summary>Gets the share that moved to the next stage, or <see langword="null"/> if no deal entered.</summary>
    public decimal? ConversionRate => EnteredCount == 0 ? null : (decimal)AdvancedCount / EnteredCount;

    /// <summary>Gets the share that was eventually won, or <see langword="null"/> if no deal entered.</summary>
    public decimal? WinProbability => EnteredCount == 0 ? null : (decimal)WonCount / EnteredCount;

    /// <summary>Returns the stage and its rates.</summary>
    public override string ToString() => EnteredCount == 0
        ? Invariant($"{Stage}: 0 entered")
        : Invariant($"{Stage}: {EnteredCount:#,0} entered, {ConversionRate:0.0%} advanced, ")
            + Invariant($"{WinProbability:0.0%} won ({Chain} by the chain)");

    private string Chain => ChainWinRate is { } rate ? Invariant($"{rate:0.0%}") : "unknown";
}
