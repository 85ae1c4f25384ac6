using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Sums and groups the deals of a snapshot in one pass, exact to the last minor unit.</summary>
/// <remarks>
/// Equal, cell by cell, to the weighted-stage forecast of the same deals on every input. Like its cells, and unlike
/// its total, the sums hold every deal: lost and omitted ones count with their amount and weigh nothing; group by
/// <see cref="SnapshotDimensions.Category"/> to tell them apart. Sums are whole numbers in 128 bits, so the
/// result is the same bits for any number of threads.
/// </remarks>
public static class SnapshotCalculator
{
    /// <summary>The totals of all deals.</summary>
    /// <param name="snapshot">The deals.</param>
    /// <param name="threads">How many threads may share the work, one or more; one unless said.</param>
    /// <exception cref="ArgumentException"><paramref name="threads"/> is below one.</exception>
    public static SnapshotTotals Total(PipelineSnapshot snapshot, int threads = 1)
    {
        ValueList<Keyed<SnapshotGroup, SnapshotTotals>> groups = Group(snapshot, SnapshotDimensions.None, default, threads);
        return groups.IsEmpty ? default : groups[0].Value;
    }

    /// <summary>The weighted amount of all deals.</summary>
    /// <param name="snapshot">The deals.</param>
    /// <returns><c>Σ amount × weight</c>, exact to the 28 digits that a <see cref="decimal"/> holds.</returns>
    public static decimal Weighted(PipelineSnapshot snapshot)
    {
        Guard.Against.Null(snapshot);
        Int128 millionths = WeightedSumCalculator.Sum(snapshot.Amounts, snapshot.Weights);
        return SnapshotTotals.FromMillionths(millionths, snapshot.MinorUnit);
    }

    /// <summary>The totals of each group of deals, in the order of stage, segment, month, quarter, motion and
    /// category; groups without deals are left out, and what deals do not say comes first.</summary>
    /// <param name="snapshot">The deals.</param>
    /// <param name="dimensions">What to group by.</param>
    /// <param name="calendar">The fiscal calendar of the quarters; the calendar year unless said.</param>
    /// <param name="threads">How many threads may share the work, one or more; one unless said.</param>
    /// <exception cref="ArgumentException"><paramref name="threads"/> is below one, or the dimensions are not
    /// defined.</exception>
    public static ValueList<Keyed<SnapshotGroup, SnapshotTotals>> Group(
        PipelineSnapshot snapshot,
        SnapshotDimensions dimensions,
        FiscalCalendar calendar = default,
        int threads = 1)
    {
        Guard.Against.Null(snapshot);
        if (threads < 1)
        {
            throw DomainGuards.OutOfRange(nameof(threads), threads, "one or more");
        }

        var keys = new GroupKeys(snapshot.Columns, dimensions, calendar);
        var parts = new GroupSums[Math.Min(threads, Math.Max(1, snapshot.Count))];
        if (parts.Length == 1)
        {
            parts[0] = GroupSums.Of(snapshot, keys, 0, snapshot.Count);
        }
        else
        {
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
            {
                int start = (int)((long)snapshot.Count * part / parts.Length);
                int end = (int)((long)snapshot.Count * (part + 1) / parts.Length);
                parts[part] = GroupSums.Of(snapshot, keys, start, end);
            });
        }

        for (int part = 1; part < parts.Length; part++)
        {
            parts[0].Merge(parts[part]);
        }

        return parts[0].ToLines(snapshot.MinorUnit, keys);
    }
}
