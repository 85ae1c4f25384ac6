using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open pipeline whose regulation sets a deadline in a quarter.</summary>
/// <param name="Quarter">The quarter of the deadline, or <see langword="null"/> for regulations without one.</param>
/// <param name="Count">How many open deals it drives.</param>
/// <param name="Amount">What they amount to, unweighted.</param>
/// <param name="ShareOfPipeline">Their share of the amount of the whole open pipeline, a fraction, or
/// <see langword="null"/> where that amount is zero.</param>
public readonly record struct RegulatoryQuarter(
    YearQuarter? Quarter,
    int Count,
    decimal Amount,
    decimal? ShareOfPipeline)
{
    /// <summary>Returns the quarter, the deals and their share of the pipeline.</summary>
    public override string ToString()
    {
        string quarter = Quarter is { } known ? known.ToString() : "no deadline";
        string share = ShareOfPipeline is { } ofPipeline ? Invariant($", {ofPipeline:0.0%} of the pipeline") : "";
        return Invariant($"{quarter}: {Plural.Of(Count, "deal")}, {Amount:#,0.##}{share}");
    }
}
