using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The effect of a change of plan on the base fee of a period: what is given back of the old fee and charged
/// of the new one. Each part is rounded on its own.</summary>
/// <remarks>Immutable; equal by value.</remarks>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Credit">The amount that is given back of the old fee, zero or negative.</param>
/// <param name="Charge">The amount that is charged of the new fee, zero or more.</param>
/// <param name="Days">The days from the change to the end of the period, as the day count counts them.</param>
/// <param name="OfDays">The days of the period, as the day count counts them.</param>
public sealed record FeeChange(Currency Currency, decimal Credit, decimal Charge, decimal Days, decimal OfDays)
{
    /// <summary>Gets the sum of both; negative for a downgrade.</summary>
    public decimal Net => Credit + Charge;

    /// <summary>Returns the sum and the days: <c>-5.48 + 10.97 = 5.49 USD for 17 of 31 days</c>.</summary>
    public override string ToString() =>
        Invariant($"{Currency.Format(Credit)} + {Currency.Format(Charge)} = {Currency.Format(Net)} {Currency} for ")
        + Invariant($"{Days:0.####} of {OfDays:0.####} days");
}
