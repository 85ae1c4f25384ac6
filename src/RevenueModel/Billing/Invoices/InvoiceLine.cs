using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A line of an invoice: what for, how much of it at which price, and the arithmetic.</summary>
/// <remarks>
/// <para>Immutable; equal by value. <see cref="Amount"/> is in whole minor units: a price or a share is rounded once, half
/// away from zero; a line that holds the bill to a bound (minimum, maximum, true-up, cap, moving up) is what the rounded lines
/// before it need, so that the bound is met to the minor unit, and a discount takes off no more than the rounded lines
/// leave, and all of that where it takes everything.</para>
/// <para>Before that, an amount within half of 10^-12 of a tie is taken as the tie, as quotients without end need it. A line may be of
/// zero: usage that is included is said.</para>
/// </remarks>
public sealed record InvoiceLine
{
    /// <summary>What the line is for.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>The charge, plan or credit that it comes from.</summary>
    public required string Item { get; init; }

    /// <summary>The currency of the amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The tier in words, where the price has tiers.</summary>
    public string? Tier { get; init; }

    /// <summary>The quantity that the price applies to, of a line for usage; <see langword="null"/> where several meters decide.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The price of a unit, or of a package, of a line for usage; <see langword="null"/> where a fee or a share is
    /// billed.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The amount before rounding.</summary>
    public required decimal Unrounded { get; init; }

    /// <summary>The amount, in whole minor units; negative where it is taken off.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The arithmetic, or the reason, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Returns the item, the kind, the amount and the explanation: <c>Team, base fee: 490.00
    /// (…)</c>.</summary>
    public override string ToString() =>
        (Kind == InvoiceLineKind.Tax ? "" : Item + ", ") + $"{Text(Kind)}: {Currency.Format(Amount)} ({Explanation})";

    private static string Text(InvoiceLineKind kind) => kind switch
    {
        InvoiceLineKind.BaseFee => "base fee",
        InvoiceLineKind.Usage => "usage",
        InvoiceLineKind.UsageDiscount => "usage discount",
        InvoiceLineKind.AmountDiscount => "amount discount",
        InvoiceLineKind.PercentDiscount => "percent discount",
        InvoiceLineKind.Minimum => "minimum",
        InvoiceLineKind.Maximum => "maximum",
        InvoiceLineKind.OverageSurcharge => "overage surcharge",
        InvoiceLineKind.TrueUp => "true-up",
        InvoiceLineKind.OverCap => "cap on the bill",
        InvoiceLineKind.MovedUp => "moving up",
        InvoiceLineKind.Prepaid => "prepaid credit",
        InvoiceLineKind.PreviouslyBilled => "previously billed",
        InvoiceLineKind.Tax => "tax",
        _ => kind.ToString(),
    };
}
