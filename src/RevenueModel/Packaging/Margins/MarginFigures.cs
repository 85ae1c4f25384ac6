using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The billed amount of usage and the cost to serve it.</summary>
/// <param name="Months">The number of months of customers.</param>
/// <param name="Quantity">The metered usage of the meter to which prices and costs per unit refer.</param>
/// <param name="Revenue">The billed amount.</param>
/// <param name="Cost">The cost to serve.</param>
/// <remarks>Immutable; equal by value. Figures can be combined in any order. The default value is zero.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct MarginFigures(long Months, decimal Quantity, decimal Revenue, decimal Cost)
{
    /// <summary>Gets the profit, <c>revenue - cost</c>; negative for a loss.</summary>
    public decimal Profit => Revenue - Cost;

    /// <summary>Gets the margin, <c>(revenue - cost) / revenue</c>: one or less, negative for a loss.
    /// <see langword="null"/> if nothing was billed.</summary>
    public decimal? Margin => Revenue == 0m ? null : Profit / Revenue;

    /// <summary>Gets the effective price of a unit, all fees included: <c>revenue / quantity</c>, or
    /// <see langword="null"/> if there is no usage.</summary>
    public decimal? PricePerUnit => Quantity == 0m ? null : Revenue / Quantity;

    /// <summary>Gets the cost of a unit: <c>cost / quantity</c>, or <see langword="null"/> if there is no
    /// usage.</summary>
    public decimal? CostPerUnit => Quantity == 0m ? null : Cost / Quantity;

    /// <summary>Returns the sums of these and other figures.</summary>
    /// <param name="other">The other figures.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="ArgumentException">A sum is too large for a decimal.</exception>
    public MarginFigures Combine(MarginFigures other)
    {
        try
        {
            return Add(other);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of both", nameof(other), overflow);
        }
    }

    /// <summary>Returns the sums, as <see cref="Combine"/> does.</summary>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    internal MarginFigures Add(MarginFigures other) =>
        new(Months + other.Months, Quantity + other.Quantity, Revenue + other.Revenue, Cost + other.Cost);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Revenue:#,0.00} billed, {Cost:#,0.00} cost")
        + (Margin is { } margin ? Invariant($", {margin * 100m:0.##}% margin") : "")
        + (Quantity > 0m ? Invariant($"; {PricePerUnit:#,0.00####} and {CostPerUnit:#,0.00####} a unit") : "");
}
