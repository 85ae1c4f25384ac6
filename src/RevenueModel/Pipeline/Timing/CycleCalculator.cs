using System.Buffers;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Pipeline;

/// <summary>How long it takes to close a deal.</summary>
/// <remarks>
/// Cycles of deals that closed. Open deals are left out, so the figures lean to the quick ones while many deals are
/// still open.
/// </remarks>
public static class CycleCalculator
{
    /// <summary>The cycles of the deals with an outcome.</summary>
    /// <param name="opportunities">The deals; those with another outcome are passed over.</param>
    /// <param name="outcome">Won or lost; won unless said, as sales cycles are usually stated to closed-won.</param>
    /// <param name="method">The convention for a quantile between two deals.</param>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is open.</exception>
    public static CycleLengths Measure(
        ReadOnlySpan<Opportunity> opportunities,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive)
    {
        RequireClosed(outcome);
        int[] rented = ArrayPool<int>.Shared.Rent(opportunities.Length);
        int known = 0;
        int unknown = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.Outcome != outcome)
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

    /// <summary>The cycles of the deals with an outcome by segment, in the order of the segments' names, unnamed
    /// last.</summary>
    /// <param name="opportunities">The deals; those with another outcome are passed over.</param>
    /// <param name="outcome">Won or lost; won unless said.</param>
    /// <param name="method">The convention for a quantile between two deals.</param>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is open.</exception>
    public static ValueList<Keyed<string?, CycleLengths>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        DealOutcome outcome = DealOutcome.Won,
        QuantileMethod method = QuantileMethod.Inclusive)
    {
        RequireClosed(outcome);
        return OpportunityGroups.Measure<string?, CycleLengths>(
            opportunities,
            opportunity => opportunity.Outcome == outcome,
            static opportunity => opportunity.Segment,
            StringComparer.Ordinal,
            group => Measure(group, outcome, method));
    }

    private static void RequireClosed(DealOutcome outcome)
    {
        if (outcome is not (DealOutcome.Won or DealOutcome.Lost))
        {
            throw DomainGuards.OutOfRange(nameof(outcome), outcome, "Won or Lost");
        }
    }
}
