
namespace RevenueModel.Packaging;

/// <summary>The included units that ladders are made up from, and how far apart a ladder's must lie.</summary>
/// <remarks>
/// Boundaries <c>lo &lt; hi</c> bound a tier where <c>hi</c> is <see cref="First"/> of <c>lo</c> or later: far enough for the
/// growth of usage and with customers enough between them. Both only get easier with a later <c>hi</c>. The lowest
/// boundary of a ladder follows on -1, which bounds nothing.
/// </remarks>
internal sealed class BoundaryCandidates
{
    private readonly decimal[] _values;
    private readonly int[] _first; // by lo + 1

    private BoundaryCandidates(decimal[] values, ReadOnlySpan<CustomerUsage> customers, LadderConstraints goal)
    {
        _values = values;
        int[] within = CountWithin(values, customers);
        LastEnd = -1;
        for (int i = 0; i < values.Length && customers.Length - within[i] >= goal.MinCustomersPerTier; i++)
        {
            LastEnd = i;
        }

        _first = new int[values.Length + 1];
        int hi = 0;
        for (int lo = -1; lo < values.Length; lo++)
        {
            int below = lo < 0 ? 0 : within[lo];
            decimal least = lo < 0 ? 0m : values[lo] * goal.UsageGrowth;
            while (hi < values.Length && (values[hi] < least || within[hi] - below < goal.MinCustomersPerTier))
            {
                hi++;
            }

            _first[lo + 1] = hi;
        }

        MostTiers = CountMostTiers(customers.Length, goal.MinCustomersPerTier);
        int most = Math.Min(goal.Tiers.Max ?? values.Length + 1, values.Length + 1);
        Ladders = CountLadders(goal.Tiers.Min, most);
    }

    /// <summary>The included units in ascending order.</summary>
    public ReadOnlySpan<decimal> Values => _values;

    /// <summary>The last boundary that leaves customers enough above it, or -1.</summary>
    public int LastEnd { get; }

    /// <summary>The most tiers of a ladder.</summary>
    public int MostTiers { get; }

    /// <summary>The number of ladders, as far as an integer goes.</summary>
    public int Ladders { get; }

    /// <summary>The first boundary that a tier above a boundary can end with.</summary>
    public int First(int lo) => _first[lo + 1];

    /// <summary>The first boundary that is not below a value, or their number where all are.</summary>
    public int PositionOf(decimal value)
    {
        int from = 0;
        int to = _values.Length;
        while (from < to)
        {
            int middle = (from + to) >>> 1;
            if (_values[middle] < value)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    /// <summary>As many candidates as the goal allows that make no more ladders than it allows.</summary>
    public static BoundaryCandidates Of(in CustomerUsageTable book, LadderConstraints goal)
    {
        int count = goal.CandidateBoundaries;
        while (true)
        {
            var candidates = new BoundaryCandidates(Take(book, count, goal.BoundaryDigits), book.Customers, goal);
            if (candidates.Ladders <= goal.MaxLadders || count == 1)
            {
                return candidates;
            }

            count--;
        }
    }

    /// <summary>The commit levels between which equal shares of today's revenue lie, and those between which equal numbers of
    /// customers do, rounded up: the large customers bring the revenue, and the small ones are most.</summary>
    private static decimal[] Take(in CustomerUsageTable book, int count, int digits)
    {
        var values = new SortedSet<decimal>();
        int customerShares = count / 2;
        int revenueShares = count - customerShares;
        int ofRevenue = 1;
        int ofCustomers = 1;
        decimal revenue = 0m;
        for (int i = 0; i < book.Customers.Length; i++)
        {
            CustomerUsage customer = book.Customers[i];
            revenue += customer.Today;
            bool isEnd = PassesEnd(ref ofRevenue, revenueShares, revenue, book.Today);
            isEnd |= PassesEnd(ref ofCustomers, customerShares, i + 1, book.Customers.Length);
            if (isEnd && customer.Level > 0m)
            {
                values.Add(SignificantDigits.RoundUp(customer.Level, digits));
            }
        }

        return [.. values];
    }

    // Whether what is reached passes the end of a share, of which there are so many ends within the whole.
    private static bool PassesEnd(ref int share, int ends, decimal reached, decimal whole)
    {
        int before = share;
        while (share <= ends && reached * (ends + 1) >= whole * share)
        {
            share++;
        }

        return share > before;
    }

    private static int[] CountWithin(decimal[] values, ReadOnlySpan<CustomerUsage> customers)
    {
        var within = new int[values.Length];
        int customer = 0;
        for (int i = 0; i < values.Length; i++)
        {
            while (customer < customers.Length && customers[customer].Level <= values[i])
            {
                customer++;
            }

            within[i] = customer;
        }

        return within;
    }

    private int CountMostTiers(int customers, int minimum)
    {
        int tiers = customers >= minimum ? 1 : 0;
        for (int lo = First(-1); lo <= LastEnd; lo = First(lo))
        {
            tiers++; // the earliest end of a tier leaves the most to those above
        }

        return tiers;
    }

    private int CountLadders(int fewestTiers, int mostTiers)
    {
        int count = _values.Length;
        var from = new long[count + 1]; // ladders of so many tiers above a boundary, by lo + 1
        for (int lo = -1; lo <= LastEnd; lo++)
        {
            from[lo + 1] = 1;
        }

        long ladders = 0;
        for (int tiers = 2; tiers <= mostTiers && ladders <= int.MaxValue; tiers++)
        {
            var sums = new long[count + 1]; // over boundaries from each on
            for (int lo = count - 1; lo >= 0; lo--)
            {
                sums[lo] = Math.Min(sums[lo + 1] + from[lo + 1], int.MaxValue);
            }

            for (int lo = -1; lo < count; lo++)
            {
                from[lo + 1] = sums[First(lo)];
            }

            ladders += tiers >= fewestTiers ? from[0] : 0;
        }

        return (int)Math.Min(ladders, int.MaxValue);
    }
}
