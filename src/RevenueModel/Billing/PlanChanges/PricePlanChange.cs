using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>What a change of plan within a period brings to the invoice: each part is rounded on its own.</summary>
/// <remarks>Immutable; equal by value.</remarks>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Credit">What is given back of the old fee, zero or negative.</param>
/// <param name="Charge">What is charged of the new one, zero or more.</param>
/// <param name="Days">The days from the change to the end of the period, as the day count has them.</param>
/// <param name="OfDays">The days of the period.</param>
public sealed record PricePlanChange(Currency Currency, decimal Credit, decimal Charge, decimal Days, decimal OfDays)
{
    /// <summary>Both together; negative for a downgrade.</summary>
    public decimal Net => Credit + Charge;

    /// <summary>The change in words.</summary>
    public override string ToString() =>
        Invariant($"{Currency.Format(Credit)} + {Currency.Format(Charge)} = {Currency.Format(Net)} {Currency} for {Days:0.####} of {OfDays:0.####} days");
}
