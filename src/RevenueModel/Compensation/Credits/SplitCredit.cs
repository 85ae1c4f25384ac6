
namespace RevenueModel.Compensation;

/// <summary>What a person is credited with of a deal that is shared.</summary>
/// <param name="Share">Who, and how much of the deal.</param>
/// <param name="Credit">The credit, whose <see cref="CompCredit.Credited"/> is the person's part.</param>
public readonly record struct SplitCredit(CreditShare Share, CompCredit Credit)
{
    /// <summary>The credit in words.</summary>
    public override string ToString() => Invariant($"{Share?.Person}: {Credit?.Credited:#,0.##}");
}
