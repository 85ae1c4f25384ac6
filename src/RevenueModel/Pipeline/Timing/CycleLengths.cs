using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Pipeline;

/// <summary>How long sales took, from creation to close, in days.</summary>
/// <remarks>The default value is no deals at all.</remarks>
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

    /// <summary>The number of deals measured.</summary>
    public int Count { get; }

    /// <summary>The number of deals that closed but whose cycle is not known, for lack of a date.</summary>
    public int WithoutCycleCount { get; }

    /// <summary>The shortest cycle, or <see langword="null"/> where no deal was measured, as for all below.</summary>
    public int? Shortest { get; }

    /// <summary>The cycle that a quarter of the deals do not exceed.</summary>
    public decimal? LowerQuartile { get; }

    /// <summary>The cycle that half of the deals do not exceed.</summary>
    public decimal? Median { get; }

    /// <summary>The cycle that three quarters of the deals do not exceed.</summary>
    public decimal? UpperQuartile { get; }

    /// <summary>The cycle that nine tenths of the deals do not exceed.</summary>
    public decimal? NinetiethPercentile { get; }

    /// <summary>The longest cycle.</summary>
    public int? Longest { get; }

    /// <summary>The mean cycle.</summary>
    public decimal? Mean { get; }

    /// <summary>Returns the number of cycles and their quantiles.</summary>
    public override string ToString() => Count == 0
        ? "no cycles"
        : Invariant($"{Plural.Of(Count, "cycle")}, median {Median:0.#} days, quartiles {Quartiles}, 90% within {NinetiethPercentile:0.#}");

    private string Quartiles => Invariant($"{LowerQuartile:0.#}-{UpperQuartile:0.#}");
}
