
namespace RevenueModel.Pipeline;

/// <summary>The sales velocity of a pipeline and the figures that it is made of, by both conventions.</summary>
/// <remarks>A figure that can't be said is <see langword="null"/>, and so is what follows from it.</remarks>
public readonly record struct SalesVelocity
{
    /// <summary>The number of open deals.</summary>
    public required int OpenDealCount { get; init; }

    /// <summary>The mean amount of won deals that carry one.</summary>
    public required decimal? AverageWonValue { get; init; }

    /// <summary>The win rate by count over closed deals, a fraction.</summary>
    public required decimal? WinRate { get; init; }

    /// <summary>The mean cycle of won deals in days.</summary>
    public required decimal? MeanWonCycleDays { get; init; }

    /// <summary>The amount of all won deals.</summary>
    public required decimal WonValue { get; init; }

    /// <summary>Count × value × win rate / cycle: what the open pipeline brings in per day.</summary>
    public decimal? PipelinePerDay =>
        AverageWonValue is { } value && WinRate is { } winRate && MeanWonCycleDays is > 0m and { } days
            ? VelocityCalculator.PipelineVelocity(OpenDealCount, value, winRate, days)
            : null;

    /// <summary>Won value / mean won cycle: what the won deals brought in per day of an average cycle.</summary>
    public decimal? WonValuePerCycleDay => MeanWonCycleDays is > 0m and { } days
        ? VelocityCalculator.WonValueVelocity(WonValue, days)
        : null;

    /// <summary>The velocity in words.</summary>
    public override string ToString() =>
        Invariant($"{PipelinePerDay:#,0.##} a day from the pipeline, {WonValuePerCycleDay:#,0.##} won per cycle day");
}
