using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The open pipeline with a regulatory deadline in a quarter.</summary>
/// <param name="Quarter">The quarter of the deadline, or <see langword="null"/> for regulations without a
/// deadline.</param>
/// <param name="Count">The number of open deals.</param>
/// <param name="Amount">The amount of the open deals, unweighted.</param>
/// <param name="ShareOfPipeline">The share of the amount of the whole open pipeline, a fraction, or
/// <see langword="null"/> if that amount is zero.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
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
