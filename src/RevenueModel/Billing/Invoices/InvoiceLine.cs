using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A line of an invoice: the item, the quantity, the price, the amount and the rule.</summary>
/// <remarks>
/// <para>Immutable; equal by value. <see cref="Amount"/> is in whole minor units, except on an invoice that is rounded
/// as a whole (<see cref="InvoiceRounding"/>). An amount at a price or by a fraction is rounded once. A line that
/// enforces a limit (minimum, maximum, cap, moving up, true-up) is the difference between the limit and the rounded
/// lines before it, so that the limit is met to the minor unit. A discount deducts at most the sum of the rounded
/// lines; a discount of the whole amount deducts exactly that sum.</para>
/// <para>An amount within half of 10^-12 of a tie is rounded as the tie, because non-terminating divisions leave
/// rounding noise. A line may be zero: usage that is included in the plan is stated.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InvoiceLine
{
    /// <summary>Gets the kind of the line.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>Gets the name of the charge or plan, or the id of the credit, that the line results from.</summary>
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

    /// <summary>Gets the figures of a line that the invoice added, or <see langword="null"/> if <see cref="Step"/> has
    /// all figures.</summary>
    public InvoiceLineBasis? Basis { get; init; }

    /// <summary>Gets the range of the tier, if the price has tiers.</summary>
    public string? Tier => Step?.Part?.Tier;

    /// <summary>Gets the quantity of a usage line to which the price applies; <see langword="null"/> if the amount
    /// depends on several meters.</summary>
    public decimal? Quantity => Step?.Quantity;

    /// <summary>Gets the price per unit, or per package, of a usage line; <see langword="null"/> if a fee or a
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
        + $"{InvoiceLineText.Of(Kind)}: {Currency.Format(Amount)}"
        + (Explanation is { Length: > 0 } explanation ? $" ({explanation})" : "");

    private string Reason(string before)
    {
        string reason = Step is { } step ? step.Explanation : InvoiceLineText.Reason(Kind, Basis);
        return reason.Length == 0 ? "" : before + reason;
    }
}
