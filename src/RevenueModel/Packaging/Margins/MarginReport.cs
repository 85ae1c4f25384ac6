using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What customers were billed and what they cost to serve, by customer, by tier and in total; made by
/// <see cref="MarginCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The customers sum to the total, and so do the tiers.</remarks>
public sealed record MarginReport
{
    internal MarginReport(
        decimal floor,
        string unitMeter,
        ValueList<CustomerMargin> customers,
        ValueList<TierMargin> tiers)
    {
        Floor = floor;
        UnitMeter = unitMeter;
        Customers = customers;
        Tiers = tiers;
        foreach (CustomerMargin customer in customers)
        {
            Total = Total.Add(customer.Figures);
        }
    }

    /// <summary>Gets the lowest margin that is acceptable, a fraction between 0 and 1.</summary>
    public decimal Floor { get; }

    /// <summary>Gets the meter of prices and costs per unit: the first meter of the cost.</summary>
    public string UnitMeter { get; }

    /// <summary>The margin of each history, in their order.</summary>
    public ValueList<CustomerMargin> Customers { get; }

    /// <summary>The margin of each tier that has months in it: plans in the order in which they first come, tiers from
    /// the lowest.</summary>
    public ValueList<TierMargin> Tiers { get; }

    /// <summary>The figures over all customers.</summary>
    public MarginFigures Total { get; }

    /// <summary>The customers whose margin is below the floor, the lowest first; those of the same in the order of the
    /// histories.</summary>
    /// <remarks>One that was billed nothing has no margin and is not among them: see
    /// <see cref="WithoutRevenue"/>.</remarks>
    public ValueList<CustomerMargin> BelowFloor()
    {
        var found = new List<CustomerMargin>();
        var keys = new List<(decimal Margin, int Place)>(); // the place keeps those of the same margin in order
        foreach (CustomerMargin customer in Customers)
        {
            if (customer.Margin is { } margin && !DivisionNoise.Reaches(margin, Floor))
            {
                keys.Add((margin, found.Count));
                found.Add(customer);
            }
        }

        CustomerMargin[] ordered = [.. found];
        Array.Sort([.. keys], ordered);
        return ValueList.Own(ordered);
    }

    /// <summary>The customers that cost something and were billed nothing, in the order of the histories.</summary>
    public ValueList<CustomerMargin> WithoutRevenue() =>
        Customers.Where(customer => customer.Figures is { Revenue: 0m, Cost: > 0m }).ToValueList();

    /// <summary>The report in words.</summary>
    public override string ToString() => Invariant($"{Plural.Of(Customers.Count, "customer")}: {Total}; floor {Floor * 100m:0.##}%");
}
