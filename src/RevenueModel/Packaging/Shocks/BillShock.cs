using NodaTime;

namespace RevenueModel.Packaging;

/// <summary>A bill that is a shock; made by <see cref="BillShockCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
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

    /// <summary>The customer.</summary>
    public string Customer { get; }

    /// <summary>The month of the bill.</summary>
    public YearMonth Month { get; }

    /// <summary>The bill.</summary>
    public decimal Bill { get; }

    /// <summary>What it was compared with, above zero.</summary>
    public decimal Reference { get; }

    /// <summary>The bill as a multiple of the reference.</summary>
    public decimal Multiple { get; }

    /// <summary>The shock in words.</summary>
    public override string ToString() =>
        Invariant($"{Customer} in {Month:uuuu-MM}: {Bill:#,0.00} is {Multiple:0.##}x {Reference:#,0.00}");
}
