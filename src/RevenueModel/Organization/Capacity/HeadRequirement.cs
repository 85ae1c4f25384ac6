using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The quota and the heads that a target needs.</summary>
/// <param name="Quota">The amount of quota that has to be carried, so that the target is attained.</param>
/// <param name="ExactHeads">The number of heads without rounding, zero or more.</param>
/// <param name="Heads">The number of heads, rounded up, zero or more.</param>
/// <remarks>Immutable; equal by value. The default value needs no heads.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct HeadRequirement(decimal Quota, decimal ExactHeads, int Heads)
{
    /// <summary>Returns the heads and the quota.</summary>
    public override string ToString() => Invariant($"{Heads:#,0} heads ({ExactHeads:0.##}) carry {Quota:#,0.##}");
}
