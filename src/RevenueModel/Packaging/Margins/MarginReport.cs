using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bills of customers and the cost to serve them, by customer, by tier and in total. Created by
/// <see cref="MarginCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The customers sum to the total, and so do the tiers.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets the lowest acceptable margin, between 0 and 1.</summary>
    public decimal Floor { get; }

    /// <summary>Gets the meter of prices and costs per unit: the first meter of the cost.</summary>
    public string UnitMeter { get; }

    /// <summary>Gets the margin of each history, in order.</summary>
    public ValueList<CustomerMargin> Customers { get; }

    /// <summary>Gets the margin of each tier that has months: plans in the order of their first occurrence, tiers from
    /// the lowest.</summary>
    public ValueList<TierMargin> Tiers { get; }

    /// <summary>Gets the figures over all customers.</summary>
    public MarginFigures Total { get; }

    /// <summary>Returns the customers whose margin is below the floor, the lowest first. Equal ones are in the order
    /// of the histories.</summary>
    /// <returns>The customers.</returns>
    /// <remarks>
    /// A customer that was billed nothing has no margin and is not included; see <see cref="WithoutRevenue"/>.
    /// </remarks>
    public ValueList<CustomerMargin> BelowFloor()
    {
        var found = new List<CustomerMargin>();
        var keys = new List<(decimal Margin, int Place)>(); // the place keeps the order of equal margins
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

    /// <summary>Returns the customers that have a cost and were billed nothing, in the order of the
    /// histories.</summary>
    /// <returns>The customers.</returns>
    public ValueList<CustomerMargin> WithoutRevenue() =>
        Customers.Where(customer => customer.Figures is { Revenue: 0m, Cost: > 0m }).ToValueList();

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Customers.Count, "customer")}: {Total}; floor {Floor * 100m:0.##}%");
}
