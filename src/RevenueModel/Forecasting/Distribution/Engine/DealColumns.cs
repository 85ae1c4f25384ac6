using System.Buffers;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Deals on a lattice in columns, ascending by the size of their amounts.</summary>
/// <remarks>
/// <para>
/// An amount between two cells is split over both so that its mean is kept: the far cell gets the share theta. The
/// cell of a negative amount is stored as the complement of the cell of its size.
/// </para>
/// <para>Small deals first keep the window narrow for as long as possible. Buffers are rented.</para>
/// </remarks>
internal sealed class DealColumns : IDisposable
{
    private readonly double[]? _far;
    private readonly double[]? _theta;

    private DealColumns(int count, bool isSplit)
    {
        Count = count;
        Cell = ArrayPool<int>.Shared.Rent(count);
        Probability = ArrayPool<double>.Shared.Rent(count);
        Source = ArrayPool<int>.Shared.Rent(count);
        _far = isSplit ? ArrayPool<double>.Shared.Rent(count) : null;
        _theta = isSplit ? ArrayPool<double>.Shared.Rent(count) : null;
    }

    /// <summary>Gets the number of deals.</summary>
    public int Count { get; }

    /// <summary>Gets the cell of each deal; the complement of it for a negative amount.</summary>
    public int[] Cell { get; }

    /// <summary>Gets the probability of each deal.</summary>
    public double[] Probability { get; }

    /// <summary>Gets the position of each deal in the book.</summary>
    public int[] Source { get; }

    /// <summary>Gets whether some amounts are split.</summary>
    public bool IsSplit => _far is not null;

    /// <summary>Gets the largest offset of a deal in cells.</summary>
    public int Reach { get; private set; }

    /// <summary>Gets the variance that splitting adds, in squared units.</summary>
    public double SplitVariance { get; private set; }

    /// <summary>Gets the variance that splitting adds if all deals are won, in squared units.</summary>
    public double MostSplitVariance { get; private set; }

    /// <summary>Gets the number of amounts that are split.</summary>
    public int SplitCount { get; private set; }

    /// <summary>Returns the probability of the far cell of a deal; zero if it is not split.</summary>
    public double FarProbability(int deal) => _far is null ? 0 : _far[deal];

    /// <summary>Returns the share of the far cell of a deal; zero if it is not split.</summary>
    public double Theta(int deal) => _theta is null ? 0 : _theta[deal];

    /// <summary>Places the deals of a book with one outcome on a lattice.</summary>
    /// <param name="book">The book.</param>
    /// <param name="plan">The lattice.</param>
    public static DealColumns Of(AmountBook book, LatticePlan plan)
    {
        var columns = new DealColumns(book.Count, !plan.IsExact);
        int[] cells = ArrayPool<int>.Shared.Rent(book.Count);
        try
        {
            columns.Place(book, plan.Step, cells);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(cells);
        }

        return columns;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(Cell);
        ArrayPool<double>.Shared.Return(Probability);
        ArrayPool<int>.Shared.Return(Source);
        if (_far is not null && _theta is not null)
        {
            ArrayPool<double>.Shared.Return(_far);
            ArrayPool<double>.Shared.Return(_theta);
        }
    }

    private void Place(AmountBook book, long step, int[] cells)
    {
        int largest = 0;
        ReadOnlySpan<long> units = book.Units.AsSpan(0, Count);
        for (int i = 0; i < units.Length; i++)
        {
            cells[i] = checked((int)(step == 1 ? Math.Abs(units[i]) : Math.Abs(units[i]) / step));
            largest = Math.Max(largest, cells[i]);
        }

        Sort(cells.AsSpan(0, Count), largest);
        var variance = default(CompensatedSum);
        for (int i = 0; i < Count; i++)
        {
            int source = Source[i];
            int cell = cells[source];
            double probability = book.Probability[source];
            Cell[i] = units[source] < 0 ? ~cell : cell;
            Probability[i] = probability;
            if (_far is null || _theta is null)
            {
                continue;
            }

            double rest = Math.Abs(units[source]) - (cell * step);
            double theta = rest / step;
            _theta[i] = theta;
            _far[i] = theta * probability;
            if (rest > 0)
            {
                variance.Add(probability * rest * (step - rest));
                MostSplitVariance += rest * (step - rest);
                SplitCount++;
            }
        }

        SplitVariance = variance.Value;
        Reach = Count == 0 ? 0 : largest + (IsSplit ? 1 : 0);
    }

    // Stable, so that the result depends on the deals alone.
    private void Sort(Span<int> cells, int largest)
    {
        if (largest > (4 * Count) + 1024)
        {
            Span<int> order = Source.AsSpan(0, Count);
            long[] keys = ArrayPool<long>.Shared.Rent(Count);
            for (int i = 0; i < Count; i++)
            {
                keys[i] = ((long)cells[i] << 32) | (uint)i;
            }

            keys.AsSpan(0, Count).Sort();
            for (int i = 0; i < Count; i++)
            {
                order[i] = (int)keys[i];
            }

            ArrayPool<long>.Shared.Return(keys);
            return;
        }

        int[] places = ArrayPool<int>.Shared.Rent(largest + 2);
        Span<int> next = places.AsSpan(0, largest + 2);
        next.Clear();
        foreach (int cell in cells)
        {
            next[cell + 1]++;
        }

        for (int cell = 1; cell < next.Length; cell++)
        {
            next[cell] += next[cell - 1];
        }

        for (int i = 0; i < cells.Length; i++)
        {
            Source[next[cells[i]]++] = i;
        }

        ArrayPool<int>.Shared.Return(places);
    }
}
