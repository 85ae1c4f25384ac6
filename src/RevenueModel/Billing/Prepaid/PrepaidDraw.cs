
namespace RevenueModel.Billing;

/// <summary>What was taken from one credit.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Amount">What was taken, above zero.</param>
/// <param name="BalanceAfter">What is left of it.</param>
public readonly record struct PrepaidDraw(string Credit, decimal Amount, decimal BalanceAfter)
{
    /// <summary>The draw in words.</summary>
    public override string ToString() => Invariant($"{Credit}: {Amount:#,0.######} used ({BalanceAfter:#,0.######} ")
        + "left)";
}
