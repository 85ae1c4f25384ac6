using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The amount of a charge in a period, step by step. Nothing is rounded.</summary>
/// <remarks>
/// Immutable; equal by value. <c>amount = subtotal - usage discount - amount discount - percent discount + to minimum
/// - over maximum</c>. The default value is a charge of zero.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RatedCharge
{
    /// <summary>Gets the metered quantity; the sum if there are several meters or transactions.</summary>
    public decimal Metered { get; init; }

    /// <summary>Gets the quantity in billed units, rounded by the conversion.</summary>
    public decimal Converted { get; init; }

    /// <summary>Gets the part of the quantity that the allowance covers.</summary>
    public decimal Included { get; init; }

    /// <summary>Gets the unused part of the allowance.</summary>
    public decimal Unused { get; init; }

    /// <summary>Gets the billed quantity, the overage: converted less included.</summary>
    public decimal Billable { get; init; }

    /// <summary>Gets the amount by the price.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>Gets the amount of the deducted units: <c>F(billable) - F(billable - units)</c>. Negative if fewer
    /// units cost more.</summary>
    public decimal UsageDiscount { get; init; }

    /// <summary>Gets the deducted amount.</summary>
    public decimal AmountDiscount { get; init; }

    /// <summary>Gets the amount of the percent discount.</summary>
    public decimal PercentDiscount { get; init; }

    /// <summary>Gets the shortfall to the minimum.</summary>
    public decimal ToMinimum { get; init; }

    /// <summary>Gets the amount above the maximum.</summary>
    public decimal OverMaximum { get; init; }

    /// <summary>Gets the amount of the charge.</summary>
    public decimal Amount { get; init; }

    /// <summary>Returns the steps.</summary>
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
