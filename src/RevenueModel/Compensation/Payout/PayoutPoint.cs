using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A point of a payout curve.</summary>
/// <param name="Attainment">The attainment, as a ratio to target.</param>
/// <param name="Payout">The pay as a ratio to target pay.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PayoutPoint(decimal Attainment, decimal Payout)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Attainment * 100m:0.##}% pays {Payout * 100m:0.##}%");
}
