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
    // 2^31 outcomes of this size have a finite sum.
    private const double Largest = 1e298;

    /// <summary>The range of outcomes in messages.</summary>
    internal const string Allowed = "a number between -1E+298 and 1E+298";

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
        Mean = mean;
        StandardDeviation = values.Count > 1 ? Deviation(values.AsSpan(), mean) : null;
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
    /// <param name="values">The outcome of each trial in the order of the trials, numbers between -10^298 and
    /// 10^298.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The index is negative, the last index exceeds the range of a long, or an
    /// outcome is outside its range or NaN.</exception>
    public static SimulationResult Of(RandomSource source, long firstTrial, ReadOnlySpan<double> values)
    {
        RequireRange(firstTrial, values.Length, nameof(firstTrial));
        for (int i = 0; i < values.Length; i++)
        {
            if (!IsValid(values[i]))
            {
                throw NumberGuards.At(nameof(values), i, values[i], Allowed);
            }
        }

        return new SimulationResult(source, firstTrial, ValueList.Create(values));
    }

    /// <inheritdoc cref="Of(RandomSource, long, ReadOnlySpan{double})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static SimulationResult Of(RandomSource source, long firstTrial, IEnumerable<double> values) =>
        Of(source, firstTrial, values.AsItems());

    /// <summary>Merges the results of two ranges of trials, of which one starts where the other ends.</summary>
    /// <param name="other">The other result, of the same source.</param>
    /// <returns>The result of both ranges. The order of the two does not matter, and parts that meet merge in any
    /// grouping to the same bits. A range without trials inside the other one or at its ends changes
    /// nothing.</returns>
    /// <exception cref="ArgumentException">The sources differ, the ranges overlap, there is a gap between them, or
    /// they have more trials than an array can hold.</exception>
    /// <remarks><see cref="SimulationCalculator.Merge(ReadOnlySpan{SimulationResult})"/> merges several parts in any
    /// order.</remarks>
    public SimulationResult Merge(SimulationResult other)
    {
        Guard.Against.Null(other);
        if (other.Source != Source)
        {
            throw DomainGuards.OutOfRange(nameof(other), other.Source, Invariant($"a result of the source {Source}"));
        }

        if (IsNothingIn(other) || other.IsNothingIn(this))
        {
            return Values.IsEmpty ? other : this;
        }

        (SimulationResult left, SimulationResult right) = EndTrial == other.FirstTrial ? (this, other) : (other, this);
        if (left.EndTrial != right.FirstTrial)
        {
            throw NotMeeting(this, other, nameof(other));
        }

        RequireCount((long)Values.Count + other.Values.Count, nameof(other));
        double[] values = [.. left.Values.AsSpan(), .. right.Values.AsSpan()];
        return new SimulationResult(Source, left.FirstTrial, ValueList.Own(values));
    }

    /// <summary>Returns the outcome that a share of the trials does not exceed.</summary>
    /// <param name="probability">The share, between 0 and 1: 0.1 for P10.</param>
    /// <returns>The smallest outcome x with a share of at least <paramref name="probability"/> of outcomes up to x
    /// (<see cref="QuantileMethod.NearestRank"/>), or <see langword="null"/> without trials.</returns>
    /// <exception cref="ArgumentException">The probability is outside 0 to 1, or NaN.</exception>
    /// <remarks>A share within 4.5 × 10^-16 below the probability counts as equal to it, so that the rounding of
    /// <c>1 - 0.18</c> does not miss 41 of 50.</remarks>
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
            quantiles[i] = sorted[NearestRank.Of(probabilities[i], sorted.Length)];
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

    /// <summary>Merges parts in any order.</summary>
    internal static SimulationResult MergeAll(ReadOnlySpan<SimulationResult> parts, string name)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException(name + " had no result; at least one is expected.", name);
        }

        var ordered = new SimulationResult[parts.Length];
        long count = 0;
        for (int i = 0; i < ordered.Length; i++)
        {
            ordered[i] = Guard.Against.Null(parts[i], name);
            count += ordered[i].Values.Count;
            if (ordered[i].Source != ordered[0].Source)
            {
                throw DomainGuards.OutOfRange(
                    name, ordered[i].Source, Invariant($"the source of the first result, {ordered[0].Source},"));
            }
        }

        RequireCount(count, name);
        Array.Sort(ordered, static (one, other) => one.FirstTrial != other.FirstTrial
            ? one.FirstTrial.CompareTo(other.FirstTrial)
            : one.EndTrial.CompareTo(other.EndTrial));
        var values = new double[count];
        SimulationResult last = ordered[0];
        int filled = 0;
        foreach (SimulationResult part in ordered)
        {
            // A part without trials may lie inside another one.
            bool isFirst = ReferenceEquals(part, ordered[0]) && filled == 0;
            if (!isFirst && part.FirstTrial != last.EndTrial && !part.IsNothingIn(last))
            {
                throw NotMeeting(last, part, name);
            }

            part.Values.AsSpan().CopyTo(values.AsSpan(filled));
            filled += part.Values.Count;
            last = part.EndTrial > last.EndTrial ? part : last;
        }

        return new SimulationResult(last.Source, last.EndTrial - count, ValueList.Own(values));
    }

    /// <summary>Returns whether an outcome is within the range of which figures are computed.</summary>
    internal static bool IsValid(double outcome) => Math.Abs(outcome) <= Largest;

    // Deviations are divided by a power of two, which is exact, so that no square leaves the range of a double.
    private static double Deviation(ReadOnlySpan<double> values, double mean)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value - mean));
        }

        if (largest == 0)
        {
            return 0;
        }

        int scale = Math.ILogB(largest);
        CompensatedSum squares = default;
        foreach (double value in values)
        {
            double scaled = Math.ScaleB(value - mean, -scale);
            squares.Add(scaled * scaled);
        }

        return Math.ScaleB(Math.Sqrt(squares.Value / (values.Length - 1)), scale);
    }

    private bool IsNothingIn(SimulationResult other) =>
        Values.IsEmpty && FirstTrial >= other.FirstTrial && FirstTrial <= other.EndTrial;

    private static void RequireCount(long count, string name)
    {
        if (count > Array.MaxLength)
        {
            throw DomainGuards.OutOfRange(
                name, Invariant($"of {count} trials together"), Invariant($"at most {Array.MaxLength}"));
        }
    }

    private static ArgumentException NotMeeting(SimulationResult one, SimulationResult other, string name)
    {
        bool isGap = one.EndTrial < other.FirstTrial || other.EndTrial < one.FirstTrial;
        return new ArgumentException(
            Invariant($"{name} was {Range(other)}, which {(isGap ? "leaves a gap to" : "overlaps")} {Range(one)}; ")
                + "a range that starts where the other one ends is expected.",
            name);
    }

    private static string Range(SimulationResult result) =>
        Invariant($"the trials {result.FirstTrial} to before {result.EndTrial}");
}
