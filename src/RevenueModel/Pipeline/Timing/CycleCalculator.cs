using System.Buffers;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Pipeline;

/// <summary>Measures sales cycles: the days from creation to close.</summary>
/// <remarks>
/// Only closed deals are measured. Open deals are excluded, so the figures are biased toward short cycles while many
/// deals are open.
/// </remarks>
public static class CycleCalculator
{
    /// <summary>Measures the cycles of the deals with an outcome.</summary>
    /// <param name="opportunities">The deals; those with another outcome are excluded.</param>
    /// <param name="outcome">Won or lost. Default: won, as sales cycles are usually stated to closed-won.</param>
    /// <param name="method">The convention for a quantile between two deals. Default: inclusive.</param>
    /// <returns>The quantiles and the mean.</returns>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is open, or <paramref name="method"/> is
    /// undefined.</exception>
    /// <example><code>
    /// LocalDate created = new(2027, 1, 1);
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won(created, closed: created.PlusDays(60)) },
    ///     new() { Id = "B", Stage = "Won", Timeline = DealTimeline.Won(created, closed: created.PlusDays(90)) },
    ///     new() { Id = "C", Stage = "Won", Timeline = DealTimeline.Won(created, closed: created.PlusDays(150)) },
    /// ];
    /// CycleLengths cycles = CycleCalculator.Measure(deals);
    /// Console.WriteLine($"median {cycles.Median:0}, mean {cycles.Mean:0} days"); // median 90, mean 100 days
    /// </code></example>
    public static CycleLengths Measure(
        ReadOnlySpan<Opportunity> opportunities,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive)
    {
        RequireClosed(outcome);
        Guard.Against.Undefined(method);
        int[] rented = ArrayPool<int>.Shared.Rent(opportunities.Length);
        int known = 0;
        int unknown = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            if (Guard.Against.Null(opportunity, nameof(opportunities)).Outcome != outcome)
            {
                continue;
            }

            if (opportunity.Timeline.CycleDays is { } days)
            {
                rented[known++] = days;
            }
            else
            {
                unknown++;
            }
        }

        Span<int> cycles = rented.AsSpan(0, known);
        cycles.Sort();
        var lengths = new CycleLengths(cycles, unknown, method);
        ArrayPool<int>.Shared.Return(rented);
        return lengths;
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, DealOutcome, QuantileMethod)"/>
    public static CycleLengths Measure(
        IEnumerable<Opportunity> opportunities,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive) =>
        Measure(opportunities.AsItems(), outcome, method);

    /// <summary>Measures the cycles of the deals with an outcome by segment.</summary>
    /// <param name="opportunities">The deals; those with another outcome are excluded.</param>
    /// <param name="outcome">Won or lost. Default: won.</param>
    /// <param name="method">The convention for a quantile between two deals. Default: inclusive.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is open, or <paramref name="method"/> is
    /// undefined.</exception>
    public static ValueList<Keyed<string?, CycleLengths>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive) =>
        By(opportunities, static opportunity => opportunity.Segment, StringComparer.Ordinal, outcome, method);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity}, DealOutcome, QuantileMethod)"/>
    public static ValueList<Keyed<string?, CycleLengths>> BySegment(
        IEnumerable<Opportunity> opportunities,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive) =>
        BySegment(opportunities.AsItems(), outcome, method);

    /// <summary>Measures the cycles of the deals with an outcome by any property of a deal.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">The deals; those with another outcome are excluded.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <param name="outcome">Won or lost. Default: won.</param>
    /// <param name="method">The convention for a quantile between two deals. Default: inclusive.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is open, or <paramref name="method"/> is
    /// undefined.</exception>
    public static ValueList<Keyed<TKey, CycleLengths>> By<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive)
    {
        RequireClosed(outcome);
        Guard.Against.Undefined(method);
        return OpportunityGroups.Measure(
            opportunities,
            opportunity => opportunity.Outcome == outcome,
            key,
            order,
            group => Measure(group, outcome, method));
    }

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{Opportunity}, Func{Opportunity, TKey}, IComparer{TKey}, DealOutcome,
    /// QuantileMethod)"/>
    public static ValueList<Keyed<TKey, CycleLengths>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive) =>
        By(opportunities.AsItems(), key, order, outcome, method);

    private static void RequireClosed(DealOutcome outcome)
    {
        if (outcome is not (DealOutcome.Won or DealOutcome.Lost))
        {
            throw DomainGuards.OutOfRange(nameof(outcome), outcome, "Won or Lost");
        }
    }
}
