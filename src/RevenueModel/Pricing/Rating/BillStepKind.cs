namespace RevenueModel.Pricing;

/// <summary>The kinds of <see cref="BillStep"/>, in the order in which a bill is evaluated.</summary>
/// <remarks>
/// The order of evaluation is: base fee; each charge, from <see cref="Usage"/> to <see cref="Maximum"/>; then the bill
/// as a whole, from <see cref="AmountDiscount"/> on. <see cref="AmountDiscount"/> and <see cref="PercentDiscount"/>
/// occur at both levels.
/// </remarks>
public enum BillStepKind
{
    /// <summary>The base fee of the period.</summary>
    BaseFee = 0,

    /// <summary>Usage at its price: one tier of a charge.</summary>
    Usage = 1,

    /// <summary>Billed units that are deducted from a charge.</summary>
    UsageDiscount = 2,

    /// <summary>An amount that is deducted.</summary>
    AmountDiscount = 3,

    /// <summary>A fraction that is deducted.</summary>
    PercentDiscount = 4,

    /// <summary>The amount that raises a charge to its minimum.</summary>
    Minimum = 5,

    /// <summary>The amount of a charge above its maximum.</summary>
    Maximum = 6,

    /// <summary>The amount that the overage multiplier adds to spend beyond a commitment.</summary>
    OverageSurcharge = 7,

    /// <summary>The amount above the cap on the bill.</summary>
    OverCap = 8,

    /// <summary>The reduction of the bill because the next plan is cheaper.</summary>
    MovedUp = 9,

    /// <summary>The amount that raises the bill to a commitment.</summary>
    TrueUp = 10,
}
