using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>How an amount was covered by prepaid credits.</summary>
/// <remarks>Immutable; equal by value. <c>covered + uncovered</c> is the amount, and balances before are balances
/// after plus what was covered.</remarks>
public sealed record BurnDown
{
    /// <summary>What was taken from each credit, in the order of use.</summary>
    public required ValueList<PrepaidDraw> Draws { get; init; }

    /// <summary>All credits after it, in their own order; those used up with a balance of zero.</summary>
    public required ValueList<PrepaidCredit> Credits { get; init; }

    /// <summary>What credits covered.</summary>
    public required decimal Covered { get; init; }

    /// <summary>What they did not: the overage.</summary>
    public required decimal Uncovered { get; init; }

    /// <summary>The result in words.</summary>
    public override string ToString() => Invariant($"{Covered:#,0.######} covered, {Uncovered:#,0.######} not");
}
