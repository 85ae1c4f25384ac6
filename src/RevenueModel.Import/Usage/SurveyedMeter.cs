using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A meter of a usage export: its rows, customers, months and total.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record SurveyedMeter
{
    internal SurveyedMeter(string meter, int customers, YearMonth first, YearMonth last, decimal total)
    {
        Meter = meter;
        CustomerCount = customers;
        First = first;
        Last = last;
        Total = total;
    }

    /// <summary>Gets the name of the meter.</summary>
    public string Meter { get; }

    /// <summary>Gets the number of customers with a row of the meter.</summary>
    public int CustomerCount { get; }

    /// <summary>Gets the first month with a row.</summary>
    public YearMonth First { get; }

    /// <summary>Gets the last month with a row.</summary>
    public YearMonth Last { get; }

    /// <summary>Gets the usage of all customers and months.</summary>
    public decimal Total { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"{Meter}: {Plural.Of(CustomerCount, "customer")}, {First:uuuu-MM} to {Last:uuuu-MM}, total {Total:#,0.####}");
}
