namespace RevenueModel.Packaging;

/// <summary>The <see cref="TierFigures"/> of every possible tier: one for every pair of a lower and an upper boundary.
/// With the table, a ladder is evaluated without reading the months again.</summary>
/// <remarks>
/// Computed from <see cref="BoundaryCounts"/> after one pass over the months. A position is the index of a boundary
/// among the candidates. Position -1 is below all of them, and their number is above all of them (unlimited).
/// </remarks>
internal sealed class TierFigureTable
{
    private readonly int _positions; // the candidates and "unlimited"
    private readonly TierFigures[] _figures; // by lower + 1 and upper
    private readonly TierFigureEstimates[] _estimates; // in the same order
    private readonly decimal[] _allMonthsAbove; // by boundary

    private TierFigureTable(int positions)
    {
        _positions = positions;
        _figures = new TierFigures[positions * positions];
        _estimates = new TierFigureEstimates[positions * positions];
        _allMonthsAbove = new decimal[positions];
    }

    /// <summary>Returns the figures of the tier above one boundary and up to another.</summary>
    /// <param name="lower">The position of the lower boundary, from -1.</param>
    /// <param name="upper">The position of the upper boundary; the number of candidates for an unlimited tier.</param>
    public ref readonly TierFigures Of(int lower, int upper) => ref _figures[((lower + 1) * _positions) + upper];

    /// <summary>Returns the same figures in floating point.</summary>
    /// <param name="lower">The position of the lower boundary, from -1.</param>
    /// <param name="upper">The position of the upper boundary; the number of candidates for an unlimited tier.</param>
    public ref readonly TierFigureEstimates EstimateOf(int lower, int upper) =>
        ref _estimates[((lower + 1) * _positions) + upper];

    /// <summary>Gets the number of candidate boundaries.</summary>
    public int Candidates => _positions - 1;

    /// <summary>Gets the number of months of all customers.</summary>
    public decimal AllMonths => Of(-1, Candidates).Months;

    /// <summary>Returns the number of months of all customers above a boundary.</summary>
    /// <param name="boundary">The position of the boundary.</param>
    public decimal AllMonthsAbove(int boundary) => _allMonthsAbove[boundary];

    /// <summary>Computes the table.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="candidates">The boundaries.</param>
    /// <param name="tierRevenueTolerance">The share by which the revenue of a tier may differ from current
    /// revenue.</param>
    public static TierFigureTable Of(
        in CustomerUsageTable customers,
        BoundaryCandidates candidates,
        decimal tierRevenueTolerance)
    {
        int positions = candidates.Values.Length + 1;
        var counts = new BoundaryCounts(positions);
        foreach (CustomerUsage customer in customers.Customers)
        {
            counts.Add(candidates, customer, customers.MonthsOf(customer));
        }

        counts.Accumulate();
        var table = new TierFigureTable(positions);
        for (int boundary = 0; boundary < positions; boundary++)
        {
            table._allMonthsAbove[boundary] = counts.AllMonthsAbove(boundary);
        }

        for (int lower = -1; lower < positions - 1; lower++)
        {
            for (int upper = lower + 1; upper < positions; upper++)
            {
                int at = ((lower + 1) * positions) + upper;
                table._figures[at] = counts.FiguresBetween(lower, upper, tierRevenueTolerance);
                table._estimates[at] = TierFigureEstimates.Of(table._figures[at]);
            }
        }

        return table;
    }
}
