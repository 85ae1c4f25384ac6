namespace RevenueModel.Pricing.Ladders.Search;

/// <summary>The <see cref="TierPair"/> of every two boundaries, so that a ladder is evaluated without another look at the
/// months.</summary>
/// <remarks>One pass over the months counts by the place of the customer's level and that of the month among the
/// boundaries; sums of these tables are what lies between two boundaries.</remarks>
internal sealed class TierPairs
{
    private readonly int _places; // the boundaries, and behind them what is above all
    private readonly TierPair[] _pairs; // by lo + 1 and hi
    private readonly TierSketch[] _sketches;

    private TierPairs(int places)
    {
        _places = places;
        _pairs = new TierPair[places * places];
        _sketches = new TierSketch[places * places];
    }

    /// <summary>The tier above one boundary (or -1) and up to another (or, where it is their number, unlimited).</summary>
    public ref readonly TierPair Of(int lo, int hi) => ref _pairs[((lo + 1) * _places) + hi];

    /// <summary>The same in floating point.</summary>
    public ref readonly TierSketch SketchOf(int lo, int hi) => ref _sketches[((lo + 1) * _places) + hi];

    /// <summary>The pairs of all boundaries.</summary>
    public static TierPairs Of(in UsageBook book, BoundaryCandidates candidates, decimal tolerance)
    {
        int places = candidates.Values.Length + 1;
        var sums = new LevelSums(places);
        foreach (CustomerUsage customer in book.Customers)
        {
            sums.Add(candidates, customer, book.MonthsOf(customer));
        }

        sums.Accumulate();
        var pairs = new TierPairs(places);
        for (int lo = -1; lo < places - 1; lo++)
        {
            for (int hi = lo + 1; hi < places; hi++)
            {
                int at = ((lo + 1) * places) + hi;
                pairs._pairs[at] = sums.Between(lo, hi, tolerance);
                pairs._sketches[at] = TierSketch.Of(pairs._pairs[at]);
            }
        }

        return pairs;
    }
}
