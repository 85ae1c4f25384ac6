using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A line of an invoice: what is billed, how much of it at which price, and by which rule.</summary>
/// <remarks>
/// <para>Immutable; equal by value. <see cref="Amount"/> is in whole minor units, except on an invoice that is rounded
/// as a whole (<see cref="InvoiceRounding"/>). A price or a fraction is rounded once. A line that enforces a bound
/// (minimum, maximum, cap, moving up, true-up) is the difference between the bound and the rounded lines before it, so
/// that the bound is met to the minor unit. A discount deducts no more than the rounded lines hold, and all of it
/// where it deducts everything.</para>
/// <para>An amount within half of 10^-12 of a tie is rounded as the tie, because non-terminating divisions leave
/// rounding noise. A line may be zero: usage that is included is stated.</para>
/// </remarks>
public sealed record InvoiceLine
{
    /// <summary>Gets what the line is for.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>Gets the charge, plan or credit that the line comes from.</summary>
    public required string Item { get; init; }

    /// <summary>Gets the billing period that the line belongs to.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the currency of the amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the amount before rounding.</summary>
    public required decimal Unrounded { get; init; }

    /// <summary>Gets the amount; negative if it is deducted.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the step of the bill, or <see langword="null"/> if the invoice added the line.</summary>
    public BillStep? Step { get; init; }

    /// <summary>Gets the figures that a line follows from which the invoice added, or <see langword="null"/> if it
    /// follows from <see cref="Step"/> alone.</summary>
    public InvoiceLineBasis? Basis { get; init; }

    /// <summary>Gets the range of the tier, if the price has tiers.</summary>
    public string? Tier => Step?.Part?.Tier;

    /// <summary>Gets the quantity that the price applies to, of a line for usage; <see langword="null"/> if several
    /// meters decide.</summary>
    public decimal? Quantity => Step?.Quantity;

    /// <summary>Gets the price of a unit, or of a package, of a line for usage; <see langword="null"/> if a fee or a
    /// fraction is billed.</summary>
    public decimal? UnitPrice => Step?.Part?.UnitPrice;

    /// <summary>Gets a readable description of the calculation, or the reason of the line. It is created on each
    /// call.</summary>
    public string Explanation => Basis?.Stated is { } stated
        ? Invariant($"{Currency.Format(stated + Amount)} instead of {Currency.Format(stated)}") + Reason(": ")
        : Reason("");

    /// <summary>Returns the item, the kind, the amount and the explanation: <c>Team, base fee: 490.00
    /// (…)</c>.</summary>
    public override string ToString() =>
        (Kind is InvoiceLineKind.Tax or InvoiceLineKind.Rounding ? "" : Item + ", ")
        + $"{InvoiceLineText.Of(Kind)}: {Currency.Format(Amount)} ({Explanation})";

    private string Reason(string before)
    {
        string reason = Step is { } step ? step.Explanation : InvoiceLineText.Reason(this);
        return reason.Length == 0 ? "" : before + reason;
    }
}
