
namespace RevenueModel.Billing;

/// <summary>What a line of an invoice is for.</summary>
/// <remarks>Lines stand in this order within each charge, from its usage to its maximum, and again for the bill as a whole, from
/// its discounts on.</remarks>
public enum InvoiceLineKind
{
    /// <summary>The base fee of the period.</summary>
    BaseFee = 0,

    /// <summary>Usage at its price: one tier of a charge.</summary>
    Usage = 1,

    /// <summary>Units taken off a charge.</summary>
    UsageDiscount = 2,

    /// <summary>An amount taken off.</summary>
    AmountDiscount = 3,

    /// <summary>A share taken off.</summary>
    PercentDiscount = 4,

    /// <summary>What is missing to the least that a charge comes to.</summary>
    Minimum = 5,

    /// <summary>What is beyond the most that a charge comes to.</summary>
    Maximum = 6,

    /// <summary>What the overage multiplier adds to spend beyond a commitment.</summary>
    OverageSurcharge = 7,

    /// <summary>What is missing to a commitment.</summary>
    TrueUp = 8,

    /// <summary>What is beyond the cap on the bill.</summary>
    OverCap = 9,

    /// <summary>What the bill is lower by since the next plan is cheaper.</summary>
    MovedUp = 10,

    /// <summary>Prepaid credit that covers the bill.</summary>
    Prepaid = 11,

    /// <summary>What earlier invoices of the same period billed.</summary>
    PreviouslyBilled = 12,

    /// <summary>The tax on what is due.</summary>
    Tax = 13,
}
