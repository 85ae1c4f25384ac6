using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The credited amount of an invoice line.</summary>
/// <param name="Line">The position of the line on the invoice, from zero.</param>
/// <param name="Amount">The amount without tax, between zero and the uncredited amount of the line; negative for a
/// line with a negative amount, such as a discount.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct LineCredit(int Line, decimal Amount)
{
    /// <summary>Returns the position and the amount.</summary>
    public override string ToString() => Invariant($"line {Line}: {Amount:#,0.######}");
}
