
namespace RevenueModel.Compensation;

/// <summary>What an attainment pays.</summary>
/// <param name="Attainment">Attained over target, as a ratio.</param>
/// <param name="Payout">The pay as a ratio to target pay.</param>
public readonly record struct PayoutPoint(decimal Attainment, decimal Payout)
{
    /// <summary>The point in words.</summary>
    public override string ToString() => Invariant($"{Attainment * 100m:0.##}% pays {Payout * 100m:0.##}%");
}
