using RevenueModel.Pricing;

namespace RevenueModel.Billing;

/// <summary>The kinds of invoice lines: the steps of the bill (<see cref="BillStepKind"/>), and lines that the invoice
/// adds.</summary>
public enum InvoiceLineKind
{
    /// <summary>The base fee of the period.</summary>
    BaseFee = BillStepKind.BaseFee,

    /// <summary>Usage at its price, one line per tier of a charge.</summary>
    Usage = BillStepKind.Usage,

    /// <summary>Billed units that are deducted from a charge.</summary>
    UsageDiscount = BillStepKind.UsageDiscount,

    /// <summary>An amount that is deducted.</summary>
    AmountDiscount = BillStepKind.AmountDiscount,

    /// <summary>A fraction of an amount that is deducted.</summary>
    PercentDiscount = BillStepKind.PercentDiscount,

    /// <summary>The amount that raises a charge to its minimum.</summary>
    Minimum = BillStepKind.Minimum,

    /// <summary>The amount of a charge above its maximum.</summary>
    Maximum = BillStepKind.Maximum,

    /// <summary>The amount that the overage multiplier adds to spend beyond a commitment.</summary>
    OverageSurcharge = BillStepKind.OverageSurcharge,

    /// <summary>The amount above the cap on the bill.</summary>
    OverCap = BillStepKind.OverCap,

    /// <summary>The reduction of the bill because the next plan is cheaper.</summary>
    MovedUp = BillStepKind.MovedUp,

    /// <summary>The amount that raises the bill to a commitment.</summary>
    TrueUp = BillStepKind.TrueUp,

    /// <summary>The difference between exact lines and their sum in minor units, if an invoice is rounded as a
    /// whole.</summary>
    Rounding = 11,

    /// <summary>Prepaid credit that covers spend before tax.</summary>
    Prepaid = 12,

    /// <summary>The amount that earlier invoices of the same period billed.</summary>
    PreviouslyBilled = 13,

    /// <summary>Tax.</summary>
    Tax = 14,

    /// <summary>Prepaid credit that pays an amount with its tax.</summary>
    Payment = 15,
}
