namespace RevenueModel.Pricing.Invoices;

/// <summary>A line of an invoice: what for, how much of it at which price, and the arithmetic.</summary>
/// <remarks>
/// <para>Immutable; equal by value. <see cref="Amount"/> is in whole minor units: a price or a share is rounded once, half
/// away from zero; a line that holds the bill to a bound (minimum, maximum, true-up, cap, moving up) is what the rounded lines
/// before it need, so that the bound is met to the minor unit.</para>
/// </remarks>
public sealed record InvoiceLine
{
    /// <summary>What the line is for.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>The charge, plan or credit that it comes from.</summary>
    public required string Item { get; init; }

    /// <summary>The tier in words, where the price has tiers.</summary>
    public string? Tier { get; init; }

    /// <summary>The quantity that the price applies to, of a line for usage.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The price of a unit, of a line for usage that has one.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The amount before rounding.</summary>
    public required decimal Unrounded { get; init; }

    /// <summary>The amount, in whole minor units; negative where it is taken off.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The arithmetic, or the reason, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>The line in words.</summary>
    public override string ToString() => Invariant($"{Kind} {Item}: {Amount:#,0.00####} ({Explanation})");
}
