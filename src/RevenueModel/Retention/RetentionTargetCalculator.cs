using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Sets published NRR beside the measured one.</summary>
public static class RetentionTargetCalculator
{
    /// <summary>Compares published figures with measured closed cohorts.</summary>
    /// <param name="targets">The published figures.</param>
    /// <param name="measured">The closed cohorts of one window by segment.</param>
    /// <returns>A comparison for each target. A target of a segment is compared with the segment of the same name,
    /// ignoring case; every other one stands beside the NRR of all accounts.</returns>
    /// <exception cref="ArgumentException">An item is null, or the cohorts have different windows.</exception>
    /// <remarks>
    /// A disclosed composite stands beside the measured NRR without a difference: the vendor does not state the mix of
    /// its segments, and one point more of Enterprise in the mix moves a composite as much as retention does.
    /// </remarks>
    /// <example><code>
    /// RetentionTotals[] measured =
    /// [
    ///     new()
    ///     {
    ///         Group = "Enterprise Integration-CoE", From = new(2026, 12), Through = new(2027, 12),
    ///         Opening = 1_000m, Ending = 1_180m, GrossEnding = 950m, OpeningCount = 12, RetainedCount = 11,
    ///     },
    /// ];
    /// var compared = RetentionTargetCalculator.Compare(PublishedRetentionTargets.Ipaas2027, measured);
    /// Console.WriteLine(compared[1].DistanceToTarget); // -0.02
    /// Console.WriteLine(compared[3].DistanceToTarget is null); // True
    /// </code></example>
    public static ValueList<RetentionTargetComparison> Compare(
        ReadOnlySpan<RetentionTarget> targets, ReadOnlySpan<RetentionTotals> measured)
    {
        RetentionTotals? all = null;
        foreach (RetentionTotals totals in measured)
        {
            Guard.Against.Null(totals, nameof(measured));
            if (all is not null && (all.From != totals.From || all.Through != totals.Through))
            {
                throw new ArgumentException(
                    Invariant($"measured had the windows \"{all}\" and \"{totals}\"; one window is expected."),
                    nameof(measured));
            }

            all = all is null ? totals : all.Add(totals);
        }

        var comparisons = new RetentionTargetComparison[targets.Length];
        for (int i = 0; i < comparisons.Length; i++)
        {
            RetentionTarget target = Guard.Against.Null(targets[i], nameof(targets));
            RetentionTotals? totals = target.Scope == RetentionScope.Segment
                ? NameLookup.Find(measured, target.Name, static candidate => candidate.Group)
                : all;
            comparisons[i] = new RetentionTargetComparison(target, totals?.Nrr, totals?.OpeningCount ?? 0);
        }

        return ValueList.Own(comparisons);
    }

    /// <inheritdoc cref="Compare(ReadOnlySpan{RetentionTarget}, ReadOnlySpan{RetentionTotals})"/>
    public static ValueList<RetentionTargetComparison> Compare(
        IEnumerable<RetentionTarget> targets, IEnumerable<RetentionTotals> measured) =>
        Compare(targets.AsItems(), measured.AsItems());
}
