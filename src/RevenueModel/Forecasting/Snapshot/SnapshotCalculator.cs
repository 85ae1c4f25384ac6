using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Sums and groups the deals of a snapshot in one pass, exact to the last minor unit.</summary>
/// <remarks>
/// The sums equal, cell by cell, the weighted-stage forecast of the same deals. Like its cells, and unlike its total,
/// the sums include every deal. Lost and omitted deals count with their amount and have a weight of zero; group by
/// <see cref="SnapshotDimensions.Category"/> to separate them. Sums are whole numbers in 128 bits, so the result has
/// the same bits for any number of threads.
/// </remarks>
public static class SnapshotCalculator
{
    /// <summary>Returns the totals of all deals.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="threads">The largest number of threads, one or more. Default: one.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="ArgumentException"><paramref name="threads"/> is below one.</exception>
    public static SnapshotTotals Total(PipelineSnapshot snapshot, int threads = 1)
    {
        ValueList<Keyed<SnapshotGroup, SnapshotTotals>> groups =
            Group(snapshot, SnapshotDimensions.None, default, threads);
        return groups.IsEmpty ? default : groups[0].Value;
    }

    /// <summary>Returns the weighted amount of all deals.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns><c>Σ amount × weight</c>, exact to the 28 digits of a <see cref="decimal"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public static decimal Weighted(PipelineSnapshot snapshot)
    {
        Guard.Against.Null(snapshot);
        Int128 millionths = WeightedSumCalculator.Sum(snapshot.Amounts, snapshot.Weights);
        return SnapshotTotals.FromMillionths(millionths, snapshot.MinorUnit);
    }

    /// <summary>Returns the totals of each group of deals, in the order of stage, segment, month, quarter, motion and
    /// category.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="dimensions">The properties by which deals are grouped.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <param name="threads">The largest number of threads, one or more. Default: one.</param>
    /// <returns>A line for each group with deals. A group without a value of a dimension comes before those with
    /// one.</returns>
    /// <exception cref="ArgumentException"><paramref name="threads"/> is below one, or the dimensions are not
    /// defined.</exception>
    /// <example><code>
    /// using RevenueModel.Pipeline;
    /// 
    /// SalesProcess process = SalesProcess.Of(new PipelineStage { Name = "Proposal", WinProbability = 50.Percent });
    /// DealTimeline march = DealTimeline.Open(expectedClose: new LocalDate(2027, 3, 31));
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Proposal", Amount = 80_000m, Timeline = march },
    ///     new() { Id = "B", Stage = "Proposal", Amount = 45_000m, Timeline = march },
    /// ];
    /// PipelineSnapshot snapshot = PipelineSnapshot.Of(process, deals);
    /// var lines = SnapshotCalculator.Group(snapshot, SnapshotDimensions.Quarter | SnapshotDimensions.Category);
    /// Console.WriteLine(lines[0]); // 2027-Q1, Pipeline: 2 deals, 125,000, weighted 62,500
    /// </code></example>
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
