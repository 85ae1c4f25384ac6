using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Pipeline;

/// <summary>Sales cycle lengths in days, from creation to close.</summary>
/// <remarks>The default value represents no deals.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CycleLengths
{
    internal CycleLengths(ReadOnlySpan<int> sorted, int unknown, QuantileMethod method)
    {
        Count = sorted.Length;
        WithoutCycleCount = unknown;
        if (sorted.IsEmpty)
        {
            return;
        }

        long sum = 0;
        foreach (int days in sorted)
        {
            sum += days;
        }

        Shortest = sorted[0];
        LowerQuartile = QuantileCalculator.Quantile(sorted, 0.25m, method);
        Median = QuantileCalculator.Quantile(sorted, 0.5m, method);
        UpperQuartile = QuantileCalculator.Quantile(sorted, 0.75m, method);
        NinetiethPercentile = QuantileCalculator.Quantile(sorted, 0.9m, method);
        Longest = sorted[^1];
        Mean = (decimal)sum / sorted.Length;
    }

    /// <summary>Gets the number of deals measured.</summary>
    public int Count { get; internal init; }

    /// <summary>Gets the number of closed deals whose cycle is unknown because a date is missing.</summary>
    public int WithoutCycleCount { get; internal init; }

    /// <summary>Gets the shortest cycle, or <see langword="null"/> if no deal was measured.</summary>
    public int? Shortest { get; internal init; }

    /// <summary>Gets the cycle that a quarter of the deals do not exceed, or <see langword="null"/> if no deal was
    /// measured.</summary>
    public decimal? LowerQuartile { get; internal init; }

    /// <summary>Gets the cycle that half of the deals do not exceed, or <see langword="null"/> if no deal was
    /// measured.</summary>
    public decimal? Median { get; internal init; }

    /// <summary>Gets the cycle that three quarters of the deals do not exceed, or <see langword="null"/> if no deal
    /// was measured.</summary>
    public decimal? UpperQuartile { get; internal init; }

    /// <summary>Gets the cycle that nine tenths of the deals do not exceed, or <see langword="null"/> if no deal was
    /// measured.</summary>
    public decimal? NinetiethPercentile { get; internal init; }

    /// <summary>Gets the longest cycle, or <see langword="null"/> if no deal was measured.</summary>
    public int? Longest { get; internal init; }

    /// <summary>Gets the mean cycle, or <see langword="null"/> if no deal was measured.</summary>
    public decimal? Mean { get; internal init; }

    /// <summary>Returns the number of cycles and their quantiles.</summary>
    public override string ToString() => Count == 0
        ? "no cycles"
        : Invariant($"{Plural.Of(Count, "cycle")}, median {Median:0.#} days, quartiles {Quartiles}, ")
            + Invariant($"90% within {NinetiethPercentile:0.#}");

    private string Quartiles => Invariant($"{LowerQuartile:0.#}-{UpperQuartile:0.#}");
}
