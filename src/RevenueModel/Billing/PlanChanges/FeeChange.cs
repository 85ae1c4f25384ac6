using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The effect of a change of plan on the base fee of a period: the credit of the old fee and the charge of
/// the new fee. Each part is rounded separately.</summary>
/// <remarks>Immutable; equal by value.</remarks>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Credit">The credited amount of the old fee, zero or negative.</param>
/// <param name="Charge">The charged amount of the new fee, zero or more.</param>
/// <param name="Days">The number of days from the change to the end of the period, by the day count.</param>
/// <param name="OfDays">The number of days of the period, by the day count.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FeeChange(Currency Currency, decimal Credit, decimal Charge, decimal Days, decimal OfDays)
{
    /// <summary>Gets the sum of credit and charge; negative for a downgrade.</summary>
    public decimal Net => Credit + Charge;

    /// <summary>Returns the sum and the days: <c>-5.48 + 10.97 = 5.49 USD for 17 of 31 days</c>.</summary>
    public override string ToString() =>
        Invariant($"{Currency.Format(Credit)} + {Currency.Format(Charge)} = {Currency.Format(Net)} {Currency} for ")
        + Invariant($"{Days:0.####} of {OfDays:0.####} days");
}
