using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The use of one prepaid credit.</summary>
/// <param name="Credit">The id of the credit.</param>
/// <param name="Amount">The amount used, in money or units; above zero.</param>
/// <param name="BalanceAfter">The remaining balance of the credit; zero or more.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PrepaidDraw(string Credit, decimal Amount, decimal BalanceAfter)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Credit}: {Amount:#,0.######} used ({BalanceAfter:#,0.######} ")
        + "left)";
}
