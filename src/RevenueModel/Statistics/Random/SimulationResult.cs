using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The outcomes of a range of trials, in the order of the trials. Results of ranges that meet merge to the
/// result of the whole range.</summary>
/// <remarks>Immutable; equal by value. All figures follow from the outcomes in the order of the trials, so that they
/// are the same bits for any number of threads and parts.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SimulationResult
{
    private SimulationResult(RandomSource source, long firstTrial, ValueList<double> values)
    {
        Source = source;
        FirstTrial = firstTrial;
        Values = values;
        if (values.IsEmpty)
        {
            return;
        }

        double mean = CompensatedSum.Of(values.AsSpan()) / values.Count;
        CompensatedSum squares = default;
        foreach (double value in values)
        {
            squares.Add((value - mean) * (value - mean));
        }

        Mean = mean;
        StandardDeviation = values.Count > 1 ? Math.Sqrt(squares.Value / (values.Count - 1)) : null;
    }

    /// <summary>Gets the source that the trials drew from.</summary>
    public RandomSource Source { get; }

    /// <summary>Gets the index of the first trial, zero or more.</summary>
    public long FirstTrial { get; }

    /// <summary>Gets the index after that of the last trial.</summary>
    public long EndTrial => FirstTrial + Values.Count;

    /// <summary>Gets the outcome of each trial.</summary>
    public ValueList<double> Values { get; }

    /// <summary>Gets the mean, or <see langword="null"/> without trials.</summary>
    public double? Mean { get; }

    /// <summary>Gets the standard deviation of an outcome, with n - 1 in the denominator, or <see langword="null"/>
    /// for fewer than two trials.</summary>
    public double? StandardDeviation { get; }

    /// <summary>Gets the standard error of the mean, <c>standard deviation / √n</c>, or <see langword="null"/> for
    /// fewer than two trials.</summary>
    public double? StandardError => StandardDeviation / Math.Sqrt(Values.Count);

    /// <summary>Creates a result from outcomes that were stored or sent.</summary>
    /// <param name="source">The source that the trials drew from.</param>
    /// <param name="firstTrial">The index of the first trial, zero or more.</param>
    /// <param name="values">The outcome of each trial, finite numbers in the order of the trials.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The index is negative, the last index exceeds the range of a long, or an
    /// outcome is NaN or infinite.</exception>
    public static SimulationResult Of(RandomSource source, long firstTrial, ReadOnlySpan<double> values)
    {
        RequireRange(firstTrial, values.Length, nameof(firstTrial));
        NumberGuards.Finite(values, nameof(values));
        return new SimulationResult(source, firstTrial, ValueList.Create(values));
    }

    /// <inheritdoc cref="Of(RandomSource, long, ReadOnlySpan{double})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static SimulationResult Of(RandomSource source, long firstTrial, IEnumerable<double> values) =>
        Of(source, firstTrial, values.AsItems());

    /// <summary>Merges the results of two ranges of trials, of which one starts where the other ends.</summary>
    /// <param name="other">The other result, of the same source.</param>
    /// <returns>The result of both ranges. The order of the two does not matter, and parts merge in any grouping to
    /// the same bits.</returns>
    /// <exception cref="ArgumentException">The sources differ, the ranges overlap, or there is a gap between
    /// them.</exception>
    public SimulationResult Merge(SimulationResult other)
    {
        Guard.Against.Null(other);
        if (other.Source != Source)
        {
            throw DomainGuards.OutOfRange(nameof(other), other.Source, Invariant($"a result of the source {Source}"));
        }

        (SimulationResult left, SimulationResult right) = EndTrial == other.FirstTrial ? (this, other) : (other, this);
        if (left.EndTrial != right.FirstTrial)
        {
            bool isGap = EndTrial < other.FirstTrial || other.EndTrial < FirstTrial;
            string fault = isGap ? "leaves a gap to" : "overlaps";
            throw new ArgumentException(
                Invariant($"other was {Range(other)}, which {fault} {Range(this)}; ")
                    + "a range that starts where the other one ends is expected.",
                nameof(other));
        }

        double[] values = [.. left.Values.AsSpan(), .. right.Values.AsSpan()];
        return new SimulationResult(Source, left.FirstTrial, ValueList.Own(values));
    }

    /// <summary>Returns the outcome that a share of the trials does not exceed.</summary>
    /// <param name="probability">The share, between 0 and 1: 0.1 for P10.</param>
    /// <returns>The smallest outcome x with a share of at least <paramref name="probability"/> of outcomes up to x
    /// (<see cref="QuantileMethod.NearestRank"/>), or <see langword="null"/> without trials.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1, or NaN.</exception>
    public double? Quantile(double probability)
    {
        NumberGuards.Probability(probability);
        ValueList<double> quantiles = Quantiles([probability]);
        return quantiles.IsEmpty ? null : quantiles[0];
    }

    /// <summary>Returns several quantiles, and sorts the outcomes once.</summary>
    /// <param name="probabilities">The shares, each between 0 and 1, in any order.</param>
    /// <returns>A quantile for each share, as <see cref="Quantile"/> returns it; empty without trials.</returns>
    /// <exception cref="ArgumentException">A probability is outside 0 to 1, or NaN.</exception>
    public ValueList<double> Quantiles(params ReadOnlySpan<double> probabilities)
    {
        NumberGuards.Probabilities(probabilities, nameof(probabilities));
        if (Values.IsEmpty)
        {
            return [];
        }

        double[] sorted = [.. Values.AsSpan()];
        Array.Sort(sorted);
        var quantiles = new double[probabilities.Length];
        for (int i = 0; i < quantiles.Length; i++)
        {
            quantiles[i] = sorted[Rank(probabilities[i], sorted.Length)];
        }

        return ValueList.Own(quantiles);
    }

    /// <inheritdoc cref="Quantiles(ReadOnlySpan{double})"/>
    /// <exception cref="ArgumentNullException"><paramref name="probabilities"/> is null.</exception>
    public ValueList<double> Quantiles(IEnumerable<double> probabilities) => Quantiles(probabilities.AsItems());

    /// <summary>Returns the share of trials with an outcome of at least a target.</summary>
    /// <param name="target">The target, a finite number in the unit of the outcomes.</param>
    /// <returns>The share, or <see langword="null"/> without trials.</returns>
    /// <exception cref="ArgumentException">The target is NaN or infinite.</exception>
    public double? ShareAtLeast(double target)
    {
        NumberGuards.Finite(target);
        if (Values.IsEmpty)
        {
            return null;
        }

        int reached = 0;
        foreach (double value in Values)
        {
            reached += value >= target ? 1 : 0;
        }

        return (double)reached / Values.Count;
    }

    /// <summary>Returns the number of trials, the mean and its standard error.</summary>
    public override string ToString() => Plural.Of(Values.Count, "trial") + Invariant($" from {FirstTrial:#,0}")
        + (Mean is { } mean ? Invariant($": mean {mean:#,0.####}") : "")
        + (StandardError is { } error ? Invariant($" ± {error:#,0.####}") : "");

    /// <summary>Creates a result that takes over outcomes, which are finite.</summary>
    internal static SimulationResult Own(RandomSource source, long firstTrial, double[] values) =>
        new(source, firstTrial, ValueList.Own(values));

    /// <summary>Rejects a range of trials that starts below zero or ends beyond the range of a long.</summary>
    internal static void RequireRange(long firstTrial, int count, string name)
    {
        if (firstTrial < 0 || firstTrial > long.MaxValue - count)
        {
            throw DomainGuards.OutOfRange(name, firstTrial, Invariant($"0 to {long.MaxValue - count}"));
        }
    }

    // The smallest rank whose share is at least the probability. A product such as 0.1 × 30 can round up past a whole
    // number, so that the share is compared and not the product rounded.
    private static int Rank(double probability, int count)
    {
        int rank = Math.Clamp((int)Math.Ceiling(probability * count) - 1, 0, count - 1);
        return rank > 0 && (double)rank / count >= probability ? rank - 1 : rank;
    }

    private static string Range(SimulationResult result) =>
        Invariant($"the trials {result.FirstTrial} to before {result.EndTrial}");
}
