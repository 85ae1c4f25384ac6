namespace RevenueModel.Packaging;

/// <summary>Counts, by the commit level of the customer, the months, the months above each boundary and the crossings
/// of each boundary.</summary>
/// <remarks>
/// <para>A value has the position of the first boundary that is not below it. Each customer is counted at the position
/// of its commit level. <see cref="Accumulate"/> then turns the counts at each level into counts of all customers up
/// to that level, so that a tier between two boundaries is a difference of two of them.</para>
/// <para>Tables have a row for each level and a column for each boundary.</para>
/// </remarks>
internal sealed class BoundaryCounts
{
    private readonly int _positions;
    private readonly long[] _months; // by level
    private readonly decimal[] _revenueToday; // by level
    private readonly long[] _monthsAbove; // until accumulated: months at each position
    private readonly long[] _crossings; // until accumulated: +1 at the first boundary crossed, -1 after the last

    public BoundaryCounts(int positions)
    {
        _positions = positions;
        _months = new long[positions];
        _revenueToday = new decimal[positions];
        _monthsAbove = new long[positions * positions];
        _crossings = new long[positions * positions];
    }

    /// <summary>Counts a customer.</summary>
    public void Add(BoundaryCandidates candidates, in CustomerUsage customer, ReadOnlySpan<decimal> usage)
    {
        int level = candidates.PositionOf(customer.CommitLevel);
        _months[level] += usage.Length;
        _revenueToday[level] += customer.RevenueToday;
        Span<long> monthsAt = RowOf(_monthsAbove, level);
        Span<long> crossings = RowOf(_crossings, level);
        int previous = -1;
        foreach (decimal quantity in usage)
        {
            int position = candidates.PositionOf(quantity);
            monthsAt[position]++;
            if (previous >= 0 && previous != position)
            {
                // Crosses every boundary from the lower position to the one before the higher position.
                crossings[Math.Min(previous, position)]++;
                crossings[Math.Max(previous, position)]--;
            }

            previous = position;
        }
    }

    /// <summary>Turns counts at each position into counts above each boundary, and counts at each level into counts up
    /// to that level. Called once, after the last customer.</summary>
    public void Accumulate()
    {
        for (int level = 0; level < _positions; level++)
        {
            Span<long> monthsAbove = RowOf(_monthsAbove, level);
            Span<long> crossings = RowOf(_crossings, level);
            long sum = 0;
            for (int position = _positions - 1; position >= 0; position--)
            {
                (monthsAbove[position], sum) = (sum, sum + monthsAbove[position]);
            }

            for (int position = 1; position < _positions; position++)
            {
                crossings[position] += crossings[position - 1];
            }

            if (level > 0)
            {
                _months[level] += _months[level - 1];
                _revenueToday[level] += _revenueToday[level - 1];
                AddTo(monthsAbove, RowOf(_monthsAbove, level - 1));
                AddTo(crossings, RowOf(_crossings, level - 1));
            }
        }
    }

    /// <summary>Returns the figures of the customers whose level is above one boundary and up to another.</summary>
    /// <param name="lower">The position of the lower boundary, from -1.</param>
    /// <param name="upper">The position of the upper boundary.</param>
    /// <param name="tierRevenueTolerance">The share by which the revenue of a tier may differ from current
    /// revenue.</param>
    public TierFigures FiguresBetween(int lower, int upper, decimal tierRevenueTolerance)
    {
        long months = _months[upper] - (lower < 0 ? 0 : _months[lower]);
        decimal revenueToday = _revenueToday[upper] - (lower < 0 ? 0m : _revenueToday[lower]);
        int atUpper = (upper * _positions) + upper;
        int atLower = (lower * _positions) + upper;
        return new TierFigures
        {
            Months = months,
            MonthsAbove = _monthsAbove[atUpper] - (lower < 0 ? 0 : _monthsAbove[atLower]),
            Crossings = _crossings[atUpper] - (lower < 0 ? 0 : _crossings[atLower]),
            RevenueToday = revenueToday,
            MeanBillToday = months == 0 ? 0m : revenueToday / months, // no ladder has a tier without customers
            MinRevenue = revenueToday * (1m - tierRevenueTolerance),
            MaxRevenue = revenueToday * (1m + tierRevenueTolerance),
        };
    }

    /// <summary>Returns the number of months of all customers above a boundary.</summary>
    /// <param name="boundary">The position of the boundary.</param>
    public long AllMonthsAbove(int boundary) => RowOf(_monthsAbove, _positions - 1)[boundary];

    private static void AddTo(Span<long> destination, ReadOnlySpan<long> added)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] += added[i];
        }
    }

    private Span<long> RowOf(long[] table, int level) => table.AsSpan(level * _positions, _positions);
}
