
namespace RevenueModel.Packaging;

/// <summary>The <see cref="TierFigures"/> of every two boundaries, so that a ladder is evaluated without another look at the
/// months.</summary>
/// <remarks>One pass over the months counts by the place of the customer's level and that of the month among the
/// boundaries; sums of these tables are what lies between two boundaries.</remarks>
internal sealed class TierFigureTable
{
    private readonly int _places; // the boundaries, and behind them what is above all
    private readonly TierFigures[] _pairs; // by lo + 1 and hi
    private readonly TierFigureEstimates[] _sketches;

    private TierFigureTable(int places)
    {
        _places = places;
        _pairs = new TierFigures[places * places];
        _sketches = new TierFigureEstimates[places * places];
    }

    /// <summary>The tier above one boundary (or -1) and up to another (or, where it is their number, unlimited).</summary>
    public ref readonly TierFigures Of(int lo, int hi) => ref _pairs[((lo + 1) * _places) + hi];

    /// <summary>The same in floating point.</summary>
    public ref readonly TierFigureEstimates EstimateOf(int lo, int hi) => ref _sketches[((lo + 1) * _places) + hi];

    /// <summary>The pairs of all boundaries.</summary>
    public static TierFigureTable Of(in CustomerUsageTable book, BoundaryCandidates candidates, decimal tolerance)
    {
        int places = candidates.Values.Length + 1;
        var sums = new BoundaryCounts(places);
        foreach (CustomerUsage customer in book.Customers)
        {
            sums.Add(candidates, customer, book.MonthsOf(customer));
        }

        sums.Accumulate();
        var pairs = new TierFigureTable(places);
        for (int lo = -1; lo < places - 1; lo++)
        {
            for (int hi = lo + 1; hi < places; hi++)
            {
                int at = ((lo + 1) * places) + hi;
                pairs._pairs[at] = sums.Between(lo, hi, tolerance);
                pairs._sketches[at] = TierFigureEstimates.Of(pairs._pairs[at]);
            }
        }

        return pairs;
    }
}
