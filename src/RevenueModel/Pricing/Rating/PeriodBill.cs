using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The bill of a plan for a period, step by step, before prepaid credits and earlier invoices. Nothing is
/// rounded.</summary>
/// <remarks>
/// Immutable; equal by value. <c>amount = base fee + charges - amount discount - percent discount + overage surcharge
/// + true-up - over cap - moved up</c>. The default value is a bill of zero.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PeriodBill
{
    /// <summary>Gets the base fee of the period.</summary>
    public decimal BaseFee { get; init; }

    /// <summary>Gets the sum of the charges.</summary>
    public decimal Charges { get; init; }

    /// <summary>Gets the deducted amount.</summary>
    public decimal AmountDiscount { get; init; }

    /// <summary>Gets the amount of the percent discount.</summary>
    public decimal PercentDiscount { get; init; }

    /// <summary>Gets the amount that the multiplier adds to spend beyond the commitment; negative for a multiplier
    /// below one.</summary>
    public decimal OverageSurcharge { get; init; }

    /// <summary>Gets the shortfall to the commitment.</summary>
    public decimal TrueUp { get; init; }

    /// <summary>Gets the amount above the cap.</summary>
    public decimal OverCap { get; init; }

    /// <summary>Gets the reduction because the bill of the next plan is lower.</summary>
    public decimal MovedUp { get; init; }

    /// <summary>Gets the bill of the next plan, or <see langword="null"/> if the plan does not move up or the usage is
    /// above a last tier of the next plan.</summary>
    public decimal? NextPlanAmount { get; init; }

    /// <summary>Gets the amount of the bill.</summary>
    public decimal Amount { get; init; }

    /// <summary>Gets the part of the amount that counts towards the commitment of the contract year.</summary>
    internal decimal Counted { get; init; }

    /// <summary>Returns the steps. Discounts, the commitment and overage protection are omitted if they are
    /// zero.</summary>
    public override string ToString()
    {
        decimal discount = AmountDiscount + PercentDiscount;
        decimal commitment = OverageSurcharge + TrueUp;
        decimal protection = OverCap + MovedUp;
        return Invariant($"{BaseFee:#,0.######} fee + {Charges:#,0.######} charges")
            + (discount == 0m ? "" : Invariant($" - {discount:#,0.######} discount"))
            + (commitment == 0m ? "" : Invariant($" + {commitment:#,0.######} for the commitment"))
            + (protection == 0m ? "" : Invariant($" - {protection:#,0.######} by overage protection"))
            + Invariant($" = {Amount:#,0.######}");
    }
}
