using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open pipeline whose regulation sets a deadline in a quarter.</summary>
/// <param name="Quarter">The quarter of the deadline, or <see langword="null"/> for regulations without one.</param>
/// <param name="Count">How many open deals it drives.</param>
/// <param name="Amount">What they amount to, unweighted.</param>
/// <param name="ShareOfPipeline">Their share of the amount of the whole open pipeline, a fraction, or
/// <see langword="null"/> where that amount is zero.</param>
public readonly record struct RegulatoryQuarter(YearQuarter? Quarter, int Count, decimal Amount, decimal? ShareOfPipeline)
{
    /// <summary>The quarter in words.</summary>
    public override string ToString() =>
        Invariant($"{(Quarter is { } quarter ? quarter.ToString() : "no deadline")}: {Count:#,0} deals, {Amount:#,0.##}, {ShareOfPipeline:0.0%} of the pipeline");
}
