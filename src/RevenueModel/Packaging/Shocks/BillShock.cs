using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>A bill that is a shock. Created by <see cref="BillShockCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BillShock
{
    internal BillShock(string customer, YearMonth month, decimal bill, decimal reference, decimal multiple)
    {
        Customer = customer;
        Month = month;
        Bill = bill;
        Reference = reference;
        Multiple = multiple;
    }

    /// <summary>Gets the name of the customer.</summary>
    public string Customer { get; }

    /// <summary>Gets the month of the bill.</summary>
    public YearMonth Month { get; }

    /// <summary>Gets the bill.</summary>
    public decimal Bill { get; }

    /// <summary>Gets the reference, above zero.</summary>
    public decimal Reference { get; }

    /// <summary>Gets the bill as a multiple of the reference.</summary>
    public decimal Multiple { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Customer} in {Month:uuuu-MM}: {Bill:#,0.00} is {Multiple:0.##}x {Reference:#,0.00}");
}
