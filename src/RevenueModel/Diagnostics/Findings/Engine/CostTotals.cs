using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Sums costs: of one finding, and of several without counting one pool twice.</summary>
internal static class CostTotals
{
    /// <summary>Refuses a null cost, two costs of one pool, and costs whose sum does not fit a decimal.</summary>
    public static void RequireValid(ValueList<CostClaim> costs, string name)
    {
        for (int i = 0; i < costs.Count; i++)
        {
            CostPool pool = Guard.Against.Null(costs[i], name).Pool;
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (costs[earlier].Pool == pool)
                {
                    throw new ArgumentException(
                        Invariant($"{name} had {pool} twice; one cost for each pool is expected."), name);
                }
            }
        }

        try
        {
            Sum(costs);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The sum of " + name, name, overflow);
        }
    }

    public static Band<decimal>? Sum(ValueList<CostClaim> costs)
    {
        if (costs.IsEmpty)
        {
            return null;
        }

        decimal low = 0m;
        decimal high = 0m;
        foreach (CostClaim cost in costs)
        {
            Band<decimal> perYear = cost.PerYear;
            low += perYear.Min;
            high += perYear.Max ?? perYear.Min;
        }

        return Band.Between(low, high);
    }

    /// <summary>Returns the pools with the findings that take from them, in the order in which they first
    /// occur.</summary>
    public static ValueList<CostOverlap> Pools(ValueList<ReviewFinding> findings)
    {
        var pools = new List<CostOverlap>();
        var places = new Dictionary<CostPool, int>();
        foreach (ReviewFinding finding in findings)
        {
            foreach (CostClaim cost in finding.Costs)
            {
                if (places.TryGetValue(cost.Pool, out int place))
                {
                    pools[place] = pools[place].With(finding.Rule, cost.PerYear);
                }
                else
                {
                    places.Add(cost.Pool, pools.Count);
                    pools.Add(CostOverlap.Of(cost.Pool, finding.Rule, cost.PerYear));
                }
            }
        }

        return pools.ToValueList();
    }
}
