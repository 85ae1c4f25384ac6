namespace RevenueModel.Packaging;

/// <summary>The candidate boundaries of a search: the included units from which ladders are built, and the pairs of
/// them that can bound a tier.</summary>
/// <remarks>
/// Two boundaries can bound a tier if the upper one is at least the growth of usage times the lower one, and enough
/// customers have a commit level between them. Both conditions stay true for any higher upper boundary, so
/// <see cref="FirstEndAbove"/> of the lower boundary is sufficient. Position -1 is below all boundaries; the first
/// tier starts there.
/// </remarks>
internal sealed class BoundaryCandidates
{
    private readonly decimal[] _values;
    private readonly int[] _firstEnds; // by lower boundary + 1

    private BoundaryCandidates(decimal[] values, ReadOnlySpan<CustomerUsage> customers, LadderConstraints constraints)
    {
        _values = values;
        int minCustomers = constraints.MinCustomersPerTier;
        int[] customersUpTo = CountCustomersUpTo(values, customers);
        LastEnd = -1;
        for (int i = 0; i < values.Length && customers.Length - customersUpTo[i] >= minCustomers; i++)
        {
            LastEnd = i;
        }

        _firstEnds = new int[values.Length + 1];
        int upper = 0;
        for (int lower = -1; lower < values.Length; lower++)
        {
            int below = lower < 0 ? 0 : customersUpTo[lower];
            decimal minValue = lower < 0 ? 0m : values[lower] * constraints.UsageGrowth;
            while (upper < values.Length && (values[upper] < minValue || customersUpTo[upper] - below < minCustomers))
            {
                upper++;
            }

            _firstEnds[lower + 1] = upper;
        }

        MaxTiers = CountMaxTiers(customers.Length, minCustomers);
        int mostTiers = Math.Min(constraints.Tiers.Max ?? values.Length + 1, values.Length + 1);
        LadderCount = CountLadders(constraints.Tiers.Min, mostTiers);
    }

    /// <summary>Gets the included units, ascending.</summary>
    public ReadOnlySpan<decimal> Values => _values;

    /// <summary>Gets the position of the last boundary with enough customers above it, or -1.</summary>
    public int LastEnd { get; }

    /// <summary>Gets the largest number of tiers of a ladder.</summary>
    public int MaxTiers { get; }

    /// <summary>Gets the number of ladders, at most <see cref="int.MaxValue"/>.</summary>
    public int LadderCount { get; }

    /// <summary>Returns the position of the first boundary that can end a tier which starts at a boundary.</summary>
    /// <param name="lower">The position of the boundary at which the tier starts; -1 for the first tier.</param>
    public int FirstEndAbove(int lower) => _firstEnds[lower + 1];

    /// <summary>Returns the position of the first boundary that is not below a value, or the number of boundaries if
    /// all are below.</summary>
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

    /// <summary>Chooses the largest number of candidates that the constraints allow and that give no more than the
    /// allowed number of ladders.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="constraints">The constraints on the ladder.</param>
    public static BoundaryCandidates Of(in CustomerUsageTable customers, LadderConstraints constraints)
    {
        int count = constraints.CandidateBoundaries;
        while (true)
        {
            decimal[] values = Choose(customers, count, constraints.BoundaryDigits);
            var candidates = new BoundaryCandidates(values, customers.Customers, constraints);
            if (candidates.LadderCount <= constraints.MaxLadders || count == 1)
            {
                return candidates;
            }

            count--;
        }
    }

    /// <summary>Chooses the commit levels that divide current revenue into equal shares, and those that divide the
    /// number of customers into equal shares, rounded up.</summary>
    /// <remarks>
    /// A few large customers bring most of the revenue, while most customers are small. Each kind of division serves
    /// one of the two.
    /// </remarks>
    private static decimal[] Choose(in CustomerUsageTable customers, int count, int digits)
    {
        var values = new SortedSet<decimal>();
        int customerCuts = count / 2;
        int revenueCuts = count - customerCuts;
        int nextRevenueCut = 1;
        int nextCustomerCut = 1;
        decimal revenue = 0m;
        for (int i = 0; i < customers.Customers.Length; i++)
        {
            CustomerUsage customer = customers.Customers[i];
            revenue += customer.RevenueToday;
            bool isCut = PassesCut(ref nextRevenueCut, revenueCuts, revenue, customers.RevenueToday);
            isCut |= PassesCut(ref nextCustomerCut, customerCuts, i + 1, customers.Customers.Length);
            if (isCut && customer.CommitLevel > 0m)
            {
                values.Add(SignificantDigits.RoundUp(customer.CommitLevel, digits));
            }
        }

        return [.. values];
    }

    // Returns whether the sum so far reaches the next of the cuts that divide the whole into equal shares.
    private static bool PassesCut(ref int nextCut, int cuts, decimal sum, decimal whole)
    {
        int before = nextCut;
        while (nextCut <= cuts && sum * (cuts + 1) >= whole * nextCut)
        {
            nextCut++;
        }

        return nextCut > before;
    }

    private static int[] CountCustomersUpTo(decimal[] values, ReadOnlySpan<CustomerUsage> customers)
    {
        var counts = new int[values.Length];
        int customer = 0;
        for (int i = 0; i < values.Length; i++)
        {
            while (customer < customers.Length && customers[customer].CommitLevel <= values[i])
            {
                customer++;
            }

            counts[i] = customer;
        }

        return counts;
    }

    private int CountMaxTiers(int customers, int minCustomers)
    {
        int tiers = customers >= minCustomers ? 1 : 0;
        for (int lower = FirstEndAbove(-1); lower <= LastEnd; lower = FirstEndAbove(lower))
        {
            tiers++; // the earliest end of each tier leaves the most room above
        }

        return tiers;
    }

    private int CountLadders(int fewestTiers, int mostTiers)
    {
        int count = _values.Length;
        var ladders = new long[count + 1]; // ladders with so many tiers above, by lower boundary + 1
        for (int lower = -1; lower <= LastEnd; lower++)
        {
            ladders[lower + 1] = 1;
        }

        long total = 0;
        for (int tiers = 2; tiers <= mostTiers && total <= int.MaxValue; tiers++)
        {
            var sums = new long[count + 1]; // ladders above each boundary and all higher ones
            for (int lower = count - 1; lower >= 0; lower--)
            {
                sums[lower] = Math.Min(sums[lower + 1] + ladders[lower + 1], int.MaxValue);
            }

            for (int lower = -1; lower < count; lower++)
            {
                ladders[lower + 1] = sums[FirstEndAbove(lower)];
            }

            total += tiers >= fewestTiers ? ladders[0] : 0;
        }

        return (int)Math.Min(total, int.MaxValue);
    }
}
