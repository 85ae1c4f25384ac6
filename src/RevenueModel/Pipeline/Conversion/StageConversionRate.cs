namespace RevenueModel.Pipeline;

/// <summary>What became of the deals that entered a stage.</summary>
public readonly record struct StageConversionRate
{
    /// <summary>The name of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>How many deals entered it.</summary>
    public required int EnteredCount { get; init; }

    /// <summary>How many of them went on to the very next stage, or from the last one to won.</summary>
    public required int AdvancedCount { get; init; }

    /// <summary>The number of them that were eventually won, whatever stages they skipped.</summary>
    public required int WonCount { get; init; }

    /// <summary>The product of the conversion rates from this stage on: the win rate that the chain implies, or
    /// <see langword="null"/> where a rate is unknown.</summary>
    public required decimal? ChainWinRate { get; init; }

    /// <summary>The share that went on to the very next stage, or <see langword="null"/> where none entered.</summary>
    public decimal? ConversionRate => EnteredCount == 0 ? null : (decimal)AdvancedCount / EnteredCount;

    /// <summary>The share that was won in the end, or <see langword="null"/> where none entered.</summary>
    public decimal? WinProbability => EnteredCount == 0 ? null : (decimal)WonCount / EnteredCount;

    /// <summary>Returns the stage and its rates.</summary>
    public override string ToString() => EnteredCount == 0
        ? Invariant($"{Stage}: 0 entered")
        : Invariant($"{Stage}: {EnteredCount:#,0} entered, {ConversionRate:0.0%} advanced, {WinProbability:0.0%} won ({Chain} by the chain)");

    private string Chain => ChainWinRate is { } rate ? Invariant($"{rate:0.0%}") : "unknown";
}
