namespace RevenueModel.Packaging;

/// <summary>The cost to serve the customers of every possible tier, and the cost of the included units of every
/// boundary.</summary>
internal sealed class TierCosts
{
    private readonly decimal[] _costsUpTo; // cost of all customers up to each position
    private readonly decimal[] _includedCosts; // by boundary

    private TierCosts(decimal[] costsUpTo, decimal[] includedCosts)
    {
        _costsUpTo = costsUpTo;
        _includedCosts = includedCosts;
    }

    /// <summary>Computes the costs.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="candidates">The boundaries.</param>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="meter">The meter of the ladder.</param>
    /// <param name="name">The caller's parameter that holds the cost.</param>
    /// <exception cref="ArgumentException">The cost has no price for the included units of a boundary.</exception>
    public static TierCosts Of(
        in CustomerUsageTable customers,
        BoundaryCandidates candidates,
        CostToServe cost,
        string meter,
        string name)
    {
        ReadOnlySpan<decimal> boundaries = candidates.Values;
        var costsUpTo = new decimal[boundaries.Length + 1];
        foreach (CustomerUsage customer in customers.Customers)
        {
            costsUpTo[candidates.PositionOf(customer.CommitLevel)] += customer.Cost;
        }

        for (int position = 1; position < costsUpTo.Length; position++)
        {
            costsUpTo[position] += costsUpTo[position - 1];
        }

        var includedCosts = new decimal[boundaries.Length];
        for (int i = 0; i < includedCosts.Length; i++)
        {
            includedCosts[i] = ServiceCosts.OfMonth(cost, meter, boundaries[i], name);
        }

        return new TierCosts(costsUpTo, includedCosts);
    }

    /// <summary>Returns the cost of the customers between two boundaries.</summary>
    /// <param name="lower">The position of the lower boundary, from -1.</param>
    /// <param name="upper">The position of the upper boundary; the number of boundaries for an unlimited tier.</param>
    public decimal CostBetween(int lower, int upper) => _costsUpTo[upper] - (lower < 0 ? 0m : _costsUpTo[lower]);

    /// <summary>Returns the cost of the included units of a boundary.</summary>
    /// <param name="upper">The position of the boundary.</param>
    public decimal IncludedCost(int upper) => _includedCosts[upper];

    /// <summary>Returns whether a position is a boundary, and not that of an unlimited tier.</summary>
    public bool IsLimited(int upper) => upper < _includedCosts.Length;
}
