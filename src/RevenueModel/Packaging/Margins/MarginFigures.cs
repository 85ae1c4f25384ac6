using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What usage was billed and what it cost to serve.</summary>
/// <remarks>Immutable; equal by value. Parts combine to the whole, in any order. The default value is that of
/// nothing.</remarks>
/// <param name="Months">The months of customers that are in it.</param>
/// <param name="Quantity">The metered usage of the meter that prices and costs per unit refer to.</param>
/// <param name="Revenue">What was billed.</param>
/// <param name="Cost">What it cost to serve.</param>
public readonly record struct MarginFigures(long Months, decimal Quantity, decimal Revenue, decimal Cost)
{
    /// <summary>What is left: <c>revenue - cost</c>; negative for a loss.</summary>
    public decimal Profit => Revenue - Cost;

    /// <summary>The margin, a fraction of one or less, negative for a loss: <c>(revenue - cost) / revenue</c>;
    /// <see langword="null"/> where nothing was billed.</summary>
    public decimal? Margin => Revenue == 0m ? null : Profit / Revenue;

    /// <summary>The effective price of a unit: <c>revenue / quantity</c>, or <see langword="null"/> where nothing was
    /// used. What the customer pays for an operation, all fees in it.</summary>
    public decimal? PricePerUnit => Quantity == 0m ? null : Revenue / Quantity;

    /// <summary>The cost of a unit: <c>cost / quantity</c>, or <see langword="null"/> where nothing was
    /// used.</summary>
    public decimal? CostPerUnit => Quantity == 0m ? null : Cost / Quantity;

    /// <summary>Returns the figures of both together.</summary>
    /// <param name="other">Other figures.</param>
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

    /// <summary>Adds other figures, as <see cref="Combine"/> does.</summary>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    internal MarginFigures Add(MarginFigures other) =>
        new(Months + other.Months, Quantity + other.Quantity, Revenue + other.Revenue, Cost + other.Cost);

    /// <summary>The figures in words.</summary>
    public override string ToString() => Invariant($"{Revenue:#,0.00} billed, {Cost:#,0.00} cost")
        + (Margin is { } margin ? Invariant($", {margin * 100m:0.##}% margin") : "")
        + (Quantity > 0m ? Invariant($"; {PricePerUnit:#,0.00####} and {CostPerUnit:#,0.00####} a unit") : "");
}
