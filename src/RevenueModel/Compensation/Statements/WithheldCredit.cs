
namespace RevenueModel.Compensation;

/// <summary>A credit that does not count yet, and why.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Reason">The gates that hold it, and what they wait for.</param>
public readonly record struct WithheldCredit(CompCredit Credit, string Reason)
{
    /// <summary>The credit in words.</summary>
    public override string ToString() => Invariant($"{Credit}: {Reason}");
}
