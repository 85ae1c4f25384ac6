using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The result of covering an amount from prepaid credits.</summary>
/// <remarks>Immutable; equal by value. <c>covered + uncovered</c> is the amount. The balances before are the balances
/// after plus the covered amount.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BurnDown
{
    /// <summary>Gets the amount used of each credit, in the order of use.</summary>
    public required ValueList<PrepaidDraw> Draws { get; init; }

    /// <summary>Gets all credits after use, in the order given. Exhausted credits have a balance of zero.</summary>
    public required ValueList<PrepaidCredit> Credits { get; init; }

    /// <summary>Gets the amount that credits covered.</summary>
    public required decimal Covered { get; init; }

    /// <summary>Gets the amount that credits did not cover: the overage.</summary>
    public required decimal Uncovered { get; init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Covered:#,0.######} covered, {Uncovered:#,0.######} not");
}
