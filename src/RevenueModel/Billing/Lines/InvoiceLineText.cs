using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The texts of invoice lines.</summary>
internal static class InvoiceLineText
{
    /// <summary>Returns the name of a kind of line.</summary>
    public static string Of(InvoiceLineKind kind) => kind switch
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
        InvoiceLineKind.Rounding => "rounding",
        InvoiceLineKind.Prepaid => "prepaid credit",
        InvoiceLineKind.PreviouslyBilled => "previously billed",
        InvoiceLineKind.Tax => "tax",
        InvoiceLineKind.Payment => "paid from prepaid credit",
        _ => kind.ToString(),
    };

    /// <summary>Returns the reason of a line that is not a step of the bill.</summary>
    public static string Reason(InvoiceLineKind kind, InvoiceLineBasis? basis) => kind switch
    {
        InvoiceLineKind.Prepaid or InvoiceLineKind.Payment =>
            basis?.Balance is { } balance ? Invariant($"{balance:#,0.######} left") : "",
        InvoiceLineKind.PreviouslyBilled => basis is { Invoices: > 0 and var invoices }
            ? Plural.Of(invoices, "earlier invoice") + " of the period"
            : "",
        InvoiceLineKind.Tax => basis is { Rate: { } rate, Of: { } amount }
            ? TaxOf(rate, amount, basis.Previously)
            : "",
        InvoiceLineKind.Rounding =>
            basis?.Of is { } exact ? Invariant($"{exact:#,0.############} to the minor unit") : "",
        _ => "",
    };

    // Earlier tax is deducted from the tax on everything that is billed for the period.
    private static string TaxOf(decimal rate, decimal amount, decimal previously) => previously == 0m
        ? Invariant($"{rate * 100m:0.######}% of {amount:#,0.######}")
        : Invariant($"{rate * 100m:0.######}% of {amount:#,0.######} for the period so far, less tax of ")
            + Invariant($"{previously:#,0.######} on earlier invoices");
}
