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
    public static string Reason(InvoiceLine line) => line.Kind switch
    {
        InvoiceLineKind.Prepaid or InvoiceLineKind.Payment =>
            line.Basis?.Balance is { } balance ? Invariant($"{balance:#,0.######} left") : "",
        InvoiceLineKind.PreviouslyBilled => Plural.Of(line.Basis!.Invoices, "earlier invoice") + " of the period",
        InvoiceLineKind.Tax => Invariant($"{line.Basis!.Rate * 100m:0.######}% of {line.Basis.Of:#,0.######}")
            + (line.Basis.Previously == 0m ? "" : Invariant($" less {line.Basis.Previously:#,0.######} billed ")
                + "before"),
        InvoiceLineKind.Rounding => Invariant($"{line.Basis!.Of:#,0.############} to the minor unit"),
        _ => "",
    };
}
