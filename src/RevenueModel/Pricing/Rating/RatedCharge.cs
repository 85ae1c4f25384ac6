
namespace RevenueModel.Pricing;

/// <summary>What a charge comes to in a period, step by step; nothing is rounded.</summary>
/// <remarks>Immutable; equal by value. <c>amount = subtotal - usage discount - amount discount - percent discount + to
/// minimum - over maximum</c>. The default value is a charge for nothing.</remarks>
public readonly record struct RatedCharge
{
    /// <summary>The metered quantity: the sum of the meters or transactions where there are several.</summary>
    public decimal Metered { get; init; }

    /// <summary>The quantity in billed units, rounded as the conversion says.</summary>
    public decimal Converted { get; init; }

    /// <summary>What of it is included.</summary>
    public decimal Included { get; init; }

    /// <summary>What of the allowance was not used.</summary>
    public decimal Unused { get; init; }

    /// <summary>What is billed: converted less included, the overage.</summary>
    public decimal Billable { get; init; }

    /// <summary>The amount by the price.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>What the units taken off come to: <c>F(billable) - F(billable - units)</c>. Negative where the price of fewer
    /// units is higher.</summary>
    public decimal UsageDiscount { get; init; }

    /// <summary>The amount taken off.</summary>
    public decimal AmountDiscount { get; init; }

    /// <summary>The share taken off.</summary>
    public decimal PercentDiscount { get; init; }

    /// <summary>What is missing to the minimum.</summary>
    public decimal ToMinimum { get; init; }

    /// <summary>What is beyond the maximum.</summary>
    public decimal OverMaximum { get; init; }

    /// <summary>What the charge comes to.</summary>
    public decimal Amount { get; init; }

    /// <summary>The steps in words.</summary>
    public override string ToString()
    {
        decimal discount = UsageDiscount + AmountDiscount + PercentDiscount;
        return Invariant($"{Metered:#,0.######} metered")
            + (Converted == Metered ? "" : Invariant($", {Converted:#,0.######} billed units"))
            + (Included == 0m ? "" : Invariant($", {Included:#,0.######} included"))
            + Invariant($": {Billable:#,0.######} for {Subtotal:#,0.######}")
            + (discount > 0m ? Invariant($" - {discount:#,0.######} discount") : "")
            + (discount < 0m ? Invariant($" + {-discount:#,0.######}, as fewer units cost more") : "")
            + (ToMinimum == 0m ? "" : Invariant($" + {ToMinimum:#,0.######} to minimum"))
            + (OverMaximum == 0m ? "" : Invariant($" - {OverMaximum:#,0.######} over maximum"))
            + (Amount == Subtotal ? "" : Invariant($" = {Amount:#,0.######}"));
    }
}
