using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Measures how much of the planned capacity is at risk.</summary>
/// <remarks>Tools of sales planning use "capacity at risk" for different things. <see cref="CapacityRisks"/> names
/// them: heads with low attainment, ramping heads, expected attrition, open positions.</remarks>
public static class CapacityRiskCalculator
{
    /// <summary>Measures the capacity at risk by each convention, and their union.</summary>
    /// <param name="terms">The risks that count, the threshold of attainment and the attrition.</param>
    /// <param name="heads">The heads and open positions, each once.</param>
    /// <returns>The parts, which overlap, and the union, in which no capacity is counted twice.</returns>
    /// <exception cref="ArgumentException">A head is null or repeated, or the capacity exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// var terms = new CapacityRiskTerms { Attrition = 0.1m };
    /// HeadCapacity[] heads =
    /// [
    ///     new() { Name = "Ada", Capacity = 900_000m, Attainment = 1.1m },
    ///     new() { Name = "Ben", Capacity = 600_000m, Attainment = 0.3m, IsRamping = true },
    /// ];
    /// var risk = CapacityRiskCalculator.Measure(terms, heads);
    /// Console.WriteLine(risk); // 690,000 of 1,500,000 at risk (46.0%)
    /// </code></example>
    public static CapacityAtRisk Measure(CapacityRiskTerms terms, ReadOnlySpan<HeadCapacity> heads)
    {
        Guard.Against.Null(terms);
        RequireOnce(heads);
        return MeasureHeads(terms, heads);
    }

    /// <inheritdoc cref="Measure(CapacityRiskTerms, ReadOnlySpan{HeadCapacity})"/>
    public static CapacityAtRisk Measure(CapacityRiskTerms terms, IEnumerable<HeadCapacity> heads) =>
        Measure(terms, heads.AsItems());

    /// <summary>Measures the capacity at risk by segment.</summary>
    /// <returns>A line for each segment in the order of names; heads without a segment are last.</returns>
    /// <inheritdoc cref="Measure(CapacityRiskTerms, ReadOnlySpan{HeadCapacity})"/>
    public static ValueList<Keyed<string?, CapacityAtRisk>> BySegment(
        CapacityRiskTerms terms, ReadOnlySpan<HeadCapacity> heads)
    {
        Guard.Against.Null(terms);
        RequireOnce(heads);
        var groups = new KeyedGroups<string?, List<HeadCapacity>>();
        foreach (HeadCapacity head in heads)
        {
            (groups[head.Segment] ??= []).Add(head);
        }

        return groups.InOrder(
            group => MeasureHeads(terms, CollectionsMarshal.AsSpan(group)), StringComparer.Ordinal);
    }

    /// <inheritdoc cref="BySegment(CapacityRiskTerms, ReadOnlySpan{HeadCapacity})"/>
    public static ValueList<Keyed<string?, CapacityAtRisk>> BySegment(
        CapacityRiskTerms terms, IEnumerable<HeadCapacity> heads) => BySegment(terms, heads.AsItems());

    private static CapacityAtRisk MeasureHeads(CapacityRiskTerms terms, ReadOnlySpan<HeadCapacity> heads)
    {
        CountedAmount planned = default, low = default, ramping = default, attrition = default, open = default;
        CountedAmount union = default;
        int unknown = 0;
        foreach (HeadCapacity head in heads)
        {
            bool isLow = !head.IsOpen && head.Attainment < terms.AttainmentThreshold;
            bool isRamping = !head.IsOpen && head.IsRamping;
            decimal leaving = head.IsOpen ? 0m : head.LeaveProbability ?? terms.Attrition;
            planned = planned.Plus(head.Capacity, nameof(heads));
            low = isLow ? low.Plus(head.Capacity, nameof(heads)) : low;
            ramping = isRamping ? ramping.Plus(head.Capacity, nameof(heads)) : ramping;
            attrition = leaving > 0m ? attrition.Plus(head.Capacity * leaving, nameof(heads)) : attrition;
            open = head.IsOpen ? open.Plus(head.Capacity, nameof(heads)) : open;
            unknown += head.IsOpen || head.Attainment is not null ? 0 : 1;
            CapacityRisks risks = (isLow ? CapacityRisks.LowAttainment : CapacityRisks.None)
                | (isRamping ? CapacityRisks.Ramping : CapacityRisks.None)
                | (head.IsOpen ? CapacityRisks.OpenPositions : CapacityRisks.None);
            decimal share = (risks & terms.Risks) != CapacityRisks.None ? 1m
                : terms.Risks.HasFlag(CapacityRisks.Attrition) ? leaving
                : 0m;
            union = share > 0m ? union.Plus(head.Capacity * share, nameof(heads)) : union;
        }

        return new CapacityAtRisk
        {
            Planned = planned,
            LowAttainment = low,
            Ramping = ramping,
            Attrition = attrition,
            OpenPositions = open,
            Union = union,
            UnknownAttainmentCount = unknown,
        };
    }

    private static void RequireOnce(ReadOnlySpan<HeadCapacity> heads)
    {
        var names = new HashSet<string>(heads.Length, StringComparer.Ordinal);
        foreach (HeadCapacity head in heads)
        {
            if (!names.Add(Guard.Against.Null(head, nameof(heads)).Name))
            {
                throw new ArgumentException(
                    Invariant($"heads had \"{head.Name}\" twice; each head once is expected."), nameof(heads));
            }
        }
    }
}
