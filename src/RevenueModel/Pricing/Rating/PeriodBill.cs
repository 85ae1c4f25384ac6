
namespace RevenueModel.Pricing;

/// <summary>What a plan bills for a period, step by step, before prepaid credits and what was billed before; nothing is
/// rounded.</summary>
/// <remarks>Immutable; equal by value. <c>amount = base fee + charges - amount discount - percent discount + overage
/// surcharge + true-up - over cap - moved up</c>. The default value is a bill for nothing.</remarks>
public readonly record struct PeriodBill
{
    /// <summary>The base fee of the period.</summary>
    public decimal BaseFee { get; init; }

    /// <summary>What the charges come to.</summary>
    public decimal Charges { get; init; }

    /// <summary>The amount taken off.</summary>
    public decimal AmountDiscount { get; init; }

    /// <summary>The share taken off.</summary>
    public decimal PercentDiscount { get; init; }

    /// <summary>What the multiplier adds to spend beyond the commitment; negative for a multiplier below one.</summary>
    public decimal OverageSurcharge { get; init; }

    /// <summary>What is missing to the commitment.</summary>
    public decimal TrueUp { get; init; }

    /// <summary>What is beyond the cap.</summary>
    public decimal OverCap { get; init; }

    /// <summary>What the bill is lower by since the next plan's takes its place.</summary>
    public decimal MovedUp { get; init; }

    /// <summary>What the next plan would bill, or <see langword="null"/> where the plan does not move up, or the next one's tiers
    /// do not reach the usage.</summary>
    public decimal? NextPlanAmount { get; init; }

    /// <summary>What the period is billed.</summary>
    public decimal Amount { get; init; }

    /// <summary>What of the amount counts towards the commitment of the contract year.</summary>
    internal decimal Counted { get; init; }

    /// <summary>The steps in words.</summary>
    public override string ToString() =>
        Invariant($"{BaseFee:#,0.######} fee + {Charges:#,0.######} charges - {AmountDiscount + PercentDiscount:#,0.######} discount + {OverageSurcharge + TrueUp:#,0.######} for the commitment - {OverCap + MovedUp:#,0.######} protected = {Amount:#,0.######}");
}
